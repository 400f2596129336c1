using System.Globalization;
using MediatR;
using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Screens;
using Trt.Api.Bot.Texts;
using Trt.Application.BackOffice;
using Trt.Application.BackOffice.Adjustments;
using Trt.Application.BackOffice.Admins;
using Trt.Application.BackOffice.Figures;
using Trt.Application.BackOffice.People;
using Trt.Application.BackOffice.Reports;
using Trt.Application.Backups;
using Trt.Application.Payments.Transfers;
using Trt.Application.Questions;
using Trt.Application.Terms;
using Trt.Domain.BackOffice;
using Trt.Domain.Shared;
using Trt.Domain.Users;

namespace Trt.Api.Bot.Desks;

/// <summary>
/// Behind the counter. Every answer may be null: the person may not ask, and gets what any unknown button or command gets,
/// without a hint that there is anything here.
/// </summary>
internal sealed class AdminDesk(
    IMediator mediator, Counter counter, AdminOrderDesk orders, KnownCustomers customers, RangeDesk range, TeamDesk team,
    ModelTitles titles, ShopOptions options)
{
    public async Task<Reply?> Follow(AdminRoute route, Visit visit, CancellationToken token)
    {
        var (by, l) = (Counter.By(visit), visit.Language);
        return route switch
        {
            AdminMenuRoute => await Menu(visit, token),
            AdminFiguresRoute to => await Menu(visit, token, period: to.Period),
            AdminChartsRoute to => await counter.Ask(new ShowFigures(by, to.Period), view => FigureScreens.Charts(l, view), visit, token),
            AdminStatisticsRoute => await counter.Ask(new ShowStatistics(by), view => AdminScreens.Statistics(l, view), visit, token),
            AdminTransfersRoute => await counter.Ask(
                new BringWaitingTransfers(visit.UserId, visit.Cid), waiting => AdminScreens.Transfers(l, waiting), visit, token),
            AdminAuditRoute to => await counter.Ask(new ListAudit(by, to.Page), page => AdminScreens.Audit(l, titles, page), visit, token),
            AdminBackupsRoute => await counter.Ask(new WatchBackups(by), view => AdminScreens.Backups(l, view), visit, token),
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

            _ => throw new InvalidOperationException($"No way for {route.GetType().Name}"),
        };
    }

    /// <summary>The commands of the shop's former life lead to the screens that took over their purpose.</summary>
    public async Task<Reply?> Obey(Incoming.Command command, Visit visit, CancellationToken token)
    {
        var user = Counter.UserIn(command.Argument);
        return command.Name switch
        {
            "admin" when command.Argument.Length > 0 => await Search(command.Argument, visit, token),
            "admin_user" or "user_balance" or "unblock_user" when user is { } found => await Card(found, visit, token),
            "block_user" when user is { } found => await Follow(new AdminBlockRoute(found), visit, token),
            "admin_user" or "user_balance" or "block_user" or "unblock_user" => await Follow(new AdminFindRoute(), visit, token),
            "admin_stats" or "admin_ops_snapshot" => await Follow(new AdminStatisticsRoute(), visit, token),
            "add_admin" or "admins" => await team.Follow(new AdminTeamRoute(), visit, token),
            "last_errors" => await Follow(new AdminAuditRoute(), visit, token),
            "selftest" or "config_check" or "diag" or "debug" or "status" or "corr" =>
                await Follow(new AdminMovedRoute(Moved.Checks), visit, token),
            "admin_toggle_model" => await range.Follow(new AdminHealthRoute(), visit, token),
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
            QuestionKind.AdminAmount => await TakeAmount(Counter.UserOf(question), text, visit, token),
            QuestionKind.AdminAmountReason when Counter.BadReason(l, text) is { } problem =>
                await counter.Begin(
                    AdminAct.MoveMoney, _ => AdminMoneyScreens.Reason(l, Counter.UserOf(question), KopecksOf(question), problem), visit,
                    token, isAnswer: true),
            QuestionKind.AdminAmountReason => await counter.Ask(
                new WriteAdjustment(visit.UserId, Counter.UserOf(question), KopecksOf(question), text),
                view => AdminMoneyScreens.Adjustment(l, view), visit, token),
            QuestionKind.AdminBlockReason when Counter.BadReason(l, text) is { } problem =>
                await counter.Begin(
                    AdminAct.BlockPeople, _ => AdminPeopleScreens.BlockReason(l, Counter.UserOf(question), problem), visit, token,
                    isAnswer: true),
            QuestionKind.AdminBlockReason => await Block(Counter.UserOf(question), text, visit, token),
            _ => throw new InvalidOperationException($"{question.Kind} was not asked here"),
        };
    }

    /// <summary>Whoever may not know the figures sees the panel without them.</summary>
    private async Task<Reply?> Menu(
        Visit visit, CancellationToken token, Html notice = default, FigurePeriod period = FigurePeriod.Day)
    {
        var (by, l) = (Counter.By(visit), visit.Language);
        notice = options.IsDryRun ? Html.Paragraphs(notice, InspectTexts.DryRun(l)) : notice;
        return await mediator.Send(new ShowRights(visit.UserId), token) is var rights && rights.May(AdminAct.ReadFigures)
            ? await counter.Ask(
                new ShowFigures(by, period),
                view => AdminScreens.Menu(l, view.Rights, notice, FiguresTexts.Of(l, view), FigureScreens.Periods(l, view)), visit, token)
            : await counter.Begin(AdminAct.LookAround, allowed => AdminScreens.Menu(l, allowed, notice), visit, token);
    }

    private async Task<Reply?> Search(string query, Visit visit, CancellationToken token)
    {
        // A task's name may be longer than what a button could carry.
        var (named, fitting) = (Counter.Harmless(query), AdminUsersRoute.Fit(Counter.Harmless(query)));
        if (named.Length > 0 && await orders.Search(named, visit, token) is { Screen: not null } order)
        {
            return order;
        }

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

    private static long KopecksOf(OpenQuestion question) => long.Parse(question.Subject.Split(':')[1], CultureInfo.InvariantCulture);
}
