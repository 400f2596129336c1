using System.Net.Http.Headers;
using System.Net.Mime;

namespace Trt.Infrastructure.Http;

internal static class JsonBody
{
    /// <summary>JSON that is already written; it goes out byte for byte.</summary>
    public static HttpContent Of(ReadOnlyMemory<byte> json) => new ReadOnlyMemoryContent(json)
    {
        Headers = { ContentType = new MediaTypeHeaderValue(MediaTypeNames.Application.Json) },
    };
}
