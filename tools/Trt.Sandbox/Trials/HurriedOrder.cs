using System.Globalization;
using Trt.Domain.Catalog;
using Trt.Domain.Shared;
using Trt.Sandbox.Kie.Media;
using Trt.Sandbox.Kie.Media.Film;
using Trt.Sandbox.Kie.Media.Sound;

namespace Trt.Sandbox.Trials;

/// <summary>Fills in an order by what stands on the screen: answers what has to be answered and passes over the rest.</summary>
internal sealed class HurriedOrder(Person person, ModelCard card)
{
    private const int ScreensMax = 40;
    private const string Words = "A lighthouse at dawn, a quiet sea.";

    private static readonly Lazy<byte[]> Photo = new(() => Png.Write(new Canvas(640, 640)));
    private static readonly Lazy<byte[]> Film = new(() => Movie.Make(Wish("A lighthouse")));
    private static readonly Lazy<byte[]> Melody = new(() => Tune.Make(Wish(new string('A', 42))));

    private readonly Dictionary<string, int> _asked = [];
    private readonly Dictionary<string, int> _sent = [];
    private readonly HashSet<string> _skipped = [];

    /// <summary>Up to the screen with the price, and agrees to it.</summary>
    public async Task Place(Said menu, CancellationToken token)
    {
        var seen = menu;
        await person.Press(seen.Id, $"select_model:{card.Id}", token);
        for (var screens = 0; screens < ScreensMax; screens++)
        {
            seen = await person.Next(seen, token);
            if (seen.Button("confirm_generate:") is { } confirm)
            {
                await person.Press(seen.Id, confirm, token);
                return;
            }

            await Answer(seen, token);
        }

        throw new TrialFailed($"no price after {ScreensMax} screens; the last says: {seen.Text}");
    }

    private Task Answer(Said seen, CancellationToken token)
    {
        var (skip, edit) = (seen.Button("skip_param"), seen.Button("edit_param:"));
        // A question that comes back after it was passed wants an answer.
        var mayPass = skip is not null && (_skipped.Add(skip) || edit is not null);
        // Answers that do not go together: the first of them is given once more, and another way.
        var press = (mayPass ? skip : edit)
            ?? seen.Buttons.LastOrDefault(data => data.StartsWith("pick_result:", StringComparison.Ordinal));
        if (press is not null)
        {
            return person.Press(seen.Id, press, token);
        }

        var field = FieldOf(seen);
        var asked = _asked[field.Name] = _asked.GetValueOrDefault(field.Name) + 1;
        var options = seen.Buttons.Where(data => data.StartsWith($"set_param:{field.Name}:", StringComparison.Ordinal)).ToList();
        return (field, seen.Button("image_done")) switch
        {
            (MediaField media, { } done) when _sent.GetValueOrDefault(field.Name) >= media.ItemsMin => person.Press(seen.Id, done, token),
            (MediaField media, _) => Send(media, token),
            _ when options.Count > 0 => person.Press(seen.Id, options[(asked - 1) % options.Count], token),
            (DialogueField, { } done) => person.Press(seen.Id, done, token),
            (TextListField list, _) => person.Say(
                string.Join('\n', Enumerable.Range(1, Math.Max(1, list.ItemsMin)).Select(number => $"Line {number}")), token),
            (NumberField number, _) => person.Say(number.Min.ToString("0.####", CultureInfo.InvariantCulture), token),
            (TextField text, _) => person.Say(
                Words.Length > text.LengthMax ? Words[..text.LengthMax].Trim() : Words.PadRight(text.LengthMin, '!'), token),
            _ => person.Say(Words, token),
        };
    }

    private Task Send(MediaField field, CancellationToken token)
    {
        _sent[field.Name] = _sent.GetValueOrDefault(field.Name) + 1;
        return field.Kind switch
        {
            MediaKind.Image => person.Send("photo", Photo.Value, "photo.png", "image/png", token),
            MediaKind.Video => person.Send("video", Film.Value, "film.mp4", "video/mp4", token),
            MediaKind.Audio => person.Send("audio", Melody.Value, "melody.mp3", "audio/mpeg", token),
        };
    }

    /// <summary>A question says its label; of two that share one, the first that was not asked yet.</summary>
    private Field FieldOf(Said seen)
    {
        var lines = seen.Text.Split('\n');
        var named = card.Inputs.Fields.Where(field => !field.IsHidden && lines.Contains(field.Label.In(Language.English))).ToList();
        return named.FirstOrDefault(field => seen.Button($"set_param:{field.Name}:") is not null)
            ?? named.FirstOrDefault(field => !_asked.ContainsKey(field.Name))
            ?? named.FirstOrDefault()
            ?? throw new TrialFailed($"a screen asks for nothing that the card knows: {seen.Text}");
    }

    private static Wish Wish(string text) => new()
    {
        Model = "sample",
        Text = text,
        Number = 1,
        Width = 256,
        Height = 256,
        Seconds = 4,
        References = 0,
        FirstReference = null,
    };
}
