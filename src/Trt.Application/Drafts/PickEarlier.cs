using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Domain.Shared;

namespace Trt.Application.Drafts;

/// <summary>The customer goes on from this earlier result of theirs.</summary>
/// <param name="Number">Which piece of it, from one.</param>
public sealed record PickEarlier(UserId UserId, string Field, GenerationId Generation, int Number) : IRequest<WizardView>;

internal sealed class PickEarlierHandler(ITrtDb db, ICatalog catalog, WizardSession session, EarlierResults earlier)
    : IRequestHandler<PickEarlier, WizardView>
{
    public async Task<WizardView> Handle(PickEarlier request, CancellationToken token)
    {
        var result = await Find(request, token);
        return await session.Change(
            request.UserId,
            wizard => wizard.Open is EarlierField field && field.Name == request.Field && result is not null
                ? WizardAnswer.From(wizard.Answer(field, result))
                : WizardRemark.OldButton,
            token);
    }

    /// <summary>Looked up before the draft is locked; a finished result changes no more.</summary>
    private async Task<EarlierValue?> Find(PickEarlier request, CancellationToken token) =>
        await db.Drafts.AsNoTracking().FirstOrDefaultAsync(draft => draft.UserId == request.UserId, token) is { } draft
        && catalog.Current.Find(draft.Model)?.Inputs.Find(request.Field) is EarlierField field
            ? await earlier.Find(request.UserId, field, request.Generation, request.Number, token)
            : null;
}
