using Trt.Domain.Catalog;
using Trt.Domain.Shared;

namespace Trt.Infrastructure.Catalog;

/// <summary>One entry of "fields".</summary>
internal sealed class FieldReader(Vocabulary vocabulary)
{
    private const decimal BytesPerMegabyte = 1024 * 1024;

    public Field? Read(CardSection section)
    {
        var name = section.Text("name");
        if (name is null && !section.Has("name"))
            section.Errors.Add(section.Line, "a field has no \"name\"", "write the provider's name of the input");
        var kind = section.Word("kind", CardWords.Kinds);
        if (kind is null && !section.Has("kind"))
            section.Errors.Add(section.Line, $"field \"{name}\" has no \"kind\"", $"use one of {string.Join(", ", CardWords.Kinds.Keys)}");
        if (name is null || kind is not { } known)
            return null;

        var shared = vocabulary.Find(section.Text("like") ?? name);
        var label = section.Local("label", TextLimits.Label) ?? shared?.Label;
        var hint = section.Local("hint", TextLimits.Hint) ?? shared?.Hint;
        if (label is null && !section.Has("label"))
            section.Errors.Add(section.Line, $"field \"{name}\" has no label", "add \"label\" here or an entry in vocabulary.json");

        var field = ReadKind(section, known, name, label ?? new LocalText(name, name), shared);
        if (field is null)
        {
            section.Finish();
            return null;
        }

        field = field with { Hint = hint, IsRequired = section.Flag("required"), IsHidden = section.Flag("hidden") };
        field = field with { Default = ReadDefault(section, field) };
        if (field is { IsHidden: true, Default: null })
            section.Errors.Add(section.Line, $"hidden field \"{name}\" has no default", "give the value that is always sent, or leave the field out");
        section.Finish();
        return field;
    }

    private static Field? ReadKind(CardSection section, FieldKind kind, string name, LocalText label, VocabularyEntry? shared) => kind switch
    {
        FieldKind.Text or FieldKind.Line => ReadText(section, kind, name, label),
        FieldKind.Texts => ReadTexts(section, name, label),
        FieldKind.Choice => ReadChoice(section, name, label, shared),
        FieldKind.Number or FieldKind.Integer => ReadNumber(section, kind, name, label),
        FieldKind.Flag => new FlagField { Name = name, Label = label },
        FieldKind.Image or FieldKind.Images => ReadMedia(section, MediaKind.Image, kind == FieldKind.Images, name, label),
        FieldKind.Video or FieldKind.Videos => ReadMedia(section, MediaKind.Video, kind == FieldKind.Videos, name, label),
        FieldKind.Audio or FieldKind.Audios => ReadMedia(section, MediaKind.Audio, kind == FieldKind.Audios, name, label),
    };

    private static TextField? ReadText(CardSection section, FieldKind kind, string name, LocalText label)
    {
        var min = section.Whole("min") ?? 1;
        var max = Demanded(section, "max", name, "the most characters the provider takes");
        return max is null || !InOrder(section, min, max.Value)
            ? null
            : new TextField { Name = name, Label = label, LengthMin = min, LengthMax = max.Value, IsLong = kind == FieldKind.Text };
    }

    private static TextListField? ReadTexts(CardSection section, string name, LocalText label)
    {
        var min = section.Whole("min") ?? 1;
        var max = Demanded(section, "max", name, "the most entries the provider takes");
        var length = Demanded(section, "length", name, "the most characters of one entry");
        return max is null || length is null || !InOrder(section, min, max.Value)
            ? null
            : new TextListField { Name = name, Label = label, ItemsMin = min, ItemsMax = max.Value, LengthMax = length.Value };
    }

    private static ChoiceField ReadChoice(CardSection section, string name, LocalText label, VocabularyEntry? shared)
    {
        var choices = new List<Choice>();
        switch (section.Node("choices"))
        {
            case null when shared is { Choices.Count: > 0 }:
                choices.AddRange(shared.Choices.Select(pair => new Choice(pair.Key, pair.Value)));
                break;
            case ArrayNode { Items.Count: > 0 } list:
                choices.AddRange(list.Items.Select(item => ReadOption(item, name, shared, section.Errors)).OfType<Choice>());
                break;
            default:
                section.Errors.Add(section.LineOf("choices"), $"choice \"{name}\" has no \"choices\"", "list the values the provider takes");
                break;
        }

        ReportTwins(section, name, choices);
        var wire = section.Word("wire", CardWords.Wires) ?? ChoiceWire.Text;
        if (wire == ChoiceWire.Number && choices.Any(choice => !decimal.TryParse(choice.Value, System.Globalization.CultureInfo.InvariantCulture, out _)))
            section.Errors.Add(section.LineOf("wire"), $"choice \"{name}\" travels as a number but has values that are none", "remove \"wire\" or correct the values");
        return new ChoiceField { Name = name, Label = label, Choices = choices, Wire = wire };
    }

    /// <summary>"16:9" | { "value": "auto", "label": … }. What begins with a digit is a good label itself.</summary>
    private static Choice? ReadOption(CardNode node, string field, VocabularyEntry? shared, CardErrors errors)
    {
        string value;
        LocalText? label = null;
        switch (node)
        {
            case TextNode text:
                value = text.Text;
                break;
            case ObjectNode described:
                var section = new CardSection(described, errors);
                value = section.Text("value") ?? "";
                label = section.Local("label", TextLimits.Choice);
                section.Finish();
                break;
            default:
                value = "";
                break;
        }

        if (string.IsNullOrWhiteSpace(value))
        {
            errors.Add(node.Line, $"a choice of \"{field}\" has no value", "write \"value\" or { \"value\": …, \"label\": … }");
            return null;
        }

        label ??= shared?.LabelOf(value) ?? (char.IsAsciiDigit(value[0]) ? new LocalText(value, value) : null);
        if (label is null)
            errors.Add(node.Line, $"choice \"{value}\" of \"{field}\" has no label", "write { \"value\": …, \"label\": … } or add it to vocabulary.json");
        return label is null ? null : new Choice(value, label);
    }

    private static void ReportTwins(CardSection section, string name, List<Choice> choices)
    {
        Report(choice => choice.Value, "value");
        Report(choice => choice.Label.Ru, "Russian label");
        Report(choice => choice.Label.En, "English label");

        void Report(Func<Choice, string> part, string what)
        {
            foreach (var twins in choices.GroupBy(part, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
                section.Errors.Add(section.LineOf("choices"), $"two choices of \"{name}\" have the {what} \"{twins.Key}\"", "make them differ: people may type it");
        }
    }

    private static NumberField? ReadNumber(CardSection section, FieldKind kind, string name, LocalText label)
    {
        var (min, max, step) = (section.Number("min"), section.Number("max"), section.Number("step"));
        if (min is null || max is null || min > max || step <= 0)
        {
            section.Errors.Add(section.Line, $"number \"{name}\" has no sound range", "give \"min\" and \"max\" in this order, and a \"step\" above zero if there is one");
            return null;
        }

        return new NumberField { Name = name, Label = label, Min = min.Value, Max = max.Value, Step = step, IsInteger = kind == FieldKind.Integer };
    }

    private static MediaField? ReadMedia(CardSection section, MediaKind kind, bool isList, string name, LocalText label)
    {
        var types = section.Texts("types")
            .Select(type => MimeTypes.Canonical(type.Contains('/', StringComparison.Ordinal) ? type : $"{kind.ToString().ToLowerInvariant()}/{type}"))
            .Distinct()
            .ToArray();
        if (types.Length == 0)
            section.Errors.Add(section.LineOf("types"), $"\"{name}\" has no file types", "list them: \"types\": [\"jpeg\", \"png\"]");
        var megabytes = section.Number("megabytes");
        if (megabytes is null or <= 0)
            section.Errors.Add(section.LineOf("megabytes"), $"\"{name}\" has no size limit", "give \"megabytes\" above zero");
        var (min, max) = (section.Whole("min") ?? 1, section.Whole("max") ?? 1);
        var ordered = InOrder(section, min, max);
        if (!isList && (min != 1 || max != 1))
            section.Errors.Add(section.LineOf("max"), $"\"{name}\" takes one file", $"use the kind \"{kind.ToString().ToLowerInvariant()}s\" for several");

        var field = new MediaField
        {
            Name = name,
            Label = label,
            Kind = kind,
            IsList = isList,
            ItemsMin = min,
            ItemsMax = max,
            BytesMax = (long)((megabytes ?? 0) * BytesPerMegabyte),
            MimeTypes = types,
            DurationSecondsMin = section.Whole("secondsMin"),
            DurationSecondsMax = section.Whole("secondsMax"),
            DurationSecondsTotalMax = section.Whole("secondsTotal"),
            SideMin = section.Whole("sideMin"),
            SideMax = section.Whole("sideMax"),
        };
        return ordered && types.Length > 0 ? field : null;
    }

    /// <summary>A default has to pass the field's own check, and is kept in its normal form.</summary>
    private static InputValue? ReadDefault(CardSection section, Field field)
    {
        InputValue? given = section.Node("default") switch
        {
            null or NullNode => null,
            TextNode text => new TextValue(text.Text),
            NumberNode number => new NumberValue(number.Number),
            FlagNode flag => new FlagValue(flag.Flag),
            ArrayNode => new TextListValue(section.Texts("default")),
            _ => new MediaValue([]),
        };
        if (given is null)
            return null;

        var bare = field with { Default = null, IsHidden = false };
        var check = new InputSchema([bare], []).CheckField(bare, given);
        if (check.Values.TryGetValue(field.Name, out var value))
            return value;
        section.Errors.Add(
            section.LineOf("default"),
            $"the default of \"{field.Name}\" is not allowed: {string.Join(", ", check.Problems.Select(Describe).DefaultIfEmpty("no value"))}",
            "choose a value that the field itself accepts");
        // The card is refused anyway; the given value keeps the later checks from reporting a missing default on top.
        return given;
    }

    private static string Describe(InputProblem problem) => problem.Limit is null ? $"{problem.Code}" : $"{problem.Code} ({problem.Limit})";

    private static int? Demanded(CardSection section, string limit, string name, string meaning)
    {
        var value = section.Whole(limit);
        if (value is null && !section.Has(limit))
            section.Errors.Add(section.Line, $"\"{name}\" has no \"{limit}\"", $"give {meaning}");
        return value;
    }

    private static bool InOrder(CardSection section, int min, int max)
    {
        if (min <= max && max > 0)
            return true;
        section.Errors.Add(section.LineOf("max"), $"the limits {min} to {max} leave nothing to give", "correct \"min\" and \"max\"");
        return false;
    }
}
