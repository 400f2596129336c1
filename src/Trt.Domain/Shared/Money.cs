using System.Globalization;

namespace Trt.Domain.Shared;

/// <summary>Whole kopecks. Arithmetic is checked: an overflow is a bug and throws.</summary>
public readonly record struct Money(long Kopecks) : IComparable<Money>
{
    public static readonly Money Zero = new(0);

    public bool IsZero => Kopecks == 0;

    public static Money Rubles(decimal rubles)
    {
        var kopecks = rubles * 100;
        return kopecks == decimal.Truncate(kopecks)
            ? new Money((long)kopecks)
            : throw new ArgumentException(
                $"{rubles.ToString(CultureInfo.InvariantCulture)} is not a whole number of kopecks", nameof(rubles));
    }

    public static Money operator +(Money a, Money b) => new(checked(a.Kopecks + b.Kopecks));

    public static Money operator -(Money a, Money b) => new(checked(a.Kopecks - b.Kopecks));

    public static Money operator *(Money each, int count) => new(checked(each.Kopecks * count));

    public static bool operator <(Money a, Money b) => a.Kopecks < b.Kopecks;

    public static bool operator >(Money a, Money b) => a.Kopecks > b.Kopecks;

    public static bool operator <=(Money a, Money b) => a.Kopecks <= b.Kopecks;

    public static bool operator >=(Money a, Money b) => a.Kopecks >= b.Kopecks;

    /// <summary>So many parts of the whole, half a kopeck up.</summary>
    public Money Share(decimal parts, decimal whole) => new((long)Math.Round(Kopecks * parts / whole, 0, MidpointRounding.AwayFromZero));

    /// <summary>So many parts of the whole, any kopeck begun counts.</summary>
    public Money ShareUp(int parts, int whole) => new((long)Math.Ceiling((decimal)Kopecks * parts / whole));

    public int CompareTo(Money other) => Kopecks.CompareTo(other.Kopecks);

    /// <summary>As people write it: "14,14 ₽", "300 ₽", "12 500 ₽" with a no-break space; "₽14.14", "₽12,500".</summary>
    public string In(Language language)
    {
        var sign = Kopecks < 0 ? "−" : "";
        var (rubles, kopecks) = Math.DivRem(Math.Abs(Kopecks), 100);
        return language switch
        {
            Language.Russian => $"{sign}{Thousands(rubles, "\u00A0")}{(kopecks == 0 ? "" : $",{kopecks:00}")} ₽",
            Language.English => $"{sign}₽{Thousands(rubles, ",")}{(kopecks == 0 ? "" : $".{kopecks:00}")}",
        };
    }

    /// <summary>"14.14 ₽": for the command line, exports and logs. People in the chat read <see cref="In"/>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{(Kopecks < 0 ? "−" : "")}{Math.Abs(Kopecks) / 100}.{Math.Abs(Kopecks) % 100:00} ₽");

    private static string Thousands(long number, string apart) =>
        number.ToString("#,0", CultureInfo.InvariantCulture).Replace(",", apart, StringComparison.Ordinal);
}
