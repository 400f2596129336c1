using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Drafts;
using Trt.Application.Free;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.Catalog;
using Trt.Domain.Drafts;
using Trt.Domain.Free;
using Trt.Domain.Generations;
using Trt.Domain.Shared;
using Trt.Domain.Wallets;

namespace Trt.Application.Generations;

/// <summary>The customer agrees to the price shown: the money is set aside and the work is queued, all or nothing.</summary>
/// <param name="Shown">The price on the pressed button. An old button with another price than the order has now asks again instead of charging.</param>
public sealed record ConfirmGeneration(UserId UserId, GenerationId DraftId, long? ScreenMessageId, Cid Cid, Money? Shown = null) : IRequest<ConfirmResult>;

public abstract record ConfirmResult
{
    public sealed record Started(Generation Generation, ModelCard Card, CustomerFunds Funds) : ConfirmResult;

    /// <summary>A second press of the same button.</summary>
    public sealed record AlreadyStarted(Generation Generation, ModelCard? Card) : ConfirmResult;

    public sealed record Refused(ConfirmRefusal Reason, ModelCard? Card = null, Money Missing = default, WizardView? Wizard = null) : ConfirmResult;
}

public enum ConfirmRefusal
{
    DraftGone,
    ModelUnavailable,
    InputsIncomplete,
    NoPrice,

    /// <summary>The price has changed since it was shown (or the free ones are used up): the new one is shown and asked.</summary>
    PriceChanged,
    NotEnoughMoney,
    TooManyUnderWay,
}

internal sealed class ConfirmGenerationHandler(
    ITrtDb db, IOutbox outbox, ICatalog catalog, WizardSession session, FreeTier freeTier, IShopTerms terms, ShopOptions options, TimeProvider time)
    : IRequestHandler<ConfirmGeneration, ConfirmResult>
{
    public async Task<ConfirmResult> Handle(ConfirmGeneration request, CancellationToken token)
    {
        var now = time.GetUtcNow();
        await using var work = await db.Begin(token);

        // The draft's lock also keeps two orders of one customer apart.
        var draft = await db.LockDraft(request.UserId, token);
        var underWay = await UnderWay(request, token);
        if (underWay.Find(generation => generation.Id == request.DraftId) is { } existing)
        {
            return new ConfirmResult.AlreadyStarted(existing, catalog.Current.Find(existing.Model));
        }

        if (draft is null || draft.Id != request.DraftId || draft.IsExpired(now))
        {
            return new ConfirmResult.Refused(ConfirmRefusal.DraftGone);
        }

        if (catalog.Current.Find(draft.Model) is not { IsOffered: true } card)
        {
            return new ConfirmResult.Refused(ConfirmRefusal.ModelUnavailable);
        }

        draft.Fit(card, now);
        var inputs = card.Inputs.Check(draft.Values);
        if (!inputs.IsValid)
        {
            return await AskAgain(ConfirmRefusal.InputsIncomplete, draft, card, work, token);
        }

        // The price before the purse: a model without a price must never say "top up".
        if (card.Prices.Quote(inputs.Values, terms.Current.Prices) is not { } listed)
        {
            return new ConfirmResult.Refused(ConfirmRefusal.NoPrice, card);
        }

        if (underWay.Count >= options.OpenPerCustomerMax)
        {
            return new ConfirmResult.Refused(ConfirmRefusal.TooManyUnderWay, card);
        }

        var purse = card.IsFreeFor(listed.Sku) ? await freeTier.Lock(request.UserId, now, token) : null;
        var free = purse is null ? null : card.FreeFrom(listed.Sku, purse.Room);
        if (draft.Quote?.Holds(listed, free, now) != true || (request.Shown ?? draft.Quote.Price) != draft.Quote.Price)
        {
            return await AskAgain(ConfirmRefusal.PriceChanged, draft, card, work, token);
        }

        var balance = Money.Zero;
        FreeTicket? ticket = null;
        if (free is { } source)
        {
            ticket = purse!.Take(source, draft.Id, now);
        }
        else
        {
            var wallet = await db.LockWallet(request.UserId, token);
            if (wallet.ShortageFor(draft.Quote.Price) is { IsZero: false } missing)
            {
                return new ConfirmResult.Refused(ConfirmRefusal.NotEnoughMoney, card, missing);
            }

            wallet.Reserve(draft.Quote.Price, Booking.For(draft.Id, Booking.Customer, $"order of {card.Id}", now));
            balance = wallet.Available;
        }

        var generation = Start(draft, inputs.Values, ticket, request, now);
        generation.PriceBy(card.Prices.Unit, listed.Quantity);
        await work.Commit(token);
        return new ConfirmResult.Started(generation, card, new CustomerFunds(balance, purse?.Room ?? FreeRoom.None));
    }

    private Generation Start(
        Draft draft, IReadOnlyDictionary<string, InputValue> inputs, FreeTicket? ticket, ConfirmGeneration request, DateTimeOffset now)
    {
        var generation = Generation.Start(draft.Id, draft.UserId, draft.Model, inputs, draft.Quote!.Price, ticket, request.Cid, now);
        if (request.ScreenMessageId is { } messageId)
        {
            generation.ShowProgressIn(messageId);
        }

        db.Generations.Add(generation);
        db.Drafts.Remove(draft);
        outbox.Add(new SubmitGeneration(generation.Id, generation.UserId), request.Cid);
        outbox.Add(new ShowProgress(generation.Id, generation.UserId), request.Cid, after: ShowProgress.Interval);
        return generation;
    }

    /// <summary>This order if it exists already, and what else the customer has in work.</summary>
    private Task<List<Generation>> UnderWay(ConfirmGeneration request, CancellationToken token) => db.Generations
        .Where(generation => generation.UserId == request.UserId
            && (generation.Id == request.DraftId || GenerationStatuses.Open.Contains(generation.Status)))
        .ToListAsync(token);

    /// <summary>What is shown now is what the next press agrees to.</summary>
    private async Task<ConfirmResult> AskAgain(ConfirmRefusal reason, Draft draft, ModelCard card, IUnitOfWork work, CancellationToken token)
    {
        var wizard = await session.View(draft, card, token);
        await work.Commit(token);
        return new ConfirmResult.Refused(reason, card, Wizard: wizard);
    }
}

internal sealed class ConfirmGenerationValidator : AbstractValidator<ConfirmGeneration>
{
    public ConfirmGenerationValidator()
    {
        RuleFor(request => request.UserId.Value).GreaterThan(0);
        RuleFor(request => request.DraftId.Value).NotEmpty();
    }
}
