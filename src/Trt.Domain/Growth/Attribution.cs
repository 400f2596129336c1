using Trt.Domain.Shared;

namespace Trt.Domain.Growth;

/// <summary>What brought a customer: the source of their very first word, once and for ever, and the latest one.</summary>
public sealed class Attribution
{
    private Attribution()
    {
    }

    public UserId UserId { get; private init; }

    /// <summary>Null when they knew the shop before they first followed such a link.</summary>
    public string? FirstSource { get; private init; }

    public string LastSource { get; private set; } = "";

    public DateTimeOffset LastAt { get; private set; }

    public static Attribution Of(UserId user, string source, bool isNew, DateTimeOffset now) =>
        new() { UserId = user, FirstSource = isNew ? source : null, LastSource = source, LastAt = now };

    public void ComeAgain(string source, DateTimeOffset now) => (LastSource, LastAt) = (source, now);
}
