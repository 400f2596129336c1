using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.BackOffice;
using Trt.Domain.Shared;

namespace Trt.Application.BackOffice.Dashboard;

/// <summary>An operator asks in the chat for the way into the dashboard.</summary>
public sealed record InviteToDashboard(UserId Operator) : IAdminRequest<DashboardInvitation>
{
    public Actor By => new Actor.InChat(Operator);
}

/// <summary>A class and no record: a record would print the key.</summary>
public sealed class DashboardInvitation(string key, TimeSpan lifetime)
{
    public string Key => key;

    public TimeSpan Lifetime => lifetime;
}

internal sealed class InviteToDashboardHandler(AdminGate gate, ITrtDb db, ShopOptions options, TimeProvider time)
    : AdminHandler<InviteToDashboard, DashboardInvitation>(gate, AdminAct.LookAround)
{
    protected override async Task<DashboardInvitation> Serve(InviteToDashboard request, AdminRights rights, CancellationToken token)
    {
        var (key, now) = (SealedKey.Make(options.DashboardSecret), time.GetUtcNow());
        await using var work = await db.Begin(token);
        db.DashboardSessions.Add(DashboardSession.Offer(request.Operator, rights.Role, SealedKey.MarkOf(key), now));
        db.Audit.Add(AuditEntry.Of(request.By.Mark, "dashboard.invited", $"user:{request.Operator}", null, null, "", now));
        await work.Commit(token);
        return new DashboardInvitation(key, DashboardSession.LinkLifetime);
    }
}
