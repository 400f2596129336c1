namespace Trt.Infrastructure.Telegram;

/// <summary>
/// A call that Telegram refused or that found no answer. Its text is free of the token. To those who know nothing of Telegram
/// (a use case that reads a customer's file) it is a failure to read.
/// </summary>
public sealed class BotApiException : IOException
{
    internal BotApiException(string method, int errorCode, string description, BotVerdict verdict)
        : base(errorCode == 0 ? $"{method}: {description}" : $"{method}: {errorCode} {description}")
    {
        ErrorCode = errorCode;
        Description = description;
        Verdict = verdict;
    }

    /// <summary>Telegram's code, which is also the HTTP status; 0 when no answer came.</summary>
    public int ErrorCode { get; }

    public string Description { get; }

    public BotVerdict Verdict { get; }

    /// <summary>Always there with <see cref="BotVerdict.RetryAfter"/>.</summary>
    public TimeSpan? RetryAfter { get; init; }

    public long? MigrateToChatId { get; init; }

    /// <summary>Sending has no idempotency key: after these nobody knows whether the message is in the chat.</summary>
    public bool MayHaveHappened => Verdict == BotVerdict.Unknown || ErrorCode >= 500;
}
