using Trt.Api.Bot.Texts;
using Trt.Api.Dashboard.Pages;
using Trt.Application.BackOffice.Orders;
using Trt.Domain.Shared;

namespace Trt.Api.Dashboard;

/// <summary>Orders: the list, one of them, and what can be done about it.</summary>
internal static class OrderPages
{
    public static Task<DeskAnswer> List(Call call)
    {
        var kind = Enum.TryParse<OrderKind>(call.Asked("kind"), ignoreCase: true, out var asked) && Enum.IsDefined(asked)
            ? asked
            : OrderKind.All;
        var after = Guid.TryParseExact(call.Asked("after"), "N", out var id) ? new GenerationId(id) : (GenerationId?)null;
        return call.Ask(
            new LeafOrders(call.By, kind, after),
            orders => new DeskAnswer.Page(call.L.Pick("Заказы", "Orders"), typeof(OrdersPage), new OrdersModel(kind, orders)));
    }

    public static Task<DeskAnswer> Show(Call call) => About(call, id => Page(call, id, inputs: null));

    /// <summary>Looked at and not gone to: what a customer wrote stands in no address, and each look is written down.</summary>
    public static Task<DeskAnswer> ReadInputs(Call call) => About(call, id => call.AskThen(
        new ReadInputs(call.By, id), inputs => inputs is null ? Nowhere() : Page(call, id, inputs)));

    public static Task<DeskAnswer> LookNow(Call call) => About(call, id => call.Do(
        new LookAtOrder(call.By, id), outcome => AdminOrderTexts.Looked(call.L, outcome), $"orders/{id}"));

    public static Task<DeskAnswer> SendAgain(Call call) => About(call, id => call.Do(
        new SendOrderAgain(call.By, id, call.Cid), outcome => AdminOrderTexts.SentAgain(call.L, outcome), $"orders/{id}"));

    public static Task<DeskAnswer> GiveBack(Call call) => About(call, id => call.Do(
        new GiveBack(call.By, id, call.Said("reason"), call.Cid), result => AdminOrderTexts.GaveBack(call.L, result), $"orders/{id}"));

    public static Task<DeskAnswer> BringFiles(Call call) => About(call, id => call.Do(
        new BringInputFiles(call.UserId, id, call.Cid), count => AdminOrderTexts.FilesComing(call.L, count), $"orders/{id}"));

    private static Task<DeskAnswer> Page(Call call, GenerationId id, OrderInputs? inputs) => call.Ask(
        new ShowOrder(call.By, id),
        order => order is null
            ? new DeskAnswer.NotFound()
            : new DeskAnswer.Page(
                $"{call.L.Pick("Заказ", "Order")} {order.Order.Cid.Value}", typeof(OrderPage), new OrderModel(order, inputs)));

    private static Task<DeskAnswer> About(Call call, Func<GenerationId, Task<DeskAnswer>> serve) =>
        call.Order is { } id ? serve(id) : Nowhere();

    private static Task<DeskAnswer> Nowhere() => Task.FromResult<DeskAnswer>(new DeskAnswer.NotFound());
}
