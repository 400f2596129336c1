using MediatR;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.Drafts;
using Trt.Domain.Shared;

namespace Trt.Application.Drafts;

/// <summary>
/// The customer wants this model: an empty order, the first question. Whoever comes from a model that is not sold at the moment keeps what
/// they filled in for it.
/// </summary>
/// <param name="Plain">Only what has no usual value is asked.</param>
/// <param name="Waits">They know that the model rests, and wait for it.</param>
public sealed record BeginDraft(UserId UserId, ModelId Model, bool Plain = false, bool Waits = false) : IRequest<WizardView>;

internal sealed class BeginDraftHandler(WizardSession session, ICatalog catalog, ShopOptions options, TimeProvider time)
    : IRequestHandler<BeginDraft, WizardView>
{
    public async Task<WizardView> Handle(BeginDraft request, CancellationToken token) =>
        !request.Waits && catalog.Current.Find(request.Model) is { IsResting: true }
            ? session.Unavailable(request.Model, orderIsKept: false)
            : await session.Begin(
                request.UserId,
                request.Model,
                (draft, card) => IsStranded(draft)
                    ? Wizard.TakeOver(draft, catalog.Current.Find(draft.Model), card, time.GetUtcNow(), options.DraftLifetime)
                    : request.Plain ? Wizard.BeginPlain(draft, card, time.GetUtcNow(), options.DraftLifetime)
                    : Wizard.Begin(draft, card, time.GetUtcNow(), options.DraftLifetime),
                token);

    private bool IsStranded(Draft draft) =>
        !draft.IsExpired(time.GetUtcNow()) && catalog.Current.Find(draft.Model) is { IsOffered: false };
}
