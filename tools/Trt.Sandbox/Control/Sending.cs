using System.Globalization;
using Trt.Sandbox.Telegram.Files;
using Trt.Sandbox.Telegram.Markup;
using Trt.Sandbox.Telegram.Objects;
using Trt.Sandbox.Telegram.Wire;

namespace Trt.Sandbox.Control;

/// <summary>What people send besides texts.</summary>
internal sealed class Sending(People people)
{
    public Written SendPhoto(PhotoRequest request)
    {
        var photo = Content(request.Base64, request.FileName ?? "photo.jpg", null);
        if (ImageHeader.Read(photo.Content.Span) is null)
        {
            throw new ControlRefusal(
                "\"base64\" is no PNG, JPEG, GIF, WebP or BMP picture; any other file goes by /control/media with kind \"document\"");
        }

        return people.Receive(request, (message, bot) => WithCaption(
            message with { MediaGroupId = request.MediaGroupId }, request.Caption) with
        {
            Photo = PhotoLadder.Store(bot, photo with { FileName = "" }),
        });
    }

    public Written SendMedia(MediaRequest request) => request.Kind switch
    {
        "photo" => SendPhoto(request),
        "contact" => SendContact(request),
        "location" => SendLocation(request),
        "document" => SendFile(request, FileKind.Document, "file.bin", null),
        "video" => SendFile(request, FileKind.Video, "video.mp4", "video/mp4"),
        "audio" => SendFile(request, FileKind.Audio, "audio.mp3", "audio/mpeg"),
        "voice" => SendFile(request, FileKind.VoiceNote, "", "audio/ogg"),
        "animation" => SendFile(request, FileKind.Animation, "animation.mp4", "video/mp4"),
        "video_note" => SendFile(request, FileKind.VideoNote, "", "video/mp4"),
        "sticker" => SendFile(request, FileKind.Sticker, "", "image/webp"),
        _ => throw new ControlRefusal(
            "\"kind\" must be one of photo, document, video, audio, voice, animation, video_note, sticker, contact, location"),
    };

    private Written SendContact(MediaRequest request)
    {
        var phone = request.PhoneNumber ?? throw new ControlRefusal("a contact needs \"phone_number\"");
        return people.Receive(request, (message, _) => message with
        {
            Contact = new Contact(phone, message.From!.FirstName, message.From.LastName, message.From.Id),
        });
    }

    private Written SendLocation(MediaRequest request) => request is { Latitude: { } latitude, Longitude: { } longitude }
        ? people.Receive(request, (message, _) => message with { Location = new Location(latitude, longitude) })
        : throw new ControlRefusal("a location needs \"latitude\" and \"longitude\"");

    private Written SendFile(MediaRequest request, FileKind kind, string fileName, string? mimeType)
    {
        var upload = Content(request.Base64, request.FileName ?? fileName, request.Mime ?? mimeType);
        var fields = new Parameters();
        foreach (var (name, value) in new[] { ("duration", request.Duration), ("width", request.Width), ("height", request.Height) })
        {
            if (value is { } number)
            {
                fields.Add(name, number.ToString(CultureInfo.InvariantCulture));
            }
        }

        return people.Receive(request, (message, bot) =>
            WithCaption(
                MediaContent.Attach(message with { MediaGroupId = request.MediaGroupId }, kind, upload, bot, fields), request.Caption));
    }

    private static Message WithCaption(Message message, string? caption)
    {
        if (string.IsNullOrWhiteSpace(caption))
        {
            return message;
        }

        var text = FormattedText.Typed(caption.Trim());
        return message with { Caption = text.Text, CaptionEntities = text.EntitiesOrAbsent };
    }

    private static Upload Content(string? base64, string fileName, string? mimeType)
    {
        if (string.IsNullOrEmpty(base64))
        {
            throw new ControlRefusal("\"base64\" is empty: give the file's bytes in base64");
        }

        try
        {
            return new Upload(fileName, mimeType, Convert.FromBase64String(base64));
        }
        catch (FormatException)
        {
            throw new ControlRefusal("\"base64\" cannot be decoded: give plain base64 without a data: prefix");
        }
    }
}
