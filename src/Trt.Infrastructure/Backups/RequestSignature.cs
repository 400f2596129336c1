using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Trt.Infrastructure.Backups;

/// <summary>Signs a request as S3 asks for it (AWS Signature Version 4).</summary>
internal static class RequestSignature
{
    private const string Algorithm = "AWS4-HMAC-SHA256";
    private const string Service = "s3";

    /// <param name="headers">All that are signed, host included.</param>
    /// <returns>The value of the header Authorization.</returns>
    public static string Of(
        string method, Uri address, IReadOnlyDictionary<string, string> headers, string bodyHash, DateTimeOffset at, BucketOptions bucket)
    {
        var ordered = headers.Select(header => (Name: header.Key.ToLowerInvariant(), Value: header.Value.Trim()))
            .OrderBy(header => header.Name, StringComparer.Ordinal)
            .ToList();
        var names = string.Join(';', ordered.Select(header => header.Name));
        var request = string.Join('\n',
        [
            method,
            Path(address),
            address.Query.TrimStart('?'),
            .. ordered.Select(header => $"{header.Name}:{header.Value}"),
            "",
            names,
            bodyHash,
        ]);
        var day = at.UtcDateTime.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        var scope = $"{day}/{bucket.Region}/{Service}/aws4_request";
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(request)));
        var text = string.Join('\n', Algorithm, Moment(at), scope, digest);
        var key = new[] { day, bucket.Region, Service, "aws4_request" }
            .Aggregate(Encoding.UTF8.GetBytes($"AWS4{bucket.Secret}"), Mac);
        return $"{Algorithm} Credential={bucket.KeyId}/{scope},SignedHeaders={names},Signature={Convert.ToHexStringLower(Mac(key, text))}";
    }

    public static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Each part escaped once, whatever the address had escaped before.</summary>
    private static string Path(Uri address) =>
        string.Join('/', address.AbsolutePath.Split('/').Select(part => Uri.EscapeDataString(Uri.UnescapeDataString(part))));

    private static byte[] Mac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
}
