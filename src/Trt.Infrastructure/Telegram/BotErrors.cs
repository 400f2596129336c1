namespace Trt.Infrastructure.Telegram;

/// <summary>
/// Sorts refusals into what the bot must do. Descriptions are matched by a part and in any case: Telegram changes their
/// beginnings and adds details at their ends.
/// </summary>
public static class BotErrors
{
    private static readonly (int Code, string Part, BotVerdict Verdict)[] Table =
    [
        (400, "message is not modified", BotVerdict.Ignore),
        (400, "message to delete not found", BotVerdict.Ignore),
        (400, "message can't be deleted", BotVerdict.Ignore),
        (400, "query is too old", BotVerdict.Ignore),
        (400, "CHARGE_ALREADY_REFUNDED", BotVerdict.Ignore),

        (400, "message to edit not found", BotVerdict.SendNew),
        (400, "message can't be edited", BotVerdict.SendNew),
        (400, "message media can't be edited", BotVerdict.SendNew),
        (400, "can't change media type in the album", BotVerdict.SendNew),
        (400, "in the message to edit", BotVerdict.SendNew),

        (400, "can't parse entities", BotVerdict.PlainText),

        (400, "chat not found", BotVerdict.RecipientGone),
        (400, "upgraded to a supergroup", BotVerdict.RecipientGone),
        (400, "not enough rights to send", BotVerdict.RecipientGone),
        (403, "can't send messages to the bot", BotVerdict.Fix),
        (403, "can't send messages to bots", BotVerdict.Fix),
        (403, "", BotVerdict.RecipientGone),

        (400, "wrong remote file identifier", BotVerdict.TryOtherWay),
        (400, "remote file identifier must be non-empty", BotVerdict.TryOtherWay),
        (400, "can't use file of type", BotVerdict.TryOtherWay),
        (400, "wrong file identifier/HTTP URL", BotVerdict.TryOtherWay),
        (400, "failed to get HTTP URL content", BotVerdict.TryOtherWay),
        (400, "wrong type of the web page content", BotVerdict.TryOtherWay),
        (400, "wrong HTTP URL specified", BotVerdict.TryOtherWay),
        (400, "PHOTO_INVALID_DIMENSIONS", BotVerdict.TryOtherWay),
        (400, "IMAGE_PROCESS_FAILED", BotVerdict.TryOtherWay),
        (400, "PHOTO_SAVE_FILE_INVALID", BotVerdict.TryOtherWay),
        (400, "photo has unsupported extension", BotVerdict.TryOtherWay),
        (400, "VOICE_MESSAGES_FORBIDDEN", BotVerdict.TryOtherWay),
        (400, "file is too big", BotVerdict.TryOtherWay),
        (413, "", BotVerdict.TryOtherWay),
        (400, "too many messages to send as an album", BotVerdict.TryOtherWay),
        (400, "can't use the media of the specified type in the album", BotVerdict.TryOtherWay),
        (400, "can't be mixed with other media types", BotVerdict.TryOtherWay),
        (400, "failed to send message #", BotVerdict.TryOtherWay),

        (400, "file is temporarily unavailable", BotVerdict.TryLater),

        (401, "", BotVerdict.Stop),
        (409, "setWebhook", BotVerdict.TryLater),
        (409, "", BotVerdict.Stop),
        (429, "", BotVerdict.RetryAfter),
    ];

    public static BotVerdict Sort(int code, string description)
    {
        if (code >= 500)
        {
            return BotVerdict.TryLater;
        }

        foreach (var row in Table)
        {
            if (row.Code == code && description.Contains(row.Part, StringComparison.OrdinalIgnoreCase))
            {
                return row.Verdict;
            }
        }
        return BotVerdict.Fix;
    }
}
