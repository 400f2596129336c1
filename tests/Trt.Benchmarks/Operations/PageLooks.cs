using Npgsql;
using Trt.Benchmarks.Load;
using Trt.Benchmarks.Measuring;
using Trt.Benchmarks.Neighbours;

namespace Trt.Benchmarks.Operations;

/// <summary>
/// Customers open a page of their past. Telegram's pace lets thirty screens out in a second, so what is on it is looked at once, before the
/// load; in the rounds the shop's own count says that nobody was refused.
/// </summary>
internal sealed class PageLooks(Page page, NeighbourSink neighbours, BenchPostgres postgres, NpgsqlDataSource tables, int customers)
    : Operation(postgres, tables)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private bool _areKnown;

    public override async Task Try(ServerUnderTest shop, CancellationToken token)
    {
        var shown = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var listening = neighbours.Listen(call =>
        {
            if (call.IsScreen)
            {
                shown.TrySetResult(call.Body);
            }
        });
        Arrive(shop, Books.FirstCustomer, people: 1);
        using (var conversation = new Conversation(shop.Port))
        {
            var request = new byte[4096];
            new PagePresses(page, Books.FirstCustomer, people: 1).TryWrite(request, out var length);
            conversation.Ask(request.AsSpan(0, length), Answered);
        }

        var screen = await shown.Task.WaitAsync(Patience, token);
        if (!screen.Contains(page.Mark, StringComparison.Ordinal))
        {
            throw new BenchmarkException($"This is not the {page.Name}:\n{screen}");
        }
    }

    public override async Task<Sample> Round(ServerUnderTest shop, TimeSpan time, CancellationToken token)
    {
        if (!_areKnown)
        {
            Arrive(shop, Books.FirstCustomer, customers);
            _areKnown = true;
        }

        await Tables.Checkpoint(token);
        var (before, answered) = (await shop.Counter(IsAnswered, token), 0);
        var sample = Sample.Under(shop, Postgres, () =>
        {
            var result = new ClosedLoop(shop.Port, Clients).Run(new PagePresses(page, Books.FirstCustomer, customers), Answered, time);
            answered = result.Count;
            return result;
        });
        var counted = await shop.Counter(IsAnswered, token) - before;
        return counted == answered
            ? sample
            : throw new BenchmarkException($"{answered} looks at the {page.Name} were answered, but by its own count the shop answered {counted}.");
    }

    /// <summary>Presses that were neither refused nor repeated nor failed.</summary>
    private static bool IsAnswered(string line) =>
        line.StartsWith("trt_update_duration_seconds_count{", StringComparison.Ordinal)
        && line.Contains("\"Answered\"", StringComparison.Ordinal);
}
