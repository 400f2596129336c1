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
    public static Cid New(DateTimeOffset now) => new(Guid.CreateVersion7(now).ToString("N")[^10..]);

    public override string ToString() => Value;
}
