using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.BackOffice;
using Trt.Domain.Shared;

namespace Trt.Application.BackOffice;

/// <summary>The one place that knows who may do what behind the counter. Whoever is not known here may do nothing.</summary>
internal sealed class AdminGate(ITrtDb db, ShopOptions options, TimeProvider time)
{
    public const string Refused = "admin.refused";

    /// <summary>Someone who knocks all day fills no table: further refusals within the hour are only counted.</summary>
    private const int WrittenDownMax = 20;

    private static readonly TimeSpan WrittenDownWithin = TimeSpan.FromHours(1);
    private static readonly Counter<long> Refusals = Telemetry.Meter.CreateCounter<long>("trt.admin.refused");

    public async Task<AdminRights> RightsOf(Actor actor, CancellationToken token) => actor switch
    {
        Actor.AtConsole => AdminRights.Owner,
        Actor.InChat person when options.Owners.Contains(person.UserId) => AdminRights.Owner,
        Actor.InChat person => await Appointed(person.UserId, token),
        _ => AdminRights.None,
    };

    /// <summary>Null when they may not; that is counted and written down.</summary>
    public async Task<AdminRights?> Admit(Actor actor, AdminAct act, string request, CancellationToken token)
    {
        var rights = await RightsOf(actor, token);
        if (rights.Role.May(act))
        {
            return rights;
        }

        await Refuse(actor, request, $"{rights.Role} may not {act}", token);
        return null;
    }

    public async Task Refuse(Actor actor, string request, string reason, CancellationToken token)
    {
        Refusals.Add(1, new KeyValuePair<string, object?>("request", request));
        await using var work = await db.Begin(token);
        var since = time.GetUtcNow() - WrittenDownWithin;
        var written = await db.Audit.CountAsync(entry => entry.Subject == actor.Mark && entry.Action == Refused && entry.At > since, token);
        if (written < WrittenDownMax)
        {
            db.Audit.Add(AuditEntry.Of(actor.Mark, Refused, actor.Mark, null, request, reason, time.GetUtcNow()));
        }

        await work.Commit(token);
    }

    private async Task<AdminRights> Appointed(UserId user, CancellationToken token)
    {
        var admin = await db.Admins.AsNoTracking().FirstOrDefaultAsync(found => found.UserId == user && found.IsActive, token);
        return admin is null
            ? AdminRights.None
            : new AdminRights(AdminRole.Admin, new DailySpending(admin.DailyLimit, admin.LeftOn(options.DayOf(time.GetUtcNow()))));
    }
}

/// <param name="Spending">Null when nothing limits them.</param>
public sealed record AdminRights(AdminRole Role, DailySpending? Spending = null)
{
    public static readonly AdminRights None = new(AdminRole.None);

    public static readonly AdminRights Owner = new(AdminRole.Owner);

    public bool May(AdminAct act) => Role.May(act);
}

public sealed record DailySpending(Money Limit, Money Left);
