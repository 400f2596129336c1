using MediatR;
using Trt.Domain.Shared;

namespace Trt.Application.Drafts;

/// <summary>The customer would rather see what several models make of the order they have filled in.</summary>
public sealed record OpenDuel(UserId UserId) : IRequest<WizardView>;

internal sealed class OpenDuelHandler(WizardSession session) : IRequestHandler<OpenDuel, WizardView>
{
    /// <summary>A second press finds those that were chosen already.</summary>
    public Task<WizardView> Handle(OpenDuel request, CancellationToken token) => session.Change(
        request.UserId,
        wizard =>
        {
            if (wizard.Draft is { Rivals: null, Place: null })
            {
                wizard.Draft.Compare([]);
            }

            return WizardAnswer.Fine;
        },
        token);
}
