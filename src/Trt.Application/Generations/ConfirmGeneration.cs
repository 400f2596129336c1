using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Chat;
using Trt.Application.Ports;
using Trt.Application.Settings;
using Trt.Domain.Catalog;
using Trt.Domain.Drafts;
using Trt.Domain.Generations;
using Trt.Domain.Shared;
using Trt.Domain.Wallets;

namespace Trt.Application.Generations;

/// <summary>The customer agrees to the price shown: the money is set aside and the work is queued, all or nothing.</summary>
public sealed record ConfirmGeneration(UserId UserId, GenerationId DraftId, long? ScreenMessageId, Cid Cid) : IRequest<ConfirmResult>;

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
    ITrtDb db, IOutbox outbox, ICatalog catalog, WizardDesk desk, ShopSettings settings, TimeProvider time)
    : IRequestHandler<ConfirmGeneration, ConfirmResult>
{
    public async Task<ConfirmResult> Handle(ConfirmGeneration request, CancellationToken token)
    {
        await using var work = await db.Begin(token);
        var draft = await db.LockDraft(request.UserId, token);
        var underWay = await db.Generations
            .Where(generation => generation.UserId == request.UserId
                && (generation.Id == request.DraftId || GenerationStatuses.Open.Contains(generation.Status)))
            .ToListAsync(token);

        if (underWay.Find(generation => generation.Id == request.DraftId) is { } existing)
        {
            return new ConfirmResult.AlreadyStarted(existing, catalog.Current.Find(existing.Model));
        }

        var now = time.GetUtcNow();
        if (draft is null || draft.Id != request.DraftId || draft.IsExpired(now))
        {
            return new ConfirmResult.Refused(ConfirmRefusal.DraftGone);
        }

        if (catalog.Current.Find(draft.Model) is not { IsOffered: true } card)
        {
            return new ConfirmResult.Refused(ConfirmRefusal.ModelUnavailable);
        }

        draft.Fit(card);
        var inputs = card.Inputs.Check(draft.Values);
        if (!inputs.IsValid)
        {
            return new ConfirmResult.Refused(ConfirmRefusal.InputsIncomplete, card, Wizard: await desk.View(draft, card, token));
        }

        // The price before the purse: a model without a price must never say "top up".
        if (card.Prices.Quote(inputs.Values, settings.PriceTerms) is not { } listed)
        {
            return new ConfirmResult.Refused(ConfirmRefusal.NoPrice, card);
        }

        if (underWay.Count >= settings.OpenPerCustomerMax)
        {
            return new ConfirmResult.Refused(ConfirmRefusal.TooManyUnderWay, card);
        }

        var allowance = card.IsFree ? await db.LockFreeAllowance(request.UserId, settings.DayOf(now), token) : null;
        var isFree = allowance?.Left(settings.FreePerDay) > 0;
        if (!Holds(draft.Quote, isFree, listed, now))
        {
            var wizard = await desk.View(draft, card, token);
            await work.Commit(token);
            return new ConfirmResult.Refused(ConfirmRefusal.PriceChanged, card, Wizard: wizard);
        }

        var price = draft.Quote!.Price;
        var balance = Money.Zero;
        if (isFree)
        {
            allowance!.TryTake(settings.FreePerDay);
        }
        else
        {
            var wallet = await db.LockWallet(request.UserId, token);
            if (wallet.ShortageFor(price) is { IsZero: false } missing)
            {
                return new ConfirmResult.Refused(ConfirmRefusal.NotEnoughMoney, card, missing);
            }

            wallet.Reserve(price, Booking.For(draft.Id, Booking.Customer, $"order of {card.Id}", now));
            balance = wallet.Available;
        }

        var generation = Generation.Start(
            draft.Id, request.UserId, card.Id, inputs.Values, price, allowance is not null && isFree ? allowance.Day : null, request.Cid, now);
        if (request.ScreenMessageId is { } messageId)
        {
            generation.ShowProgressIn(messageId);
        }

        db.Generations.Add(generation);
        db.Drafts.Remove(draft);
        outbox.Add(new SubmitGeneration(generation.Id, generation.UserId), request.Cid);
        outbox.Add(new ShowProgress(generation.Id, generation.UserId), request.Cid, after: ShowProgress.Interval);
        await work.Commit(token);
        return new ConfirmResult.Started(generation, card, new CustomerFunds(balance, allowance?.Left(settings.FreePerDay) ?? 0));
    }

    /// <summary>What was shown is kept until it expires; after that only if the price is still the same.</summary>
    private static bool Holds(DraftQuote? shown, bool isFree, Quote listed, DateTimeOffset now) =>
        shown is not null
        && shown.Price.IsZero == isFree
        && (isFree || now < shown.ExpiresAt || shown.Price == listed.Price);
}

internal sealed class ConfirmGenerationValidator : AbstractValidator<ConfirmGeneration>
{
    public ConfirmGenerationValidator()
    {
        RuleFor(request => request.UserId.Value).GreaterThan(0);
        RuleFor(request => request.DraftId.Value).NotEmpty();
    }
}
