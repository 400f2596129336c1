using Trt.Domain.Catalog;

namespace Trt.Api.Tests.Stories.Crawl;

/// <summary>What a person can do in front of a screen.</summary>
internal abstract record Act
{
    public sealed record Press(string Label, string Data, long MessageId) : Act
    {
        public override string ToString() => $"[{Label}]";
    }

    /// <param name="Next">What is typed into the screen that comes then.</param>
    public sealed record Words(string Text, Words? Next = null) : Act
    {
        public override string ToString() => $"«{Text}»";
    }

    public sealed record File(MediaKind Kind) : Act
    {
        public override string ToString() => $"({Kind})";
    }
}

/// <summary>Something that nobody has done yet.</summary>
/// <param name="Act">To be done now.</param>
/// <param name="Way">What leads to a screen that depends on what was done before; empty where a press alone is enough.</param>
/// <param name="Story">Everything since the first command, for whoever reads what went wrong.</param>
internal sealed record Step(Act Act, IReadOnlyList<Act> Way, IReadOnlyList<Act> Story)
{
    public override string ToString() => $"{string.Join(" → ", Story)} → {Act}";
}
