using System.Security.Cryptography;
using Trt.Application.Ports;
using Trt.Domain.Payments;

namespace Trt.Infrastructure.Media.Fingerprints;

/// <summary>Names a picture by its bytes, and by its fingerprint where we can open it: PNG and JPEG, as screenshots are.</summary>
internal sealed class PictureStudy : IPictureStudy
{
    /// <summary>A little over what a bot may fetch.</summary>
    private const int BytesMax = 24 * 1024 * 1024;

    public async Task<PictureTraits> Study(Stream content, CancellationToken token)
    {
        using var picture = new MemoryStream();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var block = new byte[80 * 1024];
        int read;
        while ((read = await content.ReadAsync(block, token)) > 0)
        {
            hash.AppendData(block, 0, read);
            if (picture.Length <= BytesMax)
            {
                picture.Write(block, 0, read);
            }
        }

        var fingerprint = picture.Length <= BytesMax ? FingerprintOf(picture.GetBuffer().AsMemory(0, (int)picture.Length)) : null;
        return new PictureTraits(Convert.ToHexStringLower(hash.GetHashAndReset()), fingerprint);
    }

    internal static PictureFingerprint? FingerprintOf(ReadOnlyMemory<byte> picture)
    {
        var start = picture.Span[..Math.Min(picture.Length, MediaType.BytesNeeded)];
        return MediaType.Of(start)?.Mime switch
        {
            "image/png" => PngFingerprint.Read(picture),
            "image/jpeg" => JpegFingerprint.Read(picture),
            _ => null,
        };
    }
}
