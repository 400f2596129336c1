using MediatR;
using Trt.Domain.Catalog;
using Trt.Domain.Drafts;
using Trt.Domain.Shared;

namespace Trt.Application.Drafts;

/// <summary>Asks one field by itself; the answer leads back to where it was chosen.</summary>
public sealed record EditField(UserId UserId, string Field) : IRequest<WizardView>;

internal sealed class EditFieldHandler(WizardSession session) : IRequestHandler<EditField, WizardView>
{
    public Task<WizardView> Handle(EditField request, CancellationToken token) =>
        session.Change(request.UserId, wizard =>
        {
            if (wizard.Card.Inputs.Find(request.Field) is not { IsHidden: false } field || !CanChange(wizard, field))
            {
                return WizardRemark.OldButton;
            }

            wizard.Edit(field);
            return WizardAnswer.Fine;
        }, token);

    /// <summary>From the confirm screen everything, from the step that asks for several kinds of files each of those.</summary>
    private static bool CanChange(Wizard wizard, Field field) =>
        wizard.Open is null || wizard.IsEditing || wizard.Extras.Any(extra => extra.Name == field.Name);
}
