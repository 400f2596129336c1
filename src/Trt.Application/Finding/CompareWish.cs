using MediatR;
using Trt.Application.Drafts;
using Trt.Application.Ports;
using Trt.Domain.Finding;
using Trt.Domain.Shared;

namespace Trt.Application.Finding;

/// <summary>All models that were proposed for a wish are to show what they make of it.</summary>
public sealed record CompareWish(UserId UserId, int Number, Lean Lean) : IRequest<WizardView>;

internal sealed class CompareWishHandler(IWishReader reader, WishBook book, Proposals proposals, IMediator mediator)
    : IRequestHandler<CompareWish, WizardView>
{
    public async Task<WizardView> Handle(CompareWish request, CancellationToken token)
    {
        if (await book.Find(request.UserId, request.Number, token) is not { } kept
            || await reader.Read(kept.Text, FilesGiven.Of(kept.Items), token) is not Reading.Wanted { Wish: var wish }
            || (await proposals.Of(kept, wish, request.Lean, token)).Proposals is not { Count: > 0 } proposed)
        {
            return new WizardView.Nothing();
        }

        var models = proposed.Where(proposal => proposal.Job == proposed[0].Job).Select(proposal => proposal.Offer.Card.Id).ToList();
        return await mediator.Send(new TakeWish(request.UserId, request.Number, models[0], [.. models.Skip(1)]), token);
    }
}
