using Trt.Domain.Catalog;
using Trt.Domain.Shared;

namespace Trt.Infrastructure.Catalog;

/// <summary>One entry of "fields".</summary>
internal sealed class FieldReader(Vocabulary vocabulary)
{
    public Field? Read(CardSection section)
    {
        var name = section.Text("name");
        if (name is null && !section.Has("name"))
        {
            section.Errors.Add(section.Line, "a field has no \"name\"", "write the provider's name of the input");
        }

        var kind = section.Word("kind", CardWords.Kinds);
        if (kind is null && !section.Has("kind"))
        {
            section.Errors.Add(section.Line, $"field \"{name}\" has no \"kind\"", $"use one of {string.Join(", ", CardWords.Kinds.Keys)}");
        }

        if (name is null || kind is not { } known)
        {
            return null;
        }

        var shared = vocabulary.Find(section.Text("like") ?? name);
        if (shared is null && section.Has("like"))
        {
            section.Errors.Add(
                section.LineOf("like"),
                $"vocabulary.json has no entry for \"{name}\" to be like",
                "correct \"like\" or add the entry");
        }

        var label = section.Local("label", TextLimits.Label) ?? shared?.Label;
        var hint = section.Local("hint", TextLimits.Hint) ?? shared?.Hint;
        if (label is null && !section.Has("label"))
        {
            section.Errors.Add(section.Line, $"field \"{name}\" has no label", "add \"label\" here or an entry in vocabulary.json");
        }

        var (isRequired, isHidden) = (section.Flag("required"), section.Flag("hidden"));
        var field = ReadKind(section, known, name, label ?? new LocalText(name, name), shared);
        if (field is null)
        {
            _ = section.Node("default");
            section.Finish();
            return null;
        }

        field = field with { Hint = hint, IsRequired = isRequired, IsHidden = isHidden };
        field = field with { Default = ReadDefault(section, field) };
        if (field is { IsHidden: true, Default: null })
        {
            section.Errors.Add(
                section.Line,
                $"hidden field \"{name}\" has no default",
                "give the value that is always sent, or leave the field out");
        }

        section.Finish();
        return field;
    }

    private static Field? ReadKind(CardSection section, FieldKind kind, string name, LocalText label, VocabularyEntry? shared)
    {
        return kind switch
        {
            FieldKind.Text or FieldKind.Line => ReadText(section, kind, name, label),
            FieldKind.Texts => ReadTexts(section, name, label),
            FieldKind.Dialogue => ReadDialogue(section, name, label, shared),
            FieldKind.Choice => ChoiceReader.Read(section, name, label, shared),
            FieldKind.Number or FieldKind.Integer => ReadNumber(section, kind, name, label),
            FieldKind.Flag => new FlagField { Name = name, Label = label },
            FieldKind.Earlier => ReadEarlier(section, name, label),
            FieldKind.Image or FieldKind.Images => MediaReader.Read(section, MediaKind.Image, kind == FieldKind.Images, name, label),
            FieldKind.Video or FieldKind.Videos => MediaReader.Read(section, MediaKind.Video, kind == FieldKind.Videos, name, label),
            FieldKind.Audio or FieldKind.Audios => MediaReader.Read(section, MediaKind.Audio, kind == FieldKind.Audios, name, label),
        };
    }

    private static TextField? ReadText(CardSection section, FieldKind kind, string name, LocalText label)
    {
        var min = section.Whole("min") ?? 1;
        var max = Demanded(section, "max", name, "the most characters the provider takes");
        return max is null || !section.InOrder(min, max.Value)
            ? null
            : new TextField { Name = name, Label = label, LengthMin = min, LengthMax = max.Value, IsLong = kind == FieldKind.Text };
    }

    private static TextListField? ReadTexts(CardSection section, string name, LocalText label)
    {
        var min = section.Whole("min") ?? 1;
        var max = Demanded(section, "max", name, "the most entries the provider takes");
        var length = Demanded(section, "length", name, "the most characters of one entry");
        return max is null || length is null || !section.InOrder(min, max.Value)
            ? null
            : new TextListField { Name = name, Label = label, ItemsMin = min, ItemsMax = max.Value, LengthMax = length.Value };
    }

    private static DialogueField? ReadDialogue(CardSection section, string name, LocalText label, VocabularyEntry? shared)
    {
        var min = section.Whole("min") ?? 1;
        var max = Demanded(section, "max", name, "the most lines the provider takes");
        var length = Demanded(section, "length", name, "the most characters of all lines together");
        var (speakers, accent) = (section.Text("speakersAs"), section.Text("accent"));
        var voices = ChoiceReader.Read(section, name, label, shared).Choices;
        return max is null || length is null || voices.Count == 0 || !section.InOrder(min, max.Value)
            ? null
            : new DialogueField
            {
                Name = name,
                Label = label,
                ItemsMin = min,
                ItemsMax = max.Value,
                LengthMax = length.Value,
                Voices = voices,
                SpeakersAs = speakers,
                Accent = accent,
            };
    }

    private static EarlierField? ReadEarlier(CardSection section, string name, LocalText label)
    {
        var from = section.Texts("from");
        if (from.Count == 0)
        {
            section.Errors.Add(
                section.LineOf("from"),
                $"\"{name}\" does not say whose results it goes on from",
                "list the ids of those models: \"from\": […]");
        }

        var (piece, model, remembers) = (section.Text("pieceAs"), section.Text("modelAs"), section.Texts("remembers"));
        return from.Count == 0
            ? null
            : new EarlierField
            {
                Name = name,
                Label = label,
                From = [.. from.Select(id => new ModelId(id))],
                PieceAs = piece,
                ModelAs = model,
                Remembers = remembers,
            };
    }

    private static NumberField? ReadNumber(CardSection section, FieldKind kind, string name, LocalText label)
    {
        var (min, max, step) = (section.Number("min"), section.Number("max"), section.Number("step"));
        if (min is null || max is null || min > max || step <= 0)
        {
            section.Errors.Add(
                section.Line,
                $"number \"{name}\" has no sound range",
                "give \"min\" and \"max\" in this order, and a \"step\" above zero if there is one");
            return null;
        }

        var isInteger = kind == FieldKind.Integer;
        return new NumberField { Name = name, Label = label, Min = min.Value, Max = max.Value, Step = step, IsInteger = isInteger };
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
        if (given is null || field is ChoiceField { Choices.Count: 0 })
        {
            return given;
        }

        var bare = field with { Default = null, IsHidden = false };
        var check = new InputSchema([bare], []).CheckField(bare, given);
        if (check.Values.TryGetValue(field.Name, out var value))
        {
            return value;
        }

        var reasons = string.Join(", ", check.Problems.Select(Describe).DefaultIfEmpty("no value"));
        section.Errors.Add(
            section.LineOf("default"),
            $"the default of \"{field.Name}\" is not allowed: {reasons}",
            "choose a value that the field itself accepts");
        // The card is refused anyway; the given value keeps the later checks from reporting a missing default on top.
        return given;
    }

    private static string Describe(InputProblem problem) => problem.Limit is null ? $"{problem.Code}" : $"{problem.Code} ({problem.Limit})";

    private static int? Demanded(CardSection section, string limit, string name, string meaning)
    {
        var value = section.Whole(limit);
        if (value is null && !section.Has(limit))
        {
            section.Errors.Add(section.Line, $"\"{name}\" has no \"{limit}\"", $"give {meaning}");
        }

        return value;
    }
}
