namespace Trt.Domain.Catalog.Prose;

/// <summary>Words that mean something only together, compared without regard to case and blanks.</summary>
internal sealed class Phrase
{
    private readonly IReadOnlyList<ProseToken> _tokens;

    private Phrase(string text) => _tokens = ProseTokens.Of(text);

    public static implicit operator Phrase(string text) => new(text);

    /// <summary>A line that was broken in the middle of a phrase is still that phrase.</summary>
    public bool TryTake(ProseCursor cursor)
    {
        var mark = cursor.At;
        foreach (var wanted in _tokens)
        {
            while (cursor.At > mark && cursor.Is(TokenKind.LineEnd))
            {
                cursor.At++;
            }

            if (cursor.Current is not { } token || token.Kind != wanted.Kind || token.Text != wanted.Text)
            {
                cursor.At = mark;
                return false;
            }

            cursor.At++;
        }

        return true;
    }
}

/// <summary>A place in the tokens of a text.</summary>
internal sealed class ProseCursor(IReadOnlyList<ProseToken> tokens)
{
    public int At { get; set; }

    public bool IsAtEnd => At >= tokens.Count;

    public ProseToken? Current => Ahead(0);

    public ProseToken? Ahead(int count) => At + count < tokens.Count ? tokens[At + count] : null;

    public bool Is(TokenKind kind) => Current?.Kind == kind;

    public bool Take(string text)
    {
        if (Current?.Is(text) != true)
        {
            return false;
        }

        At++;
        return true;
    }

    public bool TakeAny(IReadOnlySet<string> words)
    {
        if (Current is not { Kind: TokenKind.Word or TokenKind.Sign } token || !words.Contains(token.Text))
        {
            return false;
        }

        At++;
        return true;
    }

    public bool Take(IEnumerable<Phrase> phrases)
    {
        foreach (var phrase in phrases)
        {
            if (phrase.TryTake(this))
            {
                return true;
            }
        }

        return false;
    }

    public decimal? TakeNumber()
    {
        if (Current is not { Kind: TokenKind.Number } token)
        {
            return null;
        }

        At++;
        return token.Number;
    }
}
