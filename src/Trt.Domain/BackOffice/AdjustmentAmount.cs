using System.Globalization;

namespace Trt.Domain.BackOffice;

/// <summary>What an operator may put on a balance or take from it at once, whichever way they say it.</summary>
public static class AdjustmentAmount
{
    /// <summary>A million rubles: far above any real request, far below an overflow.</summary>
    public const long KopecksMax = 100_000_000;

    private const int TextLengthMax = 32;

    /// <summary>Null when it is an amount that may be booked.</summary>
    public static AdjustmentProblem? Check(long kopecks) => kopecks switch
    {
        0 => AdjustmentProblem.Zero,
        > KopecksMax or < -KopecksMax => AdjustmentProblem.TooLarge,
        _ => null,
    };

    /// <summary>"150", "+99.50", "−1 000,5 ₽": rubles with at most two decimals, in plain digits.</summary>
    public static AdjustmentProblem? Read(string text, out long kopecks)
    {
        kopecks = 0;
        var plain = Plain(text);
        if (plain.Length is 0 or > TextLengthMax
            || !decimal.TryParse(
                plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rubles))
        {
            return AdjustmentProblem.NotAnAmount;
        }

        if (Math.Abs(rubles) > KopecksMax / 100m)
        {
            return AdjustmentProblem.TooLarge;
        }

        if (rubles * 100 != decimal.Truncate(rubles * 100))
        {
            return AdjustmentProblem.TooFine;
        }

        kopecks = (long)(rubles * 100);
        return Check(kopecks);
    }

    /// <summary>People write a comma, a typographic minus, spaces between thousands and the currency.</summary>
    private static string Plain(string text) => text.Trim()
        .Replace("₽", "", StringComparison.Ordinal)
        .Replace(" ", "", StringComparison.Ordinal)
        .Replace("\u00A0", "", StringComparison.Ordinal)
        .Replace('−', '-')
        .Replace('–', '-')
        .Replace(',', '.');
}

public enum AdjustmentProblem
{
    NotAnAmount,
    Zero,
    TooLarge,

    /// <summary>Fractions of a kopeck.</summary>
    TooFine,
}
