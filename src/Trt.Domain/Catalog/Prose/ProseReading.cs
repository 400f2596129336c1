namespace Trt.Domain.Catalog.Prose;

/// <summary>A text of prices is understood to its last word, or it prices nothing.</summary>
public abstract record ProseReading
{
    public sealed record Understood(IReadOnlyList<PriceTier> Tiers) : ProseReading;

    /// <param name="Why">For a person: the words that are left over, or what contradicts itself.</param>
    public sealed record NotUnderstood(string Why) : ProseReading;
}
