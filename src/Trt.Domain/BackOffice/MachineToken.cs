using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Trt.Domain.BackOffice;

/// <summary>
/// Lets a program of the operator in at the door for machines, as far as its scopes go and until it expires. Its secret is shown once;
/// what is kept of it opens nothing.
/// </summary>
public sealed class MachineToken
{
    public const int NameLengthMax = 40;
    public const int ScopesLengthMax = 200;
    public const int DaysMax = 366;

    private const string Mark = "trt_";
    private const int SecretBytes = 32;

    /// <summary>Whoever asks all day writes no row all day.</summary>
    private static readonly TimeSpan UseNotedEvery = TimeSpan.FromMinutes(1);

    private MachineToken()
    {
    }

    public Guid Id { get; private init; }

    /// <summary>Under it its changes stand in the audit trail, so it is given once and for ever.</summary>
    public string Name { get; private init; } = "";

    public byte[] Digest { get; private init; } = [];

    /// <summary>Separated by spaces.</summary>
    public string ScopeNames { get; private init; } = "";

    public DateTimeOffset CreatedAt { get; private init; }

    public string CreatedBy { get; private init; } = "";

    public DateTimeOffset ExpiresAt { get; private init; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public DateTimeOffset? LastUsedAt { get; private set; }

    public IReadOnlyList<TokenScope> Scopes =>
        [.. ScopeNames.Split(' ').Select(TokenScopes.Read).Where(scope => scope is not null).Select(scope => scope!.Value)];

    public static bool IsName(string text) =>
        text.Length is > 0 and <= NameLengthMax
        && text.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');

    public static (MachineToken Token, string Secret) Issue(
        string name, IReadOnlyCollection<TokenScope> scopes, TimeSpan lasts, string by, DateTimeOffset now)
    {
        if (!IsName(name) || scopes.Count == 0 || lasts <= TimeSpan.Zero)
        {
            throw new InvalidOperationException($"\"{name}\" for {scopes.Count} scopes and {lasts} is no token");
        }

        var secret = Mark + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        return (new MachineToken
        {
            Id = Guid.CreateVersion7(now),
            Name = name,
            Digest = DigestOf(secret)!,
            ScopeNames = string.Join(' ', scopes.Distinct().Order().Select(scope => scope.Name())),
            CreatedAt = now,
            CreatedBy = by,
            ExpiresAt = now + lasts,
        }, secret);
    }

    /// <summary>What is kept of a secret; null for what cannot be one, so that nobody need be asked about it.</summary>
    public static byte[]? DigestOf(string secret) =>
        secret.Length == Mark.Length + Base64Url.GetEncodedLength(SecretBytes) && secret.StartsWith(Mark, StringComparison.Ordinal)
            ? SHA256.HashData(Encoding.UTF8.GetBytes(secret))
            : null;

    public bool IsGood(DateTimeOffset now) => RevokedAt is null && now < ExpiresAt;

    /// <summary>False when that is written down already, or nearly.</summary>
    public bool Use(DateTimeOffset now)
    {
        if (now - LastUsedAt < UseNotedEvery)
        {
            return false;
        }

        LastUsedAt = now;
        return true;
    }

    /// <summary>False when it was revoked before.</summary>
    public bool Revoke(DateTimeOffset now)
    {
        if (RevokedAt is not null)
        {
            return false;
        }

        RevokedAt = now;
        return true;
    }
}
