using System.Globalization;
using Mapster;
using Trt.Application.Mapping;
using Trt.Application.Ports;
using Trt.Domain.BackOffice;
using Trt.Domain.Shared;
using Trt.Domain.Users;

namespace Trt.Application.BackOffice.People;

/// <summary>Looks for people by id, @username or a part of the name; the newest when nothing is asked.</summary>
public sealed record FindUsers(Actor By, string Query, int Page = 1) : IAdminRequest<UserListing>
{
    public const int PageSize = 8;
}

public sealed record UserListing(string Query, Page<UserSummary> Found);

public sealed record UserSummary(UserId UserId, string Name, string? Username, bool IsBlocked, DateTimeOffset Since);

internal sealed class UserSummaryMap : IRegister
{
    public void Register(TypeAdapterConfig config) => config.NewConfig<User, UserSummary>()
        .Map(view => view.UserId, user => user.Id)
        .Map(view => view.Since, user => user.CreatedAt);
}

internal sealed class FindUsersHandler(AdminGate gate, ITrtDb db) : AdminHandler<FindUsers, UserListing>(gate, AdminAct.LookAround)
{
    protected override async Task<UserListing> Serve(FindUsers request, AdminRights rights, CancellationToken token)
    {
        var query = request.Query.Trim();
        var found = await Matching(query)
            .OrderByDescending(user => user.CreatedAt)
            .ThenBy(user => user.Id)
            .As<UserSummary>()
            .PageOf(request.Page, FindUsers.PageSize, token);
        return new UserListing(query, found);
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
            : db.Users.Where(
                user => user.Name.ToLower().Contains(text) || (user.Username != null && user.Username.ToLower().Contains(text)));
    }
#pragma warning restore CA1862
}
