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

    public bool IsAtItsGoal => Bound is { } bound && bound.Reaches(Judged.Median);
}

/// <summary>The value that a release must not fall behind, and the one that we want.</summary>
/// <param name="Floor">Null where there is only something to want.</param>
internal sealed record Bound(double? Floor, bool IsUpper, double? Goal = null)
{
    public static Bound AtLeast(double floor, double? goal = null) => new(floor, IsUpper: false, goal);

    public static Bound AtMost(double floor, double? goal = null) => new(floor, IsUpper: true, goal);

    /// <summary>Wanted, and held against nobody.</summary>
    public static Bound WantedAtMost(double goal) => new(Floor: null, IsUpper: true, goal);

    public bool Holds(double value) => Floor is not { } floor || Keeps(value, floor);

    public bool Reaches(double value) => Goal is { } goal && Keeps(value, goal);

    /// <summary>The floor as it is written.</summary>
    public string FloorText => Text(Floor);

    public string GoalText => Text(Goal);

    private bool Keeps(double value, double limit) => IsUpper ? value <= limit : value >= limit;

    private string Text(double? limit) => limit is { } value ? FormattableString.Invariant($"{(IsUpper ? "≤" : "≥")} {value:#,0.###}") : "";
}
