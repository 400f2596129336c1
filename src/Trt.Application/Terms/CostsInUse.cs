using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;

namespace Trt.Application.Terms;

/// <summary>
/// The costs that this instance reckons with. They follow their tables: every change raises one number under its lock, and that
/// number tells each second whether there is anything to read.
/// </summary>
public sealed class CostsInUse(TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _refreshing = new(1);
    private volatile Reading _reading = new(0, TimeSpan.Zero, KnownCosts.None, default);

    public KnownCosts Current => _reading.Costs;

    /// <returns>Whether something else is known than before.</returns>
    public async Task<bool> Refresh(ITrtDb db, TimeSpan ageMax, CancellationToken token)
    {
        await _refreshing.WaitAsync(token);
        try
        {
            var (before, now) = (_reading, time.GetUtcNow());
            var revision = await db.CostRevision(token);
            if (revision == before.Revision && ageMax == before.AgeMax && now < before.Costs.HoldsUntil && now >= before.At)
            {
                return false;
            }

            // The number is read before the rows: what comes in between is read once more, never missed.
            var models = await db.ModelCosts.AsNoTracking().ToListAsync(token);
            var lines = await db.LineCosts.AsNoTracking().ToListAsync(token);
            var drifted = await db.ModelContracts.AsNoTracking().Where(contract => contract.OffSale != null)
                .ToDictionaryAsync(contract => contract.Model, contract => contract.OffSale!, token);
            _reading = new Reading(revision, ageMax, new KnownCosts(models, lines, now, ageMax) { Drifted = drifted }, now);
            return revision != before.Revision;
        }
        finally
        {
            _refreshing.Release();
        }
    }

    public void Dispose() => _refreshing.Dispose();

    private sealed record Reading(long Revision, TimeSpan AgeMax, KnownCosts Costs, DateTimeOffset At);
}
