namespace Trt.Domain.Free;

/// <summary>How many free generations a customer can still have: today's, and those that were earned.</summary>
/// <param name="Today">Left of the day's allowance.</param>
public sealed record FreeRoom(int Today, int Earned)
{
    public static readonly FreeRoom None = new(0, 0);

    /// <summary>What the hour's limit leaves; null = there is no such limit.</summary>
    public int? ThisHour { get; init; }

    /// <summary>When one of the day's can be had again, while none can now.</summary>
    public FreeReturn? Back { get; init; }

    /// <summary>How many of the day's can be had right now.</summary>
    public int Now => Math.Min(Today, ThisHour ?? Today);

    /// <summary>Where the next one comes from: the day's go first, since they end at midnight. Null = there is none.</summary>
    public FreeSource? Next => For(1);

    /// <summary>Where so many at once would come from; they are free together or not at all.</summary>
    public FreeSource? For(int copies) => Now >= copies ? FreeSource.Day : Earned >= copies ? FreeSource.Bank : null;

    /// <summary>How many of so many can be free at once; the rest costs money.</summary>
    public int Of(int copies)
    {
        while (copies > 0 && For(copies) is null)
        {
            copies--;
        }

        return copies;
    }

    public static FreeRoom Of(FreeLimits limits, FreeUse use, DateTimeOffset now)
    {
        var room = new FreeRoom(use.IsHouseOut ? 0 : Math.Max(0, limits.PerDay - use.Today), use.Earned)
        {
            ThisHour = limits.PerHour == 0 ? null : Math.Max(0, limits.PerHour - use.LastHour.Count),
        };
        return room.Now > 0 || limits.PerDay == 0 ? room : room with { Back = FreeReturn.Of(limits, room, use, now.ToOffset(limits.Zone)) };
    }
}

/// <param name="PerHour">At most so many within any sixty minutes; 0 = no such limit.</param>
/// <param name="Zone">The zone in which the day ends.</param>
public sealed record FreeLimits(int PerDay, int PerHour, TimeSpan Zone);

/// <param name="LastHour">When those of the last sixty minutes were ordered.</param>
/// <param name="IsHouseOut">The house has given away what it gives on one day, to all together.</param>
public sealed record FreeUse(int Today, IReadOnlyList<DateTimeOffset> LastHour, int Earned, bool IsHouseOut = false);

/// <summary>When the next free one can be had: the full minute after which it surely can, in the shop's zone.</summary>
public sealed record FreeReturn(DateTimeOffset At, bool IsTomorrow)
{
    public static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    internal static FreeReturn Of(FreeLimits limits, FreeRoom room, FreeUse use, DateTimeOffset now)
    {
        var midnight = new DateTimeOffset(now.Date.AddDays(1), now.Offset);
        var dayOpens = room.Today > 0 ? now : midnight;
        // As many of the oldest have to be an hour old as the limit is exceeded by, and one more.
        var hourOpens = room.ThisHour == 0
            ? use.LastHour.Order().ElementAt(use.LastHour.Count - limits.PerHour).ToOffset(now.Offset) + Hour
            : now;
        var opens = dayOpens > hourOpens ? dayOpens : hourOpens;
        var beyond = opens.Ticks % TimeSpan.TicksPerMinute;
        var at = beyond == 0 ? opens : opens.AddTicks(TimeSpan.TicksPerMinute - beyond);
        return new FreeReturn(at, at >= midnight);
    }
}
