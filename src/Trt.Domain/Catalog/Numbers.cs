using System.Globalization;

namespace Trt.Domain.Catalog;

/// <summary>Numbers as people type them and as the answers show them.</summary>
public static class Numbers
{
    /// <summary>
    /// A comma is a decimal point here, the minus may be a typographic one, and digits may be of any script;
    /// null = not a number.
    /// </summary>
    public static decimal? Parse(string typed)
    {
        var text = string.Concat(typed.Trim().Select(Plain));
        const NumberStyles style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        return decimal.TryParse(text, style, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    public static string Text(decimal number) => WithoutTrailingZeros(number).ToString(CultureInfo.InvariantCulture);

    /// <summary>Dividing by one with a full scale is the way decimal drops its trailing zeros.</summary>
    public static decimal WithoutTrailingZeros(decimal number) => number / 1.0000000000000000000000000000m;

    private static char Plain(char letter) => letter switch
    {
        ',' or '٫' => '.',
        '−' => '-',
        _ when char.IsDigit(letter) => (char)('0' + (int)char.GetNumericValue(letter)),
        _ => letter,
    };
}
