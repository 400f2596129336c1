using System.Collections.Frozen;
using Trt.Domain.Shared;

namespace Trt.Application.Terms;

/// <summary><c>model.hidden:&lt;model&gt;</c> keeps a model off the shelves, whatever its card says.</summary>
public static class HiddenModels
{
    private const string Prefix = "model.hidden:";

    private const string Help = "Keeps the model off every shelf; its old buttons offer others.";

    internal static readonly SettingFamily Family = new(
        Prefix, $"{Prefix}<model>", "yes or no", Help, Rule,
        terms => terms.Hidden.Select(model => model.Value).Order(StringComparer.Ordinal));

    public static string NameFor(ModelId model) => $"{Prefix}{model}";

    private static SettingRule Rule(string subject)
    {
        var model = new ModelId(subject);
        return SettingRule.Flag(
            NameFor(model),
            Help,
            terms => terms.Hidden.Contains(model),
            (terms, isHidden) =>
                terms with { Hidden = terms.Hidden.Where(other => other != model).Concat(isHidden ? [model] : []).ToFrozenSet() }) with
        {
            Objection = (_, cards) => ModelNames.Objection(cards, model),
        };
    }
}
