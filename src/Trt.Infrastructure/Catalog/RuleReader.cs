using Trt.Domain.Catalog;

namespace Trt.Infrastructure.Catalog;

/// <summary>One entry of "rules"; an entry with several values for a field stands for several rules.</summary>
internal static class RuleReader
{
    private const string Forms =
        "use oneOf, notTogether, { files, max }, or one of required, text, number, media with its limit and \"when\"";

    public static IEnumerable<FieldRule> Read(CardSection section, ConditionReader conditions)
    {
        var rules = ReadForm(section, conditions).ToArray();
        section.Finish();
        foreach (var name in rules.SelectMany(rule => rule.Concerns).Distinct().Where(name => conditions.Find(name) is null))
        {
            section.Errors.Add(section.Line, $"a rule speaks about \"{name}\", which is no field of this card", "correct the name");
        }

        foreach (var name in rules.SelectMany(rule => rule.Concerns).Distinct().Where(name => conditions.Find(name) is { IsHidden: true }))
        {
            section.Errors.Add(
                section.Line,
                $"a rule speaks about \"{name}\", which customers cannot change",
                "leave hidden fields out of rules");
        }

        if (!rules.All(rule => IsApplicable(rule, conditions)))
        {
            section.Errors.Add(
                section.Line,
                "this rule measures a field of another kind",
                "name a text, a number or files, as the form of the rule asks");
        }

        return rules;
    }

    private static bool IsApplicable(FieldRule rule, ConditionReader fields) => rule switch
    {
        LengthWhen length => fields.Find(length.Field) is TextField or null,
        MaxWhen max => fields.Find(max.Field) is NumberField or null,
        DurationWhen duration => fields.Find(duration.Field) is MediaField or null,
        ItemsTogether items => items.Fields.All(name => fields.Find(name) is MediaField or null),
        _ => true,
    };

    private static IEnumerable<FieldRule> ReadForm(CardSection section, ConditionReader conditions)
    {
        if (section.Has("oneOf"))
        {
            return Names(section, "oneOf") is { Count: > 0 } names ? [new OneOfRequired(names)] : [];
        }

        if (section.Has("notTogether"))
        {
            return conditions.Read(section, "notTogether").Select(values => new NotTogether(values));
        }

        if (section.Has("files"))
        {
            return Names(section, "files") is { Count: > 0 } names ? [new ItemsTogether(names, Max(section))] : [];
        }

        var when = section.Has("when") ? conditions.Read(section, "when") : [new Dictionary<string, string>()];
        if (section.Text("required") is { } required)
        {
            return when.Select(values => new RequiredWhen(required, values));
        }

        if (section.Text("text") is { } text)
        {
            return when.Select(values => new LengthWhen(text, Max(section), values));
        }

        if (section.Text("number") is { } number)
        {
            return when.Select(values => new MaxWhen(number, section.Number("max") ?? Max(section), values));
        }

        if (section.Text("media") is { } media)
        {
            return when.Select(values => new DurationWhen(media, section.Whole("seconds") ?? Max(section), values));
        }

        section.Errors.Add(section.Line, "this rule has no known form", Forms);
        return [];
    }

    private static IReadOnlyList<string> Names(CardSection section, string form)
    {
        var names = section.Texts(form);
        if (names.Count < 2)
        {
            section.Errors.Add(
                section.LineOf(form),
                $"\"{form}\" speaks about fewer than two fields",
                "name the fields, or mark the one field as required");
        }

        return names;
    }

    private static int Max(CardSection section)
    {
        if (section.Whole("max") is { } max)
        {
            return max;
        }

        section.Errors.Add(section.Line, "this rule has no \"max\"", "give the limit");
        return 0;
    }
}
