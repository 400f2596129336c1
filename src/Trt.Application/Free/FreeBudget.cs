using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.Generations;

namespace Trt.Application.Free;

/// <summary>
/// What the whole house gives away on one day. A limit per customer is no limit to someone with ten thousand accounts;
/// this one caps the cost.
/// It is counted and not locked, so that free orders do not queue behind one row: confirms at the same moment may pass it by their number.
/// </summary>
internal sealed class FreeBudget(ITrtDb db, IShopTerms terms)
{
    public async Task<bool> HasRoom(DateOnly day, CancellationToken token)
    {
        var given = await db.Generations.CountAsync(
            generation => generation.FreeDay == day
                && !generation.IsFromBank
                && generation.Status != GenerationStatus.Failed
                && generation.Status != GenerationStatus.Cancelled
                && generation.Status != GenerationStatus.Expired,
            token);
        if (given < terms.Current.Free.PerDayInAll)
        {
            return true;
        }

        Telemetry.FreeBudgetSpent.Add(1);
        return false;
    }
}
