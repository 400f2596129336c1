using Trt.Application.Ports;
using Trt.Domain.BackOffice;
using Trt.Domain.Shared;

namespace Trt.Application.BackOffice.Admins;

/// <summary>An owner trusts this person no longer; it holds from the next press on.</summary>
/// <returns>False when they were no admin.</returns>
public sealed record DismissAdmin(Actor By, UserId UserId) : IAdminRequest<bool>;

internal sealed class DismissAdminHandler(AdminGate gate, ITrtDb db, TimeProvider time)
    : AdminHandler<DismissAdmin, bool>(gate, AdminAct.AppointAdmins)
{
    protected override async Task<bool> Serve(DismissAdmin request, AdminRights rights, CancellationToken token)
    {
        await using var work = await db.Begin(token);
        if (await db.LockAdmin(request.UserId, token) is not { IsActive: true } admin)
        {
            return false;
        }

        admin.Dismiss();
        db.Audit.Add(AuditEntry.Of(
            request.By.Mark, "admin.dismissed", $"user:{request.UserId}", admin.Role.ToString(), null, "", time.GetUtcNow()));
        await work.Commit(token);
        return true;
    }
}
