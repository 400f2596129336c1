using System.Net;
using System.Net.Http.Headers;
using System.Net.Mime;

namespace Trt.Infrastructure.Kie.Http;

/// <summary>A customer's file on its way to the provider.</summary>
internal static class UploadForm
{
    public static HttpContent Of(Stream content, string fileName, string mimeType, string folder)
    {
        var file = new LentStreamContent(content);
        file.Headers.ContentType = MediaTypeHeaderValue.TryParse(mimeType, out var type)
            ? type
            : new MediaTypeHeaderValue(MediaTypeNames.Application.Octet);
        return new MultipartFormDataContent
        {
            { new StringContent(folder), "uploadPath" },
            { new StringContent(fileName), "fileName" },
            { file, "file", fileName },
        };
    }

    /// <summary>Sends a stream that stays its owner's: it is not closed here, so that the owner may try again.</summary>
    private sealed class LentStreamContent(Stream lent) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            SerializeToStreamAsync(stream, context, CancellationToken.None);

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            if (lent.CanSeek)
            {
                lent.Position = 0;
            }

            return lent.CopyToAsync(stream, cancellationToken);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = lent.CanSeek ? lent.Length : 0;
            return lent.CanSeek;
        }
    }
}
