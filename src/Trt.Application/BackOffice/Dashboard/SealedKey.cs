using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Trt.Application.BackOffice.Dashboard;

/// <summary>
/// What opens the dashboard: chance, and a seal of the shop. One that was made up is told from ours without asking the database, which
/// knows a key by its mark alone.
/// </summary>
public static class SealedKey
{
    private const int ChanceLength = 24;
    private const int SealLength = 12;

    public static string Make(byte[] secret)
    {
        var chance = RandomNumberGenerator.GetBytes(ChanceLength);
        return Base64Url.EncodeToString([.. chance, .. Seal(chance, secret)]);
    }

    public static bool IsOurs(string key, byte[] secret)
    {
        Span<byte> bytes = stackalloc byte[ChanceLength + SealLength];
        return key.Length == Base64Url.GetEncodedLength(bytes.Length)
            && Base64Url.TryDecodeFromChars(key, bytes, out var length) && length == bytes.Length
            && CryptographicOperations.FixedTimeEquals(bytes[ChanceLength..], Seal(bytes[..ChanceLength], secret));
    }

    public static string MarkOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    private static byte[] Seal(ReadOnlySpan<byte> chance, byte[] secret) => HMACSHA256.HashData(secret, chance)[..SealLength];
}
