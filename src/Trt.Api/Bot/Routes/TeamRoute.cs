using Trt.Domain.BackOffice;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Routes;

/// <summary>Buttons about who stands behind the counter.</summary>
internal abstract record TeamRoute(string Name, params string[] Arguments) : AdminRoute(Name, Arguments)
{
    public static new readonly IReadOnlyDictionary<string, Func<string[], Route?>> Readers = new Dictionary<string, Func<string[], Route?>>
    {
        ["admin_team"] = arguments => arguments.Length == 0
            ? new AdminTeamRoute()
            : WithUser(arguments, user => new AdminMemberRoute(user)),
        ["admin_appoint"] = _ => new AdminAppointRoute(),
        ["admin_limit"] = arguments => WithUser(arguments, user => new AdminLimitRoute(user)),
        ["admin_dismiss"] = arguments => WithUser(arguments, user => new AdminDismissRoute(user, Flag(arguments, 1))),
        ["admin_role"] = arguments => arguments is [_, var role, ..] && AdminRoleRoute.Roles.TryGetValue(role, out var next)
            ? WithUser(arguments, user => new AdminRoleRoute(user, next, Flag(arguments, 2)))
            : null,
    };
}

internal sealed record AdminTeamRoute() : TeamRoute("admin_team");

internal sealed record AdminMemberRoute(UserId User) : TeamRoute("admin_team", Text(User));

internal sealed record AdminAppointRoute() : TeamRoute("admin_appoint");

internal sealed record AdminLimitRoute(UserId User) : TeamRoute("admin_limit", Text(User));

internal sealed record AdminDismissRoute(UserId User, bool IsSure) : TeamRoute("admin_dismiss", Text(User), Text(IsSure))
{
    public override Tone Tone => Tone.Stop;
}

/// <param name="IsSure">What hands much over is asked twice.</param>
internal sealed record AdminRoleRoute(UserId User, AdminRole Role, bool IsSure)
    : TeamRoute("admin_role", Text(User), Roles.First(pair => pair.Value == Role).Key, Text(IsSure))
{
    /// <summary>The roles that can be given, the smallest first.</summary>
    internal static readonly IReadOnlyDictionary<string, AdminRole> Roles = new Dictionary<string, AdminRole>
    {
        ["support"] = AdminRole.Support,
        ["limited"] = AdminRole.Limited,
        ["admin"] = AdminRole.Admin,
        ["owner"] = AdminRole.Owner,
    };
}
