using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Npgsql;
using Trt.Testing.Shop;

namespace Trt.Chaos.Tests.Storms;

/// <summary>
/// What the database, the provider's books and the chats say of one evening, held against each other. Each line is a promise and how often
/// it was broken.
/// </summary>
internal sealed partial class Verdict(NpgsqlDataSource source, Neighbours neighbours)
{
    private readonly List<(string Promise, long Broken, long Allowed)> _lines = [];
    private readonly List<string> _remarks = [];

    public bool IsKept => _lines.All(line => line.Broken <= line.Allowed);

    public async Task Judge(string connectionString, IReadOnlyList<Customer> people, IReadOnlyList<string> deaths, int kills)
    {
        var orders = await Orders();
        Rule("shops that died by themselves", deaths);
        Rule("orders without an end", orders.Values.Where(order => !order.HasEnded).Select(order => order.ToString()));
        Rule("work put aside", await Rows("SELECT name || ' ' || coalesce(last_error, '') FROM outbox WHERE parked_at IS NOT NULL"));
        Rule("updates put aside", await Rows("SELECT error FROM parked_updates"));
        Rule("rules of money that do not agree", await MoneyProof.Differences(connectionString));
        await HoldAgainstProvider(orders);

        var (silent, missing, unpaid, copies) = (new List<string>(), new List<string>(), new List<string>(), 0L);
        foreach (var person in people)
        {
            var (own, chat) = (orders.Values.Where(order => order.Customer == person.Id).ToList(), await person.FromBot());
            var (shown, sure, doubted) = (chat.Count(message => message.Json.TryGetProperty("photo", out _)), own.Sum(order => order.Sent), own.Sum(order => order.Doubted));
            var back = own.Count(order => order.Status is "Failed" or "Expired");
            var told = chat.Count(message => message.Text.Contains("снова на балансе", StringComparison.Ordinal)
                || message.Text.Contains("в подарок", StringComparison.Ordinal));
            if (told < back)
            {
                silent.Add($"customer {person.Id}: {back} without a result, told of {told}");
            }

            if (shown < sure)
            {
                missing.Add($"customer {person.Id}: {sure} sent, {shown} in the chat");
            }

            copies += Math.Max(0, shown - sure - doubted);
            var paid = (await person.Chat()).GetProperty("payments").EnumerateArray().Count(payment => payment.GetProperty("state").GetString() == "paid");
            var credited = await Number($"SELECT count(*) FROM payments WHERE credited_at IS NOT NULL AND user_id = {person.Id}");
            if (paid != credited)
            {
                unpaid.Add($"customer {person.Id}: paid {paid} times, credited {credited}");
            }
        }

        Rule("orders that ended in silence", silent);
        Rule("results noted as sent that are in no chat", missing);
        Rule("payments not credited once each", unpaid);
        _lines.Add(($"copies of results (one per kill: {kills})", copies, kills));
    }

    public void Print(TextWriter to)
    {
        foreach (var (promise, broken, allowed) in _lines)
        {
            to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(broken <= allowed ? "✓" : "✗")} {promise,-52}{broken,6}"));
        }

        foreach (var remark in _remarks)
        {
            to.WriteLine($"    {remark}");
        }
    }

    /// <summary>Every order is started once at most, and what has come of it is shown.</summary>
    private async Task HoldAgainstProvider(Dictionary<string, Order> orders)
    {
        var tasks = (await neighbours.Tasks())
            .Select(task => (Order: OrderOf().Match(task.GetProperty("callback_url").GetString() ?? "").Groups["order"].Value, Task: task))
            .ToList();
        Rule("orders started twice", tasks.GroupBy(task => task.Order).Where(same => same.Count() > 1).Select(same => same.Key));
        Rule("tasks of no order", tasks.Where(task => !orders.ContainsKey(task.Order)).Select(task => task.Task.GetProperty("id").GetString()!));
        Rule("results that exist and were not shown", tasks
            .Where(task => task.Task.GetProperty("state").GetString() == "success"
                && orders.TryGetValue(task.Order, out var order) && order.Sent + order.Doubted == 0
                && (order.TaskId.Length > 0 || WasCalled(task.Task)))
            .Select(task => $"{orders[task.Order]}, callbacks {Callbacks(task.Task)}"));
    }

    /// <summary>A task whose name was lost with its answer, and whose callback was lost too, is known to nobody; its money goes back.</summary>
    private static bool WasCalled(JsonElement task) =>
        task.GetProperty("callbacks").EnumerateArray().Any(callback => callback.GetProperty("status").ToString() == "200");

    private static string Callbacks(JsonElement task) => string.Join(' ', task.GetProperty("callbacks").EnumerateArray()
        .Select(callback => $"{callback.GetProperty("kind").GetString()}:{callback.GetProperty("status")}"));

    private void Rule(string promise, IEnumerable<string> broken)
    {
        var all = broken.ToList();
        _lines.Add((promise, all.Count, 0));
        _remarks.AddRange(all.Take(20).Select(what => $"{promise}: {what}"));
    }

    private async Task<Dictionary<string, Order>> Orders()
    {
        await using var command = source.CreateCommand(
            """
            SELECT replace(id::text, '-', ''), user_id, status, coalesce(task_id, ''), coalesce(detail, ''),
                (SELECT count(*) FROM deliveries d WHERE d.generation_id = g.id AND d.state = 'Sent' AND d.output_count > 0),
                (SELECT count(*) FROM deliveries d WHERE d.generation_id = g.id AND d.state = 'Doubted' AND d.output_count > 0)
            FROM generations g
            """);
        var orders = new Dictionary<string, Order>();
        await using var row = await command.ExecuteReaderAsync();
        while (await row.ReadAsync())
        {
            orders.Add(row.GetString(0), new Order(
                row.GetString(0), row.GetInt64(1), row.GetString(2), row.GetString(3), row.GetString(4), (int)row.GetInt64(5), (int)row.GetInt64(6)));
        }

        return orders;
    }

    private async Task<IReadOnlyList<string>> Rows(string sql)
    {
        await using var command = source.CreateCommand(sql);
        await using var row = await command.ExecuteReaderAsync();
        var all = new List<string>();
        while (await row.ReadAsync())
        {
            all.Add(row.GetString(0));
        }

        return all;
    }

    private async Task<long> Number(FormattableString sql)
    {
        await using var command = source.CreateCommand(FormattableString.Invariant(sql));
        return (long)(await command.ExecuteScalarAsync())!;
    }

    [GeneratedRegex("/callbacks/kie/(?<order>[0-9a-f]{32})")]
    private static partial Regex OrderOf();

    private sealed record Order(string Id, long Customer, string Status, string TaskId, string Detail, int Sent, int Doubted)
    {
        public bool HasEnded => Status is "Delivered" or "Failed" or "Expired" or "Cancelled";
    }
}
