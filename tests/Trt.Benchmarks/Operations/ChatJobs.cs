using System.Diagnostics;
using Npgsql;
using Trt.Benchmarks.Measuring;
using Trt.Benchmarks.Neighbours;

namespace Trt.Benchmarks.Operations;

/// <summary>Work that is due in the chat lane, done at a look: what is left is what the queue itself costs.</summary>
internal sealed class ChatJobs(BenchPostgres postgres, NpgsqlDataSource tables) : Operation(postgres, tables)
{
    private const int JobsPerSecond = 15_000;

    /// <summary>Some are done before the round begins.</summary>
    private static readonly TimeSpan Beginning = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromMilliseconds(50);

    private long _next = 7_000_000_000;

    public override async Task<Sample> Round(ServerUnderTest shop, TimeSpan time, CancellationToken token)
    {
        var jobs = (int)((time + Beginning).TotalSeconds * JobsPerSecond);
        var (first, last) = (_next, _next + jobs - 1);
        _next += jobs;
        await Pause(Tables, token);
        await Tables.Lay("jobs.sql", token, $"{first}", $"{jobs}");
        await Tables.Do("VACUUM ANALYZE outbox, generations", token);
        await Tables.Checkpoint(token);

        await Tables.Do("DELETE FROM pauses WHERE name = 'chat'", token);
        // Another instance's work is found by a poll; the time until then is not what is measured.
        var left = await Fewer(first, last, than: jobs, token);
        var (own, database, began) = (shop.ProcessorTime, Postgres.ProcessorTime, Stopwatch.GetTimestamp());
        await Task.Delay(time, TimeProvider.System, token);
        var (stillLeft, took) = (await Fewer(first, last, than: left, token), Stopwatch.GetElapsedTime(began));
        (own, database) = (shop.ProcessorTime - own, Postgres.ProcessorTime - database);

        await Pause(Tables, token);
        await Tables.Do($"DELETE FROM outbox WHERE user_id BETWEEN {first} AND {last}", token);
        await Tables.Do($"DELETE FROM generations WHERE user_id BETWEEN {first} AND {last}", token);
        await Tables.Do("VACUUM outbox, generations", token);
        var done = left - stillLeft;
        return stillLeft > 0
            ? new Sample(done / took.TotalSeconds, 0, 0, own.TotalMicroseconds / done, database.TotalMicroseconds / done)
            : throw new BenchmarkException($"All {jobs} jobs were done before the round was over: the shop is faster than they were laid for.");
    }

    /// <returns>How many are left, once some of them are done.</returns>
    private async Task<long> Fewer(long first, long last, long than, CancellationToken token)
    {
        for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < Patience;)
        {
            if (await Left(first, last, token) is var left && left < than)
            {
                return left;
            }

            await Task.Delay(LookAgainAfter, TimeProvider.System, token);
        }

        throw new BenchmarkException($"None of {than} jobs that are due was done within {Patience.TotalSeconds} s.");
    }

    private static Task Pause(NpgsqlDataSource tables, CancellationToken token) => tables.Do(
        """
        INSERT INTO pauses (name, until, reason) VALUES ('chat', now() + interval '1 day', 'a benchmark runs')
        ON CONFLICT (name) DO UPDATE SET until = excluded.until
        """,
        token);

    /// <summary>A job that failed is not done: it would be waiting for another try, with its error.</summary>
    private async Task<long> Left(long first, long last, CancellationToken token)
    {
        var failed = await Tables.Count(
            "SELECT count(*) FROM outbox WHERE last_error IS NOT NULL AND user_id BETWEEN $1 AND $2", first, last, token);
        return failed == 0
            ? await Tables.Count("SELECT count(*) FROM outbox WHERE user_id BETWEEN $1 AND $2", first, last, token)
            : throw new BenchmarkException($"{failed} jobs failed instead of being done.");
    }
}
