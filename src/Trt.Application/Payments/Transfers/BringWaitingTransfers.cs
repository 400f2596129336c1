using Microsoft.EntityFrameworkCore;
using Trt.Application.BackOffice;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Domain.BackOffice;
using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Application.Payments.Transfers;

/// <summary>
/// Puts what waits for a person before one reviewer once more: the message that asked may be far up in the chat, or never have come.
/// </summary>
public sealed record BringWaitingTransfers(UserId Reviewer, Cid Cid) : IAdminRequest<WaitingTransfers>
{
    public const int AtOnce = 10;

    public Actor By => new Actor.InChat(Reviewer);
}

/// <param name="Brought">The longest waiting of them, on their way into the chat.</param>
public sealed record WaitingTransfers(int Waiting, int Brought);

internal sealed class BringWaitingTransfersHandler(AdminGate gate, ITrtDb db, IOutbox outbox)
    : AdminHandler<BringWaitingTransfers, WaitingTransfers>(gate, AdminAct.MoveMoney)
{
    protected override async Task<WaitingTransfers> Serve(BringWaitingTransfers request, AdminRights rights, CancellationToken token)
    {
        await using var work = await db.Begin(token);
        var inReview = db.Payments.Where(payment => payment.Status == PaymentStatus.InReview);
        var oldest = await inReview
            .OrderBy(payment => payment.CreatedAt)
            .Select(payment => payment.Id)
            .Take(BringWaitingTransfers.AtOnce)
            .ToListAsync(token);
        foreach (var payment in oldest)
        {
            outbox.Add(new AskReviewer(payment, request.Reviewer, Number: 0), request.Cid);
        }

        var waiting = await inReview.CountAsync(token);
        await work.Commit(token);
        return new WaitingTransfers(waiting, oldest.Count);
    }
}
