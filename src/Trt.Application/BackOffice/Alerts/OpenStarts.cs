using Trt.Application.Ports;
using Trt.Domain.BackOffice;

namespace Trt.Application.BackOffice.Alerts;

/// <summary>An operator has mended what stopped the starts and does not wait for the end of the pause.</summary>
/// <returns>False when nothing was paused.</returns>
public sealed record OpenStarts(Actor By) : IAdminRequest<bool>;

internal sealed class OpenStartsHandler(AdminGate gate, IPace pace, ITrtDb db, TimeProvider time)
    : AdminHandler<OpenStarts, bool>(gate, AdminAct.RunShop)
{
    protected override async Task<bool> Serve(OpenStarts request, AdminRights rights, CancellationToken token)
    {
        if (!await pace.IsPaused(Pauses.Provider, token))
        {
            return false;
        }

        await pace.Resume(Pauses.Provider, token);
        await using var work = await db.Begin(token);
        db.Audit.Add(AuditEntry.Of(request.By.Mark, "starts.opened", "shop", null, null, "", time.GetUtcNow()));
        await work.Commit(token);
        return true;
    }
}
