namespace Trt.Api.Bot;

/// <summary>What the person gets back at once: a screen, a toast on the pressed button, or both.</summary>
/// <param name="AsNewMessage">Below everything instead of in place of the pressed message.</param>
/// <param name="MergeKey">Screens with the same key within a moment become one: the photos of an album.</param>
internal sealed record Reply(Screen? Screen, string? Toast = null, bool AsNewMessage = false, string? MergeKey = null)
{
    public static readonly Reply Nothing = new((Screen?)null);

    /// <summary>The press opens this, at once: a way into the private chat.</summary>
    public Uri? Address { get; init; }

    /// <summary>Why a press was not followed; goes into the log.</summary>
    public RejectReason? Rejected { get; init; }

    /// <summary>The same more exactly, where the reason has kinds.</summary>
    public string? RejectDetail { get; init; }

    public static implicit operator Reply(Screen screen) => new(screen);
}

internal enum RejectReason
{
    UnknownCallback,
    StateMismatch,
    PermissionDenied,
    BalanceInsufficient,
    ModelDisabled,
    ValidationFailed,
    RateLimit,
}
