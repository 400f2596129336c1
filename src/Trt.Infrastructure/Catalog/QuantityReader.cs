using System.Globalization;
using Trt.Domain.Catalog;

namespace Trt.Infrastructure.Catalog;

/// <summary>"quantity": the one field to measure and how, or a list of such sources to try in turn.</summary>
internal static class QuantityReader
{
    public static QuantitySource? Read(CardSection price, ConditionReader fields)
    {
        if (price.Node("quantity") is ArrayNode)
        {
            var sources = price.Sections("quantity").Select(section => ReadOne(section, fields, isLast: false)).OfType<QuantitySource>();
            return new FirstKnown([.. sources]);
        }

        return price.Section("quantity") is { } single ? ReadOne(single, fields, isLast: true) : null;
    }

    /// <summary>The smallest quantity the fields allow, for "from …"; one where nothing is said.</summary>
    public static decimal Least(QuantitySource source, ConditionReader fields) => source switch
    {
        ValueOf value => fields.Find(value.Field) switch
        {
            NumberField number => number.Min,
            ChoiceField choice => choice.Choices.Min(option => Amount(option) ?? 1),
            _ => 1,
        },
        DurationOf duration => (fields.Find(duration.Field) as MediaField)?.DurationSecondsMin ?? 1,
        QuotientOf(var dividend, var divisor) when fields.Find(dividend) is NumberField a && fields.Find(divisor) is NumberField b =>
            a.Min / b.Max,
        SumOf sum => sum.Sources.Sum(part => IsLeftOut(part, fields) ? 0 : Least(part, fields)),
        FirstKnown { Sources.Count: > 0 } first => first.Sources.Min(one => Least(one, fields)),
        _ => 1,
    };

    private static bool IsLeftOut(QuantitySource source, ConditionReader fields) =>
        source is DurationOf(var field) && fields.Find(field) is { IsRequired: false };

    /// <summary>Recordings that nobody sends add nothing; every other part has to be known.</summary>
    private static SumOf ReadSum(CardSection section, ConditionReader fields) =>
        new([.. section.Sections("sumOf").Select(part => ReadOne(part, fields, isLast: !part.Has("durationOf"))).OfType<QuantitySource>()]);

    private static QuantitySource? ReadOne(CardSection section, ConditionReader fields, bool isLast)
    {
        var before = section.Errors.Found.Count;
        QuantitySource? source = null;
        if (Field(section, "charactersOf", fields, isLast, field => field is TextField or TextListField or DialogueField) is { } text)
        {
            source = new CharactersOf(text);
        }
        else if (Field(section, "valueOf", fields, isLast, IsAmount) is { } value)
        {
            source = new ValueOf(value);
        }
        else if (Field(section, "durationOf", fields, isLast, IsRecording) is { } media)
        {
            source = new DurationOf(media);
        }
        else if (Field(section, "pixelsOf", fields, isLast, field => field is MediaField { Kind: MediaKind.Image }) is { } image)
        {
            source = new PixelsOf(image);
        }
        else if (section.Has("sumOf"))
        {
            source = ReadSum(section, fields);
        }
        else if (section.Texts("quotientOf") is [var dividend, var divisor])
        {
            // Not &&: when both are wrong, both are reported.
            source = Fits(section, "quotientOf", dividend, fields, isLast, IsAmount)
                & Fits(section, "quotientOf", divisor, fields, isLast, IsAmount)
                ? new QuotientOf(dividend, divisor)
                : null;
        }
        else if (section.Errors.Found.Count == before)
        {
            section.Errors.Add(
                section.Line,
                "the quantity has no known source",
                "use charactersOf, valueOf, durationOf, pixelsOf, sumOf or quotientOf");
        }

        section.Finish();
        return source;
    }

    private static string? Field(CardSection section, string form, ConditionReader fields, bool isLast, Func<Field, bool> isRight) =>
        section.Text(form) is { } name && Fits(section, form, name, fields, isLast, isRight) ? name : null;

    private static bool Fits(CardSection section, string form, string name, ConditionReader fields, bool isLast, Func<Field, bool> isRight)
    {
        var field = fields.Find(name);
        if (field is null || !isRight(field))
        {
            section.Errors.Add(
                section.LineOf(form),
                $"\"{form}\" cannot be measured on \"{name}\"",
                "name a field of this card of the right kind");
            return false;
        }

        if (isLast && field is { IsRequired: false, Default: null })
        {
            section.Errors.Add(
                section.LineOf(form),
                $"the quantity is unknown when \"{name}\" is left out",
                "make the field required or give it a default");
        }

        return true;
    }

    private static bool IsRecording(Field field) => field is MediaField { Kind: MediaKind.Video or MediaKind.Audio };

    private static bool IsAmount(Field field) =>
        field is NumberField || field is ChoiceField choice && choice.Choices.All(option => Amount(option) is > 0);

    private static decimal? Amount(Choice option) =>
        decimal.TryParse(option.Value, CultureInfo.InvariantCulture, out var amount) ? amount : null;
}
