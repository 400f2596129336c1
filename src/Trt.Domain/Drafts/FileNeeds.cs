using Trt.Domain.Catalog;

namespace Trt.Domain.Drafts;

/// <summary>What must be known about a file before it can be sold.</summary>
public static class FileNeeds
{
    public static bool Length(ModelCard card, MediaField field) =>
        field.Kind != MediaKind.Image
        && (card.Prices.DependsOn(field.Name)
            || field is not { DurationSecondsMin: null, DurationSecondsMax: null, DurationSecondsTotalMax: null }
            || card.Inputs.Rules.OfType<DurationWhen>().Any(rule => rule.Field == field.Name));

    public static bool Size(ModelCard card, MediaField field) =>
        field.Kind != MediaKind.Audio
        && (field is not { SideMin: null, SideMax: null } || (field.Kind == MediaKind.Image && card.Prices.DependsOn(field.Name)));
}
