using MediatR;
using Microsoft.Extensions.Logging;
using Trt.Application.BackOffice.Alerts;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.Shared;

namespace Trt.Application.Costs;

/// <summary>
/// Follows the provider's prices, twice an hour: one list that fails then makes no price older than an hour. Work on the models' contracts
/// may stand beside it and share its pace.
/// </summary>
public sealed record CatalogSync : ILaterCommand
{
    public static readonly TimeSpan Period = TimeSpan.FromMinutes(30);

    /// <summary>Where the list could not be read or was not believed.</summary>
    public static readonly TimeSpan SoonAgain = TimeSpan.FromMinutes(5);

    /// <summary>The operators hear of prices this old, long before sale stops.</summary>
    public static readonly TimeSpan StaleAfter = TimeSpan.FromHours(3);

    public Lane Lane => Lane.Check;

    /// <summary>Nobody's in particular.</summary>
    public UserId UserId => default;

    public string Key => "prices";
}

internal sealed partial class CatalogSyncHandler(
    IMediator mediator, ITrtDb db, IOutbox outbox, IPace pace, CostsInUse inUse, IShopTerms terms, TimeProvider time,
    ILogger<CatalogSyncHandler> logger) : IRequestHandler<CatalogSync, LaterOutcome>
{
    private static readonly TimeSpan ToldEvery = TimeSpan.FromHours(12);

    private const string Stale = "told:costs.stale";

    public async Task<LaterOutcome> Handle(CatalogSync command, CancellationToken token)
    {
        var result = await mediator.Send(new SyncCosts(), token);
        switch (result)
        {
            case SyncResult.Done { Report: { Doubt: null } report }:
                Synced(report.Listed, report.Ours, report.Understood, report.News.Count, report.IsOvertaken);
                return LaterOutcome.After(CatalogSync.Period);
            case SyncResult.Done { Report.Doubt: { } doubt }:
                NotSynced(doubt);
                await Alert(new Matter.ListDoubted(doubt), token);
                return LaterOutcome.After(CatalogSync.SoonAgain);
            case SyncResult.NotNow notNow:
                NotSynced(notNow.Detail);
                await TellIfStale(notNow.Detail, token);
                var isTurn = notNow.After < CatalogSync.SoonAgain;
                return LaterOutcome.After(isTurn ? notNow.After!.Value : CatalogSync.SoonAgain, notNow.Detail);
            default:
                throw new InvalidOperationException($"No rule for {result}");
        }
    }

    private async Task TellIfStale(string detail, CancellationToken token)
    {
        await inUse.Refresh(db, terms.Current.Costs.AgeMax, token);
        if (inUse.Current.ListedAt is not { } listed
            || time.GetUtcNow() - listed < CatalogSync.StaleAfter
            || await pace.IsPaused(Stale, token))
        {
            return;
        }

        var age = time.GetUtcNow() - listed;
        await Alert(new Matter.CostsOld((int)age.TotalHours, (int)terms.Current.Costs.AgeMax.TotalHours, detail), token);
        await pace.Pause(Stale, ToldEvery, "said", token);
    }

    private async Task Alert(Matter matter, CancellationToken token)
    {
        await using var work = await db.Begin(token);
        await outbox.Ensure(new TellOperators(matter), Cid.New(time.GetUtcNow()), token);
        await work.Commit(token);
    }

    [LoggerMessage(EventId = 230, EventName = "COSTS_SYNCED", Level = LogLevel.Information,
        Message = "COSTS_SYNCED {Listed} models listed, {Ours} of ours, {Understood} understood; {News} news; overtaken {Overtaken}")]
    private partial void Synced(int listed, int ours, int understood, int news, bool overtaken);

    [LoggerMessage(EventId = 231, EventName = "COSTS_NOT_SYNCED", Level = LogLevel.Warning,
        Message = "COSTS_NOT_SYNCED the last prices count: {Problem}")]
    private partial void NotSynced(string problem);
}
