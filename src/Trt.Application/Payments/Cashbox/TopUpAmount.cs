using System.Globalization;
using Trt.Application.Terms;
using Trt.Domain.Shared;

namespace Trt.Application.Payments.Cashbox;

/// <summary>How much may be paid in at once: the one rule for buttons, typed amounts and everything else.</summary>
public static class TopUpAmount
{
    /// <summary>Far above any limit, far below an overflow.</summary>
    private const int DigitsMax = 9;

    public static TopUpProblem? Check(Money amount, TopUpTerms terms) =>
        amount.Kopecks % 100 != 0 ? TopUpProblem.NotWhole
        : amount < terms.Min ? TopUpProblem.TooSmall
        : amount > terms.Max ? TopUpProblem.TooLarge
        : null;

    /// <summary>
    /// What a person typed: whole rubles in the ten digits everybody has,
    /// perhaps with blanks between the thousands and the currency after it.
    /// </summary>
    public static (Money Amount, TopUpProblem? Problem) Read(string text, TopUpTerms terms)
    {
        var digits = WithoutCurrency(text.Trim()).Replace(" ", "", StringComparison.Ordinal).Replace(
            "\u00A0", "", StringComparison.Ordinal);
        if (digits.Length == 0 || !digits.All(char.IsAsciiDigit))
        {
            return (Money.Zero, TopUpProblem.NotWhole);
        }

        digits = digits.TrimStart('0');
        if (digits.Length > DigitsMax)
        {
            return (Money.Zero, TopUpProblem.TooLarge);
        }

        var amount = digits.Length == 0 ? Money.Zero : Money.Rubles(int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture));
        return Check(amount, terms) is { } problem ? (Money.Zero, problem) : (amount, null);
    }

    /// <summary>The smallest pleasant amount that covers what is missing; null when no single top-up does.</summary>
    public static Money? Fitting(Money missing, TopUpTerms terms)
    {
        var step = missing.Kopecks switch
        {
            <= 500_00 => 10_00,
            <= 5_000_00 => 50_00,
            _ => 100_00,
        };
        var rounded = new Money((missing.Kopecks + step - 1) / step * step);
        var amount = rounded < terms.Min ? terms.Min : rounded;
        return amount > terms.Max ? null : amount;
    }

    private static string WithoutCurrency(string text)
    {
        foreach (var currency in (ReadOnlySpan<string>)["₽", "руб.", "руб", "р.", "р", "rub", "RUB"])
        {
            if (text.EndsWith(currency, StringComparison.Ordinal))
            {
                return text[..^currency.Length].TrimEnd();
            }
        }

        return text;
    }
}

public enum TopUpProblem
{
    /// <summary>No whole number of rubles in plain digits.</summary>
    NotWhole,
    TooSmall,
    TooLarge,
}
