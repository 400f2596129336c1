using Npgsql;
using Trt.Application.Generations;
using Trt.Application.Later;
using Trt.Domain.Generations;
using Trt.Domain.Shared;
using Trt.Testing;
using Trt.Testing.Shop;

namespace Trt.Application.Tests.Races;

/// <summary>
/// Locks are taken in one order (decision 0017), so our own ways do not meet in a deadlock. Should another one come, from outside or with a later
/// way, whoever is broken off decides again, and the customer notices nothing.
/// </summary>
[CancelAfter(120_000)]
[NonParallelizable]
public sealed class LockOrderTests : ShopTest
{
    private TestShop _other = null!;

    [SetUp]
    public async Task Come()
    {
        await Shop.Execute("DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET deadlock_timeout = ''300ms''', current_database()); END $$");
        // Its connections begin after the change.
        _other = await Shop.OpenBeside();
    }

    [TearDown]
    public async Task Leave() => await _other.DisposeAsync();

    [Test]
    public async Task A_customer_whose_cancel_meets_the_opposite_order_of_locks_sees_it_carried_out()
    {
        var user = await Shop.Payer(Money.Rubles(20));
        var order = await Shop.Order(user);

        (await AgainstTheGrain(user, order, () => _other.Send(new CancelGeneration(user, order)))).ShouldBe(CancelOutcome.Cancelled);

        (await Shop.Balance(user)).Available.ShouldBe(Money.Rubles(20));
    }

    [Test]
    public async Task A_result_that_is_settled_against_the_opposite_order_of_locks_is_settled_once_and_read_once()
    {
        var user = await Shop.Payer(Money.Rubles(20));
        var order = await Shop.Order(user);
        await Shop.RunDue(Lane.Submit);

        (await AgainstTheGrain(user, order, () => _other.Send(new CheckGeneration(order, user)))).ShouldBe(LaterOutcome.Done);

        (await Shop.Generation(order)).Status.ShouldBe(GenerationStatus.Succeeded);
        _other.Provider.Reads.Count.ShouldBe(1);
    }

    /// <summary>Takes the wallet, lets the shop come as far as waiting for it, and then wants the order, which the shop holds.</summary>
    private async Task<T> AgainstTheGrain<T>(UserId user, GenerationId order, Func<Task<T>> shopsWay)
    {
        await using var connection = new NpgsqlConnection(Shop.ConnectionString);
        await connection.OpenAsync();
        // The patient one: so it is the shop that finds itself in a deadlock and is broken off.
        await Run("BEGIN; SET LOCAL deadlock_timeout = '60s'");
        await Run($"SELECT 1 FROM wallets WHERE user_id = {user} FOR UPDATE");
        var running = Task.Run(shopsWay);
        await Eventually.Holds("the shop waits for the wallet", async () =>
        {
            await using var look = new NpgsqlConnection(Shop.ConnectionString);
            await look.OpenAsync();
            await using var command = new NpgsqlCommand("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'", look);
            return (long)(await command.ExecuteScalarAsync())! > 0;
        });
        await Run($"SELECT 1 FROM generations WHERE id = '{order}' FOR UPDATE");
        running.IsCompleted.ShouldBeFalse("it was broken off and is at it again");
        await Run("COMMIT");
        return await running;

        async Task Run(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync();
        }
    }
}
