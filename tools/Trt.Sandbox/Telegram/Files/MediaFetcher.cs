using System.Net;
using Trt.Sandbox.Telegram.Wire;

namespace Trt.Sandbox.Telegram.Files;

/// <summary>
/// Fetches media given by URL, as Telegram's servers do. Only allowed hosts are asked (loopback unless the settings say more),
/// at every redirect anew, so that no test run reaches the internet.
/// </summary>
internal sealed class MediaFetcher(SimulatorSettings settings) : IDisposable
{
    private const int RedirectsMax = 5;
    private const long PhotoMax = 5 * 1024 * 1024;
    private const long OtherMax = 20 * 1024 * 1024;

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false })
    {
        Timeout = TimeSpan.FromSeconds(20),
    };

    /// <summary>The file, or the refusal that the method gives when its turn comes.</summary>
    public async Task<FetchedMedia> Fetch(string url, FileKind kind, CancellationToken ct)
    {
        try
        {
            return new FetchedMedia(await Download(url, kind, ct), null);
        }
        catch (BotApiException refusal)
        {
            return new FetchedMedia(null, refusal);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException || IsTimeout(failure, ct))
        {
            return new FetchedMedia(null, Unreachable());
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<Upload> Download(string url, FileKind kind, CancellationToken ct)
    {
        var address = Uri.TryCreate(url, UriKind.Absolute, out var parsed) && parsed.Scheme is "http" or "https"
            ? parsed
            : throw Refuse.Bad("wrong HTTP URL specified", "EXTERNAL_URL_INVALID");
        for (var hop = 0; hop <= RedirectsMax; hop++)
        {
            if (!IsAllowed(address))
            {
                throw Unreachable();
            }

            using var response = await _http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, ct);
            if (response.StatusCode is >= HttpStatusCode.MovedPermanently and < HttpStatusCode.BadRequest
                && response.Headers.Location is { } next)
            {
                address = new Uri(address, next);
                continue;
            }

            if (response.StatusCode != HttpStatusCode.OK)
            {
                throw Unreachable();
            }

            return await Read(response, address, kind, ct);
        }

        throw Unreachable();
    }

    private static async Task<Upload> Read(HttpResponseMessage response, Uri address, FileKind kind, CancellationToken ct)
    {
        var type = response.Content.Headers.ContentType?.MediaType?.ToLowerInvariant() ?? "";
        if (!Fits(type, kind))
        {
            throw Refuse.Bad("wrong type of the web page content", "WEBPAGE_MEDIA_EMPTY");
        }

        var max = kind == FileKind.Photo ? PhotoMax : OtherMax;
        if (response.Content.Headers.ContentLength > max)
        {
            throw Unreachable();
        }

        await using var body = await response.Content.ReadAsStreamAsync(ct);
        using var content = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        while ((read = await body.ReadAsync(buffer, ct)) > 0)
        {
            content.Write(buffer, 0, read);
            if (content.Length > max)
            {
                throw Unreachable();
            }
        }

        return new Upload(NameOf(response, address, type), type, content.ToArray());
    }

    private static string NameOf(HttpResponseMessage response, Uri address, string type)
    {
        var stated = response.Content.Headers.ContentDisposition;
        if ((stated?.FileNameStar ?? stated?.FileName)?.Trim('"') is { Length: > 0 } name)
        {
            return name;
        }

        var last = Uri.UnescapeDataString(address.Segments[^1].Trim('/'));
        return last.Contains('.') ? last : "file" + MimeTypes.ExtensionOf(type);
    }

    private static bool Fits(string type, FileKind kind) => kind switch
    {
        FileKind.Photo => type.StartsWith("image/", StringComparison.Ordinal),
        FileKind.Video or FileKind.VideoNote => type.StartsWith("video/", StringComparison.Ordinal),
        FileKind.Animation => type is "image/gif" or "video/mp4",
        FileKind.Audio => type.StartsWith("audio/", StringComparison.Ordinal),
        FileKind.VoiceNote => type is "audio/ogg" or "audio/mpeg" or "audio/mp4",
        FileKind.Document => type is "application/pdf" or "application/zip" or "application/x-zip-compressed" or "image/gif",
        FileKind.Sticker => type is "image/webp" or "video/webm",
        FileKind.Thumbnail => false,
    };

    private bool IsAllowed(Uri address) =>
        address.IsLoopback || settings.Current.FetchHosts.Contains("*")
            || settings.Current.FetchHosts.Contains(address.Host, StringComparer.OrdinalIgnoreCase);

    private static bool IsTimeout(Exception failure, CancellationToken ct) =>
        failure is OperationCanceledException && !ct.IsCancellationRequested;

    private static BotApiException Unreachable() => Refuse.Bad("failed to get HTTP URL content", "WEBPAGE_CURL_FAILED");
}

internal sealed record FetchedMedia(Upload? Upload, BotApiException? Refusal);
