using System.Text.Json;

namespace Trt.Infrastructure.Telegram.Types;

/// <summary>At most one of the payloads is there; none of those we model means a kind that we do not handle.</summary>
public sealed record Update
{
    public long UpdateId { get; init; }

    public Message? Message { get; init; }

    public Message? EditedMessage { get; init; }

    public CallbackQuery? CallbackQuery { get; init; }

    public InlineQuery? InlineQuery { get; init; }

    public PreCheckoutQuery? PreCheckoutQuery { get; init; }

    public ChatMemberUpdated? MyChatMember { get; init; }

    public PaidMediaPurchased? PurchasedPaidMedia { get; init; }

    /// <summary>As it came, as far as we model it; <see cref="Parse"/> reads it again.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, BotJson.Wire.Update);

    /// <exception cref="JsonException">Not a JSON object of this shape.</exception>
    public static Update Parse(ReadOnlySpan<byte> utf8) =>
        JsonSerializer.Deserialize(utf8, BotJson.Wire.Update) ?? throw new JsonException("An update cannot be null.");
}

/// <summary>The names that <c>allowed_updates</c> takes, for the kinds that this client reads.</summary>
public static class UpdateKinds
{
    public const string Message = "message";
    public const string EditedMessage = "edited_message";
    public const string CallbackQuery = "callback_query";
    public const string InlineQuery = "inline_query";
    public const string PreCheckoutQuery = "pre_checkout_query";
    public const string MyChatMember = "my_chat_member";
    public const string PurchasedPaidMedia = "purchased_paid_media";
}

public sealed record CallbackQuery
{
    public string Id { get => field ?? ""; init; }

    public User From { get => field ?? User.Nobody; init; }

    /// <summary>Its <see cref="Message.IsInaccessible"/> says whether it was deleted meanwhile.</summary>
    public Message? Message { get; init; }

    public string? InlineMessageId { get; init; }

    public string ChatInstance { get => field ?? ""; init; }

    public string? Data { get; init; }

    public string? GameShortName { get; init; }
}

public sealed record InlineQuery
{
    public string Id { get => field ?? ""; init; }

    public User From { get => field ?? User.Nobody; init; }

    public string Query { get => field ?? ""; init; }

    public string Offset { get => field ?? ""; init; }

    public string? ChatType { get; init; }
}

public sealed record PaidMediaPurchased
{
    public User From { get => field ?? User.Nobody; init; }

    public string PaidMediaPayload { get => field ?? ""; init; }
}

public sealed record WebhookInfo
{
    /// <summary>Empty when no webhook is set.</summary>
    public string Url { get => field ?? ""; init; }

    public bool HasCustomCertificate { get; init; }

    public int PendingUpdateCount { get; init; }

    public string? IpAddress { get; init; }

    public long? LastErrorDate { get; init; }

    public string? LastErrorMessage { get; init; }

    public long? LastSynchronizationErrorDate { get; init; }

    public int? MaxConnections { get; init; }

    public IReadOnlyList<string> AllowedUpdates { get => field ?? []; init; }
}
