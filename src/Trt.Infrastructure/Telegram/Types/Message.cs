using System.Text.Json.Serialization;

namespace Trt.Infrastructure.Telegram.Types;

public sealed record Message
{
    public long MessageId { get; init; }

    /// <summary>Unix seconds; 0 when the message is no longer accessible.</summary>
    public long Date { get; init; }

    public Chat Chat { get => field ?? Chat.None; init; }

    /// <summary>Absent for channel posts.</summary>
    public User? From { get; init; }

    public Chat? SenderChat { get; init; }

    public long? MessageThreadId { get; init; }

    public bool IsTopicMessage { get; init; }

    public long? EditDate { get; init; }

    public Message? ReplyToMessage { get; init; }

    public User? ViaBot { get; init; }

    public string? MediaGroupId { get; init; }

    public string? Text { get; init; }

    public IReadOnlyList<MessageEntity> Entities { get => field ?? []; init; }

    public string? Caption { get; init; }

    public IReadOnlyList<MessageEntity> CaptionEntities { get => field ?? []; init; }

    public bool ShowCaptionAboveMedia { get; init; }

    public bool HasMediaSpoiler { get; init; }

    /// <summary>The same picture in growing sizes.</summary>
    public IReadOnlyList<PhotoSize> Photo { get => field ?? []; init; }

    public Video? Video { get; init; }

    /// <summary>Comes together with <see cref="Document"/>.</summary>
    public Animation? Animation { get; init; }

    public Audio? Audio { get; init; }

    public Voice? Voice { get; init; }

    public VideoNote? VideoNote { get; init; }

    public Document? Document { get; init; }

    public Sticker? Sticker { get; init; }

    public Invoice? Invoice { get; init; }

    public SuccessfulPayment? SuccessfulPayment { get; init; }

    public RefundedPayment? RefundedPayment { get; init; }

    public Contact? Contact { get; init; }

    public Location? Location { get; init; }

    public WebAppData? WebAppData { get; init; }

    public WriteAccessAllowed? WriteAccessAllowed { get; init; }

    public IReadOnlyList<User> NewChatMembers { get => field ?? []; init; }

    public User? LeftChatMember { get; init; }

    public Message? PinnedMessage { get; init; }

    public long? MigrateToChatId { get; init; }

    public long? MigrateFromChatId { get; init; }

    public bool HasProtectedContent { get; init; }

    public string? EffectId { get; init; }

    public InlineKeyboardMarkup? ReplyMarkup { get; init; }

    [JsonIgnore]
    public bool IsInaccessible => Date == 0;
}

/// <summary>Offset and length count UTF-16 units, as C# does.</summary>
public sealed record MessageEntity
{
    public string Type { get => field ?? ""; init; }

    public int Offset { get; init; }

    public int Length { get; init; }

    public string? Url { get; init; }

    public User? User { get; init; }

    public string? Language { get; init; }

    public string? CustomEmojiId { get; init; }
}

/// <summary>What copying gives back.</summary>
public sealed record MessageReference
{
    public long MessageId { get; init; }
}

public sealed record Contact
{
    public string PhoneNumber { get => field ?? ""; init; }

    public string FirstName { get => field ?? ""; init; }

    public string? LastName { get; init; }

    public long? UserId { get; init; }
}

public sealed record Location
{
    public double Latitude { get; init; }

    public double Longitude { get; init; }
}

public sealed record WebAppData
{
    public string Data { get => field ?? ""; init; }

    public string ButtonText { get => field ?? ""; init; }
}

public sealed record WriteAccessAllowed
{
    public bool FromRequest { get; init; }

    public string? WebAppName { get; init; }

    public bool FromAttachmentMenu { get; init; }
}
