using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.BackOffice;
using Trt.Domain.Shared;

namespace Trt.Application.BackOffice.Dashboard;

/// <summary>
/// Who stands before the dashboard, by what their browser shows. Their rights are as they are now; with another role than they came in
/// with, they come in again.
/// </summary>
public sealed record FindVisit(string Key) : IRequest<VisitFound>;

public abstract record VisitFound
{
    public sealed record Known(DashboardVisit Visit) : VisitFound;

    /// <summary>Never ours, over, or ended.</summary>
    public sealed record Nobody : VisitFound;

    public sealed record RoleChanged(Language Language) : VisitFound;
}

public sealed record DashboardVisit(Guid Session, UserId UserId, string Name, Language Language, AdminRights Rights);

internal sealed class FindVisitHandler(AdminGate gate, ITrtDb db, ShopOptions options, TimeProvider time)
    : IRequestHandler<FindVisit, VisitFound>
{
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(1);

    public async Task<VisitFound> Handle(FindVisit request, CancellationToken token)
    {
        var now = time.GetUtcNow();
        var mark = SealedKey.MarkOf(request.Key);
        if (!SealedKey.IsOurs(request.Key, options.DashboardSecret)
            || await db.DashboardSessions.AsNoTracking().FirstOrDefaultAsync(found => found.KeyMark == mark, token) is not { } session
            || session.IsOver(now))
        {
            return new VisitFound.Nobody();
        }

        var user = await db.Users.AsNoTracking().Where(found => found.Id == session.UserId)
            .Select(found => new { found.Name, found.Language }).FirstOrDefaultAsync(token);
        var (name, language) = (user?.Name ?? "", user?.Language ?? Language.Russian);
        var rights = await gate.RightsOf(new Actor.InChat(session.UserId), token);
        var isAsBefore = rights.Role == session.Role;
        if (!isAsBefore || now - session.SeenAt > SeenEvery)
        {
            await Note(session, isAsBefore, now, token);
        }

        return isAsBefore
            ? new VisitFound.Known(new DashboardVisit(session.Id, session.UserId, name, language, rights))
            : new VisitFound.RoleChanged(language);
    }

    private async Task Note(DashboardSession session, bool isAsBefore, DateTimeOffset now, CancellationToken token)
    {
        await using var work = await db.Begin(token);
        if (await db.LockDashboardSession(session.UserId, session.Id, token) is not { } held)
        {
            return;
        }

        if (isAsBefore)
        {
            held.See(now);
        }
        else
        {
            held.End(now);
        }

        await work.Commit(token);
    }
}
