namespace Trt.Api.Options;

internal static class BankCardNumber
{
    /// <summary>12 to 19 digits, blanks aside, whose last one checks the others (Luhn).</summary>
    public static bool IsPlausible(string text)
    {
        var digits = text.Where(letter => letter is not (' ' or '-')).ToList();
        if (digits.Count is < 12 or > 19 || !digits.TrueForAll(char.IsAsciiDigit))
        {
            return false;
        }

        var sum = 0;
        for (var place = 0; place < digits.Count; place++)
        {
            var digit = digits[^(place + 1)] - '0';
            sum += place % 2 == 0 ? digit : (digit * 2) - (digit > 4 ? 9 : 0);
        }

        return sum % 10 == 0;
    }
}
