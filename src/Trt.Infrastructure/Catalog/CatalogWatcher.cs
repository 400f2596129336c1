using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Trt.Domain.Catalog;

namespace Trt.Infrastructure.Catalog;

/// <summary>Looks at the folder of cards from time to time and tells the log what came of a change.</summary>
public sealed partial class CatalogWatcher(LoadedCatalog catalog, TimeProvider clock, ILogger<CatalogWatcher> log) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        catalog.Replaced += OnReplaced;
        catalog.Refused += OnRefused;
        using var timer = new PeriodicTimer(Period, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                catalog.RefreshIfChanged();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program stops; there is nothing to hand back.
        }
        finally
        {
            catalog.Replaced -= OnReplaced;
            catalog.Refused -= OnRefused;
        }
    }

    private void OnReplaced(ModelCatalog cards)
    {
        var offered = cards.Cards.Count(card => card.IsOffered);
        LogReplaced(cards.Version, cards.Cards.Count, offered);
    }

    private void OnRefused(IReadOnlyList<CardError> errors)
    {
        LogRefused(errors.Count);
        foreach (var error in errors)
        {
            LogCardError(error.File, error.Line, error.What, error.Advice);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "CATALOG_REPLACED version={Version} cards={Cards} offered={Offered}")]
    private partial void LogReplaced(string version, int cards, int offered);

    [LoggerMessage(Level = LogLevel.Error, Message = "CATALOG_REFUSED errors={Errors}; the last good catalog stays in use")]
    private partial void LogRefused(int errors);

    [LoggerMessage(Level = LogLevel.Error, Message = "CATALOG_ERROR {File}({Line}): {What} → {Advice}")]
    private partial void LogCardError(string file, int line, string what, string advice);
}
