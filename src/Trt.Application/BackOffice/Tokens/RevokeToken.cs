using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Domain.BackOffice;

namespace Trt.Application.BackOffice.Tokens;

/// <summary>A program is let in no more, from its next request on.</summary>
public sealed record RevokeToken(Actor By, string Name) : IAdminRequest<RevokeOutcome>;

public enum RevokeOutcome
{
    Revoked,
    RevokedBefore,
    NotFound,
}

internal sealed class RevokeTokenHandler(AdminGate gate, ITrtDb db, TimeProvider time)
    : AdminHandler<RevokeToken, RevokeOutcome>(gate, AdminAct.AppointAdmins)
{
    protected override async Task<RevokeOutcome> Serve(RevokeToken request, AdminRights rights, CancellationToken token)
    {
        await using var work = await db.Begin(token);
        if (await db.MachineTokens.FirstOrDefaultAsync(known => known.Name == request.Name, token) is not { } found)
        {
            return RevokeOutcome.NotFound;
        }

        var now = time.GetUtcNow();
        if (!found.Revoke(now))
        {
            return RevokeOutcome.RevokedBefore;
        }

        db.Audit.Add(AuditEntry.Of(request.By.Mark, "token.revoked", TokenAudit.Subject(found.Name), null, null, "", now));
        await work.Commit(token);
        return RevokeOutcome.Revoked;
    }
}
