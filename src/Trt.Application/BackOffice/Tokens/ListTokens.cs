using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Domain.BackOffice;

namespace Trt.Application.BackOffice.Tokens;

/// <summary>Which programs were let in, newest first, those that are over as well.</summary>
public sealed record ListTokens(Actor By) : IAdminRequest<IReadOnlyList<MachineToken>>;

internal sealed class ListTokensHandler(AdminGate gate, ITrtDb db)
    : AdminHandler<ListTokens, IReadOnlyList<MachineToken>>(gate, AdminAct.AppointAdmins)
{
    protected override async Task<IReadOnlyList<MachineToken>> Serve(ListTokens request, AdminRights rights, CancellationToken token) =>
        await db.MachineTokens.AsNoTracking().OrderByDescending(known => known.CreatedAt).ToListAsync(token);
}
