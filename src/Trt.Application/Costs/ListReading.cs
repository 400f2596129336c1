using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Domain.Catalog.Prose;

namespace Trt.Application.Costs;

/// <summary>What the provider's list says about one card.</summary>
/// <param name="Title">What it is called there.</param>
/// <param name="Lines">The cost of every price line; null when that cannot be told.</param>
/// <param name="Why">Why it cannot.</param>
internal sealed record ListReading(ModelCard Card, string? Text, string? Title, IReadOnlyList<SkuCredits>? Lines, string Why)
{
    public bool IsUnpriced => Text is null;

    public static ListReading Of(ModelCard card, ListedModel listed, DateTimeOffset now) => Of(card, listed.PriceText, listed.Title, now);

    public static ListReading Of(ModelCard card, string? text, string? title, DateTimeOffset now)
    {
        if (text is null)
        {
            return new ListReading(card, null, title, null, "the provider shows no price");
        }

        return PriceProse.Read(text, ProseWords.Of(card, title)) switch
        {
            ProseReading.NotUnderstood not => new ListReading(card, text, title, null, not.Why),
            ProseReading.Understood understood => Priced(card, text, title, SkuMatch.Of(card, understood.Tiers), now),
            var other => throw new InvalidOperationException($"No rule for {other}"),
        };
    }

    private static ListReading Priced(
        ModelCard card, string text, string? title, SkuPricing pricing, DateTimeOffset now) => pricing switch
        {
            SkuPricing.Priced priced when priced.Lines.FirstOrDefault(line => line.Until <= now) is { } ended =>
                new ListReading(card, text, title, null, $"the offer for {ended.Sku} has ended and the text still shows it"),
            SkuPricing.Priced priced => new ListReading(card, text, title, priced.Lines, ""),
            SkuPricing.Unfit unfit => new ListReading(card, text, title, null, unfit.Why),
            var other => throw new InvalidOperationException($"No rule for {other}"),
        };
}
