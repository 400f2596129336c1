using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;

namespace Trt.Infrastructure.Http;

/// <summary>Reads what others send, and never more of it than anybody should have to say.</summary>
public static class Capped
{
    /// <summary>The whole body, or null when it is larger than allowed. Nothing beyond the limit is kept.</summary>
    public static async Task<ReadOnlyMemory<byte>?> ReadCapped(this HttpRequest request, int bytesMax, CancellationToken token) =>
        request.ContentLength > bytesMax ? null : await Read(request.BodyReader, bytesMax, token);

    /// <inheritdoc cref="ReadCapped(HttpRequest, int, CancellationToken)"/>
    public static async Task<ReadOnlyMemory<byte>?> ReadCapped(this HttpContent content, int bytesMax, CancellationToken token)
    {
        var reader = PipeReader.Create(await content.ReadAsStreamAsync(token));
        try
        {
            return await Read(reader, bytesMax, token);
        }
        finally
        {
            await reader.CompleteAsync();
        }
    }

    private static async Task<ReadOnlyMemory<byte>?> Read(PipeReader reader, int bytesMax, CancellationToken token)
    {
        while (true)
        {
            var result = await reader.ReadAsync(token);
            if (result.Buffer.Length > bytesMax)
            {
                reader.AdvanceTo(result.Buffer.End);
                return null;
            }

            if (result.IsCompleted)
            {
                var body = result.Buffer.ToArray();
                reader.AdvanceTo(result.Buffer.End);
                return body;
            }

            reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }
    }
}
