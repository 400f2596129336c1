using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.BackOffice.Alerts;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.Catalog;
using Trt.Domain.Contracts;
using Trt.Domain.Shared;

namespace Trt.Application.Contracts;

/// <summary>Looks at the provider's schema of one model after the other: each has its turn within a day, and prices go first.</summary>
public sealed record ContractTurn : ILaterCommand
{
    public static readonly TimeSpan Period = TimeSpan.FromMinutes(6);

    /// <summary>Where the provider was not there or the turn was taken.</summary>
    public static readonly TimeSpan SoonAgain = TimeSpan.FromMinutes(1);

    public Lane Lane => Lane.Check;

    /// <summary>Nobody's in particular.</summary>
    public UserId UserId => default;

    public string Key => "contracts";
}

internal sealed class ContractTurnHandler(
    ITrtDb db, ICards cards, IContractLook provider, IPace pace, IOutbox outbox, CostsInUse inUse, IShopTerms terms, TimeProvider time)
    : IRequestHandler<ContractTurn, LaterOutcome>
{
    public async Task<LaterOutcome> Handle(ContractTurn command, CancellationToken token)
    {
        var asked = await db.ModelContracts.AsNoTracking()
            .ToDictionaryAsync(contract => contract.Model, contract => contract.AskedAt, token);
        if (cards.Current.Cards.Where(card => card is { IsOffered: true, Family: ProviderFamily.Jobs })
            .MinBy(card => asked.GetValueOrDefault(card.Id)) is not { } next)
        {
            return LaterOutcome.After(ContractTurn.Period);
        }

        if (await pace.WaitForCatalog(token) is { } wait)
        {
            return LaterOutcome.After(wait);
        }

        var reading = await provider.Look(next, token);
        if (reading is ContractReading.TryLater later)
        {
            return LaterOutcome.After(later.After ?? ContractTurn.SoonAgain, later.Detail);
        }

        await Keep(next.Id, reading, token);
        return LaterOutcome.After(ContractTurn.Period);
    }

    private async Task Keep(ModelId model, ContractReading reading, CancellationToken token)
    {
        await using var work = await db.Begin(token);
        await db.LockCosts(token);
        var contract = await db.ModelContracts.FirstOrDefaultAsync(known => known.Model == model, token);
        if (contract is null)
        {
            contract = ModelContract.Of(model);
            db.ModelContracts.Add(contract);
        }

        switch (reading)
        {
            case ContractReading.Read read:
                Tell(contract, contract.See(read.Fingerprint, read.Breaking, read.Others, time.GetUtcNow()));
                break;
            case ContractReading.Unreadable unreadable:
                contract.Miss(unreadable.Detail, time.GetUtcNow());
                break;
            default:
                throw new InvalidOperationException($"No rule for {reading}");
        }

        await work.Commit(token);
        await inUse.Refresh(db, terms.Current.Costs.AgeMax, token);
    }

    private void Tell(ModelContract contract, ContractNews news)
    {
        Matter? matter = news switch
        {
            ContractNews.Broken => new Matter.ModelChanged(contract.Model, IsStopped: true, contract.OffSale ?? ""),
            ContractNews.Returned => new Matter.ModelAsBefore(contract.Model),
            ContractNews.BeganDifferent => new Matter.ModelChanged(
                contract.Model, IsStopped: false, contract.Unsafe.Replace("\n", "; ", StringComparison.Ordinal)),
            ContractNews.Nothing => null,
        };
        if (matter is not null)
        {
            outbox.Add(new TellOperators(matter), Cid.New(time.GetUtcNow()));
        }
    }
}
