using Mapster;
using Trt.Domain.Shared;
using Trt.Domain.Wallets;

namespace Trt.Application.Wallets;

/// <summary>A ledger entry as it is shown.</summary>
public sealed record Movement(EntryKind Kind, long AvailableDelta, long ReservedDelta, string Actor, string Reason, DateTimeOffset At)
{
    /// <summary>What it did to the customer's money: a price leaves what was set aside for it.</summary>
    public Money Change => new(Kind == EntryKind.Commit ? ReservedDelta : AvailableDelta);
}

internal sealed class MovementMap : IRegister
{
    public void Register(TypeAdapterConfig config) => config.NewConfig<LedgerEntry, Movement>();
}
