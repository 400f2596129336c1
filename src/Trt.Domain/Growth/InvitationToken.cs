using System.Buffers.Binary;
using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Trt.Domain.Shared;

namespace Trt.Domain.Growth;

/// <summary>
/// How an inviter is written into a link: the id and a short check of it,
/// so that a mistyped link leads to nobody rather than to somebody else.
/// It is no secret; whoever has the link may use it.
/// </summary>
public static class InvitationToken
{
    private const int IdBytes = 7;
    private const int CheckBytes = 2;

    /// <summary>Nine bytes make twelve letters without a remainder, so each inviter has exactly one way to be written.</summary>
    private const int Length = 12;

    private const string OldPrefix = "u:";

    public static string For(UserId inviter)
    {
        Span<byte> token = stackalloc byte[IdBytes + CheckBytes];
        WriteId(inviter.Value, token);
        WriteCheck(token);
        return Base64Url.EncodeToString(token);
    }

    /// <summary>Today's form, and the two of the shop's former life: plain digits, and "u:&lt;digits&gt;" in base64url.</summary>
    public static UserId? Read(string token) =>
        ReadDigits(token) ?? ReadToday(token) ?? ReadFormer(token);

    private static UserId? ReadToday(string token)
    {
        Span<byte> bytes = stackalloc byte[IdBytes + CheckBytes];
        if (token.Length != Length || !Base64Url.IsValid(token) || !Base64Url.TryDecodeFromChars(token, bytes, out var written)
            || written != bytes.Length)
        {
            return null;
        }

        Span<byte> id = stackalloc byte[sizeof(long)];
        bytes[..IdBytes].CopyTo(id[1..]);
        var inviter = new UserId(BinaryPrimitives.ReadInt64BigEndian(id));
        return inviter.Value > 0 && For(inviter) == token ? inviter : null;
    }

    private static UserId? ReadFormer(string token)
    {
        Span<byte> bytes = stackalloc byte[48];
        if (token.Length > 64 || !Base64Url.IsValid(token) || !Base64Url.TryDecodeFromChars(token, bytes, out var written))
        {
            return null;
        }

        var text = Encoding.Latin1.GetString(bytes[..written]);
        return text.StartsWith(OldPrefix, StringComparison.Ordinal) ? ReadDigits(text[OldPrefix.Length..]) : null;
    }

    private static UserId? ReadDigits(string text) =>
        text.All(char.IsAsciiDigit) && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0
            ? new UserId(id)
            : null;

    private static void WriteId(long id, Span<byte> token)
    {
        Span<byte> whole = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(whole, id);
        whole[1..].CopyTo(token);
    }

    private static void WriteCheck(Span<byte> token)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(token[..IdBytes], digest);
        digest[..CheckBytes].CopyTo(token[IdBytes..]);
    }
}
