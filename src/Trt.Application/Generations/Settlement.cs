using Trt.Application.Growth;
using Trt.Application.Operations;
using Trt.Application.Ports;
using Trt.Application.Wallets;
using Trt.Domain.Generations;
using Trt.Domain.Wallets;

namespace Trt.Application.Generations;

/// <summary>
/// The end of a generation: its status, its money and the word to the customer, inside the caller's unit of work.
/// Nothing else commits or releases.
/// </summary>
internal sealed class Settlement(ITrtDb db, IOutbox outbox, FreeTier free, Milestones milestones, TimeProvider time)
{
    public async Task Succeed(Generation generation, IReadOnlyList<ResultItem> result, decimal? creditsSpent, CancellationToken token)
    {
        var now = time.GetUtcNow();
        generation.Succeed(result, creditsSpent, now);
        Wallet? wallet = null;
        if (generation.IsPaid)
        {
            wallet = await db.LockWallet(generation.UserId, token);
            wallet.Commit(generation.Price, Booking.For(generation.Id, Booking.System, "result received", now));
        }

        outbox.Add(new DeliverResult(generation.Id, generation.UserId), generation.Cid);
        await milestones.Generated(generation, wallet, token);
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
            outbox.Add(
                AlertOperator.About($"uncertain:{generation.Id}", $"Order {generation.Id} of {generation.Model} may run at the provider unseen; the customer got the money back."),
                generation.Cid);
        }
    }

    public async Task Cancel(Generation generation, CancellationToken token)
    {
        generation.Cancel(time.GetUtcNow());
        await GiveBack(generation, "cancelled by the customer", token);
    }

    private async Task GiveBack(Generation generation, string reason, CancellationToken token)
    {
        if (generation.Ticket is { } ticket)
        {
            await free.GiveBack(generation, ticket, reason, token);
        }
        else
        {
            var wallet = await db.LockWallet(generation.UserId, token);
            wallet.Release(generation.Price, Booking.For(generation.Id, Booking.System, reason, time.GetUtcNow()));
        }
    }
}
