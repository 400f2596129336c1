using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Domain.BackOffice;
using Trt.Domain.Shared;

namespace Trt.Application.BackOffice.Dashboard;

/// <summary>Ends sessions and takes links back that nobody has used: one's own; whoever appoints operators ends anybody's.</summary>
/// <param name="Of">Whose.</param>
/// <param name="Session">Null for all of theirs.</param>
/// <returns>How many have ended.</returns>
public sealed record EndSessions(Actor.InChat By, UserId Of, Guid? Session = null) : IAdminRequest<int>
{
    Actor IAdminRequest<int>.By => By;
}

internal sealed class EndSessionsHandler(AdminGate gate, ITrtDb db, TimeProvider time)
    : AdminHandler<EndSessions, int>(gate, AdminAct.LookAround)
{
    protected override async Task<int> Serve(EndSessions request, AdminRights rights, CancellationToken token)
    {
        if (request.Of != request.By.UserId && !rights.May(AdminAct.AppointAdmins))
        {
            await Gate.Refuse(request.By, nameof(EndSessions), $"the sessions of {request.Of} are not theirs", token);
            return 0;
        }

        var now = time.GetUtcNow();
        await using var work = await db.Begin(token);
        var sessions = await db.DashboardSessions
            .Where(session => session.UserId == request.Of && session.EndedAt == null
                && (request.Session == null || session.Id == request.Session))
            .ToListAsync(token);
        var ended = sessions.Count(session => session.End(now));
        if (ended > 0)
        {
            db.Audit.Add(AuditEntry.Of(request.By.Mark, "dashboard.ended", $"user:{request.Of}", null, $"{ended}", "", now));
        }

        await work.Commit(token);
        return ended;
    }
}
