using System.Globalization;
using System.Text.Json.Nodes;
using Trt.Sandbox.Kie.Faults;
using Trt.Sandbox.Kie.Protocol;

namespace Trt.Sandbox.Kie.Files;

/// <summary>Puts an uploaded file into the store and tells where it is.</summary>
internal sealed class UploadIntake(KieFiles files, KieDial dial, TimeProvider time)
{
    public Task<IResult> Take(
        HttpContext http, Func<HttpContext, Task<Upload>> read) => FaultyCall.Run(http, time, dial.TakeUpload(), async () =>
    {
        var upload = await read(http);
        if (upload.Refusal is { } refusal)
        {
            return KieReply.Of(400, refusal);
        }

        var folder = (upload.Folder ?? "").Trim('/');
        if (folder.Length == 0)
        {
            return KieReply.Of(400, "uploadPath is required");
        }

        if (folder.Contains("..", StringComparison.Ordinal))
        {
            return KieReply.Of(400, "uploadPath is not valid");
        }

        var now = time.GetUtcNow();
        var name = Path.GetFileName(upload.FileName) is { Length: > 0 } given ? given : Guid.CreateVersion7(now).ToString("N");
        var mime = upload.MimeType ?? "application/octet-stream";
        var path = $"uploads/{folder}/{name}";
        files.Put(path, new StoredFile(mime, new Lazy<byte[]>(upload.Bytes), now + KieFiles.UploadLife));
        return KieReply.Json(new JsonObject
        {
            ["success"] = true,
            ["code"] = 200,
            ["msg"] = "File uploaded successfully",
            ["data"] = new JsonObject
            {
                ["success"] = true,
                ["fileName"] = name,
                ["filePath"] = $"{folder}/{name}",
                ["downloadUrl"] =
                    $"{http.Request.Scheme}://{http.Request.Host}{KieFiles.Root}uploads/{Escape(folder)}/{Uri.EscapeDataString(name)}",
                ["fileSize"] = upload.Bytes.Length,
                ["mimeType"] = mime,
                ["uploadedAt"] = now.ToString("O", CultureInfo.InvariantCulture),
            },
        });
    });

    private static string Escape(string folder) => string.Join('/', folder.Split('/').Select(Uri.EscapeDataString));
}

/// <param name="Refusal">Why nothing was taken; null when something was.</param>
internal sealed record Upload(byte[] Bytes, string? Folder, string? FileName, string? MimeType, string? Refusal = null)
{
    public static Upload Refused(string why) => new([], null, null, null, why);
}
