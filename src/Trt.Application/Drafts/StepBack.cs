using MediatR;
using Trt.Domain.Shared;

namespace Trt.Application.Drafts;

/// <summary>One question back: its answer is dropped and asked again.</summary>
public sealed record StepBack(UserId UserId) : IRequest<WizardView>;

internal sealed class StepBackHandler(WizardSession session) : IRequestHandler<StepBack, WizardView>
{
    public Task<WizardView> Handle(StepBack request, CancellationToken token) =>
        session.Change(request.UserId, wizard => wizard.Back() ? WizardAnswer.Fine : WizardRemark.FirstStep, token);
}
