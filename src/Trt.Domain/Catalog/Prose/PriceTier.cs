namespace Trt.Domain.Catalog.Prose;

/// <summary>One price as the provider writes it: so many credits for one unit, under these conditions.</summary>
/// <param name="Tags">What has to hold, by axis; each value in the spelling of <see cref="TierTags"/>.</param>
public sealed record PriceTier(decimal Credits, TierUnit Unit, IReadOnlyDictionary<TierAxis, string> Tags)
{
    /// <summary>A price that ends: after this moment nobody knows it.</summary>
    public DateTimeOffset? Until { get; init; }

    public override string ToString() =>
        $"{Numbers.Text(Credits)} per {Unit}{string.Concat(Tags.OrderBy(tag => tag.Key).Select(tag => $", {tag.Value}"))}";
}

/// <summary>What a price may depend on.</summary>
public enum TierAxis
{
    Resolution,
    Seconds,
    Audio,
    VideoInput,
    Factor,

    /// <summary>A word of the model's own: a quality, a speed, a mode.</summary>
    Mode,
}

public enum TierUnit
{
    /// <summary>The text names none.</summary>
    Unsaid,
    Image,
    Video,

    /// <summary>One order, whatever it is called: request, task, generation, upscale.</summary>
    Order,
    Second,
    Minute,
    ThousandChars,
    Megapixel,
    MillionTokens,
}
