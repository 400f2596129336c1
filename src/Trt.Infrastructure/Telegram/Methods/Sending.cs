using Trt.Infrastructure.Telegram.Types;

namespace Trt.Infrastructure.Telegram.Methods;

/// <summary>What every way of sending has in common.</summary>
public abstract record SendMethod<TResult> : BotMethod<TResult>
{
    public required long ChatId { get; init; }

    public long? MessageThreadId { get; init; }

    public bool? DisableNotification { get; init; }

    public bool? ProtectContent { get; init; }

    public bool? AllowPaidBroadcast { get; init; }

    public string? MessageEffectId { get; init; }

    public ReplyParameters? ReplyParameters { get; init; }
}

/// <summary>A message can carry buttons; an album cannot.</summary>
public abstract record SendWithButtons<TResult> : SendMethod<TResult>
{
    public ReplyMarkup? ReplyMarkup { get; init; }
}

public sealed record SendMessage : SendWithButtons<Message>
{
    /// <summary>1–4096 characters after the markup is read.</summary>
    public required string Text { get; init; }

    public string? ParseMode { get; init; }

    public IReadOnlyList<MessageEntity>? Entities { get; init; }

    public LinkPreviewOptions? LinkPreviewOptions { get; init; }
}

public sealed record SendChatAction : BotMethod<bool>
{
    public required long ChatId { get; init; }

    public required string Action { get; init; }

    public long? MessageThreadId { get; init; }
}

/// <summary>Only the id comes back.</summary>
public sealed record CopyMessage : SendWithButtons<MessageReference>
{
    public required long FromChatId { get; init; }

    public required long MessageId { get; init; }

    /// <summary>Null keeps the caption of the original.</summary>
    public string? Caption { get; init; }

    public string? ParseMode { get; init; }

    public IReadOnlyList<MessageEntity>? CaptionEntities { get; init; }

    public bool? ShowCaptionAboveMedia { get; init; }
}

public sealed record ForwardMessage : BotMethod<Message>
{
    public required long ChatId { get; init; }

    public required long FromChatId { get; init; }

    public required long MessageId { get; init; }

    public long? MessageThreadId { get; init; }

    public bool? DisableNotification { get; init; }

    public bool? ProtectContent { get; init; }
}

/// <summary>The names of <see cref="SendChatAction.Action"/>. Shown for five seconds at most.</summary>
public static class ChatActions
{
    public const string Typing = "typing";
    public const string UploadPhoto = "upload_photo";
    public const string RecordVideo = "record_video";
    public const string UploadVideo = "upload_video";
    public const string RecordVoice = "record_voice";
    public const string UploadVoice = "upload_voice";
    public const string UploadDocument = "upload_document";
}
