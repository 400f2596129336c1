using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.Drafts;
using Trt.Domain.Shared;

namespace Trt.Application.Drafts;

/// <summary>The same order once more: it leads to the confirm screen and never charges by itself.</summary>
public sealed record RepeatGeneration(UserId UserId, GenerationId GenerationId) : IRequest<WizardView>;

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
                (draft, card) => Wizard.Repeat(draft, card, earlier.Inputs, time.GetUtcNow(), options.DraftLifetime),
                token);
    }
}
