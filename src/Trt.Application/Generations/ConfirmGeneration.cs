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
/// <param name="ScreenGroup">The group whose message was pressed; null for the customer's own chat.</param>
/// <param name="Waits">The customer knows that it cannot start at once, and until when it waits at the most.</param>
public sealed record ConfirmGeneration(
    UserId UserId, GenerationId DraftId, long? ScreenMessageId, Cid Cid, Money? Shown = null, bool Waits = false,
    long? ScreenGroup = null) : IRequest<ConfirmResult>;

public abstract record ConfirmResult
{
    /// <param name="Generations">One, or as many variations or models as were agreed to together.</param>
    public sealed record Started(IReadOnlyList<Generation> Generations, ModelCard Card, QueuePlace Queue, RunTime? Takes) : ConfirmResult
    {
        public Generation Generation => Generations[0];

        /// <summary>Different models do the same.</summary>
        public bool IsDuel => Generations.Any(generation => generation.Model != Generation.Model);
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
    ITrtDb db, IOutbox outbox, OrderLines lines, FreeTier freeTier, IShopTerms terms, QueueLook queue, Standstill standstill,
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
            if (await db.Users.AnyAsync(user => user.Id == request.UserId && user.Vanishes, token))
            {
                started.Generations.ToList().ForEach(generation => generation.Vanish());
            }

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

    private (Order? Order, ConfirmResult.Refused? Refusal) Examine(
        Draft draft, ConfirmGeneration request, int underWay, DateTimeOffset now)
    {
        var (together, refusal) = lines.Of(draft, request.Waits, now);
        if (refusal is { } reason)
        {
            return (null, new ConfirmResult.Refused(reason));
        }

        if (standstill.Now is not null && !request.Waits)
        {
            return (null, new ConfirmResult.Refused(ConfirmRefusal.StartsPaused));
        }

        return underWay + together.Count > options.OpenPerCustomerMax + options.WaitingPerCustomerMax
            ? (null, new ConfirmResult.Refused(ConfirmRefusal.TooManyUnderWay))
            : (new Order(draft, together, underWay), null);
    }

    /// <summary>Takes the free ones and sets the money aside, at the prices that were shown and no others.</summary>
    private async Task<ConfirmResult> Pay(Order order, ConfirmGeneration request, DateTimeOffset now, CancellationToken token)
    {
        var (draft, together, _) = order;
        var canBeFree = together.Select(line => line.CanBeFree).ToList();
        var wanted = canBeFree.Count(can => can);
        var stock = wanted > 0 ? await freeTier.Lock(draft.UserId, wanted, now, token) : null;
        var free = FreeLines.Among(stock?.Room ?? FreeRoom.None, canBeFree, isAlike: draft.Rivals is null);
        if (together.Where((line, index) => line.Shown?.Holds(line.Listed.Price, free[index], now) != true).Any()
            || (request.Shown ?? draft.Agreed) != draft.Agreed)
        {
            return new ConfirmResult.Refused(ConfirmRefusal.PriceChanged);
        }

        var paid = together.Where((_, index) => free[index] is null).ToList();
        var wallet = paid.Count > 0 ? await db.LockWallet(draft.UserId, token) : null;
        if (wallet?.ShortageFor(draft.Agreed!.Value) is { IsZero: false } missing)
        {
            return new ConfirmResult.Refused(ConfirmRefusal.NotEnoughMoney, missing);
        }

        var started = Start(order, (id, index) => free[index] is { } source ? stock!.Take(source, id, now) : null, request, now);
        foreach (var generation in started.Generations.Where(generation => generation.IsPaid))
        {
            wallet!.Reserve(generation.Price, Booking.For(generation.Id, Booking.Customer, $"order of {generation.Model}", now));
        }

        return started;
    }

    /// <summary>Each of them is an order of its own, with its own money and its own end; the first bears the draft's name.</summary>
    private ConfirmResult.Started Start(
        Order order, Func<GenerationId, int, FreeTicket?> take, ConfirmGeneration request, DateTimeOffset now)
    {
        var draft = order.Draft;
        List<Generation> generations = [];
        foreach (var (index, line) in order.Lines.Index())
        {
            var id = index == 0 ? draft.Id : GenerationId.New(now);
            generations.Add(Start(draft, line, id, take(id, index), request, now));
        }

        if (generations.Count > 1)
        {
            generations.ForEach(generation => generation.JoinBatch(draft.Id));
        }

        List<QueuePlace> places =
            [.. generations.Select((generation, index) => queue.Enter(generation, order.Lines[index].Card, order.UnderWay + index))];
        db.Generations.AddRange(generations);
        db.Drafts.Remove(draft);
        generations.ForEach(generation => outbox.Add(
            new SubmitGeneration(generation.Id, generation.UserId), request.Cid, after: terms.Current.Orders.Grace));
        outbox.Add(new ShowProgress(draft.Id, draft.UserId), request.Cid, after: ShowProgress.Interval);
        if (draft.Rivals is { Count: > 0 })
        {
            outbox.Add(new TellVerdict(draft.Id, draft.UserId), request.Cid, after: TellVerdict.Interval);
        }

        var card = order.Lines[0].Card;
        return new ConfirmResult.Started(generations, card, places[0], queue.Takes(generations[0], card));
    }

    private Generation Start(
        Draft draft, OrderLine line, GenerationId id, FreeTicket? ticket, ConfirmGeneration request, DateTimeOffset now)
    {
        var (card, inputs, listed, shown) = line;
        var generation = Generation.Start(id, draft.UserId, card.Id, inputs, shown!.Price, ticket, request.Cid, now);
        generation.PriceBy(card.Prices.Unit, listed);
        generation.Reckon(terms.Current.Prices.Cost(listed.Cost), listed.Price);
        generation.PromiseWithin(card.TimeLimitFor(listed.Sku) ?? options.DeadlineFor(card.Output));
        generation.Follow(draft.Place);
        if (request.ScreenMessageId is { } messageId)
        {
            generation.ShowProgressIn(messageId, request.ScreenGroup);
        }

        if (draft.AskedIn is { } place)
        {
            generation.AnswerIn(place);
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
    private sealed record Order(Draft Draft, IReadOnlyList<OrderLine> Lines, int UnderWay);
}

internal sealed class ConfirmGenerationValidator : AbstractValidator<ConfirmGeneration>
{
    public ConfirmGenerationValidator()
    {
        RuleFor(request => request.UserId.Value).GreaterThan(0);
        RuleFor(request => request.DraftId.Value).NotEmpty();
    }
}
