namespace Trt.Sandbox.Telegram.Files;

/// <summary>The names are those that Telegram's errors use.</summary>
internal enum FileKind
{
    Photo,
    Video,
    Animation,
    Audio,
    VoiceNote,
    VideoNote,
    Document,
    Sticker,
    Thumbnail,
}

internal static class FileKinds
{
    public static string Folder(this FileKind kind) => kind switch
    {
        FileKind.Photo => "photos",
        FileKind.Video => "videos",
        FileKind.Animation => "animations",
        FileKind.Audio => "music",
        FileKind.VoiceNote => "voice",
        FileKind.VideoNote => "video_notes",
        FileKind.Document => "documents",
        FileKind.Sticker => "stickers",
        FileKind.Thumbnail => "thumbnails",
    };

    public static string DefaultExtension(this FileKind kind) => kind switch
    {
        FileKind.Photo or FileKind.Thumbnail => ".jpg",
        FileKind.Video or FileKind.Animation or FileKind.VideoNote => ".mp4",
        FileKind.Audio => ".mp3",
        FileKind.VoiceNote => ".oga",
        FileKind.Document => "",
        FileKind.Sticker => ".webp",
    };
}
