using Trt.Domain.Catalog;

namespace Trt.Domain.Finding;

/// <summary>What was understood: what is to be done, with which settings, by whom. The words and files are kept apart.</summary>
/// <param name="Jobs">The likeliest first.</param>
/// <param name="IsSure">The words name the job; otherwise it is what such words mostly mean.</param>
public sealed record Wish(IReadOnlyList<Job> Jobs, bool IsSure)
{
    public WishOptions Options { get; init; } = WishOptions.None;

    /// <summary>The models that the words name, of whatever kind.</summary>
    public IReadOnlyList<ModelCard> Named { get; init; } = [];

    /// <summary>What goes into the order as its description; null when the words are only the command.</summary>
    public string? Description { get; init; }

    /// <summary>What is to be preferred among models that do the same.</summary>
    public Lean Lean { get; init; }
}

/// <summary>Which way to choose.</summary>
public enum Lean
{
    Fitting,
    Cheaper,
    Better,
}

/// <summary>Settings read from a sentence; null where it says nothing.</summary>
public sealed record WishOptions
{
    public static readonly WishOptions None = new();

    public int? Seconds { get; init; }

    /// <summary>"16:9".</summary>
    public string? Ratio { get; init; }

    /// <summary>"4K", "1080p".</summary>
    public string? Resolution { get; init; }

    public int? Count { get; init; }

    public int? Times { get; init; }

    public bool? Sound { get; init; }

    public bool? Instrumental { get; init; }

    public bool? IsFemale { get; init; }
}

/// <summary>Which files came with the words.</summary>
public readonly record struct FilesGiven(int Images, int Films, int Sounds)
{
    public static readonly FilesGiven None = new(0, 0, 0);

    public bool Any => Images + Films + Sounds > 0;

    public static FilesGiven Of(IReadOnlyList<MediaItem> items) => new(
        items.Count(item => item.Kind == MediaKind.Image),
        items.Count(item => item.Kind == MediaKind.Video),
        items.Count(item => item.Kind == MediaKind.Audio));
}
