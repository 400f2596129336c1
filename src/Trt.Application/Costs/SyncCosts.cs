using MediatR;
using Trt.Application.Ports;
using Trt.Domain.Costs;

namespace Trt.Application.Costs;

/// <summary>Asks the provider for its list and follows its prices: one call, whatever the number of models.</summary>
/// <param name="IsForced">A person has looked at a list that is doubted, and wants it believed.</param>
/// <param name="IsTrial">Tells what would be taken and takes nothing.</param>
public sealed record SyncCosts(bool IsForced = false, bool IsTrial = false) : IRequest<SyncResult>;

public abstract record SyncResult
{
    public sealed record Done(SyncReport Report) : SyncResult;

    /// <summary>Not our turn, or the provider is not there.</summary>
    public sealed record NotNow(TimeSpan? After, string Detail) : SyncResult;
}

/// <param name="Ours">How many of our models it holds.</param>
/// <param name="Understood">The prices of how many were understood.</param>
/// <param name="Doubt">Why the whole list is not believed; null when it is.</param>
public sealed record SyncReport(int Listed, int Ours, int Understood, string? Doubt, IReadOnlyList<CostNews> News)
{
    /// <summary>Another instance, or a person, has read a newer list meanwhile.</summary>
    public bool IsOvertaken { get; private init; }

    internal static SyncReport Overtaken(int listed) => new(listed, 0, 0, null, []) { IsOvertaken = true };
}

internal sealed class SyncCostsHandler(
    IProviderCatalog provider, IPace pace, ListFollower follower, SecondOpinions opinions, TimeProvider time)
    : IRequestHandler<SyncCosts, SyncResult>
{
    public async Task<SyncResult> Handle(SyncCosts request, CancellationToken token)
    {
        if (await pace.WaitForCatalog(token) is { } wait)
        {
            return new SyncResult.NotNow(wait, "waiting for our turn to read the list");
        }

        var askedAt = time.GetUtcNow();
        return await provider.List(token) switch
        {
            ProviderList.Complete list => new SyncResult.Done(await Take(list, askedAt, request, token)),
            ProviderList.TryLater later => new SyncResult.NotNow(later.After, later.Detail),
            ProviderList.Unreadable unreadable => new SyncResult.NotNow(null, unreadable.Detail),
            var other => throw new InvalidOperationException($"No rule for {other}"),
        };
    }

    private async Task<SyncReport> Take(ProviderList.Complete list, DateTimeOffset askedAt, SyncCosts request, CancellationToken token)
    {
        var isFalling = await follower.IsFalling(list.Models, token);
        if (isFalling)
        {
            await opinions.Ask(isFalling, token);
        }

        var report = await follower.Take(list.Models, askedAt, request.IsForced, request.IsTrial, token);
        if (!isFalling)
        {
            await opinions.Ask(isFalling, token);
        }

        return report;
    }
}
