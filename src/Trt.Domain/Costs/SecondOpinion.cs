using Trt.Domain.Catalog;
using Trt.Domain.Catalog.Prose;
using Trt.Domain.Shared;

namespace Trt.Domain.Costs;

/// <summary>
/// What the provider's public price page says about one model. It is only an opinion: no price comes from it, but a price does not fall
/// against it without a person.
/// </summary>
public sealed class SecondOpinion
{
    public const int ReasonLengthMax = ModelCost.ReasonLengthMax;

    /// <summary>Whoever said this long ago what a fall contradicts says nothing any more.</summary>
    public static readonly TimeSpan AgeMax = TimeSpan.FromDays(1);

    private const decimal Tolerance = 0.01m;

    private SecondOpinion()
    {
    }

    public ModelId Model { get; private init; }

    public DateTimeOffset ReadAt { get; private set; }

    /// <summary>Credits by price line; empty where its rows cannot be laid on the card for certain.</summary>
    public IReadOnlyDictionary<string, decimal> Lines { get; private set; } = new Dictionary<string, decimal>();

    /// <summary>Why they cannot.</summary>
    public string? Why { get; private set; }

    /// <summary>The difference that the operators have heard of.</summary>
    public string? Told { get; private set; }

    public static SecondOpinion Of(ModelId model) => new() { Model = model };

    public void Hear(SkuPricing said, DateTimeOffset readAt)
    {
        ReadAt = readAt;
        (Lines, Why) = said switch
        {
            SkuPricing.Priced priced => (priced.Lines.ToDictionary(line => line.Sku, line => line.Credits), (string?)null),
            SkuPricing.Unfit unfit => (new Dictionary<string, decimal>(), ModelCost.Cut(unfit.Why, ReasonLengthMax)),
            _ => throw new InvalidOperationException($"No rule for {said}"),
        };
    }

    /// <summary>What it says otherwise than the lines that are known, for a person; null when nothing.</summary>
    public string? Difference(IReadOnlyDictionary<string, decimal> known)
    {
        var differing = Lines.Where(line => known.TryGetValue(line.Key, out var ours) && !Agree(line.Value, ours))
            .OrderBy(line => line.Key, StringComparer.Ordinal)
            .Select(line => $"{line.Key}: {Numbers.Text(known[line.Key])}, the price page {Numbers.Text(line.Value)}")
            .ToList();
        return differing.Count == 0 ? null : ModelCost.Cut(string.Join("; ", differing), ReasonLengthMax);
    }

    /// <summary>Whether it sees the price of a line above what it is said to have fallen to.</summary>
    /// <param name="since">What was read before tells nothing of this fall.</param>
    public bool Contradicts(SkuCredits fall, DateTimeOffset since) =>
        ReadAt >= since && Lines.TryGetValue(fall.Sku, out var theirs) && theirs > fall.Credits && !Agree(theirs, fall.Credits);

    /// <returns>Whether the operators have not heard of this yet.</returns>
    public bool Tell(string? difference)
    {
        var isNew = difference is not null && difference != Told;
        Told = difference;
        return isNew;
    }

    private static bool Agree(decimal theirs, decimal ours) => Math.Abs(theirs - ours) <= ours * Tolerance;
}
