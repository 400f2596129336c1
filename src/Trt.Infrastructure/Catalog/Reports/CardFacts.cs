using Trt.Domain.Catalog;

namespace Trt.Infrastructure.Catalog.Reports;

/// <summary>A field of a card in the words of the facts, so that the two can be laid side by side.</summary>
internal static class CardFacts
{
    public static string TypeOf(Field field) => field switch
    {
        TextField or EarlierField => "string",
        TextListField => "string[]",
        DialogueField => "object[]",
        ChoiceField => "enum",
        NumberField { IsInteger: true } => "integer",
        NumberField => "number",
        FlagField => "boolean",
        MediaField media => media.Kind.ToString().ToLowerInvariant() + (media.IsList ? "[]" : ""),
        _ => throw new NotSupportedException($"{field.GetType().Name} has no word in the facts"),
    };

    public static string? Limit(Field field, string name) => (field, name) switch
    {
        (TextField text, "minLength") => Numbers.Text(text.LengthMin),
        (TextField text, "maxLength") => Numbers.Text(text.LengthMax),
        (NumberField number, "min") => Numbers.Text(number.Min),
        (NumberField number, "max") => Numbers.Text(number.Max),
        (NumberField { Step: { } step }, "step") => Numbers.Text(step),
        (MediaField media, "minItems") => Numbers.Text(media.ItemsMin),
        (MediaField media, "maxItems") => Numbers.Text(media.ItemsMax),
        (MediaField media, "maxBytes") => Numbers.Text(media.BytesMax),
        (DialogueField dialogue, "minItems") => Numbers.Text(dialogue.ItemsMin),
        (TextListField list, "maxItems") => Numbers.Text(list.ItemsMax),
        (MediaField media, "mimeTypes") => Types(media.MimeTypes),
        _ => null,
    };

    /// <summary>The facts name a type in any of its spellings.</summary>
    public static string Spelled(string limit, string value) => limit == "mimeTypes" ? Types(value.Split(' ')) : value;

    private static string Types(IEnumerable<string> types) => string.Join(
        ' ',
        types.Select(MimeTypes.Canonical).Distinct().Order(StringComparer.Ordinal));
}
