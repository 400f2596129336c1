using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Trt.Infrastructure.PrivatePostgres;
using Trt.Testing;
using Trt.Testing.Shop;

namespace Trt.Chaos.Tests.Storms;

/// <summary>
/// Two real shops, a real PostgreSQL that keeps its word about disks, neighbours on a bad day, people who press. After the storm everything
/// is mended, all come to rest, and the evening is judged.
/// </summary>
internal static class Storm
{
    private const int Shops = 2;

    /// <summary>Work of orders; that a task nobody knows of may call back is looked for a whole day.</summary>
    private const string WorkLeft =
        """
        outbox WHERE parked_at IS NULL AND name LIKE 'generation.%' AND NOT (name = 'generation.check.v1' AND EXISTS (
            SELECT 1 FROM generations WHERE replace(id::text, '-', '') = outbox.key AND status = 'Expired' AND task_id IS NULL))
        """;

    /// <summary>An order that nobody answers for ends by its deadline; then come the keeper's round and the word to the customer.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(8);

    /// <returns>0 when every promise was kept, 1 when one was broken.</returns>
    public static async Task<int> Run(double minutes, int seed, int people, bool isPlanted)
    {
        var folder = Directory.CreateTempSubdirectory("trt-chaos-").FullName;
        try
        {
            var (mounted, problem) = SmallDisk.Mount(folder);
            if (mounted is null)
            {
                Say($"No disk gets full: {problem}.");
            }

            using var disk = mounted;
            await using var postgres = await PrivateServer.Start(
                new PrivatePostgresOptions { Folder = folder }, NullLogger.Instance, TimeProvider.System, CancellationToken.None);
            return await Run(TimeSpan.FromMinutes(minutes), seed, people, isPlanted, postgres, disk);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<int> Run(TimeSpan time, int seed, int people, bool isPlanted, PrivateServer postgres, SmallDisk? disk)
    {
        var address = await postgres.EnsureDatabase("chaos", CancellationToken.None);
        await using var source = NpgsqlDataSource.Create(address);
        await KeepLogShort(source);
        await using var neighbours = await Neighbours.Open();
        var places = Enumerable.Range(0, Shops).Select(number => new Place(number, Wire.To(address))).ToList();
        await using var balancer = new Balancer(places);
        balancer.Open();
        await neighbours.Levers.Post("kie", new { duration_ms = 300, rate_limit = false });
        foreach (var place in places)
        {
            var settings = neighbours.Settings(balancer.Address, place.Wire.ConnectionString);
            settings["WELCOME_BALANCE_RUB"] = "5000";
            place.Open(settings);
        }

        try
        {
            await Eventually.Holds("both shops are open", () => Task.FromResult(places.TrueForAll(place => place.IsReady)), TimeSpan.FromMinutes(2));
            if (isPlanted)
            {
                await Plant(source);
            }

            Say($"{time.TotalMinutes} min of seed {seed} with {people} people …");

            var weather = new Weather(neighbours.Levers, new Random(seed));
            var nemesis = new Nemesis(places, postgres, address, disk, new Random(seed + 1));
            var crowd = Enumerable.Range(1, people)
                .Select(number => new Person(new Customer(neighbours.Levers, number, $"P{number}", "ru"), new Books(source), new Random(seed + 1 + number)))
                .ToList();
            using var evening = new CancellationTokenSource(time);
            var lives = Task.WhenAll(crowd.Select(person => person.Live(evening.Token)));
            await Task.WhenAll(weather.Blow(evening.Token), nemesis.Rage(evening.Token));

            await weather.Calm();
            Say("The storm is over …");
            await lives;
            // What was pooled while PostgreSQL was killed leads nowhere.
            source.Clear();
            var rested = Stopwatch.StartNew();
            await ComesToRest(source, places);
            Say($"All came to rest within {rested.Elapsed.TotalSeconds:0} s.");

            var verdict = new Verdict(source, neighbours);
            await verdict.Judge(
                address, [.. crowd.Select(person => person.Customer)], [.. places.SelectMany(place => place.Deaths)], nemesis.Kills);
            Console.WriteLine($"seed {seed}, {time.TotalMinutes} min, {await Tally(source)}");
            Console.WriteLine($"struck: {string.Join(", ", nemesis.Struck.Select(pair => $"{pair.Key} {pair.Value}"))}; "
                + $"people gave up {crowd.Sum(person => person.GaveUp)} times");
            verdict.Print(Console.Out);
            return verdict.IsKept ? 0 : 1;
        }
        finally
        {
            foreach (var place in places)
            {
                await place.DisposeAsync();
            }
        }
    }

    /// <summary>The log of changes fits on a small disk.</summary>
    private static async Task KeepLogShort(NpgsqlDataSource source)
    {
        foreach (var sql in (string[])["ALTER SYSTEM SET min_wal_size = '32MB'", "ALTER SYSTEM SET max_wal_size = '64MB'", "SELECT pg_reload_conf()"])
        {
            await using var command = source.CreateCommand(sql);
            await command.ExecuteNonQueryAsync();
        }
    }

    private static async Task Plant(NpgsqlDataSource source)
    {
        await using var plant = source.CreateCommand(
            """
            CREATE FUNCTION planted() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                DELETE FROM outbox WHERE id = NEW.id AND name IN ('generation.deliver.v1', 'generation.failure.v1') AND random() < 0.5;
                RETURN NULL;
            END $$;
            CREATE TRIGGER planted AFTER INSERT ON outbox FOR EACH ROW EXECUTE FUNCTION planted();
            """);
        await plant.ExecuteNonQueryAsync();
    }

    /// <summary>Whatever has no rest in time is left to the judge.</summary>
    private static async Task ComesToRest(NpgsqlDataSource source, List<Place> places)
    {
        try
        {
            await Eventually.Holds("nothing is open and nothing is due", async () =>
                places.TrueForAll(place => place.IsReady)
                && await Count(source, "generations WHERE status IN ('Queued', 'Submitting', 'Uncertain', 'Running', 'Succeeded')") == 0
                && await Count(source, WorkLeft) == 0, Rest);
        }
        catch (TimeoutException late)
        {
            Say(late.Message);
        }
    }

    private static async Task<string> Tally(NpgsqlDataSource source)
    {
        await using var command = source.CreateCommand(
            "SELECT coalesce(string_agg(concat_ws(' ', count, status), ', '), 'nothing') FROM (SELECT status, count(*) FROM generations GROUP BY status ORDER BY status) tally");
        return $"orders: {await command.ExecuteScalarAsync()}";
    }

    private static async Task<long> Count(NpgsqlDataSource source, string rows)
    {
        await using var command = source.CreateCommand($"SELECT count(*) FROM {rows}");
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static void Say(FormattableString what) => Console.Error.WriteLine(FormattableString.Invariant(what));

    private static void Say(string what) => Console.Error.WriteLine(what);
}
