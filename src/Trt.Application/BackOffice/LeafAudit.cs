using Microsoft.EntityFrameworkCore;
using Trt.Application.Mapping;
using Trt.Application.Ports;
using Trt.Domain.BackOffice;
using Trt.Domain.Shared;

namespace Trt.Application.BackOffice;

/// <summary>What has been changed, newest first, a piece at a time.</summary>
/// <param name="After">The last one of the piece before; null begins.</param>
/// <param name="Subject">Only what concerns this, for instance "user:42".</param>
public sealed record LeafAudit(Actor By, Guid? After = null, string? Subject = null) : IAdminRequest<AuditSlice>
{
    public const int SliceSize = 30;
}

/// <param name="Names">Of the people whom the lines name by their numbers.</param>
public sealed record AuditSlice(Slice<AuditEntry> Entries, IReadOnlyDictionary<UserId, string> Names);

internal sealed class LeafAuditHandler(AdminGate gate, ITrtDb db) : AdminHandler<LeafAudit, AuditSlice>(gate, AdminAct.ReadAudit)
{
    protected override async Task<AuditSlice> Serve(LeafAudit request, AdminRights rights, CancellationToken token)
    {
        var entries = db.Audit.AsNoTracking().Where(entry => request.Subject == null || entry.Subject == request.Subject);
        if (request.After is { } after)
        {
            entries = entries.Where(entry => entry.Id.CompareTo(after) < 0);
        }

        var slice = await entries.OrderByDescending(entry => entry.Id)
            .SliceOf(LeafAudit.SliceSize, entry => entry.Id.ToString("N"), token);
        var people = slice.Items.SelectMany(entry => new[] { PersonIn.Mark(entry.Actor), PersonIn.Mark(entry.Subject) })
            .OfType<UserId>().Distinct().ToList();
        var names = await db.Users.AsNoTracking()
            .Where(user => people.Contains(user.Id))
            .ToDictionaryAsync(user => user.Id, user => user.Name, token);
        return new AuditSlice(slice, names);
    }
}
