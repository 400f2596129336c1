using MediatR;
using Trt.Api.Bot.Desks;
using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Screens;
using Trt.Api.Bot.Texts;
using Trt.Application.Questions;
using Trt.Application.Users;
using Trt.Domain.Shared;
using Trt.Domain.Users;

namespace Trt.Api.Bot.Updates;

/// <summary>
/// What someone did → the desk that serves it → the screen of its result. A desk that answers null has nothing for this person.
/// </summary>
internal sealed class UpdateRouter(
    IMediator mediator,
    FrontDesk front,
    FindDesk finds,
    WizardDesk wizard,
    OrderDesk orders,
    MoneyDesk money,
    TransferDesk transfers,
    GrowthDesk growth,
    RecipeDesk recipes,
    AdminDesk admin,
    RangeDesk range,
    OwnPriceDesk prices,
    TeamDesk team,
    DashboardDesk dashboard,
    BroadcastDesk broadcasts,
    SettingsDesk settings,
    PromoDesk promos,
    RefundDesk refunds,
    AdminOrderDesk adminOrders,
    PrivacyDesk privacy,
    InspectDesk inspect,
    LinkDesk links)
{
    public Task<Reply> Route(Incoming incoming, CustomerFacts customer, Cid cid, CancellationToken token)
    {
        var visit = new Visit(customer, cid, (incoming as Incoming.Press)?.MessageId);
        return incoming switch
        {
            Incoming.Press or Incoming.Command or Incoming.Text or Incoming.File or Incoming.Unusable when customer.IsBlocked =>
                WhileClosed(incoming, visit, token),
            Incoming.Press press => Follow(press, visit, token),
            Incoming.Command command => Obey(command, visit, token),
            Incoming.Text text => Answer(text, visit, token),
            Incoming.File file => Take(file, visit, token),
            Incoming.Paid paid => money.Receive(paid, visit, token),
            Incoming.Unusable => Refuse(visit, token),
            Incoming.PressElsewhere => Task.FromResult(
                new Reply(null, GeneralTexts.PrivateOnly(customer.Language)) { Rejected = RejectReason.PermissionDenied }),
            Incoming.Left or Incoming.Returned => Task.FromResult(Reply.Nothing),
            _ => throw new InvalidOperationException($"No way for {incoming.GetType().Name}"),
        };
    }

    /// <summary>Whoever is blocked sees what is theirs and finds help; all that spends is closed.</summary>
    private async Task<Reply> WhileClosed(Incoming incoming, Visit visit, CancellationToken token) => incoming switch
    {
        Incoming.Press press => RouteTable.Read(press.Data) switch
        {
            MainMenuRoute or ComeInRoute => front.Closed(visit) with { Toast = GeneralTexts.Blocked(visit.Language) },
            HelpRoute or TutorialRoute or NewsRoute or LanguageRoute or NowhereRoute or BalanceRoute or HistoryRoute or GenerationRoute
                or StatusRoute or WorkRoute or ZonesRoute or ZoneRoute
                or OriginalsRoute or ReceiptRoute or ReceiptsRoute or PrivacyRoute => await Follow(press, visit, token),
            _ => PersonalScreens.Blocked(visit.Language),
        },
        Incoming.Command
        {
            Name: "balance" or "history" or "receipt" or "receipts" or "paysupport" or "help" or "support" or "terms" or "language"
                or "privacy" or "delete" or "export",
        } command =>
            await Obey(command, visit, token),
        _ => front.Closed(visit),
    };

    private async Task<Reply> Follow(Incoming.Press press, Visit visit, CancellationToken token) =>
        RouteTable.Read(press.Data) switch
        {
            ComeInRoute to => await recipes.Arrive(to.Link, visit, token) ?? await front.Welcome(press.Who.Name, visit, token),
            MainMenuRoute when visit.Customer.IsNew => await front.Welcome(press.Who.Name, visit, token),
            FrontRoute to => await front.Follow(to, visit, token),
            FindRoute to => await finds.Follow(to, visit, token),
            WizardRoute to => await wizard.Follow(to, visit, token),
            OrderRoute to => await orders.Follow(to, visit, token),
            MoneyRoute to => await money.Follow(to, visit, token),
            RecipeRoute to => await recipes.Follow(to, visit, token),
            PrivacyRoute to => await privacy.Follow(to, visit, token),
            GrowthRoute to => await growth.Follow(to, visit, token),
            TransferRoute to => await transfers.Follow(to, visit, token),
            AdminOrderRoute to => await adminOrders.Follow(to, visit, token),
            AdminPaymentRoute to => await refunds.Follow(to, visit, token),
            RangeRoute to => await range.Follow(to, visit, token),
            TeamRoute to => await team.Follow(to, visit, token),
            InspectRoute to => await inspect.Follow(to, visit, token),
            DashboardRoute to => await dashboard.Follow(to, visit, token),
            PromoCodeRoute to => await promos.Follow(to, visit, token),
            SettingRoute to => await settings.Follow(to, visit, token),
            BroadcastRoute to => await broadcasts.Follow(to, visit, token),
            AdminRoute to => await admin.Follow(to, visit, token),
            // Its place is in a group; here nobody can have pressed it.
            GroupRoute or null => null,
            var route => throw new InvalidOperationException($"No way for {route.GetType().Name}"),
        }
        ?? await front.UnknownButton(visit, token);

    private async Task<Reply> Obey(Incoming.Command command, Visit visit, CancellationToken token) =>
        await links.Obey(command, visit, token)
        ?? await money.Obey(command, visit, token)
        ?? await recipes.Obey(command, visit, token)
        ?? await front.Obey(command, visit, token)
        ?? await finds.Obey(command, visit, token)
        ?? await wizard.Obey(command, visit, token)
        ?? await orders.Obey(command, visit, token)
        ?? await privacy.Obey(command, visit, token)
        ?? await growth.Obey(command, visit, token)
        ?? await broadcasts.Obey(command, visit, token)
        ?? await settings.Obey(command, visit, token)
        ?? await inspect.Obey(command, visit, token)
        ?? await dashboard.Obey(command, visit, token)
        ?? await admin.Obey(command, visit, token)
        ?? FrontDesk.UnknownCommand(visit);

    private async Task<Reply> Answer(Incoming.Text text, Visit visit, CancellationToken token) =>
        await mediator.Send(new FindQuestion(visit.UserId), token) is { } question
            ? await Answer(question, text, visit, token)
            : await wizard.Answer(text, visit, token) ?? await finds.Hear(text, visit, token);

    private async Task<Reply> Take(Incoming.File file, Visit visit, CancellationToken token) =>
        await mediator.Send(new FindQuestion(visit.UserId), token) is { } question
            ? await Answer(question, file, visit, token)
            : await wizard.Take(file, visit, token) ?? await finds.Hear(file, visit, token);

    private async Task<Reply> Refuse(Visit visit, CancellationToken token) =>
        await wizard.Refuse(visit, token) ?? FrontDesk.NotAFileWeUse(visit);

    /// <summary>What was asked beside the order goes to the desk that asked it.</summary>
    private async Task<Reply> Answer(OpenQuestion question, Incoming answer, Visit visit, CancellationToken token) =>
        question.Kind switch
        {
            QuestionKind.TopUpAmount => await money.TakeAmount(answer, visit, token),
            QuestionKind.ModelName => await finds.Answer(answer, visit, token),
            QuestionKind.HistorySearch => await orders.Search(answer, visit, token),
            QuestionKind.RecipeHole or QuestionKind.RecipeWords or QuestionKind.RecipeTitle =>
                await recipes.Answer(question, answer, visit, token),
            QuestionKind.PromoCode => await growth.Redeem(answer, visit, token),
            QuestionKind.TransferPicture or QuestionKind.TransferAmount or QuestionKind.TransferReason =>
                await transfers.Answer(question, answer, visit, token),
            QuestionKind.AdminGiveBackReason => await adminOrders.Answer(question, answer, visit, token),
            QuestionKind.AdminRefundReason => await refunds.Answer(question, answer, visit, token),
            QuestionKind.AdminSearch or QuestionKind.AdminAmount or QuestionKind.AdminAmountReason or QuestionKind.AdminBlockReason
                => await admin.Answer(question, answer, visit, token),
            QuestionKind.ModelHideReason => await range.Answer(question, answer, visit, token),
            QuestionKind.OwnPrice => await prices.Answer(question, answer, visit, token),
            QuestionKind.PromoValue or QuestionKind.PromoForm => await promos.Answer(question, answer, visit, token),
            QuestionKind.SettingValue => await settings.Answer(question, answer, visit, token),
            QuestionKind.BroadcastText or QuestionKind.BroadcastPicture or QuestionKind.BroadcastModel =>
                await broadcasts.Answer(question, answer, visit, token),
            QuestionKind.AdminNewAdmin or QuestionKind.AdminLimit => await team.Answer(question, answer, visit, token),
        }
        ?? FrontDesk.NotUnderstood(visit);
}
