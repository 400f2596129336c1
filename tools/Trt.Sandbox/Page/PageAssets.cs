using System.Reflection;
using System.Security.Cryptography;

namespace Trt.Sandbox.Page;

/// <summary>One file of the page, ready to be sent.</summary>
internal sealed record PageAsset(string Route, string ContentType, byte[] Bytes, string Hash);

/// <summary>The files of the page, which the build puts into the assembly under <c>page/</c>.</summary>
internal static class PageAssets
{
    private const string Prefix = "page/";

    public static IReadOnlyList<PageAsset> Load()
    {
        var assembly = typeof(PageAssets).Assembly;
        return
        [
            .. assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
                .Select(name => Read(assembly, name)),
        ];
    }

    private static PageAsset Read(Assembly assembly, string name)
    {
        // On Windows the build writes the folders of a resource with backslashes.
        var path = name[Prefix.Length..].Replace('\\', '/');
        using var stream = assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new PageAsset(
            path == "index.html" ? "/" : "/" + Prefix + path,
            ContentTypeOf(path),
            bytes,
            Convert.ToHexStringLower(SHA256.HashData(bytes))[..16]);
    }

    private static string ContentTypeOf(string path) => Path.GetExtension(path) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".woff2" => "font/woff2",
        var extension => throw new InvalidOperationException($"The page has a file of a kind that is not served: {path} ({extension})."),
    };
}
