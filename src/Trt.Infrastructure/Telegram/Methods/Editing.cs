using Trt.Infrastructure.Telegram.Types;

namespace Trt.Infrastructure.Telegram.Methods;

/// <summary>Buttons that are not given are removed.</summary>
public abstract record EditMethod : BotMethod<Message>
{
    public required long ChatId { get; init; }

    public required long MessageId { get; init; }

    public InlineKeyboardMarkup? ReplyMarkup { get; init; }
}

public sealed record EditMessageText : EditMethod
{
    public required string Text { get; init; }

    public string? ParseMode { get; init; }

    public IReadOnlyList<MessageEntity>? Entities { get; init; }

    public LinkPreviewOptions? LinkPreviewOptions { get; init; }
}

public sealed record EditMessageCaption : EditMethod
{
    public string? Caption { get; init; }

    public string? ParseMode { get; init; }

    public IReadOnlyList<MessageEntity>? CaptionEntities { get; init; }

    public bool? ShowCaptionAboveMedia { get; init; }
}

public sealed record EditMessageMedia : EditMethod
{
    public required InputMedia Media { get; init; }

    internal override IEnumerable<InputFile?> Files => Media.Files;
}

public sealed record EditMessageReplyMarkup : EditMethod;

public sealed record DeleteMessage : BotMethod<bool>
{
    public required long ChatId { get; init; }

    public required long MessageId { get; init; }
}

public sealed record DeleteMessages : BotMethod<bool>
{
    public required long ChatId { get; init; }

    /// <summary>1–100; unknown ones are skipped.</summary>
    public required IReadOnlyList<long> MessageIds { get; init; }
}
