using MediatR;
using Trt.Domain.Catalog;
using Trt.Domain.Shared;

namespace Trt.Application.Chat;

/// <summary>"Done" or "start over" on a question that takes several files.</summary>
public sealed record FinishFiles(UserId UserId, bool StartOver) : IRequest<WizardView>;

internal sealed class FinishFilesHandler(WizardDesk desk) : IRequestHandler<FinishFiles, WizardView>
{
    public Task<WizardView> Handle(FinishFiles request, CancellationToken token) =>
        desk.Change(request.UserId, (draft, card) =>
        {
            if (draft.Asking is not { } asking || card.Inputs.Find(asking) is not MediaField field)
            {
                return WizardRemark.OldButton;
            }

            if (request.StartOver)
            {
                draft.ClearMedia(field);
                return WizardAnswer.Fine;
            }

            return draft.MediaOf(field).Count == 0 ? WizardRemark.FileIsDue : WizardAnswer.From(draft.FinishMedia(card, field));
        }, token);
}
