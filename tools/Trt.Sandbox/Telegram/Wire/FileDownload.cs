using Trt.Sandbox.Telegram.Files;

namespace Trt.Sandbox.Telegram.Wire;

/// <summary>The bytes of a file, as a whole or in part.</summary>
internal static class FileDownload
{
    public static Task Send(HttpContext context, StoredFile file, string contentType) =>
        Results.Bytes(file.Content, contentType, enableRangeProcessing: true).ExecuteAsync(context);
}
