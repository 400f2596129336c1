using System.Globalization;
using Trt.Domain.Shared;

namespace Trt.Domain.Growth;

/// <summary>A word that gives something: to whom it comes first, as often as its limits allow, until it expires.</summary>
public sealed class PromoCode
{
    public const int LengthMin = 4;
    public const int LengthMax = 32;
    public const int CreatorLengthMax = 100;

    private PromoCode()
    {
    }

    public string Code { get; private init; } = "";

    public PromoKind Kind { get; private init; }

    /// <summary>The gift in money; for a percentage the most that it adds.</summary>
    public Money Amount { get; private init; }

    public int Percent { get; private init; }

    public int Free { get; private init; }

    /// <summary>By all customers together: every gift has an end.</summary>
    public int UsesMax { get; private init; }

    public int UsesPerCustomerMax { get; private init; }

    public int Uses { get; private set; }

    public DateTimeOffset? ExpiresAt { get; private init; }

    public string CreatedBy { get; private init; } = "";

    public DateTimeOffset CreatedAt { get; private init; }

    public bool IsActive { get; private set; }

    public PromoValue Value => Kind switch
    {
        PromoKind.Money => new PromoValue.MoneyGift(Amount),
        PromoKind.TopUpPercent => new PromoValue.TopUpPercent(Percent, Amount),
        PromoKind.FreeGenerations => new PromoValue.FreeGenerations(Free),
    };

    public static PromoCode Create(
        string code, PromoValue value, int usesMax, int usesPerCustomerMax, DateTimeOffset? expiresAt, string createdBy,
        DateTimeOffset now) => new()
        {
            Code = code,
            Kind = value.Kind,
            Amount = value switch
            {
                PromoValue.MoneyGift gift => gift.Amount,
                PromoValue.TopUpPercent percent => percent.BonusMax,
                _ => Money.Zero,
            },
            Percent = value is PromoValue.TopUpPercent { Percent: var part } ? part : 0,
            Free = value is PromoValue.FreeGenerations { Count: var count } ? count : 0,
            UsesMax = usesMax,
            UsesPerCustomerMax = usesPerCustomerMax,
            ExpiresAt = expiresAt,
            CreatedBy = createdBy,
            CreatedAt = now,
            IsActive = true,
        };

    /// <summary>As it is compared: without spaces around, in capitals. Null when no code can look like this.</summary>
    public static string? Normalize(string typed)
    {
        var code = typed.Trim().ToUpperInvariant();
        return code.Length is >= LengthMin and <= LengthMax && code.All(IsAllowed) ? code : null;
    }

    public bool CanBeUsed(DateTimeOffset now) => IsActive && (ExpiresAt is null || now < ExpiresAt) && Uses < UsesMax;

    public void Use(DateTimeOffset now)
    {
        if (!CanBeUsed(now))
        {
            throw new InvalidOperationException($"The promo code {Code} cannot be used any more");
        }

        Uses++;
    }

    public void Disable() => IsActive = false;

    /// <summary>For the audit.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Code}: {Value}, {UsesMax} uses, {UsesPerCustomerMax} per customer, until {ExpiresAt?.ToString("u", CultureInfo.InvariantCulture) ?? "withdrawn"}");

    /// <summary>Latin and Cyrillic: what people here type.</summary>
    private static bool IsAllowed(char letter) =>
        char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' || (letter is >= 'Ѐ' and <= 'ӿ' && char.IsLetter(letter));
}

public enum PromoKind
{
    Money,
    TopUpPercent,
    FreeGenerations,
}

public abstract record PromoValue(PromoKind Kind)
{
    public sealed record MoneyGift(Money Amount) : PromoValue(PromoKind.Money);

    /// <summary>Added to the next top-up, up to a limit.</summary>
    public sealed record TopUpPercent(int Percent, Money BonusMax) : PromoValue(PromoKind.TopUpPercent);

    public sealed record FreeGenerations(int Count) : PromoValue(PromoKind.FreeGenerations);
}
