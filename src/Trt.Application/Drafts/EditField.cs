using MediatR;
using Trt.Domain.Shared;

namespace Trt.Application.Drafts;

/// <summary>Asks one field again; the answer leads back to the confirm screen.</summary>
public sealed record EditField(UserId UserId, string Field) : IRequest<WizardView>;

internal sealed class EditFieldHandler(WizardSession session) : IRequestHandler<EditField, WizardView>
{
    public Task<WizardView> Handle(EditField request, CancellationToken token) =>
        session.Change(request.UserId, wizard =>
        {
            if (wizard.Card.Inputs.Find(request.Field) is not { IsHidden: false } field || (wizard.Open is not null && !wizard.IsEditing))
            {
                return WizardRemark.OldButton;
            }

            wizard.Edit(field);
            return WizardAnswer.Fine;
        }, token);
}
