using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Trt.Application.Ports;

namespace Trt.Infrastructure.Backups;

/// <summary>The two things that are done with a storage that speaks S3: a file is put there, and removed.</summary>
internal sealed partial class Bucket(BucketOptions options, TimeProvider time) : IDisposable
{
    /// <summary>What the storage takes in one piece.</summary>
    private const long BytesMax = 5L * 1024 * 1024 * 1024;
    private const int AnswerCharsMax = 64 * 1024;

    private static readonly string Nothing = Convert.ToHexStringLower(SHA256.HashData([]));

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, ConnectTimeout = TimeSpan.FromSeconds(20) })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    public async Task Put(string name, string path, string checksum, CancellationToken token)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        if (file.Length > BytesMax)
        {
            throw new BackupFailedException(
                $"The copy has {file.Length / (1024 * 1024)} MB; the storage takes 5 GB in one piece. Keep copies in a folder (BACKUP_DIR) and bring them there by its own program.");
        }

        using var content = new StreamContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        await Send(HttpMethod.Put, name, content, checksum, token);
    }

    public Task Remove(string name, CancellationToken token) => Send(HttpMethod.Delete, name, content: null, Nothing, token);

    public void Dispose() => _http.Dispose();

    private async Task Send(HttpMethod method, string name, HttpContent? content, string checksum, CancellationToken token)
    {
        var address = new Uri($"{options.Address.AbsoluteUri.TrimEnd('/')}/{Uri.EscapeDataString(name)}");
        using var request = new HttpRequestMessage(method, address) { Content = content };
        var now = time.GetUtcNow();
        Dictionary<string, string> signed = new()
        {
            ["host"] = address.IsDefaultPort ? address.Host : $"{address.Host}:{address.Port}",
            ["x-amz-content-sha256"] = checksum,
            ["x-amz-date"] = RequestSignature.Moment(now),
        };
        request.Headers.Host = signed["host"];
        request.Headers.Add("x-amz-content-sha256", checksum);
        request.Headers.Add("x-amz-date", signed["x-amz-date"]);
        request.Headers.TryAddWithoutValidation(
            "Authorization", RequestSignature.Of(method.Method, address, signed, checksum, now, options));
        try
        {
            using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, token);
            if (!answer.IsSuccessStatusCode && !(method == HttpMethod.Delete && answer.StatusCode == HttpStatusCode.NotFound))
            {
                throw new BackupFailedException(
                    $"The storage at {address.Host} answered {(int)answer.StatusCode}{await Reason(answer, token)}. {Advice(answer.StatusCode)}");
            }
        }
        catch (HttpRequestException away)
        {
            throw new BackupFailedException($"The storage at {address.Host} cannot be reached: {away.Message}", away);
        }
    }

    /// <summary>Its code and its words; the rest of an answer may quote our key.</summary>
    private static async Task<string> Reason(HttpResponseMessage answer, CancellationToken token)
    {
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(token));
        var text = new char[AnswerCharsMax];
        var read = await reader.ReadBlockAsync(text, token);
        var code = Code().Match(new string(text, 0, read));
        return code.Success ? $" ({code.Groups["code"].Value})" : "";
    }

    private static string Advice(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized => "Look at BACKUP_S3_KEY_ID, BACKUP_S3_SECRET, BACKUP_S3_REGION and the key's rights.",
        HttpStatusCode.NotFound or HttpStatusCode.MovedPermanently or HttpStatusCode.TemporaryRedirect =>
            "Look at BACKUP_S3_URL (host, bucket, folder) and BACKUP_S3_REGION.",
        _ => "It is tried again by itself.",
    };

    [GeneratedRegex(@"<Code>(?<code>\w{1,60})</Code>")]
    private static partial Regex Code();
}
