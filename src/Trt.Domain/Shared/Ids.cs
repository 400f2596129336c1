using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Trt.Domain.Shared;

/// <summary>The person's Telegram id; a private chat has the same number.</summary>
public readonly record struct UserId(long Value)
{
    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>Made with the draft, so that a second press of "confirm" meets a generation that already exists.</summary>
public readonly record struct GenerationId(Guid Value)
{
    public static GenerationId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    /// <summary>When the draft was begun, to the millisecond.</summary>
    public DateTimeOffset MadeAt => DateTimeOffset.FromUnixTimeMilliseconds(Convert.ToInt64(ToString()[..12], 16));

    /// <summary>Begun before the other.</summary>
    public static bool operator <(GenerationId a, GenerationId b) => a.Value < b.Value;

    public static bool operator >(GenerationId a, GenerationId b) => a.Value > b.Value;

    public override string ToString() => Value.ToString("N");
}

/// <summary>The id of a model card: the name the shop sells it under, stable for ever because buttons carry it.</summary>
public readonly record struct ModelId(string Value)
{
    private const int KeyBytes = 6;

    /// <summary>Stands for the id where a button has no room for it; follows from it, so it is as stable.</summary>
    public string Key => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(Value)).AsSpan(0, KeyBytes));

    public override string ToString() => Value;
}

/// <summary>Correlation id: one thread from the update to the delivery, shown to people in errors.</summary>
public readonly record struct Cid(string Value)
{
    private const int Length = 10;

    public static Cid New(DateTimeOffset now) => new(Guid.CreateVersion7(now).ToString("N")[^Length..]);

    /// <summary>Null for what cannot be one, however people copy it: "№ 87AED2E36A." is one.</summary>
    public static Cid? Read(string text)
    {
        var plain = text.Trim().TrimStart('№', '#', ' ').TrimEnd('.', ' ').ToLowerInvariant();
        return plain.Length == Length && plain.All(char.IsAsciiHexDigit) ? new Cid(plain) : null;
    }

    public override string ToString() => Value;
}
