using Trt.Domain.Payments;

namespace Trt.Application.Ports;

/// <summary>Finds out by what a picture can be known again.</summary>
public interface IPictureStudy
{
    /// <summary>Hostile bytes give a study without a fingerprint, never an exception.</summary>
    Task<PictureTraits> Study(Stream content, CancellationToken token);
}

/// <param name="ContentHash">Of the bytes as they came.</param>
/// <param name="Fingerprint">Null for formats that we cannot open.</param>
public sealed record PictureTraits(string ContentHash, PictureFingerprint? Fingerprint);
