using System.Globalization;
using Trt.Domain.Shared;

namespace Trt.Domain.Catalog;

/// <summary>What a customer gave for one field.</summary>
public abstract record InputValue
{
    /// <summary>A list with nothing in it counts as not given.</summary>
    public virtual bool IsEmpty => false;
}

/// <summary>A text, or the value of a choice.</summary>
public sealed record TextValue(string Text) : InputValue;

public sealed record NumberValue(decimal Number) : InputValue;

public sealed record FlagValue(bool Flag) : InputValue;

public sealed record TextListValue(IReadOnlyList<string> Items) : InputValue
{
    public override bool IsEmpty => Items.Count == 0;

    public bool Equals(TextListValue? other) => other is not null && Items.SequenceEqual(other.Items);

    public override int GetHashCode() => Items.Count;
}

/// <summary>Lines in the order they are spoken.</summary>
public sealed record DialogueValue(IReadOnlyList<DialogueLine> Lines) : InputValue
{
    public override bool IsEmpty => Lines.Count == 0;

    public bool Equals(DialogueValue? other) => other is not null && Lines.SequenceEqual(other.Lines);

    public override int GetHashCode() => Lines.Count;
}

public sealed record MediaValue(IReadOnlyList<MediaItem> Items) : InputValue
{
    public override bool IsEmpty => Items.Count == 0;

    public bool Equals(MediaValue? other) => other is not null && Items.SequenceEqual(other.Items);

    public override int GetHashCode() => Items.Count;
}

/// <summary>A file the customer sent, or one that an earlier order made. It stays where it is until the provider needs it.</summary>
public sealed record MediaItem
{
    public required string FileId { get; init; }

    public required string FileUniqueId { get; init; }

    public required MediaKind Kind { get; init; }

    public required string MimeType { get; init; }

    public string? FileName { get; init; }

    public long? Bytes { get; init; }

    public int? Width { get; init; }

    public int? Height { get; init; }

    /// <summary>As measured from the file itself, never as claimed by the sender.</summary>
    public decimal? DurationSeconds { get; init; }

    /// <summary>Null for what the customer has sent.</summary>
    public MadeFile? Made { get; init; }
}

/// <summary>An output of an earlier order of the same customer.</summary>
/// <param name="Output">Its place in the result, from zero.</param>
public sealed record MadeFile(GenerationId Generation, int Output)
{
    public string Name => $"made:{Generation}:{Output.ToString(CultureInfo.InvariantCulture)}";
}
