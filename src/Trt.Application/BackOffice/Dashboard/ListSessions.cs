using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Domain.BackOffice;
using Trt.Domain.Shared;

namespace Trt.Application.BackOffice.Dashboard;

/// <summary>Where somebody is signed in, and links that still open: one's own; whoever appoints operators sees everybody's.</summary>
public sealed record ListSessions(Actor.InChat By) : IAdminRequest<IReadOnlyList<SessionLine>>
{
    Actor IAdminRequest<IReadOnlyList<SessionLine>>.By => By;
}

/// <param name="OpenedAt">Null for a link that nobody has used.</param>
public sealed record SessionLine(
    UserId UserId, Guid Id, string Name, AdminRole Role, string Device, DateTimeOffset AskedAt, DateTimeOffset? OpenedAt,
    DateTimeOffset? SeenAt, DateTimeOffset EndsAt);

internal sealed class ListSessionsHandler(AdminGate gate, ITrtDb db, TimeProvider time)
    : AdminHandler<ListSessions, IReadOnlyList<SessionLine>>(gate, AdminAct.LookAround)
{
    private const int ListedMax = 100;

    protected override async Task<IReadOnlyList<SessionLine>> Serve(ListSessions request, AdminRights rights, CancellationToken token)
    {
        var (seesAll, me, now) = (rights.May(AdminAct.AppointAdmins), request.By.UserId, time.GetUtcNow());
        var since = now - DashboardSession.Lifetime - DashboardSession.LinkLifetime;
        var found = await db.DashboardSessions.AsNoTracking()
            .Where(session => session.EndedAt == null && session.AskedAt > since && (seesAll || session.UserId == me))
            .OrderByDescending(session => session.AskedAt)
            .Take(ListedMax)
            .Select(session => new
            {
                Session = session,
                Name = db.Users.Where(user => user.Id == session.UserId).Select(user => user.Name).FirstOrDefault(),
            })
            .ToListAsync(token);
        return
        [
            .. found.Where(row => !row.Session.IsOver(now)).Select(row => new SessionLine(
                row.Session.UserId, row.Session.Id, row.Name ?? "", row.Session.Role, row.Session.Device, row.Session.AskedAt,
                row.Session.OpenedAt, row.Session.SeenAt, row.Session.EndsAt)),
        ];
    }
}
