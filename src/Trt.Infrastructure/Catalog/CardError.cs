namespace Trt.Infrastructure.Catalog;

/// <summary>One thing that is wrong with the cards: where, what, and what to do about it.</summary>
public sealed record CardError(string File, int Line, string What, string Advice)
{
    /// <summary>The form editors and terminals turn into a link.</summary>
    public override string ToString() => $"{File}({Line}): {What} → {Advice}";
}

/// <summary>Everything wrong with one file, gathered on the way through it.</summary>
internal sealed class CardErrors(string file)
{
    private readonly List<CardError> _found = [];

    public IReadOnlyList<CardError> Found => _found;

    public void Add(int line, string what, string advice) => _found.Add(new CardError(file, line, what, advice));
}
