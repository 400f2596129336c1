using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Texts;
using Trt.Application.BackOffice.Admins;
using Trt.Domain.BackOffice;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Screens;

/// <summary>Who is behind the counter; for owners.</summary>
internal static class AdminTeamScreens
{
    public static Screen Team(Language l, AdminListing team, Html notice = default)
    {
        var keyboard = new Keyboard();
        foreach (var admin in team.Admins)
        {
            keyboard.Row(new AdminMemberRoute(admin.UserId).Button(AdminTeamTexts.Row(l, admin)));
        }

        return new Screen(
            Html.Paragraphs(
                notice, AdminTeamTexts.Title(l), AdminTeamTexts.Owners(l, team.Owners),
                team.Admins.Count == 0 ? AdminTeamTexts.Alone(l) : Html.Empty),
            keyboard.Row(new AdminAppointRoute().Button(AdminTeamTexts.AppointButton(l))).Row(AdminScreens.Back(l)));
    }

    public static Screen Member(Language l, AdminListing team, UserId user, Html notice = default) =>
        team.Admins.FirstOrDefault(admin => admin.UserId == user) is { } member
            ? new Screen(
                Html.Paragraphs(notice, AdminTeamTexts.Member(l, member)),
                new Keyboard()
                    .Row(
                        member.Role == AdminRole.Limited ? new AdminLimitRoute(user).Button(AdminTeamTexts.LimitButton(l)) : null,
                        new AdminDismissRoute(user, IsSure: false).Button(AdminTeamTexts.DismissButton(l)))
                    .Append(Roles(l, user, but: member.Role))
                    .Row(new AdminTeamRoute().Button(AdminTexts.Team(l)), AdminScreens.Back(l)))
            : Team(l, team, notice);

    public static Screen Appoint(Language l, Html problem = default) => new(
        Html.Paragraphs(problem, AdminTeamTexts.Appoint(l)), new Keyboard().Row(new AdminTeamRoute().Button(MenuTexts.Back(l))));

    public static Screen Choose(Language l, UserId user, string name) => new(
        AdminTeamTexts.Choose(l, user, name),
        Roles(l, user).Row(new AdminTeamRoute().Button(MenuTexts.Back(l))));

    public static Screen Sure(Language l, UserId user, AdminRole role) => new(
        AdminTeamTexts.Sure(l, user, role),
        new Keyboard()
            .Row(new AdminRoleRoute(user, role, IsSure: true).Button(AdminTeamTexts.Surely(l, role)))
            .Row(new AdminTeamRoute().Button(MenuTexts.Back(l))));

    public static Screen Limit(Language l, UserId user, Html problem = default) => new(
        Html.Paragraphs(problem, AdminTeamTexts.Limit(l, user)), new Keyboard().Row(new AdminMemberRoute(user).Button(MenuTexts.Back(l))));

    public static Screen Dismiss(Language l, UserId user) => new(
        AdminTeamTexts.DismissQuestion(l, user),
        new Keyboard()
            .Row(new AdminDismissRoute(user, IsSure: true).Button(AdminTeamTexts.DismissSurely(l)))
            .Row(new AdminMemberRoute(user).Button(MenuTexts.Back(l))));

    private static Keyboard Roles(Language l, UserId user, AdminRole but = AdminRole.None) => new Keyboard().Grid(
        AdminRoleRoute.Roles.Values.Where(role => role != but)
            .Select(role => new AdminRoleRoute(user, role, IsSure: false).Button(AdminTeamTexts.RoleButton(l, role))),
        perRow: 2);
}
