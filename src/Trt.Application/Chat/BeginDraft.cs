using MediatR;
using Trt.Application.Settings;
using Trt.Domain.Shared;

namespace Trt.Application.Chat;

/// <summary>The customer wants this model: an empty order, the first question.</summary>
public sealed record BeginDraft(UserId UserId, ModelId Model) : IRequest<WizardView>;

internal sealed class BeginDraftHandler(WizardDesk desk, ShopSettings settings, TimeProvider time) : IRequestHandler<BeginDraft, WizardView>
{
    public Task<WizardView> Handle(BeginDraft request, CancellationToken token) =>
        desk.Begin(request.UserId, request.Model, (draft, card) => draft.Begin(card, time.GetUtcNow(), settings.DraftLifetime), token);
}
