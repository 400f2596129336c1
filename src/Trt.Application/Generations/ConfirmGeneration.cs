using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Free;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.Catalog;
using Trt.Domain.Drafts;
using Trt.Domain.Free;
using Trt.Domain.Generations;
using Trt.Domain.Shared;

namespace Trt.Application.Generations;

/// <summary>The customer agrees to the price shown: the money is set aside and the work is queued, all or nothing.</summary>
/// <param name="Shown">The price on the pressed button. An old button with another price than the order has now asks again instead of
/// charging.</param>
/// <param name="Waits">The customer knows that it cannot start at once, and until when it waits at the most.</param>
public sealed record ConfirmGeneration(
    UserId UserId, GenerationId DraftId, long? ScreenMessageId, Cid Cid, Money? Shown = null, bool Waits = false) : IRequest<ConfirmResult>;

public abstract record ConfirmResult
{
    /// <param name="Generations">One, or as many variations as were agreed to together.</param>
    public sealed record Started(IReadOnlyList<Generation> Generations, ModelCard Card, QueuePlace Queue, RunTime? Takes) : ConfirmResult
    {
        public Generation Generation => Generations[0];
    }

    /// <summary>A second press of the same button.</summary>
    public sealed record AlreadyStarted : ConfirmResult;

    public sealed record Refused(ConfirmRefusal Reason, Money Missing = default) : ConfirmResult;
}

public enum ConfirmRefusal
{
    DraftGone,
    ModelUnavailable,

    /// <summary>The draft has to be shown again: something in it is missing or fits no more.</summary>
    InputsIncomplete,
    NoPrice,

    /// <summary>
    /// The price has changed since it was shown, or the free ones are used up: the new one has to be shown and agreed to.
    /// </summary>
    PriceChanged,
    NotEnoughMoney,

    /// <summary>So many wait for their turn already.</summary>
    TooManyUnderWay,

    /// <summary>Nothing can be started at the moment: better said before the order than after. Who knows may let it wait.</summary>
    StartsPaused,
}

internal sealed class ConfirmGenerationHandler(
    ITrtDb db, IOutbox outbox, ICatalog catalog, FreeTier freeTier, IShopTerms terms, QueueLook queue, Standstill standstill,
    ShopOptions options, OrderTrail trail, TimeProvider time)
    : IRequestHandler<ConfirmGeneration, ConfirmResult>
{
    public async Task<ConfirmResult> Handle(ConfirmGeneration request, CancellationToken token)
    {
        var now = time.GetUtcNow();
        await using var work = await db.Begin(token);

        // The draft's lock also keeps two orders of one customer apart.
        var draft = await db.LockDraft(request.UserId, token);
        var underWay = await UnderWay(request, token);
        if (underWay.Contains(request.DraftId))
        {
            return new ConfirmResult.AlreadyStarted();
        }

        if (draft is null || draft.Id != request.DraftId || draft.IsExpired(now))
        {
            return new ConfirmResult.Refused(ConfirmRefusal.DraftGone);
        }

        var (order, refusal) = Examine(draft, request, underWay.Count, now);
        var result = order is null ? refusal! : await Pay(order, request, now, token);
        if (result is ConfirmResult.Started started)
        {
            await work.Commit(token);
            foreach (var generation in started.Generations)
            {
                Tell(generation);
            }
        }

        return result;
    }

    private void Tell(Generation generation)
    {
        trail.Queued(generation);
        if (generation is { Loss: { } loss, Cost: { } cost })
        {
            Telemetry.BelowCost.Add((cost - generation.Price).Kopecks, new KeyValuePair<string, object?>("reason", loss.ToString()));
        }
    }

    /// <summary>
    /// What can be said without money. The price comes before the balance: a model without a price must never say "top up".
    /// </summary>
    private (Order? Order, ConfirmResult.Refused? Refusal) Examine(
        Draft draft, ConfirmGeneration request, int underWay, DateTimeOffset now)
    {
        // A price that was shown is honoured until it expires, also when the promotion it comes from has ended meanwhile.
        var isShown = draft.Quote is { } shown && now < shown.ExpiresAt;
        if (catalog.Current.Find(draft.Model) is not { } card
            || !(card.IsOffered || (isShown && card.IsOver) || (request.Waits && card.IsResting)))
        {
            return (null, new ConfirmResult.Refused(ConfirmRefusal.ModelUnavailable));
        }

        draft.Fit(card, now);
        var inputs = card.Inputs.Check(draft.Values);
        if (!inputs.IsValid)
        {
            return (null, new ConfirmResult.Refused(ConfirmRefusal.InputsIncomplete));
        }

        var prices = terms.Current.Prices;
        if ((isShown ? card.Prices.QuoteAsShown(inputs.Values, prices) : card.Prices.Quote(inputs.Values, prices)) is not { } listed)
        {
            return (null, new ConfirmResult.Refused(ConfirmRefusal.NoPrice));
        }

        if (standstill.Now is not null && !request.Waits)
        {
            return (null, new ConfirmResult.Refused(ConfirmRefusal.StartsPaused));
        }

        return underWay + draft.Copies > options.OpenPerCustomerMax + options.WaitingPerCustomerMax
            ? (null, new ConfirmResult.Refused(ConfirmRefusal.TooManyUnderWay))
            : (new Order(draft, card, inputs.Values, listed, underWay), null);
    }

    /// <summary>Takes the free one or sets the money aside, at the price that was shown and no other.</summary>
    private async Task<ConfirmResult> Pay(Order order, ConfirmGeneration request, DateTimeOffset now, CancellationToken token)
    {
        var (draft, card, _, listed, _) = order;
        var stock = card.IsFreeFor(listed.Sku) ? await freeTier.Lock(draft.UserId, draft.Copies, now, token) : null;
        var free = stock is null ? null : card.FreeFrom(listed.Sku, stock.Room, draft.Copies);
        if (draft.Quote?.Holds(listed.Price * draft.Copies, free, now) != true
            || (request.Shown ?? draft.Quote.Price) != draft.Quote.Price)
        {
            return new ConfirmResult.Refused(ConfirmRefusal.PriceChanged);
        }

        if (free is { } source)
        {
            return Start(order, id => stock!.Take(source, id, now), request, now);
        }

        var wallet = await db.LockWallet(draft.UserId, token);
        if (wallet.ShortageFor(draft.Quote.Price) is { IsZero: false } missing)
        {
            return new ConfirmResult.Refused(ConfirmRefusal.NotEnoughMoney, missing);
        }

        var started = Start(order, _ => null, request, now);
        foreach (var generation in started.Generations)
        {
            wallet.Reserve(generation.Price, Booking.For(generation.Id, Booking.Customer, $"order of {card.Id}", now));
        }

        return started;
    }

    /// <summary>Each variation is an order of its own, with its own money and its own end; the first bears the draft's name.</summary>
    private ConfirmResult.Started Start(
        Order order, Func<GenerationId, FreeTicket?> take, ConfirmGeneration request, DateTimeOffset now)
    {
        var draft = order.Draft;
        List<Generation> generations =
        [
            .. Enumerable.Range(0, draft.Copies)
                .Select(copy => copy == 0 ? draft.Id : GenerationId.New(now))
                .Select(id => Start(order, id, take(id), request, now)),
        ];
        if (generations.Count > 1)
        {
            generations.ForEach(generation => generation.JoinBatch(draft.Id));
        }

        List<QueuePlace> places =
            [.. generations.Select((generation, index) => queue.Enter(generation, order.Card, order.UnderWay + index))];
        db.Generations.AddRange(generations);
        db.Drafts.Remove(draft);
        generations.ForEach(generation => outbox.Add(
            new SubmitGeneration(generation.Id, generation.UserId), request.Cid, after: terms.Current.Orders.Grace));
        outbox.Add(new ShowProgress(draft.Id, draft.UserId), request.Cid, after: ShowProgress.Interval);
        return new ConfirmResult.Started(generations, order.Card, places[0], queue.Takes(generations[0], order.Card));
    }

    private Generation Start(Order order, GenerationId id, FreeTicket? ticket, ConfirmGeneration request, DateTimeOffset now)
    {
        var (draft, card, inputs, listed, _) = order;
        var price = new Money(draft.Quote!.Price.Kopecks / draft.Copies);
        var generation = Generation.Start(id, draft.UserId, draft.Model, inputs, price, ticket, request.Cid, now);
        generation.PriceBy(card.Prices.Unit, listed);
        generation.Reckon(terms.Current.Prices.Cost(listed.Cost), listed.Price);
        generation.PromiseWithin(card.TimeLimitFor(listed.Sku) ?? options.DeadlineFor(card.Output));
        if (request.ScreenMessageId is { } messageId)
        {
            generation.ShowProgressIn(messageId);
        }

        return generation;
    }

    /// <summary>This order if it exists already, and what else the customer has in work.</summary>
    private Task<List<GenerationId>> UnderWay(ConfirmGeneration request, CancellationToken token) => db.Generations
        .Where(generation => generation.UserId == request.UserId
            && (generation.Id == request.DraftId || GenerationStatuses.Open.Contains(generation.Status)))
        .Select(generation => generation.Id)
        .ToListAsync(token);

    /// <summary>A draft that nothing speaks against, but perhaps the money.</summary>
    private sealed record Order(
        Draft Draft, ModelCard Card, IReadOnlyDictionary<string, InputValue> Inputs, Quote Listed, int UnderWay);
}

internal sealed class ConfirmGenerationValidator : AbstractValidator<ConfirmGeneration>
{
    public ConfirmGenerationValidator()
    {
        RuleFor(request => request.UserId.Value).GreaterThan(0);
        RuleFor(request => request.DraftId.Value).NotEmpty();
    }
}
