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
        session.Change(request.UserId, wizard => wizard.Open switch
        {
            null => WizardRemark.OldButton,
            _ when wizard.Extras is { Count: > 0 } extras =>
                request.Field is null || extras.Any(extra => extra.Name == request.Field)
                    ? WizardAnswer.From(wizard.Files.FinishExtras())
                    : WizardRemark.OldButton,
            var open when request.Field is { } named && named != open.Name => WizardRemark.OldButton,
            var open when wizard.Skip(open) => WizardAnswer.Fine,
            var open when wizard.LastChance(open) is { } group =>
                WizardAnswer.From([new InputProblem(open.Name, ProblemCode.OneOfRequired, string.Join(", ", group.Fields))]),
            _ => WizardRemark.CannotSkip,
        }, token);
}
