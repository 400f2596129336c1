using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;

namespace Trt.Application.Terms;

/// <summary>Whether starts at the provider are paused, as known here a second ago at most: nobody is asked for it at the counter.</summary>
public sealed class Standstill(TimeProvider time)
{
    private volatile PauseSpan? _known;

    /// <summary>Null while orders start as ever.</summary>
    public PauseSpan? Now => _known is { } pause && time.GetUtcNow() < pause.Until ? pause : null;

    public async Task Refresh(IPace pace, ITrtDb db, ShopTerms terms, CancellationToken token) => _known = terms.Orders.ArePaused
        ? new PauseSpan(await ByHandSince(db, token), DateTimeOffset.MaxValue)
        : await pace.PauseOf(Pauses.Provider, token);

    private static Task<DateTimeOffset?> ByHandSince(ITrtDb db, CancellationToken token) => db.Settings.AsNoTracking()
        .Where(setting => setting.Name == SettingsRegistry.StartsPaused)
        .Select(setting => (DateTimeOffset?)setting.ChangedAt)
        .FirstOrDefaultAsync(token);
}
