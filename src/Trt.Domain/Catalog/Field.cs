using Trt.Domain.Shared;

namespace Trt.Domain.Catalog;

/// <summary>One thing the model asks for. The name is the provider's; label and hint are ours.</summary>
public abstract record Field
{
    public required string Name { get; init; }

    public required LocalText Label { get; init; }

    public LocalText? Hint { get; init; }

    public bool IsRequired { get; init; }

    /// <summary>Never shown to customers: the operator's default is sent.</summary>
    public bool IsHidden { get; init; }

    /// <summary>Used when the customer says nothing; null = the provider decides, nothing is sent.</summary>
    public InputValue? Default { get; init; }
}

public sealed record TextField : Field
{
    public int LengthMin { get; init; } = 1;

    public required int LengthMax { get; init; }

    /// <summary>Asked as a long text (prompt, lyrics) or a short line.</summary>
    public bool IsLong { get; init; } = true;
}

public sealed record TextListField : Field
{
    public int ItemsMin { get; init; } = 1;

    public required int ItemsMax { get; init; }

    public required int LengthMax { get; init; }
}

public sealed record ChoiceField : Field
{
    public required IReadOnlyList<Choice> Choices { get; init; }

    /// <summary>How the value travels to the provider: some want "5", some 5.</summary>
    public ChoiceWire Wire { get; init; } = ChoiceWire.Text;
}

public sealed record Choice(string Value, LocalText Label);

public enum ChoiceWire
{
    Text,
    Number,
}

public sealed record NumberField : Field
{
    public required decimal Min { get; init; }

    public required decimal Max { get; init; }

    public decimal? Step { get; init; }

    public bool IsInteger { get; init; }
}

public sealed record FlagField : Field;

public sealed record MediaField : Field
{
    public required MediaKind Kind { get; init; }

    /// <summary>The provider wants an array even for one item.</summary>
    public required bool IsList { get; init; }

    public int ItemsMin { get; init; } = 1;

    public int ItemsMax { get; init; } = 1;

    public required long BytesMax { get; init; }

    public required IReadOnlyList<string> MimeTypes { get; init; }

    public int? DurationSecondsMax { get; init; }
}

public enum MediaKind
{
    Image,
    Video,
    Audio,
}
