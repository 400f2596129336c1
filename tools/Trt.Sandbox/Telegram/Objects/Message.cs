using System.Text.Json;
using System.Text.Json.Serialization;

namespace Trt.Sandbox.Telegram.Objects;

/// <summary>A Bot API message. Immutable: an edit makes a new one, so an update already queued keeps what it said.</summary>
internal sealed record Message
{
    public required long MessageId { get; init; }
    public User? From { get; init; }
    public Chat? SenderChat { get; init; }
    public string? AuthorSignature { get; init; }
    public User? ViaBot { get; init; }
    public required Chat Chat { get; init; }
    public required long Date { get; init; }
    public long? EditDate { get; init; }
    public ForwardOrigin? ForwardOrigin { get; init; }
    public Message? ReplyToMessage { get; init; }
    public bool? HasProtectedContent { get; init; }
    public string? EffectId { get; init; }
    public string? MediaGroupId { get; init; }
    public string? Text { get; init; }
    public IReadOnlyList<MessageEntity>? Entities { get; init; }
    public JsonElement? LinkPreviewOptions { get; init; }
    public IReadOnlyList<PhotoSize>? Photo { get; init; }
    public Video? Video { get; init; }
    public Animation? Animation { get; init; }
    public Audio? Audio { get; init; }
    public Voice? Voice { get; init; }
    public VideoNote? VideoNote { get; init; }
    public Document? Document { get; init; }
    public Sticker? Sticker { get; init; }
    public Contact? Contact { get; init; }
    public Location? Location { get; init; }
    public string? Caption { get; init; }
    public IReadOnlyList<MessageEntity>? CaptionEntities { get; init; }
    public bool? ShowCaptionAboveMedia { get; init; }
    public bool? HasMediaSpoiler { get; init; }
    public Invoice? Invoice { get; init; }
    public SuccessfulPayment? SuccessfulPayment { get; init; }
    public RefundedPayment? RefundedPayment { get; init; }
    public IReadOnlyList<User>? NewChatMembers { get; init; }
    public User? LeftChatMember { get; init; }
    public string? NewChatTitle { get; init; }
    public bool? GroupChatCreated { get; init; }
    public bool? SupergroupChatCreated { get; init; }
    public long? MigrateToChatId { get; init; }
    public long? MigrateFromChatId { get; init; }
    public JsonElement? ReplyMarkup { get; init; }

    /// <summary>The same message as another one quotes it: replies are shown one level deep.</summary>
    public Message AsReplyTarget() => ReplyToMessage is null ? this : this with { ReplyToMessage = null };

    public Message WithoutContent() => new()
    {
        MessageId = MessageId,
        From = From,
        SenderChat = SenderChat,
        AuthorSignature = AuthorSignature,
        ViaBot = ViaBot,
        Chat = Chat,
        Date = Date,
        EditDate = EditDate,
        ReplyToMessage = ReplyToMessage,
        HasProtectedContent = HasProtectedContent,
        EffectId = EffectId,
        MediaGroupId = MediaGroupId,
        ReplyMarkup = ReplyMarkup,
    };

    /// <summary>What is left of a deleted message inside a button press.</summary>
    public static Message Inaccessible(Chat chat, long messageId) => new() { MessageId = messageId, Chat = chat, Date = 0 };

    public bool HasMedia => Photo is not null || Video is not null || Animation is not null || Audio is not null || Voice is not null
        || VideoNote is not null || Document is not null || Sticker is not null;

    public bool CanHaveCaption => HasMedia && Sticker is null && VideoNote is null;

    public bool IsService => SuccessfulPayment is not null || RefundedPayment is not null || IsAboutTheGroup;

    /// <summary>Who came and went, what the group is called, where it moved.</summary>
    [JsonIgnore]
    public bool IsAboutTheGroup => NewChatMembers is not null || LeftChatMember is not null || NewChatTitle is not null
        || GroupChatCreated is not null || SupergroupChatCreated is not null
        || MigrateToChatId is not null || MigrateFromChatId is not null;
}

internal sealed record MessageEntity
{
    public required string Type { get; init; }
    public required int Offset { get; init; }
    public required int Length { get; init; }
    public string? Url { get; init; }
    public User? User { get; init; }
    public string? Language { get; init; }
    public string? CustomEmojiId { get; init; }
    public long? UnixTime { get; init; }
    public string? DateTimeFormat { get; init; }
}

internal sealed record ForwardOrigin(string Type, long Date, User SenderUser);

internal sealed record MessageReference(long MessageId);
