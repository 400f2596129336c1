using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.Drafts;
using Trt.Domain.Generations;
using Trt.Domain.Shared;

namespace Trt.Application.Drafts;

/// <summary>
/// The same order once more: it leads to the confirm screen and never charges by itself. What the model did not accept is asked again,
/// and all the rest stays as it was.
/// </summary>
/// <param name="Copies">So many variations at once, for one price.</param>
public sealed record RepeatGeneration(UserId UserId, GenerationId GenerationId, int Copies = 1) : IRequest<WizardView>;

internal sealed class RepeatGenerationHandler(ITrtDb db, WizardSession session, ShopOptions options, TimeProvider time)
    : IRequestHandler<RepeatGeneration, WizardView>
{
    public async Task<WizardView> Handle(RepeatGeneration request, CancellationToken token)
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
                    draft.OrderCopies(request.Copies);
                    draft.Follow(request.Copies == 1 ? earlier.Place : null);
                    if (wizard.Open is null && card.FaultOf(earlier) is { } field)
                    {
                        wizard.Edit(field);
                    }

                    return wizard;
                },
                token);
    }
}
