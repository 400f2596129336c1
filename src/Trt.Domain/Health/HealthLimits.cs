using System.Globalization;

namespace Trt.Domain.Health;

/// <summary>When a model is taken for ill.</summary>
/// <param name="PauseFailures">So many real failures within an hour; 0 = no model is ever paused.</param>
/// <param name="PausePercent">And at least so much of what ended.</param>
/// <param name="FirstProbe">After so long it is looked at again; each further wait is twice as long.</param>
public sealed record HealthLimits(int PauseFailures, int PausePercent, TimeSpan FirstProbe)
{
    /// <summary>Fewer results tell nothing about how long a model takes.</summary>
    public const int SlowResultsMin = 3;

    private const double SlowFrom = 2;
    private const double SlowUntil = 1.5;
    private const double ShareOfLimit = 0.5;

    /// <summary>Null when it may be sold on.</summary>
    public string? Objection(OrdersOfHour hour)
    {
        var ended = hour.Done + hour.Failed;
        // What one customer alone runs into may be that customer's: it counts where nobody got anything from the model.
        return PauseFailures == 0 || hour.Failed < PauseFailures || hour.Failed * 100 < ended * PausePercent
            || (hour.FailedCustomers < 2 && hour.Done > 0)
                ? null
                : string.Create(CultureInfo.InvariantCulture, $"{hour.Failed} of {ended} orders failed within the hour; the last: {hour.LastFailure ?? "no reason given"}");
    }

    /// <param name="usual">How long it usually takes; null when nobody knows.</param>
    /// <param name="wasSlow">It has to become clearly faster before it is called well again.</param>
    public static string? Slowness(OrdersOfHour hour, TimeSpan? usual, TimeSpan limit, bool wasSlow) =>
        hour is { Done: >= SlowResultsMin, Median: { } median } && usual is { } before && median > ShareOfLimit * limit
            && median > (wasSlow ? SlowUntil : SlowFrom) * before
            ? string.Create(CultureInfo.InvariantCulture, $"it takes {median.TotalSeconds:0} s, usually {before.TotalSeconds:0} s")
            : null;

    /// <summary>Whether it is worth finding out what is usual.</summary>
    public static bool MayBeSlow(OrdersOfHour hour, TimeSpan limit) =>
        hour is { Done: >= SlowResultsMin, Median: { } median } && median > ShareOfLimit * limit;
}

/// <summary>What came of a model's orders that ended within the last hour. Only what the model itself did wrong counts as failed.</summary>
/// <param name="Median">How long half of the good ones took at most.</param>
public sealed record OrdersOfHour(int Done, int Failed, int FailedCustomers, TimeSpan? Median, string? LastFailure);
