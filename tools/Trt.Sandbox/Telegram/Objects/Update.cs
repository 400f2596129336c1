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

    [JsonIgnore]
    public string Kind =>
        Message is not null ? "message"
        : EditedMessage is not null ? "edited_message"
        : CallbackQuery is not null ? "callback_query"
        : PreCheckoutQuery is not null ? "pre_checkout_query"
        : "my_chat_member";

    /// <summary>Updates of one lane reach a webhook one after the other; lanes run side by side.</summary>
    [JsonIgnore]
    public string Lane =>
        CallbackQuery is not null ? $"callback {CallbackQuery.From.Id}"
        : PreCheckoutQuery is not null ? $"payment {PreCheckoutQuery.From.Id}"
        : $"chat {(Message ?? EditedMessage)?.Chat.Id ?? MyChatMember!.Chat.Id}";

    [JsonIgnore]
    public TimeSpan Lifetime => CallbackQuery is not null || PreCheckoutQuery is not null
        ? TimeSpan.FromSeconds(150)
        : TimeSpan.FromHours(24);
}

internal sealed record CallbackQuery
{
    public required string Id { get; init; }
    public required User From { get; init; }
    public required Message Message { get; init; }
    public required string ChatInstance { get; init; }
    public required string Data { get; init; }
}

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
