namespace Trt.Domain.Health;

/// <summary>In what the provider counts its success: it does not say. A rate is shown only when that is known.</summary>
public enum RateUnit
{
    Unknown,

    /// <summary>0 to 1.</summary>
    Share,

    /// <summary>0 to 100.</summary>
    Percent,
}

public static class RateUnits
{
    private const int ModelsMin = 3;

    /// <summary>
    /// A rate above one is percent. As long as none was ever seen, models that go well by our own count tell that the unit is a share:
    /// in percent they would all fail.
    /// </summary>
    /// <param name="rates">The highest rate seen of each model, and whether it goes well with us.</param>
    public static RateUnit Learn(IReadOnlyCollection<(decimal Highest, bool GoesWell)> rates) =>
        rates.Any(rate => rate.Highest > 1) ? RateUnit.Percent
        : rates.Count(rate => rate.GoesWell) >= ModelsMin ? RateUnit.Share
        : RateUnit.Unknown;

    /// <summary>In percent; null when nobody can tell.</summary>
    public static decimal? PercentOf(this RateUnit unit, decimal? rate) => unit switch
    {
        RateUnit.Percent => rate,
        RateUnit.Share => rate * 100,
        RateUnit.Unknown => null,
    };
}
