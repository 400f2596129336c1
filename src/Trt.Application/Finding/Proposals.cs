using Trt.Application.Ports;
using Trt.Application.Storefront;
using Trt.Application.Terms;
using Trt.Application.Wallets;
using Trt.Domain.Catalog;
using Trt.Domain.Finding;
using Trt.Domain.Free;
using Trt.Domain.Shared;

namespace Trt.Application.Finding;

/// <summary>Which models are proposed for a wish: at most three, each with the price of exactly this order where it is known.</summary>
internal sealed class Proposals(ICatalog catalog, IShopTerms terms, FundsReader funds)
{
    private const int ShownMax = 3;

    /// <summary>The shop lists the best first: from so many the better ones are chosen.</summary>
    private const int BestMax = 8;

    public async Task<HeardView.Proposed> Of(KeptWish kept, Wish wish, Lean lean, CancellationToken token)
    {
        var room = (await funds.Read(kept.UserId, token)).Free;
        var several = wish.Jobs.Count > 1;
        var byJob = wish.Jobs.Select(job => (Job: job, Offers: Ordered(job, kept.Items, wish, lean, room).ToList())).ToList();
        var offers = byJob
            .SelectMany(one => one.Offers.Take(several ? 1 : ShownMax).Select(offer => new Proposal(one.Job, offer)))
            .DistinctBy(proposal => proposal.Offer.Card.Id)
            .Take(ShownMax)
            .ToList();
        return new HeardView.Proposed(kept, wish, lean, offers, room)
        {
            FreePerDay = terms.Current.Free.PerDay,
            HasChoice = byJob.Exists(one => one.Offers.Count > 1),
        };
    }

    /// <summary>The same for anybody, from memory alone: as listed, whoever may have something for free.</summary>
    public IReadOnlyList<Proposal> AsListed(Wish wish, IReadOnlyCollection<Job> jobs) =>
    [
        .. jobs.SelectMany(job => Ordered(job, [], wish, wish.Lean, room: null).Take(ShownMax).Select(offer => new Proposal(job, offer)))
            .DistinctBy(proposal => proposal.Offer.Card.Id)
            .Take(ShownMax),
    ];

    private IEnumerable<ModelOffer> Ordered(Job job, IReadOnlyList<MediaItem> items, Wish wish, Lean lean, FreeRoom? room)
    {
        var offers = JobShelf.For(job, catalog.Current.Cards)
            .Where(card => wish.Named.Count == 0 || wish.Named.Contains(card))
            .Select(card => Offer(card, items, wish, room))
            .OrderBy(offer => WishFill.Lacks(offer.Card, wish.Options))
            .ToList();
        if (offers.Count == 0 && wish.Named.Count > 0)
        {
            return Ordered(job, items, wish with { Named = [] }, lean, room);
        }

        return lean switch
        {
            Lean.Cheaper => offers.OrderBy(Price),
            Lean.Better => offers.Where(offer => !offer.IsFreeNow).Take(BestMax).OrderByDescending(Price),
            _ => wish.Named.Count > 0 ? offers.OrderBy(offer => Place(wish.Named, offer.Card)) : FreeFirst(offers),
        };
    }

    /// <summary>What costs nothing, then the first of each maker's, so that there is a choice.</summary>
    private static IEnumerable<ModelOffer> FreeFirst(List<ModelOffer> offers)
    {
        var free = offers.Find(offer => offer.IsFreeNow);
        var others = offers.Where(offer => offer != free).ToList();
        var firsts = others.DistinctBy(offer => offer.Card.Maker).ToList();
        return [.. free is null ? [] : new[] { free }, .. firsts, .. others.Except(firsts)];
    }

    private ModelOffer Offer(ModelCard card, IReadOnlyList<MediaItem> items, Wish wish, FreeRoom? room)
    {
        var prices = terms.Current.Prices;
        var quote = card.Prices.Quote(card.Inputs.Known(WishFill.Of(card, wish, items)), prices);
        var isFree = room is not null
            && (quote is null ? card.IsWhollyFree && room.Next is not null : card.FreeFrom(quote.Sku, room) is not null);
        return new ModelOffer(card, card.Prices.From(prices), isFree) { Each = card.Prices.Each(prices), Usual = quote };
    }

    /// <summary>Where the size of the order is not known yet, that of one unit stands for it.</summary>
    private static Money Price(ModelOffer offer) =>
        offer.IsFreeNow ? Money.Zero : offer.Usual?.Price ?? offer.From ?? Money.Zero;

    private static int Place(IReadOnlyList<ModelCard> named, ModelCard card) => named.TakeWhile(one => one != card).Count();
}
