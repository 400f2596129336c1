using System.Security.Cryptography;
using System.Text;

namespace Trt.Infrastructure.Catalog.Provider;

/// <summary>
/// A contract as single facts by their names ("prompt.max" is "20000"), so that two of them are held against each other fact by fact and
/// nothing can stay unseen between them.
/// </summary>
public static class ContractFacts
{
    public const string Output = "output kind";
    public const string Door = "order path";
    public const string SentAs = "sent as";
    public const string OnSale = "on sale";
    public const string OneOf = "at least one of";

    public const string Yes = "yes";
    public const string No = "no";
    public const string Nothing = "nothing";
    public const string AsNumbers = "as numbers";

    public static SortedDictionary<string, string> Of(ProviderContract contract)
    {
        var facts = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            [Door] = contract.Door,
            [SentAs] = contract.SentAs ?? Nothing,
            [OnSale] = contract.IsSold ? Yes : No,
        };
        Note(facts, Output, contract.Gives);
        Note(facts, OneOf, contract.OneOf.Count > 0 ? Listed(contract.OneOf) : null);
        foreach (var input in contract.Asks)
        {
            Note(facts, input);
        }

        if (contract.Price is { } price)
        {
            Note(facts, price);
        }

        return facts;
    }

    /// <summary>The same facts give the same fingerprint.</summary>
    public static string Fingerprint(ProviderContract contract) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Of(contract).Select(fact => $"{fact.Key}: {fact.Value}")))).AsSpan(0, 8));

    internal static void Note(SortedDictionary<string, string> facts, string name, string? value)
    {
        if (value is not null)
        {
            facts[name] = value;
        }
    }

    internal static string Listed(IEnumerable<string> values) => string.Join(" | ", values.Distinct().Order(StringComparer.Ordinal));

    private static void Note(SortedDictionary<string, string> facts, AskedInput input)
    {
        facts[input.Name] = input.Type;
        facts[$"{input.Name}.required"] = input.IsRequired ? Yes : No;
        Note(facts, $"{input.Name}.default", input.Default);
        Note(facts, $"{input.Name}.choices", input.Choices.Count > 0 ? Listed(input.Choices) : null);
        Note(facts, $"{input.Name}.travels", input.HasNumbers ? AsNumbers : null);
        foreach (var (name, value) in input.Limits)
        {
            Limit(facts, input.Name, name, value);
        }
    }

    /// <summary>A text, a list or files of at least one is what everybody means who says nothing; a single file is at most one.</summary>
    internal static void Limit(SortedDictionary<string, string> facts, string input, string name, string value)
    {
        var isNumber = facts[input] is InputTypes.Number or InputTypes.Integer;
        var isOneFile = InputTypes.IsMedia(facts[input]) && !InputTypes.IsList(facts[input]);
        var goesWithoutSaying = name switch
        {
            "step" => facts[input] == InputTypes.Integer,
            "min" => !isNumber,
            "max" => isOneFile,
            _ => false,
        };
        if (value != "1" || !goesWithoutSaying)
        {
            facts[$"{input}.{name}"] = value;
        }
    }

    private static void Note(SortedDictionary<string, string> facts, PublishedPrice price)
    {
        facts[PriceWords.Unit] = price.Unit;
        Note(facts, PriceWords.Quantity, price.Quantity);
        foreach (var line in price.Lines)
        {
            PriceWords.Note(facts, PriceReader.KeyOf(line.When), line);
        }

        foreach (var (name, value) in price.Terms)
        {
            facts[name] = value;
        }
    }
}
