using MediatR;
using Trt.Application.Ports;
using Trt.Domain.Shared;

namespace Trt.Application.Chat;

/// <summary>Throws the order away. True when there was one.</summary>
public sealed record CancelDraft(UserId UserId) : IRequest<bool>;

internal sealed class CancelDraftHandler(ITrtDb db) : IRequestHandler<CancelDraft, bool>
{
    public async Task<bool> Handle(CancelDraft request, CancellationToken token)
    {
        await using var work = await db.Begin(token);
        if (await db.LockDraft(request.UserId, token) is not { } draft)
        {
            return false;
        }

        db.Drafts.Remove(draft);
        await work.Commit(token);
        return true;
    }
}
