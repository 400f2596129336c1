using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.Drafts;
using Trt.Domain.Shared;

namespace Trt.Application.Drafts;

/// <summary>The model of the customer's latest order once more, with a new description.</summary>
public sealed record BeginAgain(UserId UserId) : IRequest<WizardView>;

internal sealed class BeginAgainHandler(ITrtDb db, WizardSession session, ShopOptions options, TimeProvider time)
    : IRequestHandler<BeginAgain, WizardView>
{
    public async Task<WizardView> Handle(BeginAgain request, CancellationToken token)
    {
        var latest = await db.Generations.AsNoTracking()
            .Where(generation => generation.UserId == request.UserId)
            .OrderByDescending(generation => generation.CreatedAt)
            .FirstOrDefaultAsync(token);
        return latest is null
            ? new WizardView.Nothing()
            : await session.Begin(
                request.UserId,
                latest.Model,
                (draft, card) => Wizard.Begin(draft, card, time.GetUtcNow(), options.DraftLifetime),
                token);
    }
}
