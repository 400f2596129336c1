namespace Trt.Api.Dashboard;

/// <summary>A picture of a stranger: shown as a picture only, whatever is in it.</summary>
internal static class PictureAnswer
{
    private static readonly (byte[] Begins, string Mime)[] Kinds =
    [
        ([0xFF, 0xD8, 0xFF], "image/jpeg"),
        ([0x89, 0x50, 0x4E, 0x47], "image/png"),
        ([0x52, 0x49, 0x46, 0x46], "image/webp"),
        ([0x47, 0x49, 0x46, 0x38], "image/gif"),
    ];

    public static async Task Write(HttpContext http, Stream content)
    {
        await using (content)
        {
            var head = new byte[4];
            var length = await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, http.RequestAborted);
            if (Kinds.FirstOrDefault(kind => head.AsSpan(0, length).StartsWith(kind.Begins)).Mime is not { } mime)
            {
                http.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
                return;
            }

            http.Response.ContentType = mime;
            http.Response.Headers.ContentDisposition = "inline";
            await http.Response.Body.WriteAsync(head, http.RequestAborted);
            await content.CopyToAsync(http.Response.Body, http.RequestAborted);
        }
    }
}
