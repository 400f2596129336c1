using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.Shared;

namespace Trt.Application.Generations;

internal static class CustomerClock
{
    /// <summary>What the customer's clock shows ahead of UTC; the shop's as long as they have not said.</summary>
    public static async Task<TimeSpan> ZoneOf(this ITrtDb db, UserId user, ShopOptions options, CancellationToken token) =>
        options.ZoneOf(await db.Users.Where(found => found.Id == user).Select(found => found.UtcOffsetMinutes).FirstOrDefaultAsync(token));

    public static TimeSpan ZoneOf(this ShopOptions options, int? utcOffsetMinutes) =>
        utcOffsetMinutes is { } minutes ? TimeSpan.FromMinutes(minutes) : options.DayOffset;
}
