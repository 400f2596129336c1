namespace Trt.Domain.Generations;

public enum GenerationStatus
{
    /// <summary>Paid for (reserved) and waiting for its turn.</summary>
    Queued,

    /// <summary>The order is on its way to the provider: from here on it may have been placed.</summary>
    Submitting,

    /// <summary>Nobody knows whether the order was placed. It is never placed again.</summary>
    Uncertain,

    Running,

    /// <summary>The result is verified and the money is taken.</summary>
    Succeeded,

    Delivered,

    Failed,

    Cancelled,

    /// <summary>No result by the deadline; the money went back.</summary>
    Expired,
}

public static class GenerationStatuses
{
    private static readonly Dictionary<GenerationStatus, GenerationStatus[]> Allowed = new()
    {
        [GenerationStatus.Queued] =
        [
            GenerationStatus.Submitting, GenerationStatus.Running, GenerationStatus.Failed, GenerationStatus.Cancelled,
            GenerationStatus.Expired,
        ],
        [GenerationStatus.Submitting] =
            [GenerationStatus.Running, GenerationStatus.Uncertain, GenerationStatus.Queued, GenerationStatus.Failed],
        [GenerationStatus.Uncertain] = [GenerationStatus.Running, GenerationStatus.Expired],
        [GenerationStatus.Running] = [GenerationStatus.Succeeded, GenerationStatus.Failed, GenerationStatus.Expired],
        [GenerationStatus.Succeeded] = [GenerationStatus.Delivered, GenerationStatus.Failed],
        [GenerationStatus.Delivered] = [],
        [GenerationStatus.Failed] = [],
        [GenerationStatus.Cancelled] = [],
        [GenerationStatus.Expired] = [],
    };

    /// <summary>Statuses in which the customer's money is still reserved.</summary>
    public static readonly IReadOnlyList<GenerationStatus> Open =
        [GenerationStatus.Queued, GenerationStatus.Submitting, GenerationStatus.Uncertain, GenerationStatus.Running];

    public static bool CanBecome(this GenerationStatus from, GenerationStatus to) => Allowed[from].Contains(to);

    public static bool IsOpen(this GenerationStatus status) => Open.Contains(status);
}
