using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.BackOffice;
using Trt.Domain.Shared;

namespace Trt.Application.BackOffice.Admins;

/// <summary>Who is behind the counter: the owners, then those they have appointed.</summary>
public sealed record ListAdmins(Actor By) : IAdminRequest<AdminListing>;

public sealed record AdminListing(IReadOnlyList<UserId> Owners, IReadOnlyList<AdminSummary> Admins);

/// <param name="Name">Empty when they have not written to the bot.</param>
public sealed record AdminSummary(
    UserId UserId, string Name, string? Username, AdminRole Role, Money DailyLimit, Money SpentToday, string AppointedBy,
    DateTimeOffset AppointedAt);

internal sealed class ListAdminsHandler(AdminGate gate, ITrtDb db, ShopOptions options, TimeProvider time)
    : AdminHandler<ListAdmins, AdminListing>(gate, AdminAct.AppointAdmins)
{
    private const int ListedMax = 50;

    protected override async Task<AdminListing> Serve(ListAdmins request, AdminRights rights, CancellationToken token)
    {
        var today = options.DayOf(time.GetUtcNow());
        var found = await db.Admins.AsNoTracking()
            .Where(admin => admin.IsActive)
            .OrderBy(admin => admin.AppointedAt)
            .Take(ListedMax)
            .Select(admin => new { Admin = admin, User = db.Users.FirstOrDefault(user => user.Id == admin.UserId) })
            .ToListAsync(token);
        return new AdminListing(
            options.Owners,
            [
                .. found.Select(row => new AdminSummary(
                    row.Admin.UserId, row.User?.Name ?? "", row.User?.Username, row.Admin.Role, row.Admin.DailyLimit,
                    row.Admin.SpentOnDay(today), row.Admin.AppointedBy, row.Admin.AppointedAt)),
            ]);
    }
}
