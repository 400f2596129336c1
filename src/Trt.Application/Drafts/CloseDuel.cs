using MediatR;
using Trt.Domain.Shared;

namespace Trt.Application.Drafts;

/// <summary>One model is enough after all: the order is with its own again.</summary>
public sealed record CloseDuel(UserId UserId) : IRequest<WizardView>;

internal sealed class CloseDuelHandler(WizardSession session) : IRequestHandler<CloseDuel, WizardView>
{
    public Task<WizardView> Handle(CloseDuel request, CancellationToken token) => session.Change(
        request.UserId,
        wizard =>
        {
            wizard.Draft.CompareNoMore();
            return WizardAnswer.Fine;
        },
        token);
}
