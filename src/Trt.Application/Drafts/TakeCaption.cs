using MediatR;
using Trt.Domain.Shared;

namespace Trt.Application.Drafts;

/// <summary>The words under a file shall be the text, also in place of one that is there already.</summary>
public sealed record TakeCaption(UserId UserId) : IRequest<WizardView>;

internal sealed class TakeCaptionHandler(WizardSession session) : IRequestHandler<TakeCaption, WizardView>
{
    public Task<WizardView> Handle(TakeCaption request, CancellationToken token) =>
        session.Change(request.UserId, wizard => wizard.Captions.Take() ? WizardAnswer.Fine : WizardRemark.OldButton, token);
}
