namespace Trt.Infrastructure.Charts;

/// <summary>A picture of a few panels below each other, in the words of whoever reads it.</summary>
/// <param name="Nothing">Said in place of the panels when none of them has anything to show.</param>
public sealed record ChartPage(string Title, IReadOnlyList<ChartPanel> Panels, string Nothing);

/// <param name="Ticks">A few names below the axis, each at its bucket.</param>
/// <param name="Value">How a number of this panel is written beside its axis.</param>
/// <param name="Nothing">Said in place of the plot when there is nothing to show.</param>
public sealed record ChartPanel(
    string Title, ChartShape Shape, IReadOnlyList<ChartSeries> Series, IReadOnlyList<ChartTick> Ticks, Func<double, string> Value,
    string Nothing)
{
    /// <summary>Where the axis ends whatever the values are, as for percents.</summary>
    public double? Most { get; init; }

    public int Buckets => Series.Count == 0 ? 0 : Series[0].Values.Count;

    public bool IsEmpty => Series.All(series => series.Values.All(value => value is null or 0));
}

public enum ChartShape
{
    /// <summary>The series of a bucket stand beside each other.</summary>
    Beside,

    /// <summary>They stand on one another.</summary>
    Stacked,

    Line,
}

/// <param name="Values">One for each bucket; null where there is none.</param>
public sealed record ChartSeries(string Name, ChartColour Colour, IReadOnlyList<double?> Values);

public enum ChartColour
{
    Green,
    Orange,
    Blue,
    Violet,
    Grey,
}

public sealed record ChartTick(int Bucket, string Name);
