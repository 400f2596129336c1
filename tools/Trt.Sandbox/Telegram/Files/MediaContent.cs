using Trt.Sandbox.Telegram.Methods;
using Trt.Sandbox.Telegram.Objects;
using Trt.Sandbox.Telegram.Wire;

namespace Trt.Sandbox.Telegram.Files;

/// <summary>Puts a file into a message as the kind of media it was sent as.</summary>
internal static class MediaContent
{
    public static Message Attach(Message message, FileKind kind, MediaSource source, Call call, Parameters fields) =>
        Attach(message, source.Known?.Shown ?? Shown(kind, source.New!, call.Bot, fields, Thumbnail(call.Bot, fields)));

    /// <summary>Media that a person sends.</summary>
    public static Message Attach(Message message, FileKind kind, Upload upload, BotAccount bot, Parameters fields) =>
        Attach(message, Shown(kind, upload, bot, fields, thumbnail: null));

    /// <summary>A file that the messenger has already.</summary>
    public static Message Attach(Message message, StoredFile known) => Attach(message, known.Shown!);

    private static Message Attach(Message message, object shown) =>
        shown switch
        {
            IReadOnlyList<PhotoSize> photo => message with { Photo = photo },
            Video video => message with { Video = video },
            Animation animation => message with { Animation = animation, Document = AsDocument(animation) },
            Audio audio => message with { Audio = audio },
            Voice voice => message with { Voice = voice },
            VideoNote note => message with { VideoNote = note },
            Sticker sticker => message with { Sticker = sticker },
            _ => message with { Document = (Document)shown },
        };

    /// <summary>Stores the file and says how messages show it.</summary>
    private static object Shown(FileKind kind, Upload upload, BotAccount bot, Parameters fields, PhotoSize? thumbnail)
    {
        if (kind == FileKind.Photo)
        {
            return PhotoLadder.Store(bot, upload);
        }

        var mimeType = MimeTypes.Of(upload.MimeType, upload.FileName);
        var file = bot.World.Files.Add(bot.Id, kind, upload with { MimeType = mimeType });
        var image = ImageHeader.Read(upload.Content.Span);
        var width = fields.Int("width") is > 0 and var w ? w : image?.Width ?? 0;
        var height = fields.Int("height") is > 0 and var h ? h : image?.Height ?? 0;
        var duration = Math.Max(fields.Int("duration"), 0);
        return file.Shown = kind switch
        {
            FileKind.Video => new Video
            {
                FileId = file.FileId,
                FileUniqueId = file.UniqueId,
                Width = width,
                Height = height,
                Duration = duration,
                Thumbnail = thumbnail,
                FileName = file.FileName,
                MimeType = mimeType ?? "video/mp4",
                FileSize = file.Size,
            },
            FileKind.Animation => new Animation
            {
                FileId = file.FileId,
                FileUniqueId = file.UniqueId,
                Width = width,
                Height = height,
                Duration = duration,
                Thumbnail = thumbnail,
                FileName = file.FileName,
                MimeType = mimeType ?? "video/mp4",
                FileSize = file.Size,
            },
            FileKind.Audio => new Audio
            {
                FileId = file.FileId,
                FileUniqueId = file.UniqueId,
                Duration = duration,
                Performer = fields.TextOrAbsent("performer"),
                Title = fields.TextOrAbsent("title"),
                FileName = file.FileName,
                MimeType = mimeType ?? "audio/mpeg",
                FileSize = file.Size,
                Thumbnail = thumbnail,
            },
            FileKind.VoiceNote => new Voice
            {
                FileId = file.FileId,
                FileUniqueId = file.UniqueId,
                Duration = duration,
                MimeType = mimeType ?? "audio/ogg",
                FileSize = file.Size,
            },
            FileKind.VideoNote => new VideoNote
            {
                FileId = file.FileId,
                FileUniqueId = file.UniqueId,
                Length = Math.Max(fields.Int("length"), 0),
                Duration = duration,
                FileSize = file.Size,
            },
            FileKind.Sticker => new Sticker
            {
                FileId = file.FileId,
                FileUniqueId = file.UniqueId,
                Width = width,
                Height = height,
                FileSize = file.Size,
            },
            _ => new Document
            {
                FileId = file.FileId,
                FileUniqueId = file.UniqueId,
                Thumbnail = thumbnail,
                FileName = file.FileName,
                MimeType = mimeType,
                FileSize = file.Size,
            },
        };
    }

    private static PhotoSize? Thumbnail(BotAccount bot, Parameters fields)
    {
        var given = fields["thumbnail"] is { Length: > 0 } name ? name : fields["thumb"];
        var part = given.StartsWith("attach://", StringComparison.Ordinal) ? given["attach://".Length..] : "thumbnail";
        if (!fields.Files.TryGetValue(part, out var upload) || ImageHeader.Read(upload.Content.Span) is not var (width, height))
        {
            return null;
        }

        var file = bot.World.Files.Add(bot.Id, FileKind.Thumbnail, upload);
        return new PhotoSize { FileId = file.FileId, FileUniqueId = file.UniqueId, Width = width, Height = height, FileSize = file.Size };
    }

    private static Document AsDocument(Animation animation) => new()
    {
        FileId = animation.FileId,
        FileUniqueId = animation.FileUniqueId,
        Thumbnail = animation.Thumbnail,
        FileName = animation.FileName,
        MimeType = animation.MimeType,
        FileSize = animation.FileSize,
    };
}
