using Npgsql;
using Trt.Application.Terms;
using Trt.Domain.Generations;
using Trt.Domain.Shared;
using Trt.Testing.Shop;

namespace Trt.Simulation.Tests;

/// <summary>
/// Where one seed after the other is played: one database, two instances of the shop. Each seed has customers of its own and is judged
/// by them; what it leaves in the outbox goes with it.
/// </summary>
internal sealed class Grounds : IAsyncDisposable
{
    private static readonly DateTimeOffset Morning = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

    private readonly RangeAudit _audit;
    private long _lastCustomer = 1000;
    private long _lastUpdate = 1;

    private Grounds(Neighbourhood here, IReadOnlyList<TestShop> shops)
    {
        (Here, Shops) = (here, shops);
        Source = NpgsqlDataSource.Create($"{shops[0].ConnectionString};Max Auto Prepare=50");
        _audit = new RangeAudit(Source);
    }

    public Neighbourhood Here { get; }

    public IReadOnlyList<TestShop> Shops { get; }

    public NpgsqlDataSource Source { get; }

    public static async Task<Grounds> Open(Plant plant)
    {
        var here = new Neighbourhood(plant);
        here.Clock.Set(Morning);
        // Two of one customer run at a time, so that a third one waits; and nobody waits longer than a good day lasts.
        var settings = new ShopOptions
        {
            CallbackSecret = [1, 2, 3],
            Owners = [TestShop.Owner],
            PublicBase = new Uri("https://shop.example"),
            OpenPerCustomerMax = 2,
            Terms = new ShopTerms { Orders = new OrderTerms { WaitMax = TimeSpan.FromMinutes(15) } },
        };
        var first = await TestShop.Open(settings, others: here.MoveIn, grace: TimeSpan.FromSeconds(3));
        var grounds = new Grounds(here, [first, await first.OpenBeside(here.MoveIn)]);
        await grounds._audit.Prepare();
        if (Plants.SqlOf(plant) is { } sql)
        {
            await first.Execute(sql);
        }

        return grounds;
    }

    public UserId NextCustomer() => new(++_lastCustomer);

    public long NextUpdate() => ++_lastUpdate;

    public async Task<Verdict> Play(int seed, IReadOnlySet<int> dropped)
    {
        Here.Clock.Set(Morning + TimeSpan.FromMinutes(new Random(seed).Next(24 * 60)));
        var world = new World(seed, dropped, Here.Clock);
        world.Note(world.Profile.ToString());
        var simulation = new Simulation(this, world);
        try
        {
            await simulation.Run();
            world.IsCalm = true;
            world.Problems.AddRange(await new Judge(this, world, simulation.HealedAt).Examine());
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            world.Problems.Add($"{exception.GetType().Name}: {exception.Message} {exception.StackTrace?.Split('\n').FirstOrDefault(line => line.Contains("Trt.", StringComparison.Ordinal))?.Trim()}");
        }

        await Clear();
        return new Verdict(
            seed, world.Hash, [.. world.Problems], world.Trace, [.. world.Faults.Select(fault => fault.Number)], world.Orders.Count, simulation.Steps);
    }

    public Task<IReadOnlyList<string>> ExamineMoney(World world) => _audit.Examine(world.Customers[0].Id.Value, world.Customers[^1].Id.Value);

    public async Task<IReadOnlyList<OrderRow>> Orders(World world)
    {
        await using var command = Source.CreateCommand(
            """
            SELECT id, status, is_late, is_undeliverable, task_id,
                CASE WHEN submitted_at IS NULL THEN coalesce(waits_until, created_at + time_limit)
                     WHEN task_id IS NULL THEN greatest(waits_until, submitted_at + time_limit)
                     ELSE submitted_at + time_limit END,
                finished_at,
                EXISTS (SELECT 1 FROM deliveries WHERE deliveries.user_id = generations.user_id AND generation_id = generations.id AND state = 'Doubted')
            FROM generations WHERE user_id BETWEEN $1 AND $2
            """);
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = world.Customers[0].Id.Value });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = world.Customers[^1].Id.Value });
        var found = new List<OrderRow>();
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            found.Add(new OrderRow(
                new GenerationId(rows.GetGuid(0)),
                Enum.Parse<GenerationStatus>(rows.GetString(1)),
                rows.GetBoolean(2),
                rows.GetBoolean(3),
                rows.IsDBNull(4) ? null : rows.GetString(4),
                rows.GetFieldValue<DateTimeOffset>(5),
                rows.IsDBNull(6) ? null : rows.GetFieldValue<DateTimeOffset>(6),
                rows.GetBoolean(7)));
        }

        return found;
    }

    /// <summary>Under the name of each charge: how often it was credited.</summary>
    public async Task<IReadOnlyDictionary<string, long>> Credits(World world)
    {
        await using var command = Source.CreateCommand(
            "SELECT charge_id, count(credited_at) FROM payments WHERE user_id BETWEEN $1 AND $2 AND charge_id IS NOT NULL GROUP BY charge_id");
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = world.Customers[0].Id.Value });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = world.Customers[^1].Id.Value });
        var found = new Dictionary<string, long>();
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            found.Add(rows.GetString(0), rows.GetInt64(1));
        }

        return found;
    }

    /// <summary>Nothing is left but looking for results that nobody can find.</summary>
    public async Task<bool> IsAtRest(World world)
    {
        await using var command = Source.CreateCommand(
            """
            SELECT NOT EXISTS (
                SELECT 1 FROM outbox
                LEFT JOIN generations ON generations.id = CASE WHEN outbox.name LIKE 'generation.%' THEN outbox.key::uuid END
                WHERE parked_at IS NULL AND NOT (outbox.name = 'generation.check.v1' AND status = 'Expired' AND (task_id IS NULL OR NOT task_id = ANY ($1))))
                AND NOT EXISTS (SELECT 1 FROM generations WHERE user_id BETWEEN $2 AND $3 AND status IN ('Queued', 'Submitting', 'Uncertain', 'Running', 'Succeeded'))
            """);
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. world.Tasks.Select(task => task.Id)] });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = world.Customers[0].Id.Value });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = world.Customers[^1].Id.Value });
        return (bool)(await command.ExecuteScalarAsync())!;
    }

    public async Task<long> PutAsideRows() =>
        (long)(await Scalar("SELECT count(*) FROM outbox WHERE parked_at IS NOT NULL AND last_error IS DISTINCT FROM 'put aside'"))!;

    /// <summary>Its row has failed so often that nobody touches it any more.</summary>
    public async Task<bool> PutAside(Order order, DateTimeOffset now)
    {
        await using var command = Source.CreateCommand(
            """
            UPDATE outbox SET parked_at = $1, leased_until = NULL, last_error = 'put aside'
            WHERE key = $2 AND lane IN ('Submit', 'Check') AND parked_at IS NULL AND (leased_until IS NULL OR leased_until < $1)
            """);
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = now.ToUniversalTime() });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = order.Id.ToString() });
        return await command.ExecuteNonQueryAsync() > 0;
    }

    /// <summary>The progress of a few is enough; it is half of all work and says nothing about money.</summary>
    public async Task DropProgress(Order order)
    {
        await using var command = Source.CreateCommand("DELETE FROM outbox WHERE key = $1 AND name = 'generation.progress.v1'");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = order.Id.ToString() });
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Those that were ordered together with it are told of, too.</summary>
    public async Task FindRivals(World world, Order order)
    {
        await using var command = Source.CreateCommand("SELECT id FROM generations WHERE user_id = $1 AND batch = $2 AND id <> $2 ORDER BY model");
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = order.Customer.Id.Value });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = order.Id.Value });
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            var id = new GenerationId(rows.GetGuid(0));
            if (world.Find(id) is null)
            {
                var rival = new Order(world.Orders.Count + 1, order.Customer, id, order.Makes);
                order.Rivals.Add(rival);
                world.Orders.Add(rival);
            }
        }
    }

    public async Task<bool> IsCancelled(Order order)
    {
        await using var command = Source.CreateCommand("SELECT status = 'Cancelled' FROM generations WHERE id = $1");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = order.Id.Value });
        return (bool)(await command.ExecuteScalarAsync())!;
    }

    /// <returns>False when it is known already.</returns>
    public async Task<bool> NoteUpdate(long update)
    {
        await using var command = Source.CreateCommand("INSERT INTO processed_updates (update_id, at) VALUES ($1, now()) ON CONFLICT DO NOTHING");
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = update });
        return await command.ExecuteNonQueryAsync() == 1;
    }

    public async ValueTask DisposeAsync()
    {
        await _audit.DisposeAsync();
        await Source.DisposeAsync();
        await Shops[1].DisposeAsync();
        await Shops[0].DisposeAsync();
    }

    private Task Clear() => Shops[0].Execute(
        """
        DELETE FROM outbox; DELETE FROM pauses; DELETE FROM provider_callbacks; DELETE FROM drafts; DELETE FROM operator_matters;
        UPDATE pace_slots SET used_at = '-infinity';
        UPDATE generations SET status = 'Failed' WHERE status IN ('Queued', 'Submitting', 'Uncertain', 'Running');
        """);

    private async Task<object?> Scalar(string sql)
    {
        await using var command = Source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }
}

/// <param name="EndsBy">When the customer was told that the money comes back at the latest.</param>
internal sealed record OrderRow(
    GenerationId Id, GenerationStatus Status, bool IsLate, bool IsUndeliverable, string? TaskId, DateTimeOffset EndsBy,
    DateTimeOffset? FinishedAt, bool IsInDoubt);

/// <param name="Faults">The numbers of those that struck.</param>
internal sealed record Verdict(
    int Seed, ulong Hash, IReadOnlyList<string> Problems, IReadOnlyList<string> Trace, IReadOnlyList<int> Faults, int Orders, int Steps);
