using MediatR;
using Trt.Domain.Catalog;
using Trt.Domain.Shared;

namespace Trt.Application.Chat;

/// <summary>Leaves the open question at its default.</summary>
public sealed record SkipField(UserId UserId) : IRequest<WizardView>;

internal sealed class SkipFieldHandler(WizardDesk desk) : IRequestHandler<SkipField, WizardView>
{
    public Task<WizardView> Handle(SkipField request, CancellationToken token) =>
        desk.Change(request.UserId, (draft, card) =>
            draft.Asking is not { } asking || card.Inputs.Find(asking) is not { } field ? WizardRemark.OldButton
            : draft.Skip(card, field) ? WizardAnswer.Fine
            : draft.LastChance(card, field) is { } group ? WizardAnswer.From([new InputProblem(field.Name, ProblemCode.OneOfRequired, string.Join(", ", group.Fields))])
            : WizardRemark.CannotSkip, token);
}
