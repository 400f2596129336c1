using System.Globalization;
using Mapster;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Mapping;
using Trt.Application.Ports;
using Trt.Domain.BackOffice;
using Trt.Domain.Shared;

namespace Trt.Application.BackOffice;

/// <summary>What has been changed, newest first: by whom, from what to what, and why.</summary>
/// <param name="Subject">Only what concerns this, for instance "user:42".</param>
public sealed record ListAudit(Actor By, int Page = 1, string? Subject = null, int PageSize = 6) : IAdminRequest<AuditPage>
{
    public const int PageSizeMax = 500;
}

/// <param name="Names">Of the people whom the lines name by their numbers.</param>
public sealed record AuditPage(Page<AuditLine> Lines, IReadOnlyDictionary<UserId, string> Names)
{
    public const string Refused = AdminGate.Refused;
}

/// <summary>An entry of the audit trail as it is shown.</summary>
public sealed record AuditLine(
    DateTimeOffset At, string Actor, string Action, string Subject, string? Before, string? After, string Reason);

internal sealed class AuditLineMap : IRegister
{
    public void Register(TypeAdapterConfig config) => config.NewConfig<AuditEntry, AuditLine>();
}

internal sealed class ListAuditHandler(AdminGate gate, ITrtDb db) : AdminHandler<ListAudit, AuditPage>(gate, AdminAct.ReadAudit)
{
    protected override async Task<AuditPage> Serve(ListAudit request, AdminRights rights, CancellationToken token)
    {
        var page = await db.Audit
            .Where(entry => request.Subject == null || entry.Subject == request.Subject)
            .OrderByDescending(entry => entry.Id)
            .As<AuditLine>()
            .PageOf(request.Page, Math.Clamp(request.PageSize, 1, ListAudit.PageSizeMax), token);
        var people = page.Items.SelectMany(line => new[] { PersonIn.Mark(line.Actor), PersonIn.Mark(line.Subject) })
            .OfType<UserId>().Distinct().ToList();
        var names = await db.Users.AsNoTracking()
            .Where(user => people.Contains(user.Id))
            .ToDictionaryAsync(user => user.Id, user => user.Name, token);
        return new AuditPage(page, names);
    }
}

/// <summary>The person whom a mark of the trail names: "user:42", "operator:42".</summary>
internal static class PersonIn
{
    public static UserId? Mark(string mark) =>
        mark.Split(':') is ["user" or "operator", var id]
        && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new UserId(number)
            : null;
}
