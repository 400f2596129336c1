namespace Trt.Application.Ports;

/// <summary>What became of a message.</summary>
public abstract record SendOutcome
{
    public sealed record Sent(long MessageId, string? FileId) : SendOutcome
    {
        /// <summary>Of an album: the copy of each of its pieces that the messenger keeps.</summary>
        public IReadOnlyList<string?> Copies { get; init; } = [];
    }

    /// <summary>The person stopped the bot or is gone.</summary>
    public sealed record RecipientGone : SendOutcome;

    /// <summary>Proven: not sent.</summary>
    public sealed record TryLater(TimeSpan After, string Detail) : SendOutcome;

    /// <summary>May or may not have been sent.</summary>
    /// <param name="IsTrouble">The messenger itself said that something broke at its side: most likely it was not.</param>
    public sealed record Unknown(string Detail, bool IsTrouble = false) : SendOutcome;

    /// <summary>The messenger takes these outputs only one by one.</summary>
    public sealed record OneByOne(string Detail) : SendOutcome;

    /// <summary>Nothing is behind the address any more, or nothing that a customer would pay for.</summary>
    public sealed record ResultGone(string Detail) : SendOutcome;

    /// <summary>The place where the result lies does not answer now.</summary>
    public sealed record ResultAway(TimeSpan After, string Detail) : SendOutcome;
}
