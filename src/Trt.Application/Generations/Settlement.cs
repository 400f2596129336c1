using Microsoft.EntityFrameworkCore;
using Trt.Application.Free;
using Trt.Application.Growth;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Domain.Generations;
using Trt.Domain.Shared;
using Trt.Domain.Wallets;

namespace Trt.Application.Generations;

/// <summary>
/// The end of a generation: its status, its money and the word to the customer, inside the caller's unit of work.
/// Nothing else commits or releases.
/// </summary>
internal sealed class Settlement(ITrtDb db, IOutbox outbox, FreeTier free, Milestones milestones, TimeProvider time)
{
    /// <param name="received">How much of what the price counts is really there; null when that cannot be told.</param>
    public async Task Succeed(
        Generation generation, IReadOnlyList<ResultItem> result, decimal? creditsSpent, decimal? received, CancellationToken token)
    {
        var now = time.GetUtcNow();
        generation.Succeed(result, creditsSpent, now);
        Wallet? wallet = null;
        if (generation.IsPaid)
        {
            wallet = await db.LockWallet(generation.UserId, token);
            Pay(wallet, generation, received, now);
        }

        outbox.Add(new DeliverResult(generation.Id, generation.UserId), generation.Cid);
        await milestones.Generated(generation, wallet, token);
    }

    /// <summary>Takes what the result is worth, which may be nothing, and gives the rest back in the same breath.</summary>
    private static void Pay(Wallet wallet, Generation generation, decimal? received, DateTimeOffset now)
    {
        var price = generation.IsAtMost ? generation.PriceOfCost()
            : received is { } quantity ? generation.Receive(quantity)
            : generation.Price;
        if (!price.IsZero)
        {
            wallet.Commit(price, Booking.For(generation.Id, Booking.System, "result received", now));
        }

        if (price < generation.Price)
        {
            var reason = generation.IsAtMost ? "cost less than it could" : "less than ordered";
            wallet.Release(generation.Price - price, Booking.For(generation.Id, Booking.System, reason, now));
        }
    }

    public async Task Fail(Generation generation, FailureReason reason, string detail, CancellationToken token)
    {
        generation.Fail(reason, detail, time.GetUtcNow());
        await GiveBack(generation, $"failed: {reason}", token);
        outbox.Add(new TellFailure(generation.Id, generation.UserId), generation.Cid);
    }

    public async Task Expire(Generation generation, CancellationToken token)
    {
        var lostTrack = generation.Status == GenerationStatus.Uncertain;
        generation.Expire(time.GetUtcNow());
        await GiveBack(generation, "no result by the deadline", token);
        outbox.Add(new TellFailure(generation.Id, generation.UserId), generation.Cid);
        if (lostTrack)
        {
            var alert = AlertOperator.About(
                "uncertain",
                $"Order {generation.Id} of {generation.Model} may run at the provider unseen; the customer got the money back. There may be more: SUBMIT_UNKNOWN in the log tells of each.");
            await outbox.Ensure(alert, generation.Cid, token);
        }
    }

    /// <param name="together">One order, or the variations that were agreed to with it.</param>
    public async Task Cancel(IReadOnlyList<Generation> together, CancellationToken token)
    {
        foreach (var generation in together)
        {
            generation.Cancel(time.GetUtcNow());
        }

        await GiveBack(together, "cancelled by the customer", token);
        // The press is answered with the same; this is for an answer that is lost.
        var told = together[0];
        await outbox.Ensure(new ShowProgress(told.Batch ?? told.Id, told.UserId), told.Cid, token);
    }

    /// <summary>The result is in the chat. What of it was lost on the way costs nothing.</summary>
    public async Task Deliver(Generation generation, DeliveryGaps gaps, CancellationToken token)
    {
        generation.Deliver();
        if (gaps.Lost > 0 && !generation.IsLate)
        {
            await Reimburse(generation, gaps.Lost, gaps.Outputs, token);
        }

        outbox.Add(new TellReceipt(generation.Id, generation.UserId), generation.Cid);
    }

    /// <summary>
    /// What was in doubt has been sent once more. If it was too late for that, nobody but the operator can judge what it is worth.
    /// </summary>
    public void DeliverAgain(Generation generation, DeliveryGaps gaps)
    {
        generation.Reach();
        if (gaps.Lost > 0)
        {
            outbox.Add(
                AlertOperator.About(
                    $"lost-again:{generation.Id}",
                    $"Order {generation.Id} of {generation.Model}: the customer did not see {gaps.Lost} of {gaps.Outputs} outputs, and they are gone. Nothing was given back for them yet."),
                generation.Cid);
        }
    }

    /// <summary>Nothing of the result is left: the end is a failure after all, and what was taken comes back.</summary>
    public async Task Lose(Generation generation, CancellationToken token)
    {
        var outputs = generation.Result.Count;
        var wasPromised = generation.Status == GenerationStatus.Succeeded;
        generation.Lose("the result was gone before it reached the chat", time.GetUtcNow());
        if (wasPromised)
        {
            await Reimburse(generation, outputs, outputs, token);
            outbox.Add(new TellFailure(generation.Id, generation.UserId), generation.Cid);
        }
    }

    private async Task Reimburse(Generation generation, int lost, int outputs, CancellationToken token)
    {
        if (generation.Ticket is { } ticket)
        {
            if (lost == outputs)
            {
                await free.GiveBack([generation], ticket, "lost before delivery", token);
            }
        }
        else
        {
            var wallet = await db.LockWallet(generation.UserId, token);
            if (await TakenFor(generation, token) is { IsZero: false } taken)
            {
                wallet.Reimburse(
                    taken.ShareUp(lost, outputs),
                    Booking.For(generation.Id, Booking.System, $"lost before delivery: {lost} of {outputs} outputs", time.GetUtcNow()));
            }
        }

        outbox.Add(
            AlertOperator.About(
                $"lost:{generation.Id}",
                $"Order {generation.Id} of {generation.Model}: {lost} of {outputs} outputs were gone before they reached the customer, who got the money back."),
            generation.Cid);
    }

    private async Task<Money> TakenFor(Generation generation, CancellationToken token)
    {
        var reference = generation.Id.ToString();
        var commit = await db.Ledger.AsNoTracking().FirstOrDefaultAsync(
            entry => entry.Kind == EntryKind.Commit && entry.Reference == reference, token);
        return commit is null ? Money.Zero : new Money(-commit.ReservedDelta);
    }

    private Task GiveBack(Generation generation, string reason, CancellationToken token) => GiveBack([generation], reason, token);

    /// <summary>What was paid together was paid from one place.</summary>
    private async Task GiveBack(IReadOnlyList<Generation> together, string reason, CancellationToken token)
    {
        var first = together[0];
        if (first.Ticket is { } ticket)
        {
            await free.GiveBack(together, ticket, reason, token);
            return;
        }

        var wallet = await db.LockWallet(first.UserId, token);
        foreach (var generation in together)
        {
            wallet.Release(generation.Price, Booking.For(generation.Id, Booking.System, reason, time.GetUtcNow()));
        }
    }
}
