namespace Trt.Infrastructure.Telegram.Methods;

/// <summary>Ends the waiting circle on a button; works within about fifteen seconds of the press.</summary>
public sealed record AnswerCallbackQuery : BotMethod<bool>
{
    public required string CallbackQueryId { get; init; }

    /// <summary>Up to 200 characters.</summary>
    public string? Text { get; init; }

    public bool? ShowAlert { get; init; }

    public string? Url { get; init; }

    public int? CacheTime { get; init; }
}
