using Trt.Api.Instance;
using Trt.Application.BackOffice.Alerts;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Domain.Shared;
using Trt.Infrastructure.Catalog;
using Trt.Infrastructure.Persistence;

namespace Trt.Api.Startup;

/// <summary>
/// Follows changes of the card folder: sound cards are on sale within seconds, broken ones are reported and the last good set stays.
/// </summary>
internal sealed partial class CatalogRefresh(
    CatalogInUse catalog, Readiness readiness, IServiceScopeFactory scopes, TimeProvider time,
    ILogger<CatalogRefresh> logger) : Recurring(readiness.Opened, Period, time)
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(5);

    private LoadedCatalog? _followed;

    /// <summary>Of the change that was refused last, until the operators are told; none when sound cards are on sale.</summary>
    private IReadOnlyList<CardError>? _untold;

    protected override async Task Once(CancellationToken stopping)
    {
        var loaded = catalog.Loaded!;
        if (_followed is null)
        {
            loaded.Replaced += OnReplaced;
            loaded.Refused += OnRefused;
            _followed = loaded;
            // The cards it began with are sound, whatever was told before the start.
            _untold = [];
        }

        loaded.RefreshIfChanged();
        if (_untold is { } errors)
        {
            await Tell(errors, stopping);
            _untold = null;
        }
    }

    /// <summary>The cards in use stay.</summary>
    protected override void Failed(Exception? fault, string problem) => NotFollowed(fault, problem);

    private async Task Tell(IReadOnlyList<CardError> errors, CancellationToken token)
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var work = await scope.ServiceProvider.GetRequiredService<ITrtDb>().Begin(token);
        ILaterCommand word = errors.Count == 0
            ? new EndMatter(Matter.CardsBroken.Name)
            : new TellOperators(new Matter.CardsBroken(errors.Count, errors[0].ToString()));
        scope.ServiceProvider.GetRequiredService<IOutbox>().Add(word, Cid.New(Time.GetUtcNow()));
        await work.Commit(token);
    }

    private void OnRefused(IReadOnlyList<CardError> errors)
    {
        CardsRefused(string.Join(Environment.NewLine, errors));
        _untold = errors;
    }

    private void OnReplaced(ModelCatalog cards)
    {
        CardsReplaced(cards.Version, cards.Cards.Count);
        _untold = [];
    }

    [LoggerMessage(EventId = 50, EventName = "CATALOG_REPLACED", Level = LogLevel.Information,
        Message = "Catalog {Version} with {Cards} cards is on sale")]
    private partial void CardsReplaced(string version, int cards);

    [LoggerMessage(EventId = 51, EventName = "CATALOG_REFUSED", Level = LogLevel.Error,
        Message = "The changed cards are broken, the last good set stays:\n{Errors}")]
    private partial void CardsRefused(string errors);

    [LoggerMessage(EventId = 55, EventName = "CATALOG_UNREAD", Level = LogLevel.Warning,
        Message = "The cards could not be followed to the end, those in use stay; tried again in a moment: {Problem}")]
    private partial void NotFollowed(Exception? fault, string problem);
}
