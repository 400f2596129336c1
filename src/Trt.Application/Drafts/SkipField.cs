using MediatR;
using Trt.Domain.Catalog;
using Trt.Domain.Shared;

namespace Trt.Application.Drafts;

/// <summary>Leaves the open question at its default.</summary>
/// <param name="Field">The question the button belongs to; null on buttons of earlier releases, which mean whatever is asked.</param>
public sealed record SkipField(UserId UserId, string? Field = null) : IRequest<WizardView>;

internal sealed class SkipFieldHandler(WizardSession session) : IRequestHandler<SkipField, WizardView>
{
    public Task<WizardView> Handle(SkipField request, CancellationToken token) =>
        session.Change(request.UserId, (draft, card) =>
            draft.Asking is not { } asking || card.Inputs.Find(asking) is not { } field || request.Field is { } named && named != asking ? WizardRemark.OldButton
            : draft.Skip(card, field) ? WizardAnswer.Fine
            : draft.LastChance(card, field) is { } group ? WizardAnswer.From([new InputProblem(field.Name, ProblemCode.OneOfRequired, string.Join(", ", group.Fields))])
            : WizardRemark.CannotSkip, token);
}
