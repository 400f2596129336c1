using MediatR;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Domain.Shared;

namespace Trt.Application.Privacy;

/// <summary>A customer deletes one result everywhere the shop can reach: here, in their history, and the messages in the chat.</summary>
public sealed record ForgetWork(UserId UserId, GenerationId Id, Cid Cid) : IRequest<ForgetOutcome>;

public enum ForgetOutcome
{
    /// <summary>Its messages are being deleted.</summary>
    Forgotten,

    /// <summary>The messenger does not let bots delete messages of this age.</summary>
    ForgottenButForTheChat,

    /// <summary>It was answered in a group, whose members decide about its messages.</summary>
    ForgottenButForTheGroup,

    /// <summary>Something of it is still to come.</summary>
    UnderWay,
    NotFound,
}

internal sealed class ForgetWorkHandler(ITrtDb db, IOutbox outbox, Forgetting forgetting, TimeProvider time)
    : IRequestHandler<ForgetWork, ForgetOutcome>
{
    public async Task<ForgetOutcome> Handle(ForgetWork request, CancellationToken token)
    {
        var now = time.GetUtcNow();
        await using var work = await db.Begin(token);
        if (await db.LockGeneration(request.UserId, request.Id, token) is not { } order)
        {
            return ForgetOutcome.NotFound;
        }

        if (await forgetting.Forget(order, token) is not { } messages)
        {
            return ForgetOutcome.UnderWay;
        }

        order.Delete(now);
        if (order.AskedIn is not null)
        {
            await work.Commit(token);
            return ForgetOutcome.ForgottenButForTheGroup;
        }

        var canBeWiped = now - order.FinishedAt < WipeMessages.PossibleFor;
        if (canBeWiped && messages.Count > 0)
        {
            outbox.Add(new WipeMessages(order.Id, order.UserId, string.Join(',', messages)), request.Cid);
        }

        await work.Commit(token);
        return canBeWiped || messages.Count == 0 ? ForgetOutcome.Forgotten : ForgetOutcome.ForgottenButForTheChat;
    }
}
