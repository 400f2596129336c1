using MediatR;
using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Screens;
using Trt.Api.Bot.Texts;
using Trt.Application.BackOffice;
using Trt.Application.BackOffice.Admins;
using Trt.Application.BackOffice.People;
using Trt.Domain.BackOffice;
using Trt.Domain.Shared;
using Trt.Domain.Users;

namespace Trt.Api.Bot.Desks;

/// <summary>Who stands behind the counter, and as what. Null when the person may not ask.</summary>
internal sealed class TeamDesk(IMediator mediator, Counter counter)
{
    public async Task<Reply?> Follow(TeamRoute route, Visit visit, CancellationToken token)
    {
        var (by, l) = (Counter.By(visit), visit.Language);
        return route switch
        {
            AdminTeamRoute => await counter.Ask(new ListAdmins(by), team => AdminTeamScreens.Team(l, team), visit, token),
            AdminMemberRoute to => await counter.Ask(new ListAdmins(by), team => AdminTeamScreens.Member(l, team, to.User), visit, token),
            AdminAppointRoute =>
                await counter.Prompt(AdminAct.AppointAdmins, QuestionKind.AdminNewAdmin, "", AdminTeamScreens.Appoint(l), visit, token),
            AdminRoleRoute { IsSure: false } to when to.Role.IsPowerful() =>
                await counter.Begin(AdminAct.AppointAdmins, _ => AdminTeamScreens.Sure(l, to.User, to.Role), visit, token),
            AdminRoleRoute to => await Become(to, visit, token),
            AdminLimitRoute to => await counter.Prompt(
                AdminAct.AppointAdmins, QuestionKind.AdminLimit, to.User.ToString(), AdminTeamScreens.Limit(l, to.User), visit, token),
            AdminDismissRoute { IsSure: false } to =>
                await counter.Begin(AdminAct.AppointAdmins, _ => AdminTeamScreens.Dismiss(l, to.User), visit, token),
            AdminDismissRoute to => await Dismiss(to.User, visit, token),
            _ => throw new InvalidOperationException($"No way for {route.GetType().Name}"),
        };
    }

    public async Task<Reply?> Answer(OpenQuestion question, Incoming answer, Visit visit, CancellationToken token)
    {
        var text = answer is Incoming.Text said ? Counter.Harmless(said.Value) : "";
        return question.Kind switch
        {
            QuestionKind.AdminNewAdmin => await Choose(text, visit, token),
            QuestionKind.AdminLimit => await TakeLimit(Counter.UserOf(question), text, visit, token),
            _ => throw new InvalidOperationException($"{question.Kind} was not asked here"),
        };
    }

    /// <summary>Who it is to be is known; what they are to be is asked next.</summary>
    private async Task<Reply?> Choose(string text, Visit visit, CancellationToken token)
    {
        var l = visit.Language;
        if (Counter.UserIn(text) is not { } user)
        {
            return await Again(AdminTeamTexts.OnlyNumbers(l), visit, token);
        }

        return await mediator.Send(new ShowUser(Counter.By(visit), user), token) switch
        {
            Guarded<UserProfile?>.Given { Value: null } => await Again(
                AdminTeamTexts.Result(l, new AppointResult.UnknownPerson()), visit, token),
            Guarded<UserProfile?>.Given { Value.User.IsBlocked: true } => await Again(
                AdminTeamTexts.Result(l, new AppointResult.IsBlocked()), visit, token),
            Guarded<UserProfile?>.Given { Value: { } person } => await counter.Begin(
                AdminAct.AppointAdmins, _ => AdminTeamScreens.Choose(l, person.User.Id, person.User.Name), visit, token),
            _ => null,
        };
    }

    private Task<Reply?> Again(Html problem, Visit visit, CancellationToken token) => counter.Begin(
        AdminAct.AppointAdmins, _ => AdminTeamScreens.Appoint(visit.Language, problem), visit, token, isAnswer: true);

    private async Task<Reply?> Become(AdminRoleRoute to, Visit visit, CancellationToken token)
    {
        var l = visit.Language;
        return await mediator.Send(new AppointAdmin(Counter.By(visit), to.User, Role: to.Role), token) switch
        {
            Guarded<AppointResult>.Given
            {
                Value: AppointResult.UnknownPerson or AppointResult.IsBlocked or AppointResult.IsOwner
            } refused =>
                AdminTeamScreens.Appoint(l, AdminTeamTexts.Result(l, refused.Value)),
            Guarded<AppointResult>.Given given => await Member(to.User, AdminTeamTexts.Result(l, given.Value), visit, token),
            _ => null,
        };
    }

    private async Task<Reply?> TakeLimit(UserId user, string text, Visit visit, CancellationToken token)
    {
        var l = visit.Language;
        if (AdjustmentAmount.Read(text, out var kopecks) is { } problem and not AdjustmentProblem.Zero || kopecks < 0)
        {
            return await counter.Begin(
                AdminAct.AppointAdmins, _ => AdminTeamScreens.Limit(l, user, AdminTeamTexts.BadLimit(l)), visit, token, isAnswer: true);
        }

        return await mediator.Send(new AppointAdmin(Counter.By(visit), user, new Money(kopecks)), token)
            is Guarded<AppointResult>.Given given
            ? await Member(user, AdminTeamTexts.Result(l, given.Value), visit, token)
            : null;
    }

    private async Task<Reply?> Dismiss(UserId user, Visit visit, CancellationToken token) =>
        await mediator.Send(new DismissAdmin(Counter.By(visit), user), token) is Guarded<bool>.Given
            ? await counter.Ask(
                new ListAdmins(Counter.By(visit)),
                team => AdminTeamScreens.Team(visit.Language, team, AdminTeamTexts.Dismissed(visit.Language)), visit, token)
            : null;

    private Task<Reply?> Member(UserId user, Html notice, Visit visit, CancellationToken token) =>
        counter.Ask(new ListAdmins(Counter.By(visit)), team => AdminTeamScreens.Member(visit.Language, team, user, notice), visit, token);
}
