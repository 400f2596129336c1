using Trt.Application.BackOffice.Orders;

namespace Trt.Api.Machines;

internal sealed record ReasonBody(string Reason);

internal sealed record OrderPage(IReadOnlyList<OrderBrief> Orders, int Page, bool HasMore);

internal sealed record OrderBrief(
    string Id, string Reference, long Customer, string Model, string Status, long PriceKopecks, DateTimeOffset CreatedAt)
{
    public static OrderBrief Of(OrderSummary order) => new(
        $"{order.Id}", order.Cid.Value, order.UserId.Value, order.Model.Value, $"{order.Status}", order.Price.Kopecks, order.CreatedAt);
}

/// <summary>Everything about it but what its customer wrote and sent.</summary>
/// <param name="CanGiveBackKopecks">What give-back would bring to the customer now.</param>
internal sealed record OrderAnswer(
    string Id, string Reference, string? Task, long Customer, string Model, string Status, string? Failure, string? Detail, int Attempt,
    DateTimeOffset CreatedAt, DateTimeOffset? SubmittedAt, DateTimeOffset? FinishedAt, IReadOnlyList<DateTimeOffset> ProviderCalledAt,
    long PriceKopecks, long TakenKopecks, long CameBackKopecks, long CanGiveBackKopecks, long? CostKopecks, bool CanSendAgain,
    IReadOnlyList<EntryAnswer> Ledger)
{
    public static OrderAnswer Of(OrderInFull found)
    {
        var order = found.Order;
        return new OrderAnswer(
            $"{order.Id}", order.Cid.Value, order.TaskId, order.UserId.Value, order.Model.Value, $"{order.Status}",
            order.Failure?.ToString(), order.Detail, order.Attempt,
            order.CreatedAt, order.SubmittedAt, order.FinishedAt, found.Called,
            order.Price.Kopecks, found.Taken.Kopecks, found.CameBack.Kopecks, found.CanGiveBack.Kopecks, order.TrueCost?.Kopecks,
            found.CanSendAgain,
            [.. found.Entries.Select(entry => new EntryAnswer(
                entry.At, $"{entry.Kind}", entry.AvailableDelta, entry.ReservedDelta, entry.Actor, entry.Reason))]);
    }
}

/// <param name="Available">Kopecks that came onto the balance; negative left it.</param>
/// <param name="Reserved">Kopecks that were set aside.</param>
internal sealed record EntryAnswer(DateTimeOffset At, string Kind, long Available, long Reserved, string Actor, string Reason);

internal sealed record GivenBackAnswer(long Kopecks);
