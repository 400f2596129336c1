using System.Globalization;
using Trt.Domain.Catalog;

namespace Trt.Infrastructure.Catalog.Reports;

/// <summary>A field of a card in the words of the facts, so that the two can be laid side by side.</summary>
internal static class CardFacts
{
    public static string TypeOf(Field field) => field switch
    {
        TextField => "string",
        TextListField => "string[]",
        ChoiceField => "enum",
        NumberField { IsInteger: true } => "integer",
        NumberField => "number",
        FlagField => "boolean",
        MediaField media => media.Kind.ToString().ToLowerInvariant() + (media.IsList ? "[]" : ""),
        _ => throw new NotSupportedException($"{field.GetType().Name} has no word in the facts"),
    };

    public static string? Limit(Field field, string name) => (field, name) switch
    {
        (TextField text, "minLength") => Word(text.LengthMin),
        (TextField text, "maxLength") => Word(text.LengthMax),
        (NumberField number, "min") => Word(number.Min),
        (NumberField number, "max") => Word(number.Max),
        (NumberField { Step: { } step }, "step") => Word(step),
        (MediaField media, "minItems") => Word(media.ItemsMin),
        (MediaField media, "maxItems") => Word(media.ItemsMax),
        (MediaField media, "maxBytes") => Word(media.BytesMax),
        (TextListField list, "maxItems") => Word(list.ItemsMax),
        (MediaField media, "mimeTypes") => Types(media.MimeTypes),
        _ => null,
    };

    /// <summary>The facts name a type in any of its spellings.</summary>
    public static string Spelled(string limit, string value) => limit == "mimeTypes" ? Types(value.Split(' ')) : value;

    private static string Types(IEnumerable<string> types) => string.Join(' ', types.Select(MimeTypes.Canonical).Distinct().Order(StringComparer.Ordinal));

    private static string Word(decimal value) => (value / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture);
}
