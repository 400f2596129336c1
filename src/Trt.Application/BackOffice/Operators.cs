using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.BackOffice;
using Trt.Domain.Shared;

namespace Trt.Application.BackOffice;

/// <summary>Who stands behind the counter and may do something there; the owners of the settings first.</summary>
internal sealed class Operators(ITrtDb db, ShopOptions options)
{
    private static readonly AdminRole[] Roles = Enum.GetValues<AdminRole>();

    public async Task<IReadOnlyList<UserId>> WhoMay(AdminAct act, CancellationToken token)
    {
        var able = Roles.Where(role => role.May(act)).ToList();
        var appointed = await db.Admins.AsNoTracking()
            .Where(admin => admin.IsActive && able.Contains(admin.Role))
            .OrderBy(admin => admin.AppointedAt)
            .Select(admin => admin.UserId)
            .ToListAsync(token);
        return [.. options.Owners.Union(appointed)];
    }
}
