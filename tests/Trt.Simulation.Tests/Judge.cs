using Trt.Domain.Generations;

namespace Trt.Simulation.Tests;

/// <summary>Holds what the shop wrote down against what is true outside, once everything has come to rest.</summary>
internal sealed class Judge(Grounds grounds, World world, DateTimeOffset healedAt)
{
    /// <summary>A lease, a round of the keeper, and his grace.</summary>
    private static readonly TimeSpan Leeway = TimeSpan.FromSeconds(30 + 15 + 60 + 15);

    private const int TellingsMax = 6;

    private static readonly TimeSpan AlertsApart = TimeSpan.FromMinutes(15);

    public async Task<IReadOnlyList<string>> Examine()
    {
        var found = new List<string>(await grounds.ExamineMoney(world));
        var rows = (await grounds.Orders(world)).ToDictionary(row => row.Id);
        foreach (var order in world.Orders)
        {
            found.AddRange(Of(order, rows.GetValueOrDefault(order.Id)).Select(problem => $"{order}: {problem}"));
        }

        var credits = await grounds.Credits(world);
        foreach (var charge in world.Charges)
        {
            found.AddRange(Of(charge, credits.GetValueOrDefault(charge.Id)).Select(problem => $"{charge}: {problem}"));
        }

        found.AddRange(credits.Keys.Except(world.Charges.Select(charge => charge.Id)).Select(unpaid => $"{unpaid} is credited and was never paid"));
        if (await grounds.PutAsideRows() is > 0 and var parked)
        {
            found.Add($"{parked} rows were put aside");
        }

        foreach (var alerts in world.Alerts.GroupBy(alert => alert.Subject))
        {
            if (alerts.Zip(alerts.Skip(1)).Count(pair => pair.Second.At - pair.First.At < AlertsApart) > world.AlertExcuses)
            {
                found.Add($"the operator was told twice: {alerts.Key}");
            }
        }

        return found;
    }

    private static bool IsGivenUp(Promise promise) => promise.WordsLost >= TellingsMax;

    private static IEnumerable<string> Of(Charge charge, long credits)
    {
        if (credits != 1)
        {
            yield return $"credited {credits} times";
        }

        if (charge is { ReceiptsSeen: 0, IsUnheard: false } && !IsGivenUp(charge))
        {
            yield return "money came, and nobody was told";
        }

        if (charge.ReceiptsSeen > 1 + charge.Excuses)
        {
            yield return $"told {charge.ReceiptsSeen} times with {charge.Excuses} excuses";
        }
    }

    private IEnumerable<string> Of(Order order, OrderRow? row)
    {
        var tasks = world.Tasks.FindAll(task => task.Order == order);
        if (tasks.Count > 1)
        {
            yield return $"{tasks.Count} tasks were started";
        }

        if (row is null)
        {
            if (order.IsAccepted)
            {
                yield return "was accepted and is not there";
            }

            yield break;
        }

        if (order.IsCancelled && (row.Status != GenerationStatus.Cancelled || tasks.Count > 0))
        {
            yield return $"was taken back, and is {row.Status} with {tasks.Count} tasks";
        }

        var hasResult = row.Status is GenerationStatus.Succeeded or GenerationStatus.Delivered;
        if (row.Status.IsOpen() || row.Status == GenerationStatus.Succeeded)
        {
            yield return $"stays {row.Status}";
        }

        if (row.Status == GenerationStatus.Delivered && order.ResultsSeen == 0 && !row.IsInDoubt)
        {
            yield return "counts as delivered and nobody saw it";
        }

        if (row.Status is GenerationStatus.Failed or GenerationStatus.Expired && order is { FailuresSeen: 0, ResultsSeen: 0 }
            && !row.IsInDoubt && !IsGivenUp(order))
        {
            yield return $"{row.Status}, and nobody was told";
        }

        if (row.IsUndeliverable)
        {
            yield return "waits for a customer who is back";
        }

        if (order.ResultsSeen > 1 + order.Excuses || order.FailuresSeen > 1 + order.Excuses)
        {
            yield return $"told {order.ResultsSeen} results and {order.FailuresSeen} failures with {order.Excuses} excuses";
        }

        if (order.ResultsSeen > 0 && !hasResult && !row.IsLate)
        {
            yield return $"a result came, and it is {row.Status}";
        }

        if (order.FailuresSeen > 0 && hasResult)
        {
            yield return $"a failure was told, and it is {row.Status}";
        }

        if (row.FinishedAt is { } at && row.Status is GenerationStatus.Expired && at > (healedAt > row.EndsBy ? healedAt : row.EndsBy) + Leeway)
        {
            yield return $"ended {(at - row.EndsBy).TotalSeconds:0} s late";
        }

        if (tasks is [var task])
        {
            foreach (var problem in Of(order, row, task))
            {
                yield return problem;
            }
        }
    }

    private static IEnumerable<string> Of(Order order, OrderRow row, ProviderTask task)
    {
        if (row.TaskId is { } known && known != task.Id)
        {
            yield return "follows a task that is not its own";
        }

        var isKnown = row.TaskId is not null || task.IsCallbackKept;
        if (isKnown && !task.Fails && !order.IsPutAside && order.ResultsSeen == 0 && !row.IsInDoubt)
        {
            yield return "its result is there and did not reach the customer";
        }

        if (row.Status == GenerationStatus.Failed && !task.Fails)
        {
            yield return "failed, though its task did not";
        }
    }
}
