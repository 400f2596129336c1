using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Domain.BackOffice;
using Trt.Domain.Shared;
using Trt.Domain.Users;

namespace Trt.Application.BackOffice.People;

/// <summary>Looks for people by id, @username or a part of the name; the newest when nothing is asked.</summary>
public sealed record FindUsers(Actor By, string Query, int Page = 1) : IAdminRequest<UserListing>
{
    public const int PageSize = 8;
    public const int PageMax = 1000;
}

public sealed record UserListing(string Query, IReadOnlyList<UserSummary> Items, int Page, bool HasMore);

public sealed record UserSummary(UserId UserId, string Name, string? Username, bool IsBlocked, DateTimeOffset Since);

internal sealed class FindUsersHandler(AdminGate gate, ITrtDb db) : AdminHandler<FindUsers, UserListing>(gate, AdminAct.LookAround)
{
    protected override async Task<UserListing> Serve(FindUsers request, AdminRights rights, CancellationToken token)
    {
        var query = request.Query.Trim();
        var page = Math.Clamp(request.Page, 1, FindUsers.PageMax);
        var rows = await Matching(query)
            .AsNoTracking()
            .OrderByDescending(user => user.CreatedAt)
            .ThenBy(user => user.Id)
            .Skip((page - 1) * FindUsers.PageSize)
            .Take(FindUsers.PageSize + 1)
            .ToListAsync(token);
        return new UserListing(
            query,
            [.. rows.Take(FindUsers.PageSize).Select(user => new UserSummary(user.Id, user.Name, user.Username, user.IsBlocked, user.CreatedAt))],
            page,
            rows.Count > FindUsers.PageSize);
    }

#pragma warning disable CA1862 // This becomes SQL, which knows lower() and no StringComparison.
    /// <summary>What is asked for is a value to every query, so that % and _ mean themselves.</summary>
    private IQueryable<User> Matching(string query)
    {
        var text = query.ToLowerInvariant();
        if (text.Length == 0)
        {
            return db.Users;
        }

        if (text[0] == '@')
        {
            var username = text[1..];
            return db.Users.Where(user => user.Username != null && user.Username.ToLower().Contains(username));
        }

        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? db.Users.Where(user => user.Id == new UserId(id) || user.Name.ToLower().Contains(text))
            : db.Users.Where(user => user.Name.ToLower().Contains(text) || (user.Username != null && user.Username.ToLower().Contains(text)));
    }
#pragma warning restore CA1862
}
