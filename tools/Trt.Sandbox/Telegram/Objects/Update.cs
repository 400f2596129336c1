using System.Text.Json.Serialization;

namespace Trt.Sandbox.Telegram.Objects;

/// <summary>One thing a bot is told; exactly one of the payloads is set.</summary>
internal sealed record Update
{
    public long UpdateId { get; init; }
    public Message? Message { get; init; }
    public Message? EditedMessage { get; init; }
    public CallbackQuery? CallbackQuery { get; init; }
    public PreCheckoutQuery? PreCheckoutQuery { get; init; }
    public ChatMemberUpdated? MyChatMember { get; init; }
    public ChatMemberUpdated? ChatMember { get; init; }
    public InlineQuery? InlineQuery { get; init; }
    public ChosenInlineResult? ChosenInlineResult { get; init; }

    [JsonIgnore]
    public string Kind =>
        Message is not null ? "message"
        : EditedMessage is not null ? "edited_message"
        : CallbackQuery is not null ? "callback_query"
        : PreCheckoutQuery is not null ? "pre_checkout_query"
        : InlineQuery is not null ? "inline_query"
        : ChosenInlineResult is not null ? "chosen_inline_result"
        : ChatMember is not null ? "chat_member"
        : "my_chat_member";

    /// <summary>Updates of one lane reach a webhook one after the other; lanes run side by side.</summary>
    [JsonIgnore]
    public string Lane =>
        CallbackQuery is not null ? $"callback {CallbackQuery.From.Id}"
        : PreCheckoutQuery is not null ? $"payment {PreCheckoutQuery.From.Id}"
        : InlineQuery is not null ? $"inline {InlineQuery.From.Id}"
        : ChosenInlineResult is not null ? $"chosen {ChosenInlineResult.From.Id}"
        : $"chat {(Message ?? EditedMessage)?.Chat.Id ?? (MyChatMember ?? ChatMember)!.Chat.Id}";

    [JsonIgnore]
    public TimeSpan Lifetime => CallbackQuery is not null || PreCheckoutQuery is not null ? TimeSpan.FromSeconds(150)
        : InlineQuery is not null ? TimeSpan.FromSeconds(30)
        : ChosenInlineResult is not null ? TimeSpan.FromMinutes(10)
        : TimeSpan.FromHours(24);
}

internal sealed record CallbackQuery
{
    public required string Id { get; init; }
    public required User From { get; init; }
    public Message? Message { get; init; }
    public string? InlineMessageId { get; init; }
    public required string ChatInstance { get; init; }
    public required string Data { get; init; }
}

internal sealed record InlineQuery(string Id, User From, string Query, string Offset, string ChatType);

internal sealed record ChosenInlineResult(string ResultId, User From, string Query, string? InlineMessageId);

internal sealed record WebhookInfo
{
    public required string Url { get; init; }
    public required bool HasCustomCertificate { get; init; }
    public required int PendingUpdateCount { get; init; }
    public string? IpAddress { get; init; }
    public long? LastErrorDate { get; init; }
    public string? LastErrorMessage { get; init; }
    public int? MaxConnections { get; init; }
    public IReadOnlyList<string>? AllowedUpdates { get; init; }
}
