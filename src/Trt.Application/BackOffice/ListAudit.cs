using Mapster;
using Trt.Application.Mapping;
using Trt.Application.Ports;
using Trt.Domain.BackOffice;

namespace Trt.Application.BackOffice;

/// <summary>What has been changed, newest first: by whom, from what to what, and why.</summary>
/// <param name="Subject">Only what concerns this, for instance "user:42".</param>
public sealed record ListAudit(Actor By, int Page = 1, string? Subject = null, int PageSize = 6) : IAdminRequest<Page<AuditLine>>
{
    public const int PageSizeMax = 500;
}

/// <summary>An entry of the audit trail as it is shown.</summary>
public sealed record AuditLine(
    DateTimeOffset At, string Actor, string Action, string Subject, string? Before, string? After, string Reason);

internal sealed class AuditLineMap : IRegister
{
    public void Register(TypeAdapterConfig config) => config.NewConfig<AuditEntry, AuditLine>();
}

internal sealed class ListAuditHandler(AdminGate gate, ITrtDb db) : AdminHandler<ListAudit, Page<AuditLine>>(gate, AdminAct.ReadAudit)
{
    protected override Task<Page<AuditLine>> Serve(ListAudit request, AdminRights rights, CancellationToken token) => db.Audit
        .Where(entry => request.Subject == null || entry.Subject == request.Subject)
        .OrderByDescending(entry => entry.Id)
        .As<AuditLine>()
        .PageOf(request.Page, Math.Clamp(request.PageSize, 1, ListAudit.PageSizeMax), token);
}
