using System.Net;

namespace Trt.Infrastructure.Kie.Http;

/// <summary>Sends a stream that stays its owner's: it is not closed here, so that the owner may try again.</summary>
internal sealed class LentStreamContent(Stream lent) : HttpContent
{
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        if (lent.CanSeek) lent.Position = 0;
        return lent.CopyToAsync(stream, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = lent.CanSeek ? lent.Length : 0;
        return lent.CanSeek;
    }
}
