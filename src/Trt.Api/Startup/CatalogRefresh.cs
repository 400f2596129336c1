using Trt.Api.Instance;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Domain.Shared;
using Trt.Infrastructure.Catalog;

namespace Trt.Api.Startup;

/// <summary>
/// Follows changes of the card folder: sound cards are on sale within seconds, broken ones are reported and the last good set stays.
/// </summary>
internal sealed partial class CatalogRefresh(
    CatalogInUse catalog, Readiness readiness, IServiceScopeFactory scopes, TimeProvider time,
    ILogger<CatalogRefresh> logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        await readiness.Opened.WaitAsync(stopping);
        var loaded = catalog.Loaded!;
        var refused = new Queue<IReadOnlyList<CardError>>();
        loaded.Replaced += OnReplaced;
        loaded.Refused += refused.Enqueue;
        using var timer = new PeriodicTimer(Period, time);
        while (await timer.WaitForNextTickAsync(stopping))
        {
            loaded.RefreshIfChanged();
            while (refused.TryDequeue(out var errors))
            {
                await Tell(errors, stopping);
            }
        }
    }

    private async Task Tell(IReadOnlyList<CardError> errors, CancellationToken token)
    {
        CardsRefused(string.Join(Environment.NewLine, errors));
        await using var scope = scopes.CreateAsyncScope();
        await using var work = await scope.ServiceProvider.GetRequiredService<ITrtDb>().Begin(token);
        scope.ServiceProvider.GetRequiredService<IOutbox>().Add(
            AlertOperator.About(
                "catalog", $"The changed cards have {errors.Count} error(s), the last good set stays on sale. First: {errors[0]}"),
            Cid.New(time.GetUtcNow()));
        await work.Commit(token);
    }

    private void OnReplaced(ModelCatalog cards) => CardsReplaced(cards.Version, cards.Cards.Count);

    [LoggerMessage(EventId = 50, EventName = "CATALOG_REPLACED", Level = LogLevel.Information,
        Message = "Catalog {Version} with {Cards} cards is on sale")]
    private partial void CardsReplaced(string version, int cards);

    [LoggerMessage(EventId = 51, EventName = "CATALOG_REFUSED", Level = LogLevel.Error,
        Message = "The changed cards are broken, the last good set stays:\n{Errors}")]
    private partial void CardsRefused(string errors);
}
