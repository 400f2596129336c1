using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.Drafts;
using Trt.Domain.Shared;

namespace Trt.Application.Drafts;

/// <summary>The same order with another model, which takes over what it can.</summary>
/// <param name="Model">The key of the other model.</param>
public sealed record OrderElsewhere(UserId UserId, GenerationId GenerationId, string Model) : IRequest<WizardView>;

internal sealed class OrderElsewhereHandler(ITrtDb db, ICatalog catalog, WizardSession session, ShopOptions options, TimeProvider time)
    : IRequestHandler<OrderElsewhere, WizardView>
{
    public async Task<WizardView> Handle(OrderElsewhere request, CancellationToken token)
    {
        var earlier = await db.Generations.AsNoTracking()
            .FirstOrDefaultAsync(generation => generation.Id == request.GenerationId && generation.UserId == request.UserId, token);
        return earlier is null || catalog.Current.FindByKey(request.Model) is not { } other
            ? new WizardView.Nothing()
            : await session.Begin(
                request.UserId,
                other.Id,
                (draft, card) =>
                {
                    var from = catalog.Current.Find(earlier.Model);
                    var wizard = Wizard.GoOver(draft, from, card, earlier.Inputs, time.GetUtcNow(), options.DraftLifetime);
                    draft.Follow(earlier.Place);
                    return wizard;
                },
                token);
    }
}
