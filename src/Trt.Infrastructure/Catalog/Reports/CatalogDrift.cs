using Trt.Domain.Catalog;
using Trt.Domain.Shared;

namespace Trt.Infrastructure.Catalog.Reports;

/// <summary>
/// Lays the cards beside the provider's facts. A card that was reviewed against exactly these facts is not mentioned, so a deliberate
/// difference is not reported for ever. Nothing here changes a card: a person decides.
/// </summary>
public static class CatalogDrift
{
    public static DriftReport Compare(ModelCatalog catalog, IReadOnlyList<ProviderFacts> facts)
    {
        var known = facts.Select(fact => fact.Id).ToHashSet(StringComparer.Ordinal);
        var models = facts.Select(fact => (Fact: fact, Card: catalog.Find(new ModelId(fact.Id))))
            .Where(pair => pair.Card?.Reviewed != pair.Fact.Fingerprint())
            .Select(pair => pair.Card is { } card
                ? new ModelDrift(pair.Fact.Id, pair.Fact.Fingerprint(), card.IsLocked, [.. Changes(card, pair.Fact)])
                : new ModelDrift(pair.Fact.Id, pair.Fact.Fingerprint(), false, [new(false, "there is no card for this model")]))
            .Concat(catalog.Cards.Where(card => !known.Contains(card.Id.Value) && card.Status != ModelStatus.AbsentUpstream)
                .Select(card => new ModelDrift(card.Id.Value, null, card.IsLocked, [new(false, "the facts no longer know this model")])));
        return new DriftReport([.. models.OrderBy(model => model.Id, StringComparer.Ordinal)], facts.Count);
    }

    private static IEnumerable<DriftChange> Changes(ModelCard card, ProviderFacts facts)
    {
        var output = card.Output.ToString().ToLowerInvariant();
        if (output != facts.Output)
        {
            yield return new DriftChange(false, $"gives {facts.Output}, the card says {output}");
        }

        foreach (var input in facts.Inputs.OrderBy(input => input.Name, StringComparer.Ordinal))
        {
            foreach (var change in Carrier(card, input.Name) is { } field ? FieldChanges(field, input) : [NewInput(input)])
            {
                yield return change;
            }
        }

        var names = facts.Inputs.Select(input => input.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var field in card.Inputs.Fields.Where(field => !names.Contains(field.Name)))
        {
            yield return new DriftChange(false, $"input {field.Name} is gone");
        }

        foreach (var change in PriceChanges(card.Prices, facts.Prices))
        {
            yield return change;
        }
    }

    /// <summary>One choice of an earlier result answers several inputs.</summary>
    private static Field? Carrier(ModelCard card, string input) =>
        card.Inputs.Find(input) ?? card.Inputs.Fields.OfType<EarlierField>().FirstOrDefault(field => field.Sends.Contains(input));

    private static DriftChange NewInput(FactInput input) => input.IsRequired
        ? new DriftChange(false, $"input {input.Name} ({input.Type}) is required and not on the card")
        : new DriftChange(true, $"optional input {input.Name} ({input.Type}) is not on the card");

    private static IEnumerable<DriftChange> FieldChanges(Field field, FactInput input)
    {
        if (!Carries(field, input.Type))
        {
            yield return new DriftChange(false, $"input {field.Name} is {input.Type}, the card says {CardFacts.TypeOf(field)}");
        }

        if (input.IsRequired && field is { IsRequired: false, Default: null })
        {
            yield return new DriftChange(false, $"input {field.Name} is required, the card lets it be left out");
        }

        if (field is ChoiceField choice && input.Choices.Count > 0)
        {
            var values = choice.Choices.Select(option => option.Value).ToArray();
            foreach (var added in input.Choices.Except(values))
            {
                yield return new DriftChange(true, $"input {field.Name} also takes {added}");
            }

            foreach (var gone in values.Except(input.Choices))
            {
                yield return new DriftChange(false, $"input {field.Name} no longer takes {gone}");
            }
        }

        foreach (var (name, value) in input.Limits.OrderBy(limit => limit.Key, StringComparer.Ordinal))
        {
            if (CardFacts.Limit(field, name) is { } ours && ours != CardFacts.Spelled(name, value))
            {
                yield return new DriftChange(true, $"input {field.Name}: {name} is {value}, the card says {ours}");
            }
        }
    }

    /// <summary>
    /// A card may narrow a free text to a choice, and a number to whole ones: the value still travels as the provider wants it.
    /// </summary>
    private static bool Carries(Field field, string type) =>
        CardFacts.TypeOf(field) == type
        || (type == "string" && field is ChoiceField { Wire: ChoiceWire.Text })
        || (type == "number" && field is NumberField)
        || field is EarlierField;

    private static IEnumerable<DriftChange> PriceChanges(PriceList prices, IReadOnlyDictionary<string, decimal> facts)
    {
        var ours = prices.Skus.ToDictionary(sku => sku.Key, sku => sku.Credits, StringComparer.Ordinal);
        foreach (var (line, credits) in facts.OrderBy(price => price.Key, StringComparer.Ordinal))
        {
            if (!ours.TryGetValue(line, out var card))
            {
                yield return new DriftChange(true, FormattableString.Invariant($"price {line} is {credits}, the card has no such line"));
            }
            else if (card != credits)
            {
                yield return new DriftChange(true, FormattableString.Invariant($"price {line} is {credits}, the card says {card}"));
            }
        }

        foreach (var line in ours.Keys.Where(line => !facts.ContainsKey(line)))
        {
            yield return new DriftChange(true, $"price {line} is not in the facts");
        }
    }
}
