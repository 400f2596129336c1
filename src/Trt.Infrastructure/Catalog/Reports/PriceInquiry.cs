using System.Globalization;
using Trt.Domain.Catalog;

namespace Trt.Infrastructure.Catalog.Reports;

/// <summary>What an order with these inputs would cost, or everything that is wrong with it.</summary>
public sealed record PriceInquiry(bool IsAnswered, string Text)
{
    /// <param name="pairs">
    /// "key=value", as typed. A recording is given by its length ("audio_url=12.5"), pictures by their number ("image_urls=3"), and what an
    /// earlier order said by "task_id.resolution=480p".
    /// </param>
    public static PriceInquiry Ask(ModelCard card, IEnumerable<string> pairs, PriceTerms terms)
    {
        var given = new Dictionary<string, InputValue>(StringComparer.Ordinal);
        foreach (var pair in pairs)
        {
            if (pair.Split('=', 2) is not [var key, var typed])
            {
                return new PriceInquiry(false, $"\"{pair}\" is not key=value");
            }

            if (Condition.Split(key) is var (name, ordered) && card.Inputs.Find(name) is EarlierField earlier)
            {
                given[name] = Sample(earlier) with { Ordered = new Dictionary<string, string> { [ordered] = typed } };
                continue;
            }

            given[key] = card.Inputs.Find(key) is MediaField media ? Sample(media, typed) : new TextValue(typed);
        }

        // Only what the price depends on has to be given; the rest is filled so that the question stays short. Of an earlier order that
        // nothing is said about nothing is known.
        var missing = card.Inputs.Fields.Where(field => field is { IsRequired: true, Default: null } && !given.ContainsKey(field.Name));
        foreach (var field in missing.Where(field => field is EarlierField || !card.Prices.DependsOn(field.Name)).ToArray())
        {
            given[field.Name] = Filler(field);
        }

        var check = card.Inputs.Check(given);
        if (!check.IsValid)
        {
            var problems = check.Problems.Select(problem => $"{problem.Field}: {problem.Code} {problem.Limit}".TrimEnd());
            return new PriceInquiry(false, string.Join('\n', problems));
        }

        if (card.Prices.Quote(check.Values, terms) is not { } quote)
        {
            return new PriceInquiry(false, "no price for these inputs");
        }

        var surcharge = quote.Surcharge > 0 ? $" + {Numbers.Text(quote.Surcharge)} credits for single files" : "";
        var sum = FormattableString.Invariant($"{quote.Credits} credits × {quote.Quantity} {card.Prices.Unit} ({quote.Sku}){surcharge}");
        return new PriceInquiry(true, $"{(quote.IsAtMost ? "at most " : "")}{quote.Price} = {sum}");
    }

    private static InputValue Filler(Field field) => field switch
    {
        TextField text => new TextValue(new string('x', text.LengthMin)),
        TextListField list => new TextListValue([.. Enumerable.Repeat("x", list.ItemsMin)]),
        DialogueField dialogue => new DialogueValue(
            [.. Enumerable.Repeat(new DialogueLine("x", dialogue.Voices[0].Value), dialogue.ItemsMin)]),
        ChoiceField choice => new TextValue(choice.Choices[0].Value),
        NumberField number => new NumberValue(number.Min),
        FlagField => new FlagValue(false),
        EarlierField earlier => Sample(earlier),
        MediaField media => Sample(media, "5"),
        _ => throw new NotSupportedException($"{field.GetType().Name} has no filler"),
    };

    private static EarlierValue Sample(EarlierField earlier) => new(default, earlier.From[0], "sample", "sample", "sample", default);

    private static MediaValue Sample(MediaField media, string seconds) => new([.. Enumerable.Repeat(
        new MediaItem
        {
            FileId = "sample",
            FileUniqueId = "sample",
            Kind = media.Kind,
            MimeType = media.MimeTypes[0],
            Width = Math.Max(media.SideMin ?? 0, 1024),
            Height = Math.Max(media.SideMin ?? 0, 1024),
            DurationSeconds = decimal.TryParse(seconds, CultureInfo.InvariantCulture, out var length) ? length : null,
        },
        Math.Max(
            Math.Max(1, media.ItemsMin),
            media.Kind == MediaKind.Image && int.TryParse(seconds, CultureInfo.InvariantCulture, out var count)
                ? Math.Min(count, media.ItemsMax)
                : 1))]);
}
