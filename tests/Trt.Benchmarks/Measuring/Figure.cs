namespace Trt.Benchmarks.Measuring;

/// <summary>One measured promise: what was measured, what it must reach, and whether it does.</summary>
/// <param name="Ours">The shop's side, in <paramref name="Unit"/>.</param>
/// <param name="Reference">The other side of the same rounds; null where the bound is absolute.</param>
/// <param name="Judged">What is held against the bound: a ratio of the two sides, or our side itself.</param>
internal sealed record Figure(string Id, string Name, string Unit, Spread Ours, Spread? Reference, Spread Judged, Bound? Bound)
{
    /// <summary>Further things worth knowing about the rounds: latencies, processor time.</summary>
    public IReadOnlyDictionary<string, double> Notes { get; init; } = new Dictionary<string, double>();

    public bool IsMissed => Bound is { } bound && !bound.Holds(Judged.Median);
}

/// <summary>The value that a release must not fall behind, and the one that we want.</summary>
internal sealed record Bound(double Floor, bool IsUpper, double? Goal = null)
{
    public static Bound AtLeast(double floor, double? goal = null) => new(floor, IsUpper: false, goal);

    public static Bound AtMost(double floor, double? goal = null) => new(floor, IsUpper: true, goal);

    public bool Holds(double value) => IsUpper ? value <= Floor : value >= Floor;

    public override string ToString() => FormattableString.Invariant($"{(IsUpper ? "≤" : "≥")} {Floor:0.###}");
}
