using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;

namespace Trt.Application.Terms;

/// <summary>
/// The terms of this instance at this moment. They follow the table of settings, which is small and read whole: so no change of another
/// instance can be missed, whatever order the commits come in.
/// </summary>
public sealed class TermsInUse(ShopOptions options) : IDisposable
{
    private readonly SemaphoreSlim _refreshing = new(1);
    private readonly ConcurrentQueue<string> _untold = new();
    private volatile TermsReading _reading = TermsReading.Of(options.Terms, []);

    public ShopTerms Current => _reading.Terms;

    /// <summary>What the environment says, and a reset goes back to.</summary>
    public ShopTerms Start => options.Terms;

    /// <summary>What in the table cannot be followed.</summary>
    public IReadOnlyList<string> Troubles => _reading.Troubles;

    /// <summary>What in the table cannot be followed and the operator has not been told yet.</summary>
    public IReadOnlyList<string> Untold => [.. _untold];

    /// <summary>Reads one after the other, so an older reading never takes the place of a newer one.</summary>
    /// <returns>Whether the table says something else than before.</returns>
    public async Task<bool> Refresh(ITrtDb db, CancellationToken token)
    {
        await _refreshing.WaitAsync(token);
        try
        {
            var before = _reading;
            var rows = await db.Settings.AsNoTracking().OrderBy(row => row.Name).ToListAsync(token);
            if (before.IsOf(rows))
            {
                return false;
            }

            _reading = TermsReading.Of(options.Terms, rows, before);
            foreach (var trouble in _reading.Troubles.Except(before.Troubles))
            {
                _untold.Enqueue(trouble);
            }

            return true;
        }
        finally
        {
            _refreshing.Release();
        }
    }

    public void Told(int count)
    {
        for (var told = 0; told < count; told++)
        {
            _untold.TryDequeue(out _);
        }
    }

    public void Dispose() => _refreshing.Dispose();
}
