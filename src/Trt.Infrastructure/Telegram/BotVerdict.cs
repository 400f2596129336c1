namespace Trt.Infrastructure.Telegram;

/// <summary>What the bot must do about a call that failed.</summary>
public enum BotVerdict
{
    /// <summary>The wish is fulfilled or nobody waits for it any more: not modified, already deleted, query too old.</summary>
    Ignore,

    /// <summary>Wait for <see cref="BotApiException.RetryAfter"/>, at least in this chat.</summary>
    RetryAfter,

    /// <summary>Nobody is reached under this chat id; the chat may have moved to <see cref="BotApiException.MigrateToChatId"/>.</summary>
    RecipientGone,

    /// <summary>The message cannot be edited in this way: send a new one.</summary>
    SendNew,

    /// <summary>
    /// This file does not go this way: upload instead of an address, a document instead of a photo, one by one instead of an album.
    /// </summary>
    TryOtherWay,

    /// <summary>The markup of the text is broken: send it without a parse mode.</summary>
    PlainText,

    /// <summary>Our mistake: the same call will never succeed.</summary>
    Fix,

    /// <summary>The token is not accepted or another instance polls: stop and tell the operator.</summary>
    Stop,

    /// <summary>Telegram or the way to it is in trouble.</summary>
    TryLater,

    /// <summary>The call went out and no answer came: it may have been done.</summary>
    Unknown,
}
