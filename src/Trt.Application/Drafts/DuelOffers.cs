using Trt.Application.Generations;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.Catalog;
using Trt.Domain.Drafts;
using Trt.Domain.Free;
using Trt.Domain.Shared;

namespace Trt.Application.Drafts;

/// <summary>
/// Who can stand against the model of an order, and for how much. Here the prices of all of them are agreed; whoever cannot stand any more
/// is left out and named.
/// </summary>
internal sealed class DuelOffers(ICatalog catalog, IShopTerms terms, RunTimes times)
{
    public WizardView.Duel Of(Wizard wizard, WizardView.Confirm own)
    {
        var (card, draft) = (wizard.Card, wizard.Draft);
        var able = Able(card, draft).ToList();
        var chosen = draft.Rivals!.Select(rival => able.Find(one => one.Card.Id == rival.Model)).OfType<Standing>().ToList();
        var gone = draft.Rivals!.Where(rival => chosen.TrueForAll(one => one.Card.Id != rival.Model));
        var self = new Standing(card, own.ListPrice, own.Quote.Sku, []);
        var entrants = Priced([self, .. chosen], own);
        draft.Offer(entrants[0].Quote, [.. entrants.Skip(1).Select(entrant => new Rival(entrant.Card.Id, entrant.Quote))]);
        return new WizardView.Duel(own, entrants, [.. able.Except(chosen).Select(one => Priced([self, .. chosen, one], own)[^1])])
        {
            Gone = [.. gone.Select(rival => catalog.Current.Find(rival.Model)).OfType<ModelCard>()],
        };
    }

    /// <summary>Whether there is anybody to stand against; asked for the button.</summary>
    public static bool HasRivals(ModelCatalog cards, Wizard wizard) => cards.Offered(wizard.Card.Type).Any(
        other => other.Id != wizard.Card.Id && Entrant.Of(wizard.Card, wizard.Draft.Values, other) is not null);

    private IEnumerable<Standing> Able(ModelCard card, Draft draft)
    {
        foreach (var other in catalog.Current.Offered(card.Type).Where(other => other.Id != card.Id))
        {
            if (Entrant.Of(card, draft.Values, other) is { } entrant
                && other.Prices.Quote(entrant.Inputs, terms.Current.Prices) is { } listed)
            {
                yield return new Standing(other, listed.Price, listed.Sku, entrant.Lost);
            }
        }
    }

    /// <summary>The free ones go to the first of them that can be had for free.</summary>
    private List<DuelEntrant> Priced(IReadOnlyList<Standing> standing, WizardView.Confirm own)
    {
        var free = FreeLines.Among(own.Funds.Free, [.. standing.Select(one => one.Card.IsFreeFor(one.Sku))], isAlike: false);
        return
        [
            .. standing.Select((one, index) => new DuelEntrant(
                one.Card,
                own.Quote with
                {
                    Price = free[index] is null ? one.Listed : Money.Zero,
                    Sku = one.Sku,
                    IsFromBank = free[index] == FreeSource.Bank,
                },
                one.Lost,
                times.Of(one.Card, one.Sku))),
        ];
    }

    private sealed record Standing(ModelCard Card, Money Listed, string Sku, IReadOnlyList<Field> Lost);
}
