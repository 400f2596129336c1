using Trt.Domain.Catalog;
using Trt.Infrastructure.Media;

namespace Trt.Api.Bot.Sending;

/// <summary>What the messenger takes from a bot.</summary>
internal static class MessengerLimits
{
    /// <summary>Any upload.</summary>
    public const long UploadBytesMax = 50 * 1024 * 1024;

    /// <summary>Short of the 4096 of a message, for the caption goes along.</summary>
    public const int TextLengthMax = 3500;

    private const long PhotoBytesMax = 10 * 1024 * 1024;

    /// <summary>By its name a sound that is played with a title and a cover.</summary>
    public static bool PlaysAsTrack(Uri address) => Path.GetExtension(address.AbsolutePath) is ".mp3" or ".m4a";

    /// <summary>Shown as a picture, a film or a sound; everything else travels as a document.</summary>
    public static bool Shows(FetchedFile file) => file.Type.Kind switch
    {
        MediaKind.Image => file.Bytes <= PhotoBytesMax && file.Type.Mime is "image/jpeg" or "image/png" or "image/webp",
        MediaKind.Video => file.Type.Mime == "video/mp4",
        MediaKind.Audio => file.Type.Mime is "audio/mpeg" or "audio/mp4",
    };
}
