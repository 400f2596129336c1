namespace Trt.Api.Cli;

/// <summary>One thing that was looked at.</summary>
/// <param name="Details">For whoever asks for them; what is wrong shows them anyway.</param>
internal sealed record CheckLine(string Name, CheckState State, string Finding, IReadOnlyList<string> Details)
{
    public static CheckLine Well(string name, string finding, params IReadOnlyList<string> details) =>
        new(name, CheckState.Well, finding, details);

    public static CheckLine Wrong(string name, string finding, params IReadOnlyList<string> advice) =>
        new(name, CheckState.Wrong, finding, advice);

    public static CheckLine NotLookedAt(string name, string why) => new(name, CheckState.NotLookedAt, why, []);

    public static CheckLine Of(string name, bool isWell, string finding, string advice) =>
        isWell ? Well(name, finding) : Wrong(name, finding, advice);
}

internal enum CheckState
{
    Well,

    /// <summary>There is nothing to look at here, and nothing is wrong with that.</summary>
    NotLookedAt,
    Wrong,
}
