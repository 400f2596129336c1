using Trt.Domain.Generations;

namespace Trt.Domain.Tests.Generations.Model;

/// <summary>What must hold at every moment, and what must hold once everybody is well again. Null when it does.</summary>
internal static class Judge
{
    public static string? AtAnyMoment(Desk desk)
    {
        var spent = desk.Orders.Sum(order => order.Commits - order.Reimbursements) * Desk.Price;
        if (desk.Wallet.Available.Kopecks + desk.Wallet.Reserved.Kopecks + spent != Desk.Deposit)
        {
            return "money is not conserved";
        }

        if (desk.Wallet.Reserved.Kopecks != desk.Orders.Count(order => order.Generation.Status.IsOpen()) * Desk.Price)
        {
            return "reserved money does not belong to open orders";
        }

        return desk.Orders.Select(AtAnyMoment).FirstOrDefault(problem => problem is not null);
    }

    public static string? AfterHealing(Desk desk) =>
        AtAnyMoment(desk) ?? desk.Orders.Select(AfterHealing).FirstOrDefault(problem => problem is not null);

    public static string? BetweenMoments(GenerationStatus before, GenerationStatus after) =>
        !before.IsOpen() && before != GenerationStatus.Succeeded && before != after ? $"an end was overwritten: {before} became {after}" : null;

    private static string? AtAnyMoment(Desk.Order order)
    {
        var status = order.Generation.Status;
        var hasResult = status is GenerationStatus.Succeeded or GenerationStatus.Delivered;
        return order switch
        {
            { Starts: > 1 } => "a second task was started",
            _ when order.Commits + order.Releases != (status.IsOpen() ? 0 : 1) => "not exactly one commit or release",
            _ when (order.Commits > order.Reimbursements) != hasResult => "money was taken without a result, or a result without money",
            { EndedBeforeItsTime: true } => "the time was said to be over before it was",
            _ when order.ResultsSeen > 1 + order.Copies => "a result came twice without a reason",
            { ResultsSeen: > 0, Releases: > 0, Generation.IsLate: false } => "a result came although the money went back",
            _ when status == GenerationStatus.Failed && order is { Task: Desk.TaskTruth.Running or Desk.TaskTruth.Done, Reimbursements: 0 } =>
                "an order failed whose task did not",
            _ => null,
        };
    }

    private static string? AfterHealing(Desk.Order order)
    {
        var generation = order.Generation;
        var isInDoubt = order.Part?.State == DeliveryState.Doubted;
        var isLost = order.Part?.State == DeliveryState.Lost;

        // The customer was asked, did not see it, and it is gone by then: nobody but the operator can judge that.
        var isForTheOperator = isLost && order.IsAskedAgain;
        return generation.Status switch
        {
            GenerationStatus.Succeeded => "a result waits for ever",
            _ when generation.Status.IsOpen() => $"an order stays {generation.Status} for ever",
            GenerationStatus.Delivered when order.ResultsSeen == 0 && !isInDoubt && !isForTheOperator => "a result counts as delivered that nobody saw",
            // Who finds a late result in the chat reads there that it cost nothing.
            GenerationStatus.Failed or GenerationStatus.Expired when order is { FailuresSeen: 0, ResultsSeen: 0 } && !isInDoubt && !isForTheOperator =>
                "the money went back and nobody was told",
            _ when order is { IsCallbackKept: true, Task: Desk.TaskTruth.Done, IsParked: false, ResultsSeen: 0 } && !isInDoubt && !isLost =>
                "a task named by a kept callback did not lead to its customer",
            _ => null,
        };
    }
}
