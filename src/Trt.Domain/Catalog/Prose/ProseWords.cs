using System.Collections.Frozen;

namespace Trt.Domain.Catalog.Prose;

/// <summary>
/// The words that a text about one model may use besides those that every text of prices uses: its names, and the modes it is sold in.
/// </summary>
public sealed class ProseWords
{
    public static readonly ProseWords None = Of([], []);

    private readonly FrozenSet<string> _names;
    private readonly FrozenSet<string> _modes;

    private ProseWords(FrozenSet<string> names, FrozenSet<string> modes) => (_names, _modes) = (names, modes);

    /// <param name="alsoCalled">What the provider calls the model in its list.</param>
    public static ProseWords Of(ModelCard card, params IEnumerable<string?> alsoCalled)
    {
        string?[] called = [card.Id.Value, card.SendAs, card.Title.En, card.Title.Ru, card.Maker, .. alsoCalled];
        var modes = card.Prices.Skus.SelectMany(sku => sku.When)
            .Select(pair => TierTags.Of(pair.Key, pair.Value))
            .Where(tag => tag is { Axis: TierAxis.Mode })
            .Select(tag => tag!.Value.Value);
        return Of(called, modes);
    }

    public static ProseWords Of(IEnumerable<string?> names, IEnumerable<string> modes) => new(
        names.OfType<string>().SelectMany(NameTokens).ToFrozenSet(StringComparer.Ordinal),
        modes.ToFrozenSet(StringComparer.Ordinal));

    internal bool IsName(ProseToken token) => token.Kind is TokenKind.Word or TokenKind.Number && _names.Contains(token.Text);

    internal bool IsMode(ProseToken token) => token.Kind is TokenKind.Word && _modes.Contains(token.Text);

    /// <summary>The words of an id, each in the spellings that stand for it: "wan/2-5" is also written "Wan 2.5", "v2" also "2".</summary>
    internal static IEnumerable<IReadOnlyList<string>> Parts(string id)
    {
        var tokens = ProseTokens.Of(id.Replace('_', ' ')).Where(token => token.Kind is TokenKind.Word or TokenKind.Number).ToList();
        for (var index = 0; index < tokens.Count; index++)
        {
            if (tokens[index].Text != "v")
            {
                yield return [tokens[index].Text, .. Joined(tokens, index - 1), .. Joined(tokens, index)];
            }
        }
    }

    private static IEnumerable<string> Joined(List<ProseToken> tokens, int index) =>
        index >= 0 && index + 1 < tokens.Count && tokens[index].Kind == TokenKind.Number && tokens[index + 1].Kind == TokenKind.Number
            ? [$"{tokens[index].Text}.{tokens[index + 1].Text}"]
            : [];

    /// <summary>"wan/2-5" is also written "Wan 2.5".</summary>
    private static IEnumerable<string> NameTokens(string name)
    {
        var tokens = ProseTokens.Of(name.Replace('_', ' '));
        for (var index = 0; index < tokens.Count; index++)
        {
            if (tokens[index].Kind is not (TokenKind.Word or TokenKind.Number))
            {
                continue;
            }

            yield return tokens[index].Text;
            if (index + 2 < tokens.Count && tokens[index].Kind == TokenKind.Number && tokens[index + 2].Kind == TokenKind.Number)
            {
                yield return $"{tokens[index].Text}.{tokens[index + 2].Text}";
            }
        }
    }
}
