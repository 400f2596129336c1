using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.Drafts;
using Trt.Domain.Shared;

namespace Trt.Application.Drafts;

/// <summary>The customer likes to see what other models make of an order they have placed: the same order as a duel.</summary>
public sealed record CompareResult(UserId UserId, GenerationId GenerationId) : IRequest<WizardView>;

internal sealed class CompareResultHandler(ITrtDb db, WizardSession session, ShopOptions options, TimeProvider time)
    : IRequestHandler<CompareResult, WizardView>
{
    public async Task<WizardView> Handle(CompareResult request, CancellationToken token)
    {
        var earlier = await db.Generations.AsNoTracking().FirstOrDefaultAsync(
            made => made.Id == request.GenerationId && made.UserId == request.UserId && made.DeletedAt == null, token);
        return earlier is null
            ? new WizardView.Nothing()
            : await session.Begin(
                request.UserId,
                earlier.Model,
                (draft, card) =>
                {
                    var wizard = Wizard.Repeat(draft, card, earlier.Inputs, time.GetUtcNow(), options.DraftLifetime);
                    draft.Compare([]);
                    return wizard;
                },
                token);
    }
}
