namespace Trt.Infrastructure.Telegram;

/// <summary>The envelope of every answer.</summary>
internal sealed record BotAnswer<TResult>
{
    public bool Ok { get; init; }

    public TResult? Result { get; init; }

    public int ErrorCode { get; init; }

    public string? Description { get; init; }

    public BotAnswerParameters? Parameters { get; init; }
}

internal sealed record BotAnswerParameters
{
    public int? RetryAfter { get; init; }

    public long? MigrateToChatId { get; init; }
}
