using Trt.Domain.Shared;

namespace Trt.Sandbox.Trials;

/// <summary>How one order of a free model went.</summary>
/// <param name="Callback4xx">Null where nobody counts them.</param>
internal sealed record FreeRun(
    ModelId Model, bool IsDelivered, TimeSpan? ToTask, TimeSpan Total, int? Callback4xx, int? JobNotFound, int Deliveries, string? Trouble)
{
    public bool IsClean => IsDelivered && Deliveries > 0 && Callback4xx is null or 0 && JobNotFound is null or 0;
}

/// <summary>What all runs of a model say of it.</summary>
internal sealed record FreeVerdict(ModelId Model, IReadOnlyList<FreeRun> Runs)
{
    public string Word => Runs.All(run => run.IsClean) ? "STABLE" : Runs.Any(run => run.IsDelivered) ? "UNSTABLE" : "FAILED";

    public bool IsStable => Word == "STABLE";

    public TimeSpan? ToTask => Runs.Max(run => run.ToTask);

    public TimeSpan Total => Runs.Max(run => run.Total);

    public int? Callback4xx => Sum(run => run.Callback4xx);

    public int? JobNotFound => Sum(run => run.JobNotFound);

    public int Deliveries => Runs.Sum(run => run.Deliveries);

    public string? Trouble => Runs.FirstOrDefault(run => run.Trouble is not null)?.Trouble;

    /// <summary>Not known where one of them is not.</summary>
    private int? Sum(Func<FreeRun, int?> count) => Runs.Aggregate((int?)0, (sum, run) => sum + count(run));
}
