using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Texts;
using Trt.Application.BackOffice.Orders;
using Trt.Domain.BackOffice;
using Trt.Domain.Catalog;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Screens;

/// <summary>One order on one page, and what can be done about it.</summary>
internal static class AdminOrderScreens
{
    public static Screen Order(Language l, OrderInFull order, Html notice = default)
    {
        var id = order.Order.Id;
        var rights = order.Rights;
        return new Screen(
            Html.Paragraphs(
                notice,
                AdminOrderTexts.Head(l, order),
                AdminOrderTexts.Why(l, order),
                OrderTimelineTexts.Of(l, order),
                OrderMoneyTexts.Of(l, order),
                AdminOrderTexts.Names(l, order)),
            new Keyboard()
                .Row(
                    new AdminShowOrderRoute(id).Button(GenerationTexts.Refresh(l)),
                    rights.May(AdminAct.TendOrders) && order.Order.CanBeLookedAt
                        ? new AdminLookRoute(id).Button(AdminOrderTexts.Look(l))
                        : null)
                .Row(
                    rights.May(AdminAct.MoveMoney) && AdminOrderTexts.Obstacle(l, order) is null
                        ? new AdminGiveBackRoute(id).Button(AdminOrderTexts.GiveBack(l, order))
                        : null,
                    rights.May(AdminAct.TendOrders) && order.CanSendAgain
                        ? new AdminSendAgainRoute(id).Button(GenerationTexts.SendAgain(l))
                        : null)
                .Row(
                    rights.May(AdminAct.ReadInputs) ? new AdminReadInputsRoute(id).Button(AdminOrderTexts.ReadInputs(l)) : null,
                    new AdminModelRoute(order.Order.Model).Button(AdminOrderTexts.Model(l)))
                .Row(
                    new AdminUserRoute(order.Order.UserId).Button(AdminOrderTexts.Customer(l)),
                    new AdminUserGenerationsRoute(order.Order.UserId).Button(AdminOrderTexts.Others(l)))
                .Row(AdminScreens.Back(l)));
    }

    public static Screen Inputs(Language l, OrderInputs? inputs) => inputs is null
        ? NotFound(l)
        : new Screen(
            OrderInputTexts.Of(l, inputs),
            new Keyboard()
                .Row(
                    inputs.Order.Inputs.Values.OfType<MediaValue>().Any()
                        ? new AdminInputFilesRoute(inputs.Order.Id).Button(AdminOrderTexts.BringFiles(l))
                        : null)
                .Row(new AdminShowOrderRoute(inputs.Order.Id).Button(AdminOrderTexts.HideInputs(l)))
                .Row(AdminScreens.Back(l)));

    /// <summary>Several orders under one name, such as variations.</summary>
    public static Screen Found(Language l, OrderListing listing)
    {
        var keyboard = new Keyboard();
        foreach (var order in listing.Found.Items)
        {
            keyboard.Row(new AdminShowOrderRoute(order.Id).Button(AdminOrderTexts.Row(l, order)));
        }

        return new Screen(
            AdminOrderTexts.Found(l, listing),
            keyboard
                .Leaf(listing.Found, page => new AdminOrdersRoute(page, listing.Name))
                .Row(new AdminFindRoute().Button(AdminTexts.Find(l)), AdminScreens.Back(l)));
    }

    public static Screen Why(Language l, OrderInFull order, Html problem = default)
    {
        var keyboard = new Keyboard();
        foreach (var reason in Enum.GetValues<UsualGiveBack>())
        {
            keyboard.Row(new AdminGiveBackForRoute(order.Order.Id, reason).Button(AdminOrderTexts.Usual(l, reason)));
        }

        return new Screen(Html.Paragraphs(problem, AdminOrderTexts.WhyBack(l, order)), keyboard.Row(Drop(l, order)));
    }

    public static Screen Sure(Language l, OrderInFull order, string reason) => new(
        Html.Paragraphs(
            AdminOrderTexts.Sure(l, order, reason),
            AdminMoneyTexts.BeforeAfter(l, order.Available, order.Available + order.CanGiveBack)),
        new Keyboard()
            .Row(new AdminGiveBackGoRoute(order.Order.Id, AdminRefundGoRoute.MarkOf(reason)).Button(AdminOrderTexts.Go(l, order)))
            .Row(Drop(l, order)));

    public static Screen NotFound(Language l) => new(
        AdminOrderTexts.NotFound(l), new Keyboard().Row(new AdminFindRoute().Button(AdminTexts.Find(l)), AdminScreens.Back(l)));

    private static Button Drop(Language l, OrderInFull order) =>
        new AdminShowOrderRoute(order.Order.Id).Button(AdminMoneyTexts.Drop(l));
}
