using System.Globalization;
using System.Text.RegularExpressions;

namespace Trt.Sandbox.Trials;

/// <summary>Sums of the shop's page of metrics.</summary>
internal static partial class CountedFigures
{
    public const string Callback4xx = "callback_4xx";
    public const string JobNotFound = "job_not_found";

    /// <summary>Null when the page does not tell of it at all.</summary>
    public static int? Sum(string page, string name)
    {
        var lines = page.Split('\n').Where(line => line.Contains(name, StringComparison.Ordinal)).ToList();
        return lines.Count == 0
            ? null
            : lines.Select(line => Sample().Match(line)).Where(match => match.Success)
                .Sum(match => (int)double.Parse(match.Groups["value"].Value, CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"^\w+(?:\{[^}]*\})? (?<value>\d[\d.eE+]*)")]
    private static partial Regex Sample();
}
