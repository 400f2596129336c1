using System.Text.Json;
using Trt.Sandbox.Telegram.Chats;
using Trt.Sandbox.Telegram.Files;
using Trt.Sandbox.Telegram.Markup;
using Trt.Sandbox.Telegram.Objects;
using Trt.Sandbox.Telegram.Wire;

namespace Trt.Sandbox.Telegram.Methods;

/// <summary>One piece of media of a request: its kind, its own fields and its caption.</summary>
internal sealed record MediaItem(FileKind Kind, Parameters Fields, string FileField, FormattedText Caption);

internal static class MediaMethods
{
    private const int AlbumMax = 10;

    public static readonly BotMethod[] All =
    [
        Single("sendPhoto", "photo", FileKind.Photo),
        Single("sendVideo", "video", FileKind.Video),
        Single("sendAnimation", "animation", FileKind.Animation),
        Single("sendAudio", "audio", FileKind.Audio),
        Single("sendVoice", "voice", FileKind.VoiceNote),
        Single("sendVideoNote", "video_note", FileKind.VideoNote),
        Single("sendDocument", "document", FileKind.Document),
        Single("sendSticker", "sticker", FileKind.Sticker),
        new("sendMediaGroup", SendMediaGroup) { IsPaced = true, Media = InputMediaReferences },
        new("sendLocation", SendLocation) { IsPaced = true },
        new("sendContact", SendContact) { IsPaced = true },
    ];

    public static FormattedText ReadCaption(Call call, Parameters fields) =>
        FormattedText.Read(fields, "caption_entities", fields["caption"], call.Bot.World.Person);

    /// <summary>The media that an InputMedia, or an array of them, names.</summary>
    public static IEnumerable<MediaReference> InputMediaReferences(Parameters parameters)
    {
        if (parameters.JsonOrIgnored("media") is not { } json)
        {
            yield break;
        }

        foreach (var item in json.ValueKind == JsonValueKind.Array ? json.EnumerateArray().ToArray() : [json])
        {
            if (item.ValueKind == JsonValueKind.Object && KindOf(item.TextOf("type")) is { } kind && item.TextOf("media") is { } value)
            {
                yield return new MediaReference(value.Trim(), kind);
            }
        }
    }

    public static MediaItem ReadInputMedia(Call call, JsonElement? json)
    {
        if (json is not { ValueKind: JsonValueKind.Object } item)
        {
            throw Refuse.Bad("can't parse InputMedia: Expected an Object");
        }

        var fields = call.Parameters.Inside(item);
        var kind = KindOf(fields.TextOrAbsent("type")) ?? throw Refuse.Bad("can't parse InputMedia: Media type is unsupported");
        if (fields["media"].Length == 0)
        {
            throw Refuse.Bad("can't parse InputMedia: Media not found");
        }

        return new MediaItem(kind, fields, "media", ReadCaption(call, fields));
    }

    public static Message Fill(Call call, Message message, MediaItem item)
    {
        item.Caption.CheckLength(FormattedText.CaptionMax, "message caption is too long");
        var source = MediaSource.Read(call, item.Fields, item.FileField, item.Kind);
        return MediaContent.Attach(message, item.Kind, source, call, item.Fields) with
        {
            Caption = item.Caption.TextOrAbsent,
            CaptionEntities = item.Caption.EntitiesOrAbsent,
            ShowCaptionAboveMedia = item.Fields.FlagOrAbsent("show_caption_above_media"),
            HasMediaSpoiler = item.Fields.FlagOrAbsent("has_spoiler"),
        };
    }

    private static BotMethod Single(string name, string field, FileKind kind) => new(name, call => Send(call, field, kind))
    {
        IsPaced = true,
        Media = parameters => [new MediaReference(parameters[field].Trim(), kind)],
    };

    private static Message Send(Call call, string field, FileKind kind)
    {
        var caption = ReadCaption(call, call.Parameters);
        var envelope = Envelope.Read(call);
        return call.Send(envelope, message => Fill(call, message, new MediaItem(kind, call.Parameters, field, caption))).Message;
    }

    private static List<Message> SendMediaGroup(Call call)
    {
        if (call.Parameters.Json("media", "can't parse media JSON object") is not { ValueKind: JsonValueKind.Array } array)
        {
            throw Refuse.Bad("parameter \"media\" is required");
        }

        var items = array.EnumerateArray().Select(item => ReadInputMedia(call, item)).ToList();
        var envelope = Envelope.Read(call, withMarkup: false);
        CheckAlbum(items);

        var groupId = items.Count > 1 ? call.Bot.NewId() : null;
        // All or nothing: the first item that fails leaves the chat as it was.
        List<Message> messages = [.. items.Select((item, index) => AlbumItem(call, envelope, item, index, groupId))];
        foreach (var message in messages)
        {
            envelope.Room.Add(new ChatEntry(message));
        }

        return messages;
    }

    private static Message AlbumItem(Call call, Envelope envelope, MediaItem item, int index, string? groupId)
    {
        try
        {
            return Fill(call, envelope.Open(call.Bot, call.Now) with { MediaGroupId = groupId }, item);
        }
        catch (BotApiException refusal) when (
            refusal.Raw != refusal.Description && refusal.Raw.All(c => char.IsAsciiLetterUpper(c) || c == '_'))
        {
            throw Refuse.Bad($"failed to send message #{index + 1} with the error message \"{refusal.Raw}\"");
        }
    }

    private static void CheckAlbum(List<MediaItem> items)
    {
        if (items.Count == 0)
        {
            throw Refuse.Bad("there are no messages to send");
        }

        if (items.Count > AlbumMax)
        {
            throw Refuse.Bad("too many messages to send as an album");
        }

        if (items.Exists(item => item.Kind == FileKind.Animation))
        {
            throw Refuse.Bad("can't use the media of the specified type in the album");
        }

        foreach (var kind in (ReadOnlySpan<FileKind>)[FileKind.Document, FileKind.Audio])
        {
            if (items.Exists(item => item.Kind == kind) && items.Exists(item => item.Kind != kind))
            {
                throw Refuse.Bad($"{kind.ToString().ToLowerInvariant()} can't be mixed with other media types");
            }
        }
    }

    private static Message SendLocation(Call call)
    {
        var envelope = Envelope.Read(call);
        if (!TryCoordinate(call, "latitude", 90, out var latitude) || !TryCoordinate(call, "longitude", 180, out var longitude))
        {
            throw Refuse.Bad("wrong location specified");
        }

        return call.Send(envelope, message => message with { Location = new Location(latitude, longitude) }).Message;
    }

    private static bool TryCoordinate(Call call, string name, double max, out double value) =>
        double.TryParse(call.Parameters[name], System.Globalization.CultureInfo.InvariantCulture, out value) && Math.Abs(value) <= max;

    private static Message SendContact(Call call)
    {
        var contact = new Contact(
            call.Parameters.Required("phone_number"), call.Parameters.Required("first_name"), call.Parameters.TextOrAbsent("last_name"));
        return call.Send(Envelope.Read(call), message => message with { Contact = contact }).Message;
    }

    private static FileKind? KindOf(string? type) => type switch
    {
        "photo" => FileKind.Photo,
        "video" => FileKind.Video,
        "animation" => FileKind.Animation,
        "audio" => FileKind.Audio,
        "document" => FileKind.Document,
        _ => null,
    };
}
