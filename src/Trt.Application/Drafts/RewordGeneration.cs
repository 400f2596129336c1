using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.Drafts;
using Trt.Domain.Shared;

namespace Trt.Application.Drafts;

/// <summary>The same order with another description: that is asked, and all the rest stays as it was.</summary>
public sealed record RewordGeneration(UserId UserId, GenerationId GenerationId) : IRequest<WizardView>;

internal sealed class RewordGenerationHandler(ITrtDb db, WizardSession session, ShopOptions options, TimeProvider time)
    : IRequestHandler<RewordGeneration, WizardView>
{
    public async Task<WizardView> Handle(RewordGeneration request, CancellationToken token)
    {
        var earlier = await db.Generations.AsNoTracking()
            .FirstOrDefaultAsync(generation => generation.Id == request.GenerationId && generation.UserId == request.UserId, token);
        return earlier is null
            ? new WizardView.Nothing()
            : await session.Begin(
                request.UserId,
                earlier.Model,
                (draft, card) =>
                {
                    var wizard = Wizard.Repeat(draft, card, earlier.Inputs, time.GetUtcNow(), options.DraftLifetime);
                    draft.Follow(earlier.Place);
                    if (wizard.Open is null && WizardPlan.Description(card) is { } words)
                    {
                        wizard.Edit(words);
                    }

                    return wizard;
                },
                token);
    }
}
