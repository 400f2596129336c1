using System.Globalization;
using System.Text.Json;
using Trt.Application.BackOffice.Orders;
using Trt.Domain.Catalog;
using Trt.Domain.Shared;

namespace Trt.Api.Cli;

/// <summary>An order as the console writes it, for people and for programs.</summary>
internal static class OrderSheet
{
    public const string HowReferencesLook =
        "A reference is ten characters, such as 87aed2e36a; it stands below the message about a failure. A task or the order's id will do too.";

    public static string NotFound(OrderListing listing) => listing.ParkedAt is { } at
        ? string.Create(CultureInfo.InvariantCulture, $"No order has this reference. Under it a message could not be handled at {at:u}: see updates.")
        : $"No order is called \"{listing.Name}\". {HowReferencesLook}";

    public static string Line(OrderSummary order) => string.Create(
        CultureInfo.InvariantCulture,
        $"{order.CreatedAt:u} {order.Cid} {Answer.Word(order.Status),-10} {(order.Price.IsZero ? "free" : order.Price.ToString()),10} {order.UserId,-12} {order.Model}");

    /// <param name="inputs">Null as long as nobody asks for them.</param>
    public static string Of(OrderInFull found, IReadOnlyDictionary<string, InputValue>? inputs)
    {
        var (order, who) = (found.Order, found.Customer);
        List<string> lines =
        [
            $"order {order.Id}, reference {order.Cid}, {Answer.Word(order.Status)}",
            $"customer {who.Id} {who.Name}{(who.Username is { } name ? $" @{name}" : "")}{(who.HasLeft ? ", has stopped the bot" : "")}",
            $"model {order.Model}{(found.Health is { IsSold: false } ? ", not sold now" : "")}",
            $"task {order.TaskId ?? "not known"}, attempt {order.Attempt}",
        ];
        if (order.Failure is { } failure)
        {
            lines.Add($"failed: {Answer.Word(failure)}{(order.Detail is { } detail ? $" ({detail})" : "")}");
        }

        lines.AddRange(Steps(found).Select(step => $"  {At(step.At)} {step.Step}"));
        lines.Add($"price {order.Price}, taken {found.Taken}, came back {found.CameBack}, cost {found.Order.TrueCost?.ToString() ?? "not known"}, margin {found.Margin?.ToString() ?? "not known"}");
        lines.AddRange(found.Entries.Select(
            entry => $"  {At(entry.At)} {Answer.Word(entry.Kind),-9} {new Money(entry.AvailableDelta)} / {new Money(entry.ReservedDelta)} by {entry.Actor}: {entry.Reason}"));
        if (!found.CanGiveBack.IsZero)
        {
            lines.Add($"{found.CanGiveBack} can be given back, in the chat: /admin {order.Cid}");
        }

        if (inputs is not null)
        {
            lines.Add($"inputs {InputValues.ToJson(inputs)}");
        }

        return string.Join('\n', lines);
    }

    public static object ForPrograms(OrderSummary order) => new
    {
        Id = $"{order.Id}",
        Reference = order.Cid.Value,
        Customer = order.UserId.Value,
        Model = order.Model.Value,
        order.Status,
        PriceKopecks = order.Price.Kopecks,
        order.CreatedAt,
    };

    public static object ForPrograms(OrderInFull found, IReadOnlyDictionary<string, InputValue>? inputs) => new
    {
        Id = $"{found.Order.Id}",
        Reference = found.Order.Cid.Value,
        Task = found.Order.TaskId,
        Customer = new { Id = found.Customer.Id.Value, found.Customer.Name, found.Customer.Username, found.Customer.HasLeft },
        Model = found.Order.Model.Value,
        found.Order.Status,
        found.Order.Failure,
        found.Order.Detail,
        found.Order.Attempt,
        Timeline = Steps(found).Select(step => new { step.At, step.Step }),
        PriceKopecks = found.Order.Price.Kopecks,
        TakenKopecks = found.Taken.Kopecks,
        CameBackKopecks = found.CameBack.Kopecks,
        CanGiveBackKopecks = found.CanGiveBack.Kopecks,
        CostKopecks = found.Order.TrueCost?.Kopecks,
        MarginKopecks = found.Margin?.Kopecks,
        Ledger = found.Entries.Select(entry => new
        {
            entry.At,
            entry.Kind,
            entry.AvailableDelta,
            entry.ReservedDelta,
            entry.Actor,
            entry.Reason,
        }),
        Delivery = found.Parts.Select(part => new { part.State, part.OutputCount, part.Attempts }),
        Inputs = inputs is null ? (JsonElement?)null : JsonSerializer.Deserialize<JsonElement>(InputValues.ToJson(inputs)),
    };

    private static IEnumerable<(DateTimeOffset At, string Step)> Steps(OrderInFull found)
    {
        var order = found.Order;
        IEnumerable<(DateTimeOffset? At, string Step)> steps =
        [
            (order.Id.MadeAt <= order.CreatedAt ? order.Id.MadeAt : null, "begun"),
            (order.CreatedAt, "confirmed"),
            (order.SubmittedAt, "started"),
            .. found.Called.Select(at => ((DateTimeOffset?)at, "provider called")),
            (order.FinishedAt, $"ended: {Answer.Word(order.Status)}"),
        ];
        return steps.Where(step => step.At is not null).Select(step => (step.At!.Value, step.Step)).OrderBy(step => step.Item1);
    }

    private static string At(DateTimeOffset at) => at.ToString("u", CultureInfo.InvariantCulture);
}
