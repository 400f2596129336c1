using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Trt.Api.Dashboard;

/// <summary>
/// What a form and a notice are proven by. Both follow from the key of the session, so nothing is kept and every instance can tell.
/// </summary>
internal sealed class Seals(byte[] secret)
{
    private const int NoticeSealLength = 12;

    public string FormKey(string session) => Base64Url.EncodeToString(Of("form", session));

    public bool IsFormKey(string said, string session) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(said), Encoding.UTF8.GetBytes(FormKey(session)));

    /// <summary>A notice travels in the address; only what the shop has said is shown.</summary>
    public string Notice(string text, string session) =>
        $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text))}.{Base64Url.EncodeToString(Of("notice", $"{session}:{text}").AsSpan(0, NoticeSealLength))}";

    public string? ReadNotice(string? said, string session)
    {
        if (said?.Split('.') is not [var words, _] || !Base64Url.IsValid(words))
        {
            return null;
        }

        var text = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(words));
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(said), Encoding.UTF8.GetBytes(Notice(text, session)))
            ? text
            : null;
    }

    private byte[] Of(string purpose, string what) => HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes($"{purpose}:{what}"));
}
