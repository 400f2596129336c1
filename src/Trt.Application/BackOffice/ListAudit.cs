using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Domain.BackOffice;

namespace Trt.Application.BackOffice;

/// <summary>What has been changed, newest first: by whom, from what to what, and why.</summary>
/// <param name="Subject">Only what concerns this, for instance "user:42".</param>
public sealed record ListAudit(Actor By, int Page = 1, string? Subject = null, int PageSize = 6) : IAdminRequest<AuditPage>
{
    public const int PageMax = 1000;
    public const int PageSizeMax = 500;
}

public sealed record AuditPage(IReadOnlyList<AuditEntry> Entries, int Page, bool HasMore);

internal sealed class ListAuditHandler(AdminGate gate, ITrtDb db) : AdminHandler<ListAudit, AuditPage>(gate, AdminAct.ReadAudit)
{
    protected override async Task<AuditPage> Serve(ListAudit request, AdminRights rights, CancellationToken token)
    {
        var page = Math.Clamp(request.Page, 1, ListAudit.PageMax);
        var size = Math.Clamp(request.PageSize, 1, ListAudit.PageSizeMax);
        var entries = await db.Audit.AsNoTracking()
            .Where(entry => request.Subject == null || entry.Subject == request.Subject)
            .OrderByDescending(entry => entry.Id)
            .Skip((page - 1) * size)
            .Take(size + 1)
            .ToListAsync(token);
        return new AuditPage([.. entries.Take(size)], page, entries.Count > size);
    }
}
