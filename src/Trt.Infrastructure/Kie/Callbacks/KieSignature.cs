using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Primitives;

namespace Trt.Infrastructure.Kie.Callbacks;

public enum SignatureVerdict
{
    Valid,

    /// <summary>No signature, or more than one.</summary>
    Missing,

    /// <summary>Too old, or from the future.</summary>
    Stale,

    Wrong,
}

/// <summary>
/// The provider's signature over the task id and the time. It does not cover the body, so a valid one proves that the provider
/// once spoke about this task and nothing more.
/// </summary>
/// <param name="keys">Several while a key is being exchanged for another.</param>
public sealed class KieSignature(IReadOnlyList<string> keys, TimeProvider time)
{
    public const string TimestampHeader = "X-Webhook-Timestamp";
    public const string SignatureHeader = "X-Webhook-Signature";

    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    public SignatureVerdict Verify(string? taskId, StringValues timestamp, StringValues signature)
    {
        if (string.IsNullOrEmpty(taskId) || timestamp is not [{ Length: > 0 } stamp] || signature is not [{ Length: > 0 } given])
        {
            return SignatureVerdict.Missing;
        }

        if (!IsFresh(stamp))
        {
            return SignatureVerdict.Stale;
        }

        Span<byte> claimed = stackalloc byte[HMACSHA256.HashSizeInBytes];
        if (!Convert.TryFromBase64String(given, claimed, out var length) || length != claimed.Length)
        {
            return SignatureVerdict.Wrong;
        }

        var message = Encoding.UTF8.GetBytes($"{taskId}.{stamp}");
        var matches = false;
        // Every key is tried, so that the time tells nothing about which one fitted.
        foreach (var key in keys)
        {
            matches |= CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), message), claimed);
        }

        return matches ? SignatureVerdict.Valid : SignatureVerdict.Wrong;
    }

    private bool IsFresh(string stamp)
    {
        if (!long.TryParse(stamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return false;
        }

        var now = time.GetUtcNow().ToUnixTimeSeconds();
        var limit = (long)Tolerance.TotalSeconds;
        return seconds >= now - limit && seconds <= now + limit;
    }
}
