using MediatR;
using Trt.Domain.BackOffice;
using Trt.Domain.Shared;

namespace Trt.Application.BackOffice.Admins;

/// <summary>What this person may do behind the counter; nothing, for nearly everybody.</summary>
public sealed record ShowRights(UserId UserId) : IRequest<AdminRights>;

internal sealed class ShowRightsHandler(AdminGate gate) : IRequestHandler<ShowRights, AdminRights>
{
    public Task<AdminRights> Handle(ShowRights request, CancellationToken token) => gate.RightsOf(new Actor.InChat(request.UserId), token);
}
