using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.Catalog;
using Trt.Domain.Drafts;
using Trt.Domain.Free;
using Trt.Domain.Recipes;

namespace Trt.Application.Storefront;

/// <summary>Who does a step of a recipe at this moment, and for how much.</summary>
internal sealed class StepOffers(ICatalog catalog, IShopTerms terms)
{
    private static readonly Dictionary<string, string> Nothing = [];

    /// <param name="from">What the step before has made; null for the first one.</param>
    /// <returns>Null when no model on sale does it.</returns>
    public StepOffer? Of(
        RecipeStep step, OutputKind? from, FreeRoom room, IReadOnlyDictionary<string, string>? answers = null) =>
        Able(step, from) is [var first, ..] ? Of(first, step, room, answers ?? Nothing) : null;

    public StepOffer Of(ModelCard card, RecipeStep step, FreeRoom room, IReadOnlyDictionary<string, string> answers)
    {
        var prices = terms.Current.Prices;
        var quote = card.Prices.Quote(card.Inputs.Known(StepFill.Of(card, step, answers)), prices);
        var isFree = quote is null ? card.IsWhollyFree && room.Next is not null : card.FreeFrom(quote.Sku, room) is not null;
        return new StepOffer(step, card, quote, isFree, !step.Models.Contains(card.Id.Value)) { Each = card.Prices.Each(prices) };
    }

    /// <summary>The recipe's own models first, as far as they are on sale; then whoever else does the work.</summary>
    public IReadOnlyList<ModelCard> Able(RecipeStep step, OutputKind? from) =>
    [
        .. step.Models.Select(id => catalog.Current.Find(new(id))).OfType<ModelCard>().Where(card => card.IsOffered)
            .Concat(catalog.Current.Offered(step.Type))
            .Where(card => (step.Words is null || WizardPlan.Description(card) is not null)
                && (from is not { } kind || NextSteps.InputFor(card, maker: null, kind) is not null))
            .DistinctBy(card => card.Id),
    ];

    /// <summary>Each step of a recipe, with the kind of what the one before makes.</summary>
    public IReadOnlyList<StepOffer?> Of(Recipe recipe, FreeRoom room)
    {
        List<StepOffer?> offers = [];
        foreach (var step in recipe.Steps)
        {
            offers.Add(offers is [.., var before] ? Of(step, before?.Card.Output, room) : Of(step, from: null, room));
        }

        return offers;
    }
}
