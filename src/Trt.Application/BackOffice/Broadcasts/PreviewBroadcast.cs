using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Domain.BackOffice;
using Trt.Domain.Broadcasts;
using Trt.Domain.Shared;

namespace Trt.Application.BackOffice.Broadcasts;

/// <summary>The operator gets their draft as customers will.</summary>
/// <returns>Why there is nothing to see; null when it is on its way.</returns>
public sealed record PreviewBroadcast(Actor.InChat By, Cid Cid) : IAdminRequest<BroadcastProblem?>
{
    Actor IAdminRequest<BroadcastProblem?>.By => By;
}

internal sealed class PreviewBroadcastHandler(AdminGate gate, ITrtDb db, IOutbox outbox)
    : AdminHandler<PreviewBroadcast, BroadcastProblem?>(gate, AdminAct.Broadcast)
{
    protected override async Task<BroadcastProblem?> Serve(PreviewBroadcast request, AdminRights rights, CancellationToken token)
    {
        await using var work = await db.Begin(token);
        if (await db.LockBroadcastDraft(request.By.UserId, token) is not { } draft)
        {
            return BroadcastProblem.NoText;
        }

        if (draft.Problem is { } problem)
        {
            return problem;
        }

        await outbox.Ensure(new ShowPreview(draft.Id, draft.AuthorId), request.Cid, token);
        await work.Commit(token);
        return null;
    }
}

/// <param name="UserId">The author.</param>
public sealed record ShowPreview(Guid Id, UserId UserId) : ILaterCommand
{
    public Lane Lane => Lane.Chat;

    public string Key => $"{Id:N}";
}

internal sealed class ShowPreviewHandler(ITrtDb db, IBroadcastNotifier notifier) : IRequestHandler<ShowPreview, LaterOutcome>
{
    public async Task<LaterOutcome> Handle(ShowPreview command, CancellationToken token)
    {
        var draft = await db.Broadcasts.AsNoTracking().FirstOrDefaultAsync(broadcast => broadcast.Id == command.Id, token);
        foreach (var language in Languages(draft))
        {
            if (await notifier.Preview(command.UserId, language, draft!, token) is SendOutcome.TryLater later)
            {
                return LaterOutcome.After(later.After, later.Detail);
            }
        }

        return LaterOutcome.Done;
    }

    /// <summary>Those it has words in.</summary>
    private static IEnumerable<Language> Languages(Broadcast? draft)
    {
        if (draft?.TextRu is not null)
        {
            yield return Language.Russian;
        }

        if (draft?.TextEn is not null)
        {
            yield return Language.English;
        }
    }
}
