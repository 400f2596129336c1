using System.Collections.Frozen;

namespace Trt.Domain.Catalog.Prose;

/// <summary>Conditions: "720 p", "10s", "with video input", "1K and 2K".</summary>
internal sealed class TagReader(ProseCursor cursor, ProseWords words)
{
    private static readonly FrozenSet<string> SecondWords =
        new[] { "s", "sec", "secs", "second", "seconds", "secondss" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly Phrase[] WithWords = ["with", "including"];
    private static readonly Phrase[] WithoutWords = ["without", "no"];
    private static readonly Phrase[] AudioWords = ["audio", "aiduo", "sound"];
    private static readonly Phrase[] VideoWords = ["video input", "input video", "video"];
    private static readonly Phrase[] Ands = [",", "and", "or", "/", "&", "-"];

    /// <summary>May follow a condition and adds nothing to it.</summary>
    private static readonly FrozenSet<string> Things =
        new[] { "output", "outputs", "video", "videos", "image", "images", "resolution", "mode" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Every way in which the conditions at this place can hold; empty when there are none.</summary>
    public IReadOnlyList<IReadOnlyDictionary<TierAxis, string>> TakeAll()
    {
        var values = new Dictionary<TierAxis, List<string>>();
        while (TryTakeNext(values.Count == 0) is { } tag)
        {
            if (!values.TryGetValue(tag.Axis, out var known))
            {
                values.Add(tag.Axis, known = []);
            }

            known.Add(tag.Value);
            cursor.TakeAny(Things);
        }

        return values.Count == 0 ? [] : Ways(values);
    }

    private (TierAxis Axis, string Value)? TryTakeNext(bool isFirst)
    {
        var mark = cursor.At;
        if (isFirst)
        {
            cursor.Take("both");
        }
        else
        {
            cursor.Take(Ands);
            cursor.Take("and");
        }

        if (TryTake() is { } tag && !IsPrice())
        {
            return tag;
        }

        cursor.At = mark;
        return null;
    }

    /// <summary>What looked like a condition is the beginning of the next price.</summary>
    private bool IsPrice() => cursor.Current is { Kind: TokenKind.Word, Text: "credit" or "credits" };

    private (TierAxis Axis, string Value)? TryTake()
    {
        var mark = cursor.At;
        if (cursor.TakeNumber() is { } number)
        {
            cursor.Take("-");
            if (cursor.Current is { Kind: TokenKind.Word } unit && OfUnit(number, unit.Text) is { } tag)
            {
                cursor.At++;
                return tag;
            }

            cursor.At = mark;
            return null;
        }

        if (cursor.Current is { } word && words.IsMode(word))
        {
            cursor.At++;
            return (TierAxis.Mode, word.Text);
        }

        var side = cursor.Take(WithWords) ? TierTags.With : cursor.Take(WithoutWords) ? TierTags.Without : null;
        if (side is not null && cursor.Take(AudioWords))
        {
            return (TierAxis.Audio, side);
        }

        if (side is not null && cursor.Take(VideoWords))
        {
            return (TierAxis.VideoInput, side);
        }

        cursor.At = mark;
        return null;
    }

    private static (TierAxis Axis, string Value)? OfUnit(decimal number, string unit) => unit switch
    {
        "p" or "k" => (TierAxis.Resolution, TierTags.Lines(number, unit)),
        "x" => (TierAxis.Factor, TierTags.Factor(number)),
        _ when SecondWords.Contains(unit) => (TierAxis.Seconds, TierTags.Seconds(number)),
        _ => null,
    };

    private static IReadOnlyList<IReadOnlyDictionary<TierAxis, string>> Ways(Dictionary<TierAxis, List<string>> values)
    {
        IEnumerable<Dictionary<TierAxis, string>> ways = [new()];
        foreach (var (axis, options) in values)
        {
            ways = ways.SelectMany(way => options.Select(option => new Dictionary<TierAxis, string>(way) { [axis] = option }));
        }

        return [.. ways.Take(WaysMax)];
    }

    private const int WaysMax = 64;
}
