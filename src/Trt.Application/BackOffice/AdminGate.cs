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

    public async Task<AdminRights> RightsOf(Actor actor, CancellationToken token) => actor switch
    {
        Actor.AtConsole => AdminRights.Owner,
        Actor.InChat person when options.Owners.Contains(person.UserId) => AdminRights.Owner,
        Actor.InChat person => await Appointed(person.UserId, token),
        Actor.ByToken machine => new AdminRights(AdminRole.None, Scopes: machine.Scopes),
        _ => AdminRights.None,
    };

    /// <summary>Null when they may not; that is counted and written down.</summary>
    public async Task<AdminRights?> Admit(Actor actor, AdminAct act, string request, CancellationToken token)
    {
        var rights = await RightsOf(actor, token);
        if (rights.May(act))
        {
            return rights;
        }

        await Refuse(actor, request, $"{rights.Role} may not {act}", token);
        return null;
    }

    public async Task Refuse(Actor actor, string request, string reason, CancellationToken token)
    {
        Telemetry.AdminRefused.Add(1, new KeyValuePair<string, object?>("request", request));
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
            : new AdminRights(admin.Role, admin.Role == AdminRole.Limited ? Spending(admin) : null);
    }

    private DailySpending Spending(Admin admin) => new(admin.DailyLimit, admin.LeftOn(options.DayOf(time.GetUtcNow())));
}

/// <param name="Spending">Null when nothing limits them.</param>
/// <param name="Scopes">Of a program, which has no role; null for people.</param>
public sealed record AdminRights(AdminRole Role, DailySpending? Spending = null, IReadOnlyList<TokenScope>? Scopes = null)
{
    public static readonly AdminRights None = new(AdminRole.None);

    public static readonly AdminRights Owner = new(AdminRole.Owner);

    public bool May(AdminAct act) => Role.May(act) || Scopes?.Any(scope => scope.Opens(act)) == true;
}

public sealed record DailySpending(Money Limit, Money Left);
