using System.Text.Json.Serialization;

namespace Trt.Infrastructure.Telegram.Types;

[JsonDerivedType(typeof(InlineKeyboardMarkup))]
[JsonDerivedType(typeof(ReplyKeyboardMarkup))]
[JsonDerivedType(typeof(ReplyKeyboardRemove))]
[JsonDerivedType(typeof(ForceReply))]
public abstract record ReplyMarkup;

/// <summary>Buttons under the message, row by row.</summary>
public sealed record InlineKeyboardMarkup : ReplyMarkup
{
    public IReadOnlyList<IReadOnlyList<InlineKeyboardButton>> InlineKeyboard { get => field ?? []; init; }
}

/// <summary>A text and exactly one thing that it does.</summary>
public sealed record InlineKeyboardButton
{
    public string Text { get => field ?? ""; init; }

    public string? Url { get; init; }

    /// <summary>1–64 bytes.</summary>
    public string? CallbackData { get; init; }

    public WebAppInfo? WebApp { get; init; }

    public string? SwitchInlineQuery { get; init; }

    public string? SwitchInlineQueryCurrentChat { get; init; }

    public CopyTextButton? CopyText { get; init; }

    public bool? Pay { get; init; }

    /// <summary>primary, success or danger.</summary>
    public string? Style { get; init; }

    public string? IconCustomEmojiId { get; init; }
}

public sealed record WebAppInfo
{
    public string Url { get => field ?? ""; init; }
}

public sealed record CopyTextButton
{
    public string Text { get => field ?? ""; init; }
}

/// <summary>Buttons in place of the keyboard; a press arrives as a plain text.</summary>
public sealed record ReplyKeyboardMarkup : ReplyMarkup
{
    public required IReadOnlyList<IReadOnlyList<KeyboardButton>> Keyboard { get; init; }

    public bool? ResizeKeyboard { get; init; }

    public bool? OneTimeKeyboard { get; init; }

    public bool? IsPersistent { get; init; }

    public string? InputFieldPlaceholder { get; init; }
}

public sealed record KeyboardButton
{
    public required string Text { get; init; }

    public bool? RequestContact { get; init; }

    public WebAppInfo? WebApp { get; init; }
}

public sealed record ReplyKeyboardRemove : ReplyMarkup
{
    public bool RemoveKeyboard { get; } = true;
}

public sealed record ForceReply : ReplyMarkup
{
    [JsonPropertyName("force_reply")]
    public bool Force { get; } = true;

    public string? InputFieldPlaceholder { get; init; }
}

public sealed record ReplyParameters
{
    public required long MessageId { get; init; }

    public long? ChatId { get; init; }

    /// <summary>A reply to a message that is gone meanwhile is still sent.</summary>
    public bool AllowSendingWithoutReply { get; init; } = true;

    public string? Quote { get; init; }
}

public sealed record LinkPreviewOptions
{
    public static readonly LinkPreviewOptions None = new() { IsDisabled = true };

    public bool? IsDisabled { get; init; }

    public string? Url { get; init; }

    public bool? PreferSmallMedia { get; init; }

    public bool? PreferLargeMedia { get; init; }

    public bool? ShowAboveText { get; init; }
}
