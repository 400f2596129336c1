using Trt.Domain.Catalog;
using Trt.Domain.Drafts;

namespace Trt.Domain.Finding;

/// <summary>What a wish answers of a model's questions; the rest stays as is usual or is asked.</summary>
public static class WishFill
{
    private static readonly string[] LengthFields = ["duration", "n_frames", "duration_seconds"];
    private static readonly string[] RatioFields = ["aspect_ratio", "aspectRatio", "ratio", "image_size", "size"];
    private static readonly string[] SharpnessFields = ["resolution", "quality", "mode", "image_resolution", "output_resolution", "size"];
    private static readonly string[] CountFields = ["num_images", "max_images", "n"];
    private static readonly string[] SoundFields = ["sound", "audio", "generate_audio", "generate_audio_switch"];

    public static IReadOnlyDictionary<string, InputValue> Of(ModelCard card, Wish wish, IReadOnlyList<MediaItem> files)
    {
        var values = WizardPlan.Usual(card);
        foreach (var (name, value) in Settings(card, wish.Options).Concat(Described(card, wish.Description)).Concat(Brought(card, files)))
        {
            if (card.Inputs.Find(name) is { IsHidden: false } field && card.Inputs.CheckField(field, value) is { IsValid: true } check)
            {
                values[name] = check.Values[name];
            }
        }

        return values;
    }

    /// <summary>How many of the settings that were asked for the model does not have.</summary>
    public static int Lacks(ModelCard card, WishOptions options)
    {
        var asked = new object?[] { options.Seconds, options.Ratio, options.Resolution, options.Count, options.Times, options.Sound,
            options.Instrumental, options.IsFemale };
        return asked.Count(one => one is not null) - Settings(card, options).Count();
    }

    private static IEnumerable<(string Name, InputValue Value)> Settings(ModelCard card, WishOptions options)
    {
        (string[] Names, Func<Field, InputValue?> Value)[] wanted =
        [
            (LengthFields, field => options.Seconds is { } seconds ? Near(field, seconds) : null),
            (RatioFields, field => options.Ratio is { } ratio && field is ChoiceField choice ? Ratio(choice, ratio) : null),
            (SharpnessFields, field => options.Resolution is { } sharp && field is ChoiceField choice ? Sharpness(choice, sharp) : null),
            (CountFields, field => options.Count is { } count ? Near(field, count) : null),
            (["upscale_factor"], field => options.Times is { } times ? Near(field, times) : null),
            (SoundFields, field => options.Sound is { } sound && field is FlagField ? new FlagValue(sound) : null),
            (["instrumental"], field => options.Instrumental is { } instrumental && field is FlagField ? new FlagValue(instrumental)
                : null),
            (["vocalGender"], field => options.IsFemale is { } female && field is ChoiceField ? new TextValue(female ? "f" : "m") : null),
        ];
        foreach (var (names, value) in wanted)
        {
            foreach (var field in card.Inputs.Fields)
            {
                if (!field.IsHidden && names.Contains(field.Name) && value(field) is { } given)
                {
                    yield return (field.Name, given);
                    break;
                }
            }
        }
    }

    /// <summary>The same, or the nearest that can be had.</summary>
    private static InputValue? Near(Field field, int wanted) => field switch
    {
        NumberField number => new NumberValue(Math.Clamp(wanted, number.Min, number.Max)),
        ChoiceField choice => choice.Choices
            .Select(option => (option.Value, Number: Numbers.Parse(option.Value)))
            .Where(pair => pair.Number is not null)
            .OrderBy(pair => Math.Abs(pair.Number!.Value - wanted))
            .Select(pair => new TextValue(pair.Value))
            .FirstOrDefault(),
        _ => null,
    };

    /// <summary>Some say "9:16", some "portrait_16_9" and some only "portrait".</summary>
    private static TextValue? Ratio(ChoiceField choice, string ratio)
    {
        var sides = ratio.Split(':').Select(int.Parse).ToArray();
        var (longer, shorter) = (Math.Max(sides[0], sides[1]), Math.Min(sides[0], sides[1]));
        var way = sides[0] == sides[1] ? "square" : sides[0] > sides[1] ? "landscape" : "portrait";
        return new[] { ratio, $"{way}_{longer}_{shorter}", $"{way}_hd", way }
            .Select(word => choice.Choices.FirstOrDefault(option => string.Equals(option.Value, word, StringComparison.OrdinalIgnoreCase)))
            .OfType<Choice>()
            .Select(option => new TextValue(option.Value))
            .FirstOrDefault();
    }

    private static TextValue? Sharpness(ChoiceField choice, string wanted) => choice.Choices
        .Where(option => string.Equals(option.Value.TrimEnd('p', 'P'), wanted.TrimEnd('p'), StringComparison.OrdinalIgnoreCase))
        .Select(option => new TextValue(option.Value))
        .FirstOrDefault();

    private static IEnumerable<(string Name, InputValue Value)> Described(ModelCard card, string? words) =>
        (words, WizardPlan.CaptionField(card)) switch
        {
            (null, _) => [],
            ({ } text, { } field) => [(field.Name, new TextValue(text))],
            ({ } text, null) => card.Inputs.Fields.OfType<DialogueField>()
                .Select(field => (field.Name, (InputValue)new DialogueValue([new DialogueLine(text, field.Voices[0].Value)])))
                .Take(1),
        };

    /// <summary>Each file goes to the first question that takes such ones and has room; what is needed is served first.</summary>
    private static IEnumerable<(string Name, InputValue Value)> Brought(ModelCard card, IReadOnlyList<MediaItem> files)
    {
        var left = files.ToList();
        foreach (var field in Takers(card))
        {
            var items = left.Where(item => item.Kind == field.Kind
                && card.Inputs.CheckField(field with { ItemsMin = 1 }, new MediaValue([item])).IsValid)
                .Take(field.ItemsMax)
                .ToList();
            if (items.Count > 0)
            {
                left.RemoveAll(items.Contains);
                yield return (field.Name, new MediaValue(items));
            }
        }
    }

    /// <summary>The questions that a customer's file may answer; a mask is painted for its picture and never sent by itself.</summary>
    public static IEnumerable<MediaField> Takers(ModelCard card) => card.Inputs.Fields.OfType<MediaField>()
        .Where(field => !field.IsHidden && !field.Name.Contains("mask", StringComparison.Ordinal))
        .OrderBy(field => !field.IsRequired);
}
