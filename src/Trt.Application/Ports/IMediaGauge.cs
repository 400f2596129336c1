using Trt.Domain.Catalog;

namespace Trt.Application.Ports;

/// <summary>Measures a file from its own bytes; what its name or its sender says proves nothing.</summary>
public interface IMediaGauge
{
    /// <summary>Null for what is no picture, film or sound we know. Hostile bytes give null too, never an exception.</summary>
    Task<MediaMeasure?> Measure(Stream content, CancellationToken token);
}

/// <param name="Width">Null when the format does not tell, as with sounds.</param>
/// <param name="DurationSeconds">Null when it cannot be told from the bytes.</param>
public sealed record MediaMeasure(MediaKind Kind, string MimeType, long Bytes, int? Width, int? Height, decimal? DurationSeconds);
