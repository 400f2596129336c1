namespace Trt.Application.Ports;

/// <summary>Why an order has not started yet.</summary>
public enum WaitReason
{
    /// <summary>It stays for a few seconds, so that it can be taken back.</summary>
    Grace,

    /// <summary>Others were first.</summary>
    Turn,

    /// <summary>Its customer has as many under way as run at a time.</summary>
    OwnOrders,

    /// <summary>Nothing can be started at the moment.</summary>
    StartsPaused,

    /// <summary>Its model fails at the moment and comes back by itself.</summary>
    ModelRests,
}

/// <param name="Ahead">How many start before it.</param>
/// <param name="Since">Since when there is something in the way.</param>
public sealed record QueuePlace(WaitReason Reason, int Ahead = 0, DateTimeOffset? Since = null)
{
    /// <summary>Only in the first seconds: when it leaves by itself.</summary>
    public TimeSpan LeavesIn { get; init; }
}
