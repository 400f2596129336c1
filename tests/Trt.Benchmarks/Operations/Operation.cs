using Npgsql;
using Trt.Benchmarks.Load;
using Trt.Benchmarks.Measuring;
using Trt.Benchmarks.Neighbours;

namespace Trt.Benchmarks.Operations;

/// <summary>What people or neighbours do to a shop, in rounds: measured beside a reference, or in shops of different sizes.</summary>
internal abstract class Operation(BenchPostgres postgres, NpgsqlDataSource tables)
{
    public const int Clients = 16;

    /// <summary>More than a shop can serve in a second: one that runs out of people would be measured on an empty one.</summary>
    protected const int PeoplePerSecond = 6000;

    protected static readonly byte[] Answered = "answerCallbackQuery"u8.ToArray();

    protected BenchPostgres Postgres => postgres;

    protected NpgsqlDataSource Tables => tables;

    /// <summary>What has to be there before the shop opens.</summary>
    public virtual Task Lay(Plan plan, CancellationToken token) => Task.CompletedTask;

    /// <summary>Once before any load: that it does what it is measured for. Needed only where the rounds do not show it.</summary>
    public virtual Task Try(ServerUnderTest shop, CancellationToken token) => Task.CompletedTask;

    public abstract Task<Sample> Round(ServerUnderTest shop, TimeSpan time, CancellationToken token);

    protected static int People(TimeSpan time) => (int)Math.Ceiling(time.TotalSeconds * PeoplePerSecond);

    /// <summary>Whoever asks more of a shop has pressed something a moment ago: the shop knows them.</summary>
    protected static void Arrive(ServerUnderTest shop, long firstPerson, int people) => Arrivals.Come(shop, firstPerson, people);

    /// <param name="kept">Counts what of it is in the database afterwards.</param>
    protected async Task<Sample> Counted(
        ServerUnderTest shop, Func<LoadResult> load, string what, Func<Task<long>> kept, CancellationToken token)
    {
        await tables.Checkpoint(token);
        var answered = 0;
        var sample = Sample.Under(shop, postgres, () =>
        {
            var result = load();
            answered = result.Count;
            return result;
        });
        var rows = await kept();
        return rows == answered
            ? sample
            : throw new BenchmarkException($"{answered} {what} were answered, but {rows} of them are in the database.");
    }
}
