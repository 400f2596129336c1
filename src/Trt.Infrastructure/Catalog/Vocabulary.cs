using System.Collections.Frozen;
using Trt.Domain.Shared;

namespace Trt.Infrastructure.Catalog;

/// <summary>
/// Texts that many cards share: what an aspect ratio is called, which voices there are. A card's own text always wins.
/// </summary>
internal sealed class Vocabulary(FrozenDictionary<string, VocabularyEntry> entries)
{
    public static readonly Vocabulary Empty = new(FrozenDictionary<string, VocabularyEntry>.Empty);

    public VocabularyEntry? Find(string name) => entries.GetValueOrDefault(name);

    public static Vocabulary Read(ReadOnlySpan<byte> utf8, CardErrors errors)
    {
        if (CardNode.Parse(utf8, errors) is not { } root)
        {
            return Empty;
        }

        var file = new CardSection(root, errors);
        _ = file.Node("$schema");
        var entries = new Dictionary<string, VocabularyEntry>(StringComparer.Ordinal);
        if (file.Section("fields") is { } fields)
        {
            foreach (var name in fields.Names.ToArray())
            {
                if (fields.Section(name) is { } entry)
                {
                    entries.Add(name, ReadEntry(entry));
                }
            }
        }

        file.Finish();
        return new Vocabulary(entries.ToFrozenDictionary(StringComparer.Ordinal));
    }

    private static VocabularyEntry ReadEntry(CardSection section)
    {
        var label = section.Local("label", TextLimits.Label);
        var hint = section.Local("hint", TextLimits.Hint);
        var choices = new List<KeyValuePair<string, LocalText>>();
        if (section.Section("choices") is { } labels)
        {
            foreach (var value in labels.Names.ToArray())
            {
                if (labels.Local(value, TextLimits.Choice) is { } text)
                {
                    choices.Add(new(value, text));
                }
            }
        }

        section.Finish();
        return new VocabularyEntry(label, hint, choices);
    }
}

/// <param name="Choices">In the order they are shown when a card takes all of them.</param>
internal sealed record VocabularyEntry(LocalText? Label, LocalText? Hint, IReadOnlyList<KeyValuePair<string, LocalText>> Choices)
{
    private readonly FrozenDictionary<string, LocalText> _labels = Choices.ToFrozenDictionary(StringComparer.Ordinal);

    public LocalText? LabelOf(string value) => _labels.GetValueOrDefault(value);
}

/// <summary>What fits a phone: a button, a line, two lines.</summary>
internal static class TextLimits
{
    public const int Title = 48;
    public const int Benefit = 140;
    public const int Label = 40;
    public const int Hint = 200;
    public const int Choice = 40;
}
