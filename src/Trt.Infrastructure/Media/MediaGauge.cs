using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Infrastructure.Media.Gauges;

namespace Trt.Infrastructure.Media;

/// <summary>Puts the file aside on disk for as long as it is measured, and asks the reader of its true format.</summary>
internal sealed class MediaGauge : IMediaGauge
{
    /// <summary>A little over what a bot may fetch; more is nothing we would measure.</summary>
    private const long BytesMax = 24 * 1024 * 1024;

    public async Task<MediaMeasure?> Measure(Stream content, CancellationToken token)
    {
        await using var file = OpenFile();
        var block = new byte[80 * 1024];
        int read;
        while ((read = await content.ReadAsync(block, token)) > 0)
        {
            if (file.Position + read > BytesMax)
            {
                return null;
            }

            await file.WriteAsync(block.AsMemory(0, read), token);
        }

        return Measure(file);
    }

    /// <param name="file">Can be read from any place.</param>
    internal static MediaMeasure? Measure(Stream file)
    {
        var bytes = new FileBytes(file);
        Span<byte> start = stackalloc byte[MediaType.BytesNeeded];
        if (MediaType.Of(start[..bytes.Read(0, start)]) is not { } type)
        {
            return null;
        }

        var size = Read(type, bytes);
        var kind = type.Kind == MediaKind.Video && size is { HasPicture: false } ? MediaKind.Audio : type.Kind;
        var mime = kind == type.Kind ? type.Mime : type.Mime == "video/webm" ? "audio/webm" : "audio/mp4";
        return new MediaMeasure(kind, mime, file.Length, size.Width, size.Height, Rounded(size.Seconds));
    }

    private static Gauged Read(MediaType type, FileBytes bytes) => type.Mime switch
    {
        "image/png" => PngGauge.Read(bytes),
        "image/jpeg" => JpegGauge.Read(bytes),
        "image/gif" => GifGauge.Read(bytes),
        "image/webp" => WebPGauge.Read(bytes),
        "video/mp4" or "video/quicktime" or "audio/mp4" => Mp4Gauge.Read(bytes),
        "video/webm" => WebMGauge.Read(bytes),
        "audio/mpeg" => Mp3Gauge.Read(bytes),
        "audio/wav" => WavGauge.Read(bytes),
        "audio/ogg" => OggGauge.Read(bytes),
        "audio/flac" => FlacGauge.Read(bytes),
        "audio/aac" => AacGauge.Read(bytes),
        _ => new Gauged(),
    };

    /// <summary>A day of sound in 20 MB is a lie; nothing is better than a number nobody can pay for.</summary>
    private static decimal? Rounded(double? seconds) => seconds is > 0 and < 86_400 ? Math.Round((decimal)seconds.Value, 3) : null;

    private static FileStream OpenFile() => new(
        Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
        new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose,
        });
}
