using Trt.Domain.Catalog;
using Trt.Infrastructure.Catalog.Provider;

namespace Trt.Infrastructure.Catalog.Reports;

/// <summary>
/// Prices of a card beside those of the provider. The provider names a line for each combination, a card may say one for many: so the
/// card is asked what it takes for each combination of the provider's that can be ordered here.
/// </summary>
internal static class PriceFacts
{
    /// <summary>The lines that can be met with this card: without inputs it does not ask and choices it does not offer.</summary>
    public static PublishedPrice Reachable(PublishedPrice price, ModelCard card) => price with
    {
        Lines =
        [
            .. price.Lines.Where(line => line.When.All(condition => CanBe(card, condition.Key, condition.Value))).Select(line => line with
            {
                When = line.When.Where(condition => Find(card, condition.Key) is not null)
                    .ToDictionary(condition => condition.Key, condition => condition.Value, StringComparer.Ordinal),
            }),
        ],
    };

    public static void Note(SortedDictionary<string, string> facts, ModelCard card, IReadOnlyList<PublishedLine> theirs)
    {
        var prices = card.Prices;
        facts[PriceWords.Unit] = prices.Unit.Word();
        ContractFacts.Note(facts, PriceWords.Quantity, prices.Quantity is { } source ? QuantityWord(source) : null);
        var met = new HashSet<Sku>(ReferenceEqualityComparer.Instance);
        foreach (var line in theirs)
        {
            if (prices.Skus.FirstOrDefault(sku => Covers(sku, line, card)) is { } sku)
            {
                met.Add(sku);
                PriceWords.Note(facts, PriceReader.KeyOf(line.When), Published(sku));
            }
        }

        foreach (var sku in prices.Skus.Where(sku => !met.Contains(sku)))
        {
            PriceWords.Note(facts, sku.Key, Published(sku));
        }

        foreach (var extra in prices.Surcharges)
        {
            facts[PriceWords.Each(extra.Field, PriceReader.KeyOf(extra.When))] = PriceWords.Beyond(extra.Free, extra.Credits);
        }
    }

    private static PublishedLine Published(Sku sku) => new(sku.When, sku.Credits)
    {
        IsAtMost = sku.IsAtMost,
        Until = sku.Until,
        Afterwards = sku.Afterwards,
    };

    private static bool Covers(Sku sku, PublishedLine line, ModelCard card) => sku.When.All(condition =>
        line.When.TryGetValue(condition.Key, out var value)
            ? value == condition.Value || condition.Value == Condition.Present && value != Condition.Absent
            : condition.Value == Condition.Present && card.Inputs.Find(condition.Key) is { IsRequired: true });

    private static bool CanBe(ModelCard card, string subject, string value) => Find(card, subject) switch
    {
        null => value == Condition.Absent,
        ChoiceField choice when value is not (Condition.Present or Condition.Absent) && subject == choice.Name =>
            choice.Choices.Any(option => option.Value == value),
        _ => true,
    };

    private static Field? Find(ModelCard card, string subject) =>
        card.Inputs.Find(Condition.Split(subject) is var (field, _) ? field : subject);

    private static string QuantityWord(QuantitySource source) => source switch
    {
        CharactersOf text => $"charactersOf {text.Field}",
        ValueOf value => $"valueOf {value.Field}",
        DurationOf media => $"durationOf {media.Field}",
        PixelsOf image => $"pixelsOf {image.Field}",
        QuotientOf(var dividend, var divisor) => $"quotientOf {dividend} {divisor}",
        SumOf sum => string.Join(" + ", sum.Sources.Select(QuantityWord)),
        FirstKnown first => string.Join(", else ", first.Sources.Select(QuantityWord)),
        _ => throw new NotSupportedException($"{source.GetType().Name} has no word in a contract"),
    };
}
