using Trt.Domain.Catalog;
using Trt.Domain.Shared;

namespace Trt.Infrastructure.Tests.Catalog;

/// <summary>Inputs made from a card itself: the least it takes, the most it takes, and one step beyond.</summary>
internal static class SomeInputs
{
    public static Dictionary<string, InputValue> Minimal(ModelCard card)
    {
        var given = card.Inputs.Fields.Where(field => field is { IsRequired: true, Default: null })
            .ToDictionary(field => field.Name, Least);
        foreach (var group in card.Inputs.Rules.OfType<OneOfRequired>().Where(group => !group.Fields.Any(given.ContainsKey)))
        {
            given[group.Fields[0]] = Least(card.Inputs.Find(group.Fields[0])!);
        }

        return given;
    }

    /// <summary>Everything at its limit, as far as the rules between fields let it stand together.</summary>
    public static Dictionary<string, InputValue> Maximal(ModelCard card)
    {
        var given = card.Inputs.Fields.Where(field => !field.IsHidden).ToDictionary(field => field.Name, Most);
        var minimal = Minimal(card);
        while (card.Inputs.Check(given).Problems is { Count: > 0 } problems)
        {
            var spare = problems.SelectMany(problem => Concerned(card, problem)).Select(card.Inputs.Find).OfType<Field>()
                .LastOrDefault(field => given.ContainsKey(field.Name) && !given[field.Name].Equals(minimal.GetValueOrDefault(field.Name)));
            if (spare is null)
            {
                break;
            }

            if (minimal.TryGetValue(spare.Name, out var least))
            {
                given[spare.Name] = least;
            }
            else
            {
                given.Remove(spare.Name);
            }
        }

        return given;
    }

    public static InputValue Least(Field field) => field switch
    {
        TextField text => new TextValue(new string('x', Math.Max(1, text.LengthMin))),
        TextListField list => new TextListValue([.. Enumerable.Repeat("x", list.ItemsMin)]),
        DialogueField dialogue => Lines(dialogue, dialogue.ItemsMin, 1),
        EarlierField earlier => Made(earlier.From[0]),
        ChoiceField choice => new TextValue(choice.Choices[0].Value),
        NumberField number => new NumberValue(number.Min),
        FlagField => new FlagValue(false),
        MediaField media => Files(media, media.ItemsMin),
        _ => throw new NotSupportedException(field.GetType().Name),
    };

    public static InputValue Most(Field field) => field switch
    {
        TextField text => new TextValue(new string('x', text.LengthMax)),
        TextListField list => new TextListValue([.. Enumerable.Repeat(new string('x', list.LengthMax), list.ItemsMax)]),
        DialogueField dialogue => Lines(dialogue, dialogue.ItemsMax, dialogue.LengthMax / dialogue.ItemsMax),
        EarlierField earlier => Made(earlier.From[^1]),
        ChoiceField choice => new TextValue(choice.Choices[^1].Value),
        NumberField number => new NumberValue(Highest(number)),
        FlagField => new FlagValue(true),
        MediaField media => Files(media, media.ItemsMax),
        _ => throw new NotSupportedException(field.GetType().Name),
    };

    /// <summary>Each limit of the field exceeded by one, with the problem that has to follow.</summary>
    public static IEnumerable<(InputValue Value, ProblemCode Code)> Beyond(Field field) => field switch
    {
        TextField text =>
        [
            (new TextValue(new string('x', text.LengthMax + 1)), ProblemCode.TooLong),
            (new TextValue(new string('x', Math.Max(0, text.LengthMin - 1))), ProblemCode.TooShort),
            (Files(Photo, 1), ProblemCode.WrongKind),
        ],
        TextListField list =>
        [
            (new TextListValue([.. Enumerable.Repeat("x", list.ItemsMax + 1)]), ProblemCode.TooManyItems),
            (new TextListValue([new string('x', list.LengthMax + 1)]), ProblemCode.TooLong),
        ],
        DialogueField dialogue =>
        [
            (Lines(dialogue, dialogue.ItemsMax + 1, 1), ProblemCode.TooManyItems),
            (Lines(dialogue, 1, dialogue.LengthMax + 1), ProblemCode.TooLong),
            (Lines(dialogue, 1, 0), ProblemCode.TooShort),
            (new DialogueValue([new DialogueLine("x", null)]), ProblemCode.NotAChoice),
            (new DialogueValue([new DialogueLine("x", "nobody")]), ProblemCode.NotAChoice),
            (new TextValue("a text without voices"), ProblemCode.WrongKind),
        ],
        EarlierField => [(Made(new ModelId("another-model")), ProblemCode.WrongKind), (new TextValue("task-1"), ProblemCode.WrongKind)],
        ChoiceField => [(new TextValue("no such choice"), ProblemCode.NotAChoice), (new FlagValue(true), ProblemCode.WrongKind)],
        NumberField number =>
        [
            (new NumberValue(number.Min - (number.Step ?? 1)), ProblemCode.TooSmall),
            (new NumberValue(number.Max + (number.Step ?? 1)), ProblemCode.TooLarge),
            (new TextValue("many"), ProblemCode.NotANumber),
            .. number.IsInteger ? [(new NumberValue(number.Min + 0.5m), ProblemCode.NotWhole)] : Array.Empty<(InputValue, ProblemCode)>(),
        ],
        FlagField => [(new TextValue("perhaps"), ProblemCode.NotAChoice)],
        MediaField media => BeyondMedia(media),
        _ => throw new NotSupportedException(field.GetType().Name),
    };

    private static EarlierValue Made(ModelId model) => new(default, model, "task-1", "piece-1", "A lighthouse", DateTimeOffset.UnixEpoch);

    private static DialogueValue Lines(DialogueField dialogue, int count, int length) =>
        new([.. Enumerable.Range(0, count).Select(i => new DialogueLine(new string('x', length), dialogue.Voices[i % dialogue.Voices.Count].Value))]);

    private static IEnumerable<(InputValue Value, ProblemCode Code)> BeyondMedia(MediaField media)
    {
        yield return (Files(media, media.ItemsMax + 1), ProblemCode.TooManyItems);
        yield return (Changed(item => item with { Bytes = media.BytesMax + 1 }), ProblemCode.FileTooLarge);
        yield return (Changed(item => item with { MimeType = "application/pdf" }), ProblemCode.WrongMediaType);
        yield return (
            Changed(item => item with { Kind = media.Kind == MediaKind.Image ? MediaKind.Video : MediaKind.Image }),
            ProblemCode.WrongMediaType);
        yield return (new TextValue("text"), ProblemCode.WrongKind);
        if (media.ItemsMin > 1)
        {
            yield return (Files(media, media.ItemsMin - 1), ProblemCode.TooFewItems);
        }

        if (media.DurationSecondsMax is { } longest)
        {
            yield return (Changed(item => item with { DurationSeconds = longest + 0.1m }), ProblemCode.MediaTooLong);
        }

        if (media.DurationSecondsMin is { } shortest)
        {
            yield return (Changed(item => item with { DurationSeconds = shortest - 0.1m }), ProblemCode.MediaTooShort);
        }

        if (media.SideMin is { } smallest)
        {
            yield return (Changed(item => item with { Height = smallest - 1 }), ProblemCode.SideTooSmall);
        }

        if (media.SideMax is { } largest)
        {
            yield return (Changed(item => item with { Width = largest + 1 }), ProblemCode.SideTooLarge);
        }

        MediaValue Changed(Func<MediaItem, MediaItem> change) => new([.. Files(media, media.ItemsMin).Items.Select(change)]);
    }

    private static readonly MediaField Photo = new()
    {
        Name = "photo",
        Label = new("Фото", "Photo"),
        Kind = MediaKind.Image,
        IsList = false,
        BytesMax = 1000,
        MimeTypes = ["image/png"],
    };

    public static MediaValue Files(MediaField media, int count) => new([.. Enumerable.Range(0, count).Select(i => new MediaItem
    {
        FileId = $"file-{i}",
        FileUniqueId = $"unique-{i}",
        Kind = media.Kind,
        MimeType = media.MimeTypes[0],
        Bytes = media.BytesMax,
        Width = Math.Max(media.SideMin ?? 0, 1024),
        Height = Math.Max(media.SideMin ?? 0, 1024),
        DurationSeconds = media.Kind == MediaKind.Image ? null : Math.Max(
            media.DurationSecondsMin ?? 0,
            Math.Min(media.DurationSecondsMax ?? 5, 5)),
    })]);

    private static decimal Highest(NumberField number) =>
        number.Step is { } step ? number.Min + decimal.Floor((number.Max - number.Min) / step) * step : number.Max;

    private static IEnumerable<string> Concerned(ModelCard card, InputProblem problem) =>
        card.Inputs.Rules.Where(rule => rule.Concerns.Contains(problem.Field)).SelectMany(rule => rule.Concerns).Append(problem.Field);
}
