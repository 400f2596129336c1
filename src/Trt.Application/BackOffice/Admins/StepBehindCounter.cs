using MediatR;
using Trt.Domain.BackOffice;

namespace Trt.Application.BackOffice.Admins;

/// <summary>Someone wants behind the counter, or to begin something there: may they?</summary>
public sealed record StepBehindCounter(Actor By, AdminAct Act = AdminAct.LookAround) : IRequest<Guarded<AdminRights>>;

internal sealed class StepBehindCounterHandler(AdminGate gate) : IRequestHandler<StepBehindCounter, Guarded<AdminRights>>
{
    public async Task<Guarded<AdminRights>> Handle(StepBehindCounter request, CancellationToken token) =>
        await gate.Admit(request.By, request.Act, nameof(StepBehindCounter), token) is { } rights
            ? new Guarded<AdminRights>.Given(rights)
            : Guarded<AdminRights>.No;
}
