using Trt.Domain.Catalog;
using Trt.Domain.Shared;
using Trt.Infrastructure.Catalog.Provider;

namespace Trt.Infrastructure.Catalog.Reports;

/// <summary>
/// Holds every card against the contract of its model, fact by fact. A wanted difference stands on the card in the very words of the
/// report, so that it hides itself and nothing else. Nothing here changes a card: a person decides.
/// </summary>
public static class CatalogDrift
{
    /// <summary>We send them switched on and show them to nobody, whatever the provider's default is.</summary>
    private static readonly string[] ContentFilters = ["nsfw_checker", "enable_safety_checker"];

    internal static bool IsContentFilter(string input) => ContentFilters.Contains(input);

    public static DriftReport Compare(ModelCatalog catalog, IReadOnlyList<ProviderContract> contracts)
    {
        var known = contracts.Select(contract => contract.Model).ToHashSet(StringComparer.Ordinal);
        var models = contracts.Select(contract => Compare(catalog.Find(new ModelId(contract.Model)), contract))
            .Concat(catalog.Cards.Where(card => !known.Contains(card.Id.Value)).Select(Unknown));
        return new DriftReport([.. models.OrderBy(model => model.Id, StringComparer.Ordinal)]);
    }

    public static ModelDrift Compare(ModelCard? card, ProviderContract contract)
    {
        if (card is null)
        {
            return new ModelDrift(contract.Model, [new Difference("model", null, "sold by the provider", DriftKind.Unsafe)], [], []);
        }

        contract = contract with { Price = contract.Price is { } price ? PriceFacts.Reachable(price, card) : null };
        var all = Differences(Shown(card, CardFacts.Of(card, contract)), Expected(contract)).ToList();
        return new ModelDrift(
            contract.Model,
            [.. all.Where(difference => !card.Differs.ContainsKey(difference.Words))],
            [.. all.Where(difference => card.Differs.ContainsKey(difference.Words))],
            [.. card.Differs.Keys.Except(all.Select(difference => difference.Words)).Order(StringComparer.Ordinal)]);
    }

    private static ModelDrift Unknown(ModelCard card) =>
        new(card.Id.Value, [new Difference("model", "on a card", null, DriftKind.Unsafe)], [], []);

    /// <summary>The contract with the house's own rule about content filters laid over it.</summary>
    private static SortedDictionary<string, string> Expected(ProviderContract contract)
    {
        var facts = ContractFacts.Of(contract);
        foreach (var filter in ContentFilters.Where(facts.ContainsKey))
        {
            facts[$"{filter}.default"] = "true";
            facts[$"{filter}.shown"] = ContractFacts.No;
        }

        return facts;
    }

    private static SortedDictionary<string, string> Shown(ModelCard card, SortedDictionary<string, string> facts)
    {
        foreach (var field in ContentFilters.Select(card.Inputs.Find).OfType<Field>())
        {
            facts[$"{field.Name}.shown"] = field.IsHidden ? ContractFacts.No : ContractFacts.Yes;
        }

        return facts;
    }

    internal static IEnumerable<Difference> Differences(
        SortedDictionary<string, string> ours, SortedDictionary<string, string> theirs)
    {
        foreach (var fact in ours.Keys.Union(theirs.Keys).Order(StringComparer.Ordinal))
        {
            var (card, provider) = (ours.GetValueOrDefault(fact), theirs.GetValueOrDefault(fact));
            // What is said about an input that the other side does not have at all goes without saying.
            var input = Parts(fact)[0];
            if (card != provider && (fact == input || ours.ContainsKey(input) && theirs.ContainsKey(input)))
            {
                yield return new Difference(fact, card, provider, KindOf(fact, card, provider, theirs));
            }
        }
    }

    private static DriftKind KindOf(string fact, string? card, string? provider, SortedDictionary<string, string> theirs)
    {
        if (fact.StartsWith("price ", StringComparison.Ordinal))
        {
            return DriftKind.Price;
        }

        return Parts(fact) switch
        {
            // An input that we do not offer: whoever orders misses nothing that is demanded.
            [var input] when card is null && theirs.GetValueOrDefault($"{input}.required") == ContractFacts.No => DriftKind.Safe,
            [_] or [_, "required" or "travels" or "shown"] => DriftKind.Unsafe,
            [_, "choices"] when Difference.Values(card).Except(Difference.Values(provider)).Any() => DriftKind.Unsafe,
            _ => DriftKind.Safe,
        };
    }

    /// <summary>"prompt.max" is the input and what is said about it; whatever has a blank in its name is no input.</summary>
    private static string[] Parts(string fact) => fact.Contains(' ', StringComparison.Ordinal) ? [fact] : fact.Split('.', 2);
}
