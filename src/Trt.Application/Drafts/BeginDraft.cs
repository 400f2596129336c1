using MediatR;
using Trt.Application.Terms;
using Trt.Domain.Drafts;
using Trt.Domain.Shared;

namespace Trt.Application.Drafts;

/// <summary>The customer wants this model: an empty order, the first question.</summary>
public sealed record BeginDraft(UserId UserId, ModelId Model) : IRequest<WizardView>;

internal sealed class BeginDraftHandler(WizardSession session, ShopOptions options, TimeProvider time)
    : IRequestHandler<BeginDraft, WizardView>
{
    public Task<WizardView> Handle(BeginDraft request, CancellationToken token) =>
        session.Begin(
            request.UserId,
            request.Model,
            (draft, card) => Wizard.Begin(draft, card, time.GetUtcNow(), options.DraftLifetime),
            token);
}
