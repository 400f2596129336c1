using Microsoft.EntityFrameworkCore;
using Trt.Application.Generations;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Domain.BackOffice;
using Trt.Domain.Generations;
using Trt.Domain.Shared;

namespace Trt.Application.BackOffice.Orders;

/// <summary>An operator brings a result into its customer's chat once more.</summary>
public sealed record SendOrderAgain(Actor By, GenerationId Id, Cid Cid) : IAdminRequest<SendAgainOutcome>;

public enum SendAgainOutcome
{
    OnTheWay,

    /// <summary>The first delivery has not ended.</summary>
    StillComing,

    /// <summary>There is no result, or none that ever reached the chat.</summary>
    NothingToSend,

    /// <summary>The customer has stopped the bot.</summary>
    HasLeft,
    NotFound,
}

internal sealed class SendOrderAgainHandler(AdminGate gate, ITrtDb db, IOutbox outbox, TimeProvider time)
    : AdminHandler<SendOrderAgain, SendAgainOutcome>(gate, AdminAct.TendOrders)
{
    protected override async Task<SendAgainOutcome> Serve(SendOrderAgain request, AdminRights rights, CancellationToken token)
    {
        await using var work = await db.Begin(token);
        if (await db.LockGeneration(request.Id, token) is not { } order)
        {
            return SendAgainOutcome.NotFound;
        }

        if (await db.Users.AnyAsync(user => user.Id == order.UserId && user.HasLeft, token))
        {
            return SendAgainOutcome.HasLeft;
        }

        var parts = await db.Deliveries
            .Where(part => part.UserId == order.UserId && part.GenerationId == order.Id && part.OutputCount > 0)
            .ToListAsync(token);
        if (order.Status == GenerationStatus.Succeeded || parts.Exists(part => !part.IsSettled))
        {
            return SendAgainOutcome.StillComing;
        }

        if (order.Result.Count == 0 || !parts.Exists(part => part.State is DeliveryState.Sent or DeliveryState.Doubted))
        {
            return SendAgainOutcome.NothingToSend;
        }

        await outbox.Ensure(new BringAgain(order.Id, order.UserId), request.Cid, token);
        db.Audit.Add(AuditEntry.Of(
            request.By.Mark, "order.sent_again", OrderAudit.Subject(order.Id), null, null, "", time.GetUtcNow()));
        await work.Commit(token);
        return SendAgainOutcome.OnTheWay;
    }
}
