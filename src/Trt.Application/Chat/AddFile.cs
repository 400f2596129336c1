using MediatR;
using Trt.Domain.Catalog;
using Trt.Domain.Shared;

namespace Trt.Application.Chat;

/// <summary>The customer sends a file.</summary>
public sealed record AddFile(UserId UserId, MediaItem Item) : IRequest<WizardView>;

internal sealed class AddFileHandler(WizardDesk desk) : IRequestHandler<AddFile, WizardView>
{
    public Task<WizardView> Handle(AddFile request, CancellationToken token) =>
        desk.Change(request.UserId, (draft, card) =>
            draft.Asking is not { } asking ? WizardRemark.ButtonIsDue
            : card.Inputs.Find(asking) is MediaField field ? WizardAnswer.From(draft.AddMedia(card, field, request.Item))
            : card.Inputs.Find(asking) is ChoiceField or FlagField ? WizardRemark.ButtonIsDue
            : WizardRemark.TextIsDue, token);
}
