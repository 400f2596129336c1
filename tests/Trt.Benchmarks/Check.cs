using System.CommandLine.Parsing;
using System.Globalization;

namespace Trt.Benchmarks;

internal static class Check
{
    public static void Range(OptionResult result, int min, int max)
    {
        if (result.Tokens is [{ Value: var text }]
            && (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) || value < min || value > max))
        {
            result.AddError($"{result.Option.Name} must be a whole number from {min} to {max}, not '{text}'.");
        }
    }

    public static void Size(OptionResult result, double min, double max)
    {
        if (result.Tokens is [{ Value: var text }]
            && (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !(value >= min && value <= max)))
        {
            result.AddError(string.Create(CultureInfo.InvariantCulture, $"{result.Option.Name} must be a number from {min:0} to {max:0}, not '{text}'."));
        }
    }
}
