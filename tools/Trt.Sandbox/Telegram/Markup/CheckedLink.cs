namespace Trt.Sandbox.Telegram.Markup;

/// <summary>Which addresses may stand behind a link or a button, and how they are written back.</summary>
internal static class CheckedLink
{
    public static string? Read(string url)
    {
        url = url.Trim();
        if (url.Length == 0)
        {
            return null;
        }

        if (url.StartsWith("tg:", StringComparison.OrdinalIgnoreCase) || url.StartsWith("ton:", StringComparison.OrdinalIgnoreCase))
        {
            return url;
        }

        if (!url.Contains("://", StringComparison.Ordinal))
        {
            url = "http://" + url;
        }

        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https" or "tonsite"))
        {
            return null;
        }

        // "localhost" is refused by the real service; on one's own machine it is the very place to go.
        var known = uri.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6 || uri.Host.Contains('.') || uri.IsLoopback;
        if (!known)
        {
            return null;
        }

        var pathStart = url.IndexOf("://", StringComparison.Ordinal) + 3;
        return url.AsSpan(pathStart).IndexOfAny('/', '?', '#') < 0 ? url + "/" : url;
    }

    public static long? UserOf(string url)
    {
        const string prefix = "tg://user?id=";
        return url.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && long.TryParse(url[prefix.Length..], out var id) && id > 0
            ? id
            : null;
    }
}
