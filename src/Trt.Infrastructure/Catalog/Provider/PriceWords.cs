using System.Globalization;
using Trt.Domain.Catalog;

namespace Trt.Infrastructure.Catalog.Provider;

/// <summary>How the facts call what belongs to a price beside its lines.</summary>
internal static class PriceWords
{
    public const string Tokens = "price of tokens";
    public const string Unit = "price per";
    public const string Quantity = "price counts";

    /// <summary>The one line of a price without conditions.</summary>
    public const string Anyway = "default";

    public static string Line(string line) => $"price line {line}";

    public static string AtMost(string line) => $"price at most {line}";

    public static string Until(string line) => $"price until {line}";

    public static string Afterwards(string line) => $"price afterwards {line}";

    public static string Each(string input, string when) => when == Anyway ? $"price each {input}" : $"price each {input} {when}";

    public static string Beyond(int free, decimal credits) =>
        string.Create(CultureInfo.InvariantCulture, $"{Numbers.Text(credits)} beyond {free}");

    public static string Moment(DateTimeOffset end) => end.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>A line with all that belongs to it.</summary>
    public static void Note(SortedDictionary<string, string> facts, string key, PublishedLine line)
    {
        facts[Line(key)] = Numbers.Text(line.Credits);
        ContractFacts.Note(facts, AtMost(key), line.IsAtMost ? ContractFacts.Yes : null);
        ContractFacts.Note(facts, Until(key), line.Until is { } end ? Moment(end) : null);
        ContractFacts.Note(facts, Afterwards(key), line.Afterwards is { } later ? Numbers.Text(later) : null);
    }
}
