using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.Catalog;
using Trt.Domain.Drafts;
using Trt.Domain.Free;
using Trt.Domain.Shared;

namespace Trt.Application.Generations;

/// <summary>One order of those that a press agrees to: a variation, or a model that stands against others.</summary>
/// <param name="Listed">What it would cost if it were begun now.</param>
/// <param name="Shown">What was shown for it; null for one whose price nobody has seen yet.</param>
internal sealed record OrderLine(ModelCard Card, IReadOnlyDictionary<string, InputValue> Inputs, Quote Listed, DraftQuote? Shown)
{
    public bool CanBeFree => Card.IsFreeFor(Listed.Sku);
}

/// <summary>
/// What becomes of a draft by itself, without money. The price comes before the balance: a model without a price must never say "top up".
/// </summary>
internal sealed class OrderLines(ICatalog catalog, IShopTerms terms)
{
    /// <param name="waits">Its customer knows that the model rests.</param>
    public (IReadOnlyList<OrderLine> Lines, ConfirmRefusal? Refusal) Of(Draft draft, bool waits, DateTimeOffset now)
    {
        // A price that was shown is honoured until it expires, also when the promotion it comes from has ended meanwhile.
        var isShown = draft.Quote is { } shown && now < shown.ExpiresAt;
        if (catalog.Current.Find(draft.Model) is not { } card
            || !(card.IsOffered || (isShown && card.IsOver) || (waits && card.IsResting)))
        {
            return ([], ConfirmRefusal.ModelUnavailable);
        }

        draft.Fit(card, now);
        var inputs = card.Inputs.Check(draft.Values);
        if (!inputs.IsValid)
        {
            return ([], ConfirmRefusal.InputsIncomplete);
        }

        if (QuoteOf(card, inputs.Values, isShown) is not { } listed)
        {
            return ([], ConfirmRefusal.NoPrice);
        }

        var own = new OrderLine(card, inputs.Values, listed, Share(draft.Quote, draft.Copies));
        return draft.Rivals is { } rivals
            ? Beside(own, draft, rivals, now)
            : ([.. Enumerable.Repeat(own, draft.Copies)], null);
    }

    /// <summary>Everybody stands, or nobody does: who has gone is shown before anything is paid.</summary>
    private (IReadOnlyList<OrderLine> Lines, ConfirmRefusal? Refusal) Beside(
        OrderLine own, Draft draft, IReadOnlyList<Rival> rivals, DateTimeOffset now)
    {
        List<OrderLine> lines = [own];
        foreach (var rival in rivals)
        {
            var isShown = rival.Quote is { } shown && now < shown.ExpiresAt;
            if (catalog.Current.Find(rival.Model) is not { IsOffered: true } card
                || Entrant.Of(own.Card, draft.Values, card) is not { } entrant
                || QuoteOf(card, entrant.Inputs, isShown) is not { } listed)
            {
                return ([], ConfirmRefusal.ModelUnavailable);
            }

            lines.Add(new OrderLine(card, entrant.Inputs, listed, rival.Quote));
        }

        return (lines, null);
    }

    private Quote? QuoteOf(ModelCard card, IReadOnlyDictionary<string, InputValue> inputs, bool isShown) => isShown
        ? card.Prices.QuoteAsShown(inputs, terms.Current.Prices)
        : card.Prices.Quote(inputs, terms.Current.Prices);

    private static DraftQuote? Share(DraftQuote? together, int copies) =>
        together is null ? null : together with { Price = new Money(together.Price.Kopecks / copies) };
}

internal static class FreeLines
{
    /// <summary>
    /// What each of them would be taken from; null for one that costs money. Variations are free together or not at all; of different
    /// models the first ones are, as far as the free ones go. All come from one place.
    /// </summary>
    public static IReadOnlyList<FreeSource?> Among(FreeRoom room, IReadOnlyList<bool> canBeFree, bool isAlike)
    {
        var wanted = canBeFree.Count(can => can);
        var had = isAlike && room.For(wanted) is null ? 0 : room.Of(wanted);
        var source = had == 0 ? null : room.For(had);
        return [.. canBeFree.Select(can => can && had-- > 0 ? source : null)];
    }
}
