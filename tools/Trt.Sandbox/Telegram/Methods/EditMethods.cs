using Trt.Sandbox.Telegram.Chats;
using Trt.Sandbox.Telegram.Files;
using Trt.Sandbox.Telegram.Markup;
using Trt.Sandbox.Telegram.Objects;
using Trt.Sandbox.Telegram.Wire;

namespace Trt.Sandbox.Telegram.Methods;

/// <summary>Edits compare what would come out with what is there; without a keyboard in the call the message loses its own.</summary>
internal static class EditMethods
{
    private const string NotModified =
        "message is not modified: specified new message content and reply markup are exactly the same "
        + "as a current content and reply markup of the message";

    public static readonly BotMethod[] All =
    [
        new("editMessageText", EditText) { IsPaced = true },
        new("editMessageCaption", EditCaption) { IsPaced = true },
        new("editMessageMedia", EditMedia) { IsPaced = true, Media = MediaMethods.InputMediaReferences },
        new("editMessageReplyMarkup", EditReplyMarkup) { IsPaced = true },
    ];

    private static object EditText(Call call)
    {
        var text = TextMethods.ReadText(call);
        var markup = ReplyMarkup.ReadInline(call.Parameters, call.Settings);
        var (room, entry) = call.OwnMessage();
        if (entry.Message.Text is null)
        {
            throw Refuse.Bad("there is no text in the message to edit");
        }

        text.CheckLength(FormattedText.TextMax, "message is too long");
        return Put(call, room, entry, entry.Message with
        {
            Text = text.Text,
            Entities = text.EntitiesOrAbsent,
            LinkPreviewOptions = TextMethods.LinkPreview(call.Parameters),
            ReplyMarkup = markup,
        });
    }

    private static object EditCaption(Call call)
    {
        var caption = MediaMethods.ReadCaption(call, call.Parameters);
        var markup = ReplyMarkup.ReadInline(call.Parameters, call.Settings);
        var (room, entry) = call.OwnMessage();
        if (!entry.Message.CanHaveCaption)
        {
            throw Refuse.Bad("there is no caption in the message to edit");
        }

        caption.CheckLength(FormattedText.CaptionMax, "message caption is too long");
        return Put(call, room, entry, entry.Message with
        {
            Caption = caption.TextOrAbsent,
            CaptionEntities = caption.EntitiesOrAbsent,
            ShowCaptionAboveMedia = call.Parameters.FlagOrAbsent("show_caption_above_media"),
            ReplyMarkup = markup,
        });
    }

    private static object EditMedia(Call call)
    {
        var item = MediaMethods.ReadInputMedia(call, call.Parameters.Json("media", "can't parse input media JSON object"));
        var markup = ReplyMarkup.ReadInline(call.Parameters, call.Settings);
        var (room, entry) = call.OwnMessage();
        if (entry.Message is { Text: null, HasMedia: false })
        {
            throw Refuse.Bad("message media can't be edited");
        }

        if (entry.Message.MediaGroupId is not null && !FitsAlbumOf(entry.Message, item.Kind))
        {
            throw Refuse.Bad("can't change media type in the album");
        }

        var edited = MediaMethods.Fill(call, entry.Message.WithoutContent() with { ReplyMarkup = markup }, item);
        return Put(call, room, entry, edited);
    }

    private static object EditReplyMarkup(Call call)
    {
        var markup = ReplyMarkup.ReadInline(call.Parameters, call.Settings);
        var (room, entry) = call.OwnMessage();
        return Put(call, room, entry, entry.Message with { ReplyMarkup = markup });
    }

    private static bool FitsAlbumOf(Message message, FileKind kind) => kind switch
    {
        FileKind.Photo or FileKind.Video => message.Photo is not null || message.Video is not null,
        FileKind.Audio => message.Audio is not null,
        FileKind.Document => message.Document is not null,
        _ => false,
    };

    private static object Put(Call call, ChatRoom room, ChatEntry entry, Message edited)
    {
        if (IsSame(entry.Message, edited))
        {
            throw Refuse.Bad(NotModified);
        }

        entry.Message = edited with { EditDate = call.Now.ToUnixTimeSeconds() };
        room.Touch();
        return call.IsInline ? true : entry.Message;
    }

    private static bool IsSame(Message current, Message edited) =>
        ReplyMarkup.AreSame(current.ReplyMarkup, edited.ReplyMarkup)
        && ReplyMarkup.AreSame(current.LinkPreviewOptions, edited.LinkPreviewOptions)
        && (current.Text ?? "") == (edited.Text ?? "")
        && (current.Caption ?? "") == (edited.Caption ?? "")
        && (current.Entities ?? []).SequenceEqual(edited.Entities ?? [])
        && (current.CaptionEntities ?? []).SequenceEqual(edited.CaptionEntities ?? [])
        && current.ShowCaptionAboveMedia == edited.ShowCaptionAboveMedia
        && current.HasMediaSpoiler == edited.HasMediaSpoiler
        && FileOf(current) == FileOf(edited);

    private static string? FileOf(Message message) =>
        message.Photo?[^1].FileUniqueId ?? message.Video?.FileUniqueId ?? message.Animation?.FileUniqueId ?? message.Audio?.FileUniqueId
        ?? message.Document?.FileUniqueId ?? message.Voice?.FileUniqueId;
}
