using MediatR;
using Trt.Domain.Shared;

namespace Trt.Application.Drafts;

/// <summary>Asks one field again; the answer leads back to the confirm screen.</summary>
public sealed record EditField(UserId UserId, string Field) : IRequest<WizardView>;

internal sealed class EditFieldHandler(WizardSession session) : IRequestHandler<EditField, WizardView>
{
    public Task<WizardView> Handle(EditField request, CancellationToken token) =>
        session.Change(request.UserId, (draft, card) =>
        {
            if (card.Inputs.Find(request.Field) is not { IsHidden: false } field || (draft.Asking is not null && !draft.IsEditing))
            {
                return WizardRemark.OldButton;
            }

            draft.Edit(field);
            return WizardAnswer.Fine;
        }, token);
}
