using Trt.Application.BackOffice.Alerts;
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

    /// <summary>An operator ends it early. A result that still comes is a present, as after a deadline.</summary>
    public async Task GiveUp(Generation generation, string actor, string reason, CancellationToken token)
    {
        generation.GiveUp(time.GetUtcNow());
        await GiveBack([generation], actor, reason, token);
        outbox.Add(new TellFailure(generation.Id, generation.UserId), generation.Cid);
    }

    /// <summary>What was taken for a result goes back by an operator's word: all that is left of it, and never twice.</summary>
    public async Task GiveBackTaken(Generation generation, string actor, string reason, CancellationToken token)
    {
        var wallet = await db.LockWallet(generation.UserId, token);
        var books = await OrderBooks.Of(db, generation, token);
        var booking = Booking.For(generation.Id, actor, reason, time.GetUtcNow());
        if (books.CameBack.IsZero)
        {
            wallet.Reimburse(books.Left, booking);
        }
        else
        {
            // A part came back before under the order's own name, which is booked once: the rest is a correction.
            wallet.Adjust(books.Left.Kopecks, booking with { Reference = OrderBooks.RestOf(generation.Id) });
        }
    }

    public async Task Expire(Generation generation, CancellationToken token)
    {
        var lostTrack = generation.Status == GenerationStatus.Uncertain;
        generation.Expire(time.GetUtcNow());
        await GiveBack(generation, "no result by the deadline", token);
        outbox.Add(new TellFailure(generation.Id, generation.UserId), generation.Cid);
        if (lostTrack)
        {
            var matter = new Matter.OrderUnseen(generation.Id, generation.UserId, generation.Model);
            await outbox.Ensure(new TellOperators(matter), generation.Cid, token);
        }
    }

    /// <param name="together">One order, or the variations that were agreed to with it.</param>
    public async Task Cancel(IReadOnlyList<Generation> together, CancellationToken token)
    {
        foreach (var generation in together)
        {
            generation.Cancel(time.GetUtcNow());
        }

        await GiveBack(together, Booking.System, "cancelled by the customer", token);
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
        if (generation.Place is not null)
        {
            outbox.Add(new TellCheckpoint(generation.Id, generation.UserId), generation.Cid);
        }
    }

    /// <summary>
    /// What was in doubt has been sent once more. If it was too late for that, nobody but the operator can judge what it is worth.
    /// </summary>
    public void DeliverAgain(Generation generation, DeliveryGaps gaps)
    {
        generation.Reach();
        if (gaps.Lost > 0)
        {
            outbox.Add(Lost(generation, gaps.Lost, gaps.Outputs, isGivenBack: false), generation.Cid);
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
            // What an operator has given back before does not come back twice.
            if ((await OrderBooks.Of(db, generation, token)).Left is { IsZero: false } taken)
            {
                wallet.Reimburse(
                    taken.ShareUp(lost, outputs),
                    Booking.For(generation.Id, Booking.System, $"lost before delivery: {lost} of {outputs} outputs", time.GetUtcNow()));
            }
        }

        outbox.Add(Lost(generation, lost, outputs, isGivenBack: true), generation.Cid);
    }

    private static TellOperators Lost(Generation generation, int lost, int outputs, bool isGivenBack) =>
        new(new Matter.ResultLost(generation.Id, generation.UserId, generation.Model, lost, outputs, isGivenBack));

    private Task GiveBack(Generation generation, string reason, CancellationToken token) =>
        GiveBack([generation], Booking.System, reason, token);

    /// <summary>What was taken together goes back to where it came from, the free ones first.</summary>
    private async Task GiveBack(IReadOnlyList<Generation> together, string actor, string reason, CancellationToken token)
    {
        foreach (var taken in together.Where(order => order.Ticket is not null).GroupBy(order => order.Ticket!))
        {
            await free.GiveBack([.. taken], taken.Key, reason, token);
        }

        if (together.All(order => !order.IsPaid))
        {
            return;
        }

        var wallet = await db.LockWallet(together[0].UserId, token);
        foreach (var generation in together.Where(order => order.IsPaid))
        {
            wallet.Release(generation.Price, Booking.For(generation.Id, actor, reason, time.GetUtcNow()));
        }
    }
}
