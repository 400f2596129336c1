using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Domain.Health;

namespace Trt.Application.Terms;

/// <summary>The health of models that this instance sells by; it follows its table, of which mostly nothing is read.</summary>
public sealed class HealthInUse
{
    private volatile KnownHealth _current = KnownHealth.None;

    public KnownHealth Current => _current;

    /// <returns>Whether something else is sold than before.</returns>
    public async Task<bool> Refresh(ITrtDb db, CancellationToken token)
    {
        var read = new KnownHealth(await db.ModelHealth.AsNoTracking()
            .Where(model => model.State != HealthState.Well || model.Hand != null)
            .ToListAsync(token));
        if (read.Says(_current))
        {
            return false;
        }

        _current = read;
        return true;
    }
}
