using System.CommandLine;
using System.CommandLine.Parsing;
using Trt.Application.BackOffice.Orders;
using Trt.Application.BackOffice.People;
using Trt.Application.Mapping;
using Trt.Domain.BackOffice;
using Trt.Domain.Catalog;
using Trt.Domain.Generations;
using Trt.Domain.Shared;

namespace Trt.Api.Cli;

/// <summary><c>orders show | list | search</c></summary>
internal static class OrdersCommand
{
    private static readonly Option<int> Page = new("--page") { Description = "Which page.", DefaultValueFactory = _ => 1 };

    public static Command Create() => new("orders", "Look orders up: what became of them, and of their money.") { Show(), List(), Search() };

    private static Command Show()
    {
        var name = new Argument<string>("reference")
        {
            Description = "The reference that customers quote (ten characters, such as 87aed2e36a), the provider's task, or the order's own id.",
        };
        name.Validators.Add(result => OnlyReferences(result));
        var inputs = new Option<bool>("--inputs")
        {
            Description = "Also what the customer wrote and sent; that it was read goes into the audit trail.",
        };
        var command = new Command("show", "One order: timeline, reason, money.") { name, inputs, Answer.AsJson, Operator.Name };
        command.SetAction((input, token) => CliScope.Run(
            async (scope, stop) =>
            {
                await scope.OpenCatalog(stop);
                var by = new Actor.AtConsole(input.GetRequiredValue(Operator.Name));
                var found = await scope.AsOwner(new FindOrders(by, input.GetRequiredValue(name)), stop);
                if (found.Found.Items.Count == 0)
                {
                    return input.Refuse(OrderSheet.NotFound(found));
                }

                List<OrderInFull> orders = [];
                Dictionary<GenerationId, OrderInputs> read = [];
                foreach (var summary in found.Found.Items)
                {
                    orders.Add((await scope.AsOwner(new ShowOrder(by, summary.Id), stop))!);
                    if (input.GetValue(inputs))
                    {
                        read.Add(summary.Id, (await scope.AsOwner(new ReadInputs(by, summary.Id), stop))!);
                    }
                }

                return input.Give(
                    orders.Select(order => OrderSheet.ForPrograms(order, InputsOf(read, order))),
                    string.Join("\n\n", orders.Select(order => OrderSheet.Of(order, InputsOf(read, order)))));
            },
            token));
        return command;
    }

    private static Command List()
    {
        var user = new Option<long?>("--user") { Description = "Only of the customer with this Telegram id." };
        var status = new Option<GenerationStatus?>("--status")
        {
            Description = $"Only in this state: {Answer.Choices<GenerationStatus>()}.",
        };
        var model = new Option<string?>("--model") { Description = "Only of this model, by its id." };
        var command = new Command("list", "Orders, newest first.") { user, status, model, Page, Answer.AsJson };
        command.SetAction((input, token) => CliScope.Run(
            async (scope, stop) =>
            {
                await scope.OpenCatalog(stop);
                var filter = new OrderFilter(
                    input.GetValue(user) is { } id ? new UserId(id) : null,
                    input.GetValue(status),
                    input.GetValue(model) is { } name ? new ModelId(name) : null);
                return Tell(input, await scope.AsOwner(new ListOrders(Me(), filter, input.GetValue(Page), PageSize: 20), stop));
            },
            token));
        return command;
    }

    private static Command Search()
    {
        var query = new Argument<string>("query")
        {
            Description = "A reference, a task, or a customer: their id, @username or a part of their name.",
        };
        var command = new Command("search", "The orders that a reference, a task or a customer leads to.") { query, Page, Answer.AsJson };
        command.SetAction((input, token) => CliScope.Run(
            async (scope, stop) =>
            {
                await scope.OpenCatalog(stop);
                var (words, page) = (input.GetRequiredValue(query), input.GetValue(Page));
                var named = await scope.AsOwner(new FindOrders(Me(), words, page), stop);
                if (named.Found.Items.Count > 0)
                {
                    return Tell(input, named.Found);
                }

                var people = await scope.AsOwner(new FindUsers(Me(), words), stop);
                return people.Found.Items switch
                {
                    [] => input.Refuse($"Nobody and no order was found. {OrderSheet.HowReferencesLook}"),
                    [var only] => Tell(
                        input, await scope.AsOwner(new ListOrders(Me(), new OrderFilter(only.UserId), page, PageSize: 20), stop)),
                    var several => input.Refuse(
                        "Several customers fit; choose one with orders list --user:\n"
                        + string.Join('\n', several.Select(user => $"{user.UserId,-12} {user.Name}{(user.Username is { } at ? $" @{at}" : "")}"))),
                };
            },
            token));
        return command;
    }

    /// <summary>Whatever cannot be a name of an order is told at once, with what one looks like.</summary>
    private static void OnlyReferences(ArgumentResult result)
    {
        var text = result.Tokens.Count > 0 ? result.Tokens[0].Value.Trim() : "";
        var isTask = text.Length is >= 6 and <= Generation.TaskIdLengthMax
            && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');
        if (Cid.Read(text) is null && !isTask)
        {
            result.AddError($"\"{text}\" is no reference. {OrderSheet.HowReferencesLook}");
        }
    }

    private static int Tell(ParseResult input, Page<OrderSummary> page)
    {
        if (page.Items.Count == 0)
        {
            return input.Refuse("There are no such orders.");
        }

        return input.Give(
            page.Items.Select(OrderSheet.ForPrograms),
            page.Items.Select(OrderSheet.Line).Append(page.HasMore ? $"More: --page {page.Number + 1}" : "That is all."));
    }

    private static IReadOnlyDictionary<string, InputValue>? InputsOf(Dictionary<GenerationId, OrderInputs> read, OrderInFull order) =>
        read.TryGetValue(order.Order.Id, out var inputs) ? inputs.Order.Inputs : null;

    private static Actor.AtConsole Me() => new(Environment.UserName);
}
