namespace Trt.Domain.Payments;

/// <summary>The way money comes in. The names are stored.</summary>
public enum PaymentMethod
{
    /// <summary>Telegram Stars.</summary>
    Stars,

    /// <summary>An invoice in rubles, paid inside the messenger through a payment provider.</summary>
    Invoice,

    /// <summary>A bank transfer by hand, shown by a screenshot.</summary>
    Transfer,

    /// <summary>A card on the payment provider's own page.</summary>
    Card,
}

/// <summary>What is paid, in the currency's smallest unit.</summary>
public readonly record struct PaidTotal(string Currency, long Units)
{
    public const string Stars = "XTR";
    public const string Rubles = "RUB";
    public const int CurrencyLengthMax = 8;

    public static PaidTotal InStars(long stars) => new(Stars, stars);

    public static PaidTotal InRubles(Shared.Money amount) => new(Rubles, amount.Kopecks);

    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Units} {Currency}");
}
