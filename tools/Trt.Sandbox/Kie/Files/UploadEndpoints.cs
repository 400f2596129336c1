using System.Globalization;
using Trt.Sandbox.Kie.Protocol;

namespace Trt.Sandbox.Kie.Files;

/// <summary>The three ways to hand over a file.</summary>
internal static class UploadEndpoints
{
    public const string ClientName = "kie-url-uploads";

    public static readonly TimeSpan FetchTimeout = TimeSpan.FromSeconds(30);

    public static void MapUploads(this IEndpointRouteBuilder api)
    {
        api.MapPost("/api/file-stream-upload", (HttpContext http, UploadIntake desk) => desk.Take(http, Stream)).DisableAntiforgery();
        api.MapPost("/api/file-base64-upload", (HttpContext http, UploadIntake desk) => desk.Take(http, Base64));
        api.MapPost("/api/file-url-upload", (HttpContext http, UploadIntake desk) => desk.Take(http, Url));
    }

    private static async Task<Upload> Stream(HttpContext http)
    {
        if (!http.Request.HasFormContentType)
        {
            return Upload.Refused("multipart/form-data is expected");
        }

        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (form.Files.GetFile("file") is not { } file)
        {
            return Upload.Refused("file is required");
        }

        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, http.RequestAborted);
        return new Upload(
            bytes.ToArray(), form["uploadPath"], form["fileName"].ToString() is { Length: > 0 } name ? name : file.FileName,
            file.ContentType);
    }

    private static async Task<Upload> Base64(HttpContext http)
    {
        if (await KieBody.ReadAsync(http) is not { } body
            || body.Text("base64Data") is not { } data)
        {
            return Upload.Refused("base64Data is required");
        }

        var mime = data.StartsWith("data:", StringComparison.Ordinal) ? data[5..data.IndexOfAny([';', ','])] : null;
        var raw = data[(data.IndexOf(',', StringComparison.Ordinal) + 1)..];
        var bytes = new byte[raw.Length];
        return Convert.TryFromBase64String(raw, bytes, out var length)
            ? new Upload(bytes[..length], body.Text("uploadPath"), body.Text("fileName"), mime)
            : Upload.Refused("base64Data is not valid base64");
    }

    private static async Task<Upload> Url(HttpContext http)
    {
        if (await KieBody.ReadAsync(http) is not { } body || !Uri.TryCreate(body.Text("fileUrl"), UriKind.Absolute, out var address))
        {
            return Upload.Refused("fileUrl is required");
        }

        try
        {
            using var client = http.RequestServices.GetRequiredService<IHttpClientFactory>().CreateClient(ClientName);
            using var response = await client.GetAsync(address, http.RequestAborted);
            return response.IsSuccessStatusCode
                ? new Upload(
                    await response.Content.ReadAsByteArrayAsync(http.RequestAborted),
                    body.Text("uploadPath"),
                    body.Text("fileName") ?? Path.GetFileName(address.AbsolutePath),
                    response.Content.Headers.ContentType?.MediaType)
                : Upload.Refused(
                    string.Create(CultureInfo.InvariantCulture, $"the file could not be downloaded: HTTP {(int)response.StatusCode}"));
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException)
        {
            return Upload.Refused("the file could not be downloaded");
        }
    }
}
