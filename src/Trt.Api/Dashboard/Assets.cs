using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Trt.Api.Dashboard;

/// <summary>The style, the script and the mark of the dashboard: our own, in the program, kept by the browser until they change.</summary>
internal sealed class Assets
{
    private static readonly (string Name, string Mime)[] Known =
        [("board.css", "text/css; charset=utf-8"), ("board.js", "text/javascript; charset=utf-8"), ("board.svg", "image/svg+xml")];

    private readonly Dictionary<string, Asset> _all = Known.ToDictionary(known => known.Name, known => Read(known.Name, known.Mime));

    /// <summary>False when nothing of ours is called so.</summary>
    public async Task<bool> Serve(string path, HttpContext http)
    {
        if (!_all.TryGetValue(path, out var asset))
        {
            return false;
        }

        http.Response.Headers.ETag = asset.Tag;
        http.Response.Headers.CacheControl = "private, no-cache";
        if (http.Request.Headers.IfNoneMatch == asset.Tag)
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return true;
        }

        http.Response.ContentType = asset.Mime;
        await http.Response.Body.WriteAsync(asset.Content, http.RequestAborted);
        return true;
    }

    private static Asset Read(string name, string mime)
    {
        using var stream = typeof(Assets).Assembly.GetManifestResourceStream($"dashboard.{name}")
            ?? throw new InvalidOperationException($"{name} is not in the program");
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return new Asset(content, mime, new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(content))[..16]}\"").ToString());
    }

    private sealed record Asset(byte[] Content, string Mime, string Tag);
}
