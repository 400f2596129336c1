using System.Collections.Frozen;
using Trt.Domain.Catalog;
using Trt.Domain.Shared;

namespace Trt.Application.Terms;

/// <summary><c>price.override:&lt;model&gt;:&lt;sku&gt;</c> is the operator's own price of one price line, per unit.</summary>
internal static class OwnPrices
{
    private const string Prefix = "price.override:";
    private const string Help = "A price of your own for one unit of this line; it wins over rate and markup.";

    /// <summary>What is read where no own price is set.</summary>
    private const string ByFormula = "by formula";

    private static readonly Money Min = new(1);
    private static readonly Money Max = Money.Rubles(100_000);

    public static readonly SettingFamily Family = new(
        Prefix,
        $"{Prefix}<model>:<sku>",
        $"rubles from {SettingRule.Text(Min)} to {SettingRule.Text(Max)}",
        Help,
        Rule,
        terms => terms.OwnPrices.Keys.Select(line => line.ToString()).Order(StringComparer.Ordinal));

    public static string NameFor(SkuId line) => $"{Prefix}{line}";

    private static SettingRule? Rule(string subject)
    {
        if (subject.Split(':', 2) is not [{ Length: > 0 } model, { Length: > 0 } sku])
        {
            return null;
        }

        var line = new SkuId(new ModelId(model), sku);
        var rule = SettingRule.Rubles(
            $"{Prefix}{line}", Min, Max, Help, terms => terms.OwnPrices.GetValueOrDefault(line), (terms, price) => terms with
            {
                OwnPrices = terms.OwnPrices.Where(pair => pair.Key != line).Append(new(line, price)).ToFrozenDictionary(),
            });
        return rule with
        {
            Read = terms => terms.OwnPrices.ContainsKey(line) ? rule.Read(terms) : ByFormula,
            Objection = (_, cards) => ModelNames.Objection(cards, line),
        };
    }
}
