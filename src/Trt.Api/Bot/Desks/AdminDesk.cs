using System.Globalization;
using MediatR;
using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Screens;
using Trt.Api.Bot.Texts;
using Trt.Application.BackOffice;
using Trt.Application.BackOffice.Adjustments;
using Trt.Application.BackOffice.Admins;
using Trt.Application.BackOffice.Contracts;
using Trt.Application.BackOffice.Costs;
using Trt.Application.BackOffice.Health;
using Trt.Application.BackOffice.People;
using Trt.Application.BackOffice.Reports;
using Trt.Application.Contracts;
using Trt.Application.Costs;
using Trt.Application.Payments.Transfers;
using Trt.Application.Questions;
using Trt.Domain.BackOffice;
using Trt.Domain.Shared;
using Trt.Domain.Users;

namespace Trt.Api.Bot.Desks;

/// <summary>
/// Behind the counter. Every answer may be null: the person may not ask, and gets what any unknown button or command gets,
/// without a hint that there is anything here.
/// </summary>
internal sealed class AdminDesk(IMediator mediator, Counter counter, KnownCustomers customers)
{
    public async Task<Reply?> Follow(AdminRoute route, Visit visit, CancellationToken token)
    {
        var (by, l) = (Counter.By(visit), visit.Language);
        return route switch
        {
            AdminMenuRoute => await Menu(visit, token),
            AdminStatisticsRoute => await counter.Ask(new ShowStatistics(by), view => AdminScreens.Statistics(l, view), visit, token),
            AdminTransfersRoute => await counter.Ask(
                new BringWaitingTransfers(visit.UserId, visit.Cid), waiting => AdminScreens.Transfers(l, waiting), visit, token),
            AdminAuditRoute to => await counter.Ask(new ListAudit(by, to.Page), page => AdminScreens.Audit(l, page), visit, token),
            AdminExportsRoute => await counter.Begin(AdminAct.Export, _ => AdminScreens.Exports(l), visit, token),
            AdminExportRoute to => await counter.Ask(
                new OrderExport(visit.UserId, to.Table, to.Days, visit.Cid), period => AdminScreens.ExportOrdered(l, to.Table, period),
                visit, token),

            AdminFindRoute =>
                await counter.Prompt(AdminAct.LookAround, QuestionKind.AdminSearch, "", AdminPeopleScreens.Find(l), visit, token),
            AdminUsersRoute to =>
                await counter.Ask(new FindUsers(by, to.Query, to.Page), found => AdminPeopleScreens.Users(l, found), visit, token),
            AdminUserRoute to => await Card(to.User, visit, token),
            AdminUserGenerationsRoute to => await counter.Ask(
                new ListUserGenerations(by, to.User, to.Page), history => AdminPeopleScreens.Generations(l, to.User, history), visit,
                token),
            AdminBlockRoute to => await counter.Prompt(
                AdminAct.BlockPeople, QuestionKind.AdminBlockReason, to.User.ToString(), AdminPeopleScreens.BlockReason(l, to.User), visit,
                token),
            AdminUnblockRoute to => await Unblock(to.User, visit, token),

            AdminAdjustRoute to => await counter.Prompt(
                AdminAct.MoveMoney, QuestionKind.AdminAmount, to.User.ToString(), AdminMoneyScreens.Amount(l, to.User), visit, token),
            AdminSignRoute to => await counter.Ask(
                new SignAdjustment(visit.UserId, to.Adjustment, to.IsSecond, to.IsSilent, visit.Cid),
                view => AdminMoneyScreens.Adjustment(l, view), visit, token),
            AdminDropRoute to => await Drop(to.Adjustment, visit, token),

            AdminMovedRoute to => await Menu(visit, token, AdminTexts.HasMoved(l, to.What)),

            AdminHealthRoute to =>
                await counter.Ask(new WatchHealth(by, to.Page), sheet => AdminHealthScreens.List(l, sheet), visit, token),
            AdminModelRoute to => await Model(to.Model, visit, token),
            AdminSayRoute to => await Say(to, visit, token),

            AdminPricesRoute to => await counter.Ask(new WatchCosts(by, to.Page), page => AdminCostScreens.List(l, page), visit, token),
            AdminPriceRoute to => await Price(to.Model, view => AdminCostScreens.Model(l, view), visit, token),
            AdminPriceSayRoute { IsSure: false } to =>
                await Price(to.Model, view => AdminCostScreens.Sure(l, view, to.Word), visit, token),
            AdminPriceSayRoute to => await Answer(to, visit, token),

            AdminContractsRoute to =>
                await counter.Ask(new WatchContracts(by, to.Page), sheet => AdminContractScreens.List(l, sheet), visit, token),
            AdminContractRoute to => await Contract(to.Model, visit, token),
            AdminAgreeRoute to => await Agree(to, visit, token),

            AdminTeamRoute => await counter.Ask(new ListAdmins(by), team => AdminTeamScreens.Team(l, team), visit, token),
            AdminMemberRoute to => await counter.Ask(new ListAdmins(by), team => AdminTeamScreens.Member(l, team, to.User), visit, token),
            AdminAppointRoute =>
                await counter.Prompt(AdminAct.AppointAdmins, QuestionKind.AdminNewAdmin, "", AdminTeamScreens.Appoint(l), visit, token),
            AdminLimitRoute to => await counter.Prompt(
                AdminAct.AppointAdmins, QuestionKind.AdminLimit, to.User.ToString(), AdminTeamScreens.Limit(l, to.User), visit, token),
            AdminDismissRoute { IsSure: false } to =>
                await counter.Begin(AdminAct.AppointAdmins, _ => AdminTeamScreens.Dismiss(l, to.User), visit, token),
            AdminDismissRoute to => await Dismiss(to.User, visit, token),
            _ => throw new InvalidOperationException($"No way for {route.GetType().Name}"),
        };
    }

    /// <summary>The commands of the shop's former life lead to the screens that took over their purpose.</summary>
    public async Task<Reply?> Obey(Incoming.Command command, Visit visit, CancellationToken token)
    {
        var user = UserIn(command.Argument);
        return command.Name switch
        {
            "admin" when command.Argument.Length > 0 => await Search(command.Argument, visit, token),
            "admin_user" or "user_balance" or "unblock_user" when user is { } found => await Card(found, visit, token),
            "block_user" when user is { } found => await Follow(new AdminBlockRoute(found), visit, token),
            "admin_user" or "user_balance" or "block_user" or "unblock_user" => await Follow(new AdminFindRoute(), visit, token),
            "admin_stats" or "admin_ops_snapshot" => await Follow(new AdminStatisticsRoute(), visit, token),
            "add_admin" or "admins" => await Follow(new AdminTeamRoute(), visit, token),
            "last_errors" => await Follow(new AdminAuditRoute(), visit, token),
            "broadcast" or "admin_broadcast" => await Follow(new AdminMovedRoute(Moved.Broadcasts), visit, token),
            "admin_settings" => await Follow(new AdminMovedRoute(Moved.Settings), visit, token),
            "selftest" or "config_check" or "diag" or "debug" or "status" or "corr" =>
                await Follow(new AdminMovedRoute(Moved.Checks), visit, token),
            "admin_toggle_model" => await Follow(new AdminHealthRoute(), visit, token),
            "admin" or "payments" or "search" or "ask" or "add" => await Menu(visit, token),
            _ => null,
        };
    }

    /// <summary>What was asked behind the counter is answered.</summary>
    public async Task<Reply?> Answer(OpenQuestion question, Incoming answer, Visit visit, CancellationToken token)
    {
        var l = visit.Language;
        var text = answer is Incoming.Text said ? Counter.Harmless(said.Value) : "";
        return question.Kind switch
        {
            QuestionKind.AdminSearch => await Search(text, visit, token),
            QuestionKind.AdminAmount => await TakeAmount(UserOf(question), text, visit, token),
            QuestionKind.AdminAmountReason when Counter.BadReason(l, text) is { } problem =>
                await counter.Begin(
                    AdminAct.MoveMoney, _ => AdminMoneyScreens.Reason(l, UserOf(question), KopecksOf(question), problem), visit, token,
                    isAnswer: true),
            QuestionKind.AdminAmountReason => await counter.Ask(
                new WriteAdjustment(visit.UserId, UserOf(question), KopecksOf(question), text),
                view => AdminMoneyScreens.Adjustment(l, view), visit, token),
            QuestionKind.AdminBlockReason when Counter.BadReason(l, text) is { } problem =>
                await counter.Begin(
                    AdminAct.BlockPeople, _ => AdminPeopleScreens.BlockReason(l, UserOf(question), problem), visit, token, isAnswer: true),
            QuestionKind.AdminBlockReason => await Block(UserOf(question), text, visit, token),
            QuestionKind.AdminNewAdmin => await Appoint(text, visit, token),
            QuestionKind.AdminLimit => await TakeLimit(UserOf(question), text, visit, token),
            _ => throw new InvalidOperationException($"{question.Kind} was not asked here"),
        };
    }

    private Task<Reply?> Menu(Visit visit, CancellationToken token, Html notice = default) =>
        counter.Begin(AdminAct.LookAround, rights => AdminScreens.Menu(visit.Language, rights, notice), visit, token);

    private async Task<Reply?> Search(string query, Visit visit, CancellationToken token)
    {
        var fitting = AdminUsersRoute.Fit(Counter.Harmless(query));
        if (await mediator.Send(new FindUsers(Counter.By(visit), fitting), token) is not Guarded<UserListing>.Given { Value: var found })
        {
            return null;
        }

        await mediator.Send(new WithdrawQuestion(visit.UserId), token);
        return fitting.Length > 0 && found.Found.Items is [var only]
            ? await Card(only.UserId, visit, token)
            : AdminPeopleScreens.Users(visit.Language, found);
    }

    private Task<Reply?> Card(UserId user, Visit visit, CancellationToken token, Html notice = default) =>
        counter.Ask(new ShowUser(Counter.By(visit), user), card => AdminPeopleScreens.Card(visit.Language, card, notice), visit, token);

    private async Task<Reply?> Block(UserId user, string reason, Visit visit, CancellationToken token)
    {
        if (await mediator.Send(new BlockUser(Counter.By(visit), user, reason), token)
            is not Guarded<BlockOutcome>.Given { Value: var outcome })
        {
            return null;
        }

        customers.Forget(user);
        return await Card(user, visit, token, AdminPeopleTexts.Blocking(visit.Language, outcome));
    }

    private async Task<Reply?> Unblock(UserId user, Visit visit, CancellationToken token)
    {
        if (await mediator.Send(new UnblockUser(Counter.By(visit), user), token) is not Guarded<BlockOutcome>.Given { Value: var outcome })
        {
            return null;
        }

        customers.Unblock(user);
        return await Card(user, visit, token, AdminPeopleTexts.Unblocking(visit.Language, outcome));
    }

    private async Task<Reply?> TakeAmount(UserId customer, string text, Visit visit, CancellationToken token)
    {
        var l = visit.Language;
        if (AdjustmentAmount.Read(text, out var kopecks) is { } problem)
        {
            return await counter.Begin(
                AdminAct.MoveMoney, _ => AdminMoneyScreens.Amount(l, customer, AdminMoneyTexts.Problem(l, problem)), visit, token,
                isAnswer: true);
        }

        var subject = string.Create(CultureInfo.InvariantCulture, $"{customer}:{kopecks}");
        return await counter.Prompt(
            AdminAct.MoveMoney, QuestionKind.AdminAmountReason, subject, AdminMoneyScreens.Reason(l, customer, kopecks), visit, token);
    }

    private async Task<Reply?> Drop(Guid adjustment, Visit visit, CancellationToken token) =>
        await mediator.Send(new DropAdjustment(visit.UserId, adjustment), token) switch
        {
            Guarded<UserId?>.Given { Value: { } customer } => await Card(customer, visit, token, AdminMoneyTexts.Dropped(visit.Language)),
            Guarded<UserId?>.Given => AdminMoneyScreens.Adjustment(visit.Language, new AdjustmentView.Gone()),
            _ => null,
        };

    private async Task<Reply?> Appoint(string text, Visit visit, CancellationToken token)
    {
        var l = visit.Language;
        if (UserIn(text) is not { } user)
        {
            return await counter.Begin(
                AdminAct.AppointAdmins, _ => AdminTeamScreens.Appoint(l, AdminTeamTexts.OnlyNumbers(l)), visit, token, isAnswer: true);
        }

        return await mediator.Send(new AppointAdmin(Counter.By(visit), user), token) switch
        {
            Guarded<AppointResult>.Given
            {
                Value: AppointResult.UnknownPerson or AppointResult.IsBlocked or AppointResult.IsOwner
            } refused =>
                AdminTeamScreens.Appoint(l, AdminTeamTexts.Result(l, refused.Value)),
            Guarded<AppointResult>.Given given => await Member(user, AdminTeamTexts.Result(l, given.Value), visit, token),
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

    private async Task<Reply?> Say(AdminSayRoute to, Visit visit, CancellationToken token) =>
        await mediator.Send(new SpeakForModel(Counter.By(visit), to.Model, to.Word), token)
            is Guarded<SpokenFor>.Given { Value: var outcome }
            ? await Model(to.Model, visit, token, AdminHealthTexts.Said(visit.Language, outcome))
            : null;

    private async Task<Reply?> Answer(AdminPriceSayRoute to, Visit visit, CancellationToken token) =>
        await mediator.Send(new AnswerForCosts(Counter.By(visit), to.Model, to.Word), token)
            is Guarded<CostChange>.Given { Value: var change }
            ? await Price(
                to.Model, view => AdminCostScreens.Model(visit.Language, view, AdminCostTexts.Said(visit.Language, change)), visit, token)
            : null;

    private Task<Reply?> Price(ModelId model, Func<ModelCostView?, Screen> show, Visit visit, CancellationToken token) =>
        counter.Ask(new WatchModelCosts(Counter.By(visit), model), show, visit, token);

    private Task<Reply?> Model(ModelId model, Visit visit, CancellationToken token, Html notice = default) =>
        counter.Ask(
            new WatchModel(Counter.By(visit), model), found => AdminHealthScreens.Model(visit.Language, found, notice), visit, token);

    private async Task<Reply?> Agree(AdminAgreeRoute to, Visit visit, CancellationToken token) =>
        await mediator.Send(new SellAsChanged(Counter.By(visit), to.Model, to.Mark), token)
            is Guarded<AcceptContractOutcome>.Given { Value: var outcome }
            ? await Contract(to.Model, visit, token, AdminContractTexts.Outcome(visit.Language, outcome))
            : null;

    private Task<Reply?> Contract(ModelId model, Visit visit, CancellationToken token, Html notice = default) => counter.Ask(
        new WatchContract(Counter.By(visit), model),
        found => AdminContractScreens.Model(visit.Language, model, found, notice), visit, token);

    private Task<Reply?> Member(UserId user, Html notice, Visit visit, CancellationToken token) =>
        counter.Ask(new ListAdmins(Counter.By(visit)), team => AdminTeamScreens.Member(visit.Language, team, user, notice), visit, token);

    private static UserId? UserIn(string text) =>
        long.TryParse(text.Trim().Split(' ')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0
            ? new UserId(id)
            : null;

    private static UserId UserOf(OpenQuestion question) => new(long.Parse(question.Subject.Split(':')[0], CultureInfo.InvariantCulture));

    private static long KopecksOf(OpenQuestion question) => long.Parse(question.Subject.Split(':')[1], CultureInfo.InvariantCulture);
}
