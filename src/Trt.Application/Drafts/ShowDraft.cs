using MediatR;
using Trt.Domain.Shared;

namespace Trt.Application.Drafts;

/// <summary>Where the order stands: the open question, the confirm screen, or the list of settings.</summary>
/// <param name="Remark">Why it is shown again, e.g. a sticker where a text is due.</param>
public sealed record ShowDraft(UserId UserId, bool Settings = false, WizardRemark Remark = WizardRemark.None) : IRequest<WizardView>;

internal sealed class ShowDraftHandler(WizardSession session) : IRequestHandler<ShowDraft, WizardView>
{
    public Task<WizardView> Handle(ShowDraft request, CancellationToken token) =>
        session.Change(request.UserId, _ => new WizardAnswer(request.Remark, [], request.Settings), token);
}
