using System.Buffers;

namespace Trt.Api.Endpoints;

internal static class BodyReader
{
    /// <summary>The whole body, or null when it is larger than allowed. Nothing beyond the limit is kept.</summary>
    public static async Task<ReadOnlyMemory<byte>?> ReadCapped(this HttpRequest request, int bytesMax, CancellationToken token)
    {
        if (request.ContentLength > bytesMax)
        {
            return null;
        }

        var reader = request.BodyReader;
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
