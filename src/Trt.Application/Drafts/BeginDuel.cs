using MediatR;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.Catalog;
using Trt.Domain.Drafts;
using Trt.Domain.Shared;

namespace Trt.Application.Drafts;

/// <summary>A duel among the models of one kind: first what they are to make, then who stands.</summary>
public sealed record BeginDuel(UserId UserId, GenerationType Type) : IRequest<WizardView>;

internal sealed class BeginDuelHandler(WizardSession session, ICatalog catalog, ShopOptions options, TimeProvider time)
    : IRequestHandler<BeginDuel, WizardView>
{
    /// <summary>The first of the shelf asks; it may leave before the others are chosen.</summary>
    public async Task<WizardView> Handle(BeginDuel request, CancellationToken token) =>
        catalog.Current.Offered(request.Type) is not [var first, ..]
            ? new WizardView.Nothing()
            : await session.Begin(
                request.UserId,
                first.Id,
                (draft, card) =>
                {
                    var wizard = Wizard.BeginPlain(draft, card, time.GetUtcNow(), options.DraftLifetime);
                    draft.Compare([]);
                    return wizard;
                },
                token);
}
