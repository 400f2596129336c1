namespace Trt.Benchmarks.Measuring;

/// <summary>How long everything is measured.</summary>
/// <param name="Rows">So many orders the largest shop of the growth figure holds.</param>
internal sealed record Plan(int Rounds, TimeSpan Window, string OutputFolder, long Rows = 1_000_000)
{
    /// <summary>Fewer say too little to hold anything against them.</summary>
    public const int RoundsToJudge = 5;

    private static readonly TimeSpan JitNeeds = TimeSpan.FromSeconds(10);

    public bool IsJudged => Rounds >= RoundsToJudge;

    /// <summary>Until the compiler has settled; a quick look that judges nothing does not wait for it.</summary>
    public TimeSpan WarmUp => IsJudged ? JitNeeds : Window;
}
