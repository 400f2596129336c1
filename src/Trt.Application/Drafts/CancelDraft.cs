using MediatR;
using Trt.Application.Ports;
using Trt.Domain.Shared;

namespace Trt.Application.Drafts;

/// <summary>Throws the order away, and whatever was asked beside it. True when there was something.</summary>
/// <param name="Only">This order and no other that was begun since.</param>
public sealed record CancelDraft(UserId UserId, GenerationId? Only = null) : IRequest<bool>;

internal sealed class CancelDraftHandler(ITrtDb db) : IRequestHandler<CancelDraft, bool>
{
    public async Task<bool> Handle(CancelDraft request, CancellationToken token)
    {
        await using var work = await db.Begin(token);
        var draft = await db.LockDraft(request.UserId, token);
        if (request.Only is { } only && draft?.Id != only)
        {
            return false;
        }

        var hadQuestion = await db.DropQuestion(request.UserId, token);
        if (draft is null && !hadQuestion)
        {
            return false;
        }

        if (draft is not null)
        {
            db.Drafts.Remove(draft);
        }

        await work.Commit(token);
        return true;
    }
}
