using Trt.Domain.Catalog;

namespace Trt.Domain.Drafts;

/// <summary>Which fields of a model are asked, in which order, and which wait behind "more settings".</summary>
public static class WizardPlan
{
    /// <summary>Files first (they decide what the text says about them), then texts, then the rest; inside a group as on the card.</summary>
    public static IReadOnlyList<Field> Steps(ModelCard card) =>
        [.. card.Inputs.Fields.Where(field => !field.IsHidden && IsAsked(card, field)).OrderBy(Rank)];

    public static IReadOnlyList<Field> MoreSettings(ModelCard card) =>
        [.. card.Inputs.Fields.Where(field => !field.IsHidden && !IsAsked(card, field))];

    /// <summary>Asked: what is required, what changes the price, what a group of "at least one" needs, and files the model can use.</summary>
    private static bool IsAsked(ModelCard card, Field field) =>
        field.IsRequired
        || field is MediaField
        || card.Inputs.Rules.OfType<OneOfRequired>().Any(rule => rule.Fields.Contains(field.Name))
        || card.Prices.DependsOn(field.Name);

    private static int Rank(Field field) => field switch
    {
        MediaField { IsRequired: true } => 0,
        MediaField => 1,
        TextField { IsRequired: true } or TextListField { IsRequired: true } => 2,
        _ => 3,
    };
}
