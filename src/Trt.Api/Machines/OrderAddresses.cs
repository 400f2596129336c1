using Microsoft.AspNetCore.Routing;
using Trt.Application.BackOffice.Orders;
using Trt.Domain.BackOffice;
using Trt.Domain.Generations;
using Trt.Domain.Shared;

namespace Trt.Api.Machines;

internal static class OrderAddresses
{
    private const int PageSize = 50;

    public static void MapOrders(this RouteGroupBuilder door)
    {
        door.MapGet("/orders", List).Produces<OrderPage>().Needs(
            TokenScope.OrdersRead,
            "Orders, newest first; or those that a name leads to: a reference, the provider's task, an id.");
        door.MapGet("/orders/{id}", Show).Produces<OrderAnswer>().Needs(TokenScope.OrdersRead, "One order and its money.");
        door.MapPost("/orders/{id}/give-back", GiveBack).Produces<GivenBackAnswer>().ProducesProblem(StatusCodes.Status409Conflict).Needs(
            TokenScope.OrdersWrite, "Gives its money back to the customer's balance; an order under way ends by it.");
        door.MapPost("/orders/{id}/send-again", SendAgain).Produces(StatusCodes.Status202Accepted)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .Needs(TokenScope.OrdersWrite, "Brings its result into the chat once more.");
        door.MapPost("/orders/{id}/look", Look).Produces(StatusCodes.Status202Accepted).ProducesProblem(StatusCodes.Status409Conflict)
            .Needs(TokenScope.OrdersWrite, "Asks the provider about it now.");
    }

    private static async Task<IResult> List(HttpContext http, string? name, long? customer, string? status, string? model, int? page)
    {
        if (status is not null && StatusCalled(status) is null)
        {
            return Problems.Wrong(
                $"There is no status \"{PlainText.Of(status, 40, '·')}\". There are: {string.Join(", ", Enum.GetNames<GenerationStatus>())}.");
        }

        var caller = new Caller(http);
        var filter = new OrderFilter(
            customer is { } id ? new UserId(id) : null,
            status is null ? null : StatusCalled(status),
            model is null ? null : new ModelId(model));
        var found = name is null
            ? await caller.Ask(new ListOrders(caller.By, filter, page ?? 1, PageSize))
            : (await caller.Ask(new FindOrders(caller.By, name, page ?? 1))).Found;
        return Results.Json(new OrderPage([.. found.Items.Select(OrderBrief.Of)], found.Number, found.HasMore));
    }

    private static async Task<IResult> Show(HttpContext http, string id)
    {
        var caller = new Caller(http);
        return IdIn(id) is { } order && await caller.Ask(new ShowOrder(caller.By, order)) is { } found
            ? Results.Json(OrderAnswer.Of(found))
            : NoOrder(id);
    }

    private static async Task<IResult> GiveBack(HttpContext http, string id, ReasonBody body)
    {
        var caller = new Caller(http);
        if (IdIn(id) is not { } order)
        {
            return NoOrder(id);
        }

        return await caller.Ask(new GiveBack(caller.By, order, body.Reason, caller.Cid)) switch
        {
            GiveBackResult.Given given => Results.Json(new GivenBackAnswer(given.Amount.Kopecks)),
            GiveBackResult.NothingLeft => Problems.Conflict("Nothing of it is left to give back."),
            GiveBackResult.OnItsWay => Problems.Conflict("It is leaving for the provider at this moment: ask again in a few seconds."),
            GiveBackResult.OverLimit over => Problems.Conflict($"It is more than the day's limit of {over.Limit}."),
            _ => NoOrder(id),
        };
    }

    private static async Task<IResult> SendAgain(HttpContext http, string id)
    {
        var caller = new Caller(http);
        return IdIn(id) is not { } order ? NoOrder(id) : await caller.Ask(new SendOrderAgain(caller.By, order, caller.Cid)) switch
        {
            SendAgainOutcome.OnTheWay => Results.Accepted(),
            SendAgainOutcome.StillComing => Problems.Conflict("Its first delivery has not ended."),
            SendAgainOutcome.NothingToSend => Problems.Conflict("There is no result, or none that ever reached the chat."),
            SendAgainOutcome.HasLeft => Problems.Conflict("The customer has stopped the bot."),
            SendAgainOutcome.NotFound => NoOrder(id),
        };
    }

    private static async Task<IResult> Look(HttpContext http, string id)
    {
        var caller = new Caller(http);
        return IdIn(id) is not { } order ? NoOrder(id) : await caller.Ask(new LookAtOrder(caller.By, order)) switch
        {
            LookOutcome.Asked => Results.Accepted(),
            LookOutcome.NotThereYet => Problems.Conflict("It has not left for the provider yet."),
            LookOutcome.Ended => Problems.Conflict("It has ended: nothing new can come of it."),
            LookOutcome.NotFound => NoOrder(id),
        };
    }

    private static GenerationStatus? StatusCalled(string name) =>
        Enum.GetValues<GenerationStatus>().Where(status => status.ToString().Equals(name, StringComparison.OrdinalIgnoreCase))
            .Select(status => (GenerationStatus?)status).FirstOrDefault();

    private static GenerationId? IdIn(string text) => Guid.TryParse(text, out var id) ? new GenerationId(id) : null;

    private static IResult NoOrder(string id) => Problems.Missing(
        $"No order has the id \"{PlainText.Of(id, 40, '·')}\". By a reference or a task it is found with {MachineDoor.Path}/orders?name=.");
}
