using System.Security.Cryptography;
using Trt.Application.Ports;
using Trt.Domain.Payments;

namespace Trt.Infrastructure.Media.Looks;

/// <summary>Names a picture by its bytes, and by its looks where we can open it: PNG and JPEG, which is what screenshots are.</summary>
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

        var look = picture.Length <= BytesMax ? LookOf(picture.GetBuffer().AsMemory(0, (int)picture.Length)) : null;
        return new PictureTraits(Convert.ToHexStringLower(hash.GetHashAndReset()), look);
    }

    internal static PictureLook? LookOf(ReadOnlyMemory<byte> picture) => MediaType.Of(picture.Span[..Math.Min(picture.Length, MediaType.BytesNeeded)])?.Mime switch
    {
        "image/png" => PngLook.Read(picture),
        "image/jpeg" => JpegLook.Read(picture),
        _ => null,
    };
}
