using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Trt.Application.BackOffice.Alerts;
using Trt.Application.Generations;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Domain.Shared;
using Trt.Infrastructure.Outbox;
using Trt.Infrastructure.Persistence;
using Trt.Testing.Shop;

namespace Trt.Application.Tests.Outbox;

/// <summary>Work for later: done at least once, by one worker at a time, in a fair and bounded way.</summary>
public sealed class OutboxTests : ShopTest
{
    [Test]
    [Property("Case", 88)]
    public async Task Four_workers_never_take_the_same_row()
    {
        await Add(Enumerable.Range(0, 200).Select(n => Check(user: n)));
        var claimed = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            var mine = new List<Guid>();
            while (await Claim(Lane.Check, 7) is { Count: > 0 } rows)
            {
                mine.AddRange(rows.Select(row => row.Id));
            }

            return mine;
        }));
        claimed.SelectMany(ids => ids).ToList().ShouldBeUnique();
        claimed.Sum(ids => ids.Count).ShouldBe(200);
    }

    [Test]
    public async Task The_rows_of_a_worker_that_died_come_back_when_their_lease_is_over()
    {
        await Add([Check(1)]);
        (await Claim(Lane.Check, 10)).Count.ShouldBe(1);
        (await Claim(Lane.Check, 10)).ShouldBeEmpty();
        Shop.Clock.Advance(OutboxQueue.Lease + TimeSpan.FromSeconds(1));
        (await Claim(Lane.Check, 10)).Count.ShouldBe(1);
    }

    [Test]
    public async Task A_worker_that_lives_keeps_its_rows_and_one_that_was_away_cannot_spoil_them()
    {
        var slow = (await Added(Check(1)))[0];
        Shop.Clock.Advance(TimeSpan.FromSeconds(20));
        var lease = (await Queue(queue => queue.Renew(Held(slow), CancellationToken.None)))[slow.Id];
        Shop.Clock.Advance(TimeSpan.FromSeconds(20));
        (await Claim(Lane.Check, 10)).ShouldBeEmpty();

        Shop.Clock.Advance(TimeSpan.FromSeconds(11));
        var taken = (await Claim(Lane.Check, 10)).ShouldHaveSingleItem();
        (await Queue(queue => queue.Renew(new Dictionary<Guid, DateTimeOffset> { [slow.Id] = lease }, CancellationToken.None))).ShouldBeEmpty();
        (await Queue(queue => queue.Finish(slow.Id, lease, CancellationToken.None))).ShouldBeFalse();
        (await Queue(queue => queue.RunAgain(slow, lease, TimeSpan.Zero, null, CancellationToken.None))).ShouldBeFalse();
        (await Queue(queue => queue.Fail(slow, lease, "late", CancellationToken.None))).ShouldBe(FailedRow.Anothers);
        (await Claim(Lane.Check, 10)).ShouldBeEmpty();
        (await Queue(queue => queue.Finish(taken.Id, taken.LeasedUntil!.Value, CancellationToken.None))).ShouldBeTrue();
    }

    [Test]
    public async Task What_only_a_newer_version_knows_is_left_to_it()
    {
        await Add([Check(1)]);
        await Sql("UPDATE outbox SET name = 'generation.check.v99'");
        (await Shop.RunDue(Lane.Check)).ShouldBe(0);
        (await Scalar("SELECT count(*) FROM outbox WHERE attempts = 0 AND leased_until IS NULL")).ShouldBe(1);
    }

    [Test]
    public async Task Six_hundred_spared_chats_hide_nobody_behind_them()
    {
        await Add(Enumerable.Range(1, 600).Select(user => Tell(user, order: user)));
        for (var user = 1; user <= 600; user++)
        {
            await Pause(Pauses.ChatOf(user), TimeSpan.FromSeconds(100));
        }

        Shop.Clock.Advance(TimeSpan.FromSeconds(1));
        await Add([Tell(user: 5000, order: 1)]);
        (await Claim(Lane.Chat, 16)).ShouldHaveSingleItem().UserId.Value.ShouldBe(5000);
    }

    [Test]
    public async Task Six_hundred_messages_of_one_customer_hide_nobody_behind_them()
    {
        await Add(Enumerable.Range(1, 600).Select(order => Tell(user: 1, order)));
        Shop.Clock.Advance(TimeSpan.FromSeconds(1));
        await Add([Tell(user: 2, order: 1)]);
        (await Claim(Lane.Chat, 16)).ShouldHaveSingleItem().UserId.Value.ShouldBe(1);
        (await Claim(Lane.Chat, 16)).ShouldHaveSingleItem().UserId.Value.ShouldBe(2);
    }

    [Test]
    public async Task Letters_to_operators_stand_in_nobodys_way()
    {
        await Add(Enumerable.Range(1, 1500).Select(n => new TellOperators(new Matter.OldWords($"trouble:{n}", "text"))));
        Shop.Clock.Advance(TimeSpan.FromSeconds(1));
        await Add([Tell(user: 1, order: 1)]);
        (await Claim(Lane.Chat, 16)).ShouldHaveSingleItem();
    }

    [Test]
    public async Task Who_is_hurried_while_in_work_comes_back_at_once()
    {
        var row = (await Added(Check(1)))[0];
        Shop.Clock.Advance(TimeSpan.FromSeconds(1));
        await using (var scope = Shop.Scope())
        {
            await scope.ServiceProvider.GetRequiredService<IOutbox>().Hurry(Check(1), CancellationToken.None);
        }

        await Queue(queue => queue.RunAgain(row, row.LeasedUntil!.Value, TimeSpan.FromMinutes(10), null, CancellationToken.None));
        (await Claim(Lane.Check, 1)).ShouldHaveSingleItem();
    }

    [Test]
    public async Task Ten_orders_of_one_customer_do_not_stand_before_anothers_first()
    {
        await Add(Enumerable.Range(0, 10).Select(_ => Submit(user: 1)));
        Shop.Clock.Advance(TimeSpan.FromSeconds(1));
        await Add([Submit(user: 2), Submit(user: 3)]);
        var first = await Claim(Lane.Submit, 3);
        first.Select(row => row.UserId.Value).ShouldBe([1, 2, 3], ignoreOrder: true);
    }

    [Test]
    public async Task Messages_of_one_chat_leave_one_after_the_other_in_order()
    {
        await Add([Tell(user: 1, order: 1), Tell(user: 2, order: 2)]);
        Shop.Clock.Advance(TimeSpan.FromMilliseconds(1));
        await Add([Tell(user: 1, order: 3)]);

        var now = await Claim(Lane.Chat, 10);
        now.Count.ShouldBe(2);
        (await Claim(Lane.Chat, 10)).ShouldBeEmpty();
        await Finish(now.Single(row => row.UserId.Value == 1));
        (await Claim(Lane.Chat, 10)).ShouldHaveSingleItem().Key.ShouldStartWith("00000003");
    }

    [Test]
    [Property("Case", 54)]
    public async Task Nothing_leaves_for_a_chat_that_the_messenger_asked_to_spare()
    {
        await Add([Tell(user: 1, order: 1), Tell(user: 2, order: 2)]);
        await Pause(Pauses.ChatOf(1), TimeSpan.FromSeconds(30));
        await Finish((await Claim(Lane.Chat, 10)).ShouldHaveSingleItem());
        Shop.Clock.Advance(TimeSpan.FromSeconds(31));
        (await Claim(Lane.Chat, 10)).ShouldHaveSingleItem().UserId.Value.ShouldBe(1);
    }

    [Test]
    public async Task A_row_that_always_fails_is_put_aside_and_stops_nobody()
    {
        var user = await Shop.NewCustomer(100);
        await Add([Submit(user.Value)]);
        var id = await Shop.Order(user);
        for (var hour = 0; hour < 3; hour++)
        {
            await Shop.Pass(TimeSpan.FromSeconds(2));
            Shop.Clock.Advance(TimeSpan.FromHours(1));
            for (var attempt = 0; attempt < OutboxQueue.AttemptsMax; attempt++)
            {
                await Shop.RunDue(Lane.Submit);
                Shop.Clock.Advance(TimeSpan.FromMinutes(15));
            }
        }

        (await Shop.Generation(id)).Status.ShouldBe(Domain.Generations.GenerationStatus.Delivered);
        (await Scalar($"SELECT count(*) FROM outbox WHERE parked_at IS NOT NULL AND attempts = {OutboxQueue.AttemptsMax} AND last_error LIKE '%is gone%'")).ShouldBe(1);

        await using var scope = Shop.Scope();
        var parked = scope.ServiceProvider.GetRequiredService<ParkedRows>();
        var row = (await parked.List(CancellationToken.None)).ShouldHaveSingleItem();
        (await parked.Replay(row.Id, CancellationToken.None)).ShouldBe(1);
        (await Claim(Lane.Submit, 10)).ShouldHaveSingleItem().Id.ShouldBe(row.Id);
    }

    [Test]
    public async Task Work_that_asks_to_come_again_is_no_failure()
    {
        var row = (await Added(Check(1)))[0];
        await using var scope = Shop.Scope();
        await scope.ServiceProvider.GetRequiredService<OutboxQueue>().RunAgain(row, row.LeasedUntil!.Value, TimeSpan.FromSeconds(5), "later", CancellationToken.None);
        (await Claim(Lane.Check, 1)).ShouldBeEmpty();
        Shop.Clock.Advance(TimeSpan.FromSeconds(5));
        (await Claim(Lane.Check, 1)).ShouldHaveSingleItem().Attempts.ShouldBe(0);
    }

    [Test]
    public async Task A_word_counts_as_said_after_six_lost_answers_however_often_the_database_broke_off()
    {
        await Add([Tell(1, 1)]);
        for (var lost = 1; lost < OutboxQueue.TellingsMax; lost++)
        {
            for (var broken = 0; broken < 4; broken++)
            {
                var failing = (await Claim(Lane.Chat, 1)).ShouldHaveSingleItem();
                await Queue(queue => queue.Fail(failing, failing.LeasedUntil!.Value, "away", CancellationToken.None));
                Shop.Clock.Advance(TimeSpan.FromMinutes(15));
            }

            await SayUnheard((await Claim(Lane.Chat, 1)).ShouldHaveSingleItem());
            Shop.Clock.Advance(TimeSpan.FromMinutes(15));
        }

        await SayUnheard((await Claim(Lane.Chat, 1)).ShouldHaveSingleItem());
        (await Scalar("SELECT count(*) FROM outbox")).ShouldBe(0);
    }

    [Test]
    public async Task Twenty_starts_in_ten_seconds_and_not_one_more_whoever_asks()
    {
        var waits = await Task.WhenAll(Enumerable.Range(0, 40).Select(async _ =>
        {
            await using var scope = Shop.Scope();
            return await scope.ServiceProvider.GetRequiredService<IPace>().WaitForSubmit(CancellationToken.None);
        }));
        waits.Count(wait => wait is null).ShouldBe(20);
        waits.OfType<TimeSpan>().ShouldAllBe(wait => wait > TimeSpan.Zero && wait <= TimeSpan.FromSeconds(10));
    }

    [Test]
    public async Task A_slot_is_free_again_when_its_window_has_passed()
    {
        (await WaitForSubmit()).ShouldBeNull();
        Shop.Clock.Advance(TimeSpan.FromSeconds(4));
        for (var start = 1; start < 20; start++)
        {
            (await WaitForSubmit()).ShouldBeNull();
        }

        (await WaitForSubmit()).ShouldBe(TimeSpan.FromSeconds(6));
        Shop.Clock.Advance(TimeSpan.FromSeconds(6));
        (await WaitForSubmit()).ShouldBeNull();
        (await WaitForSubmit()).ShouldBe(TimeSpan.FromSeconds(4));
    }

    [Test]
    public void Every_command_survives_being_written_down()
    {
        var samples = LaterCommands.All.Select(type => (ILaterCommand)Samples.Of(type)).ToList();
        samples.ShouldNotBeEmpty();
        foreach (var sample in samples)
        {
            var written = OutboxJson.Write(sample);
            OutboxJson.Write(OutboxJson.Read(LaterCommands.NameOf(sample), written)).ShouldBe(written);
        }
    }

    private static readonly GenerationId Id = new(Guid.CreateVersion7(DateTimeOffset.UnixEpoch));

    private static CheckGeneration Check(long user) => new(Id, new UserId(user));

    private static SubmitGeneration Submit(long user) => new(Id, new UserId(user));

    private static TellFailure Tell(long user, int order) => new(new GenerationId(new Guid(order, 0, 0, new byte[8])), new UserId(user));

    private async Task Add(IEnumerable<ILaterCommand> commands)
    {
        await using var scope = Shop.Scope();
        await using var work = await scope.ServiceProvider.GetRequiredService<ITrtDb>().Begin(CancellationToken.None);
        foreach (var command in commands)
        {
            scope.ServiceProvider.GetRequiredService<IOutbox>().Add(command, new Cid("test"));
        }

        await work.Commit(CancellationToken.None);
    }

    private async Task<IReadOnlyList<OutboxRow>> Added(CheckGeneration command)
    {
        await Add([command]);
        return await Claim(command.Lane, 1);
    }

    private async Task<IReadOnlyList<OutboxRow>> Claim(Lane lane, int count)
    {
        await using var scope = Shop.Scope();
        return await scope.ServiceProvider.GetRequiredService<OutboxQueue>().Claim(lane, count, CancellationToken.None);
    }

    private Task<bool> Finish(OutboxRow row) => Queue(queue => queue.Finish(row.Id, row.LeasedUntil!.Value, CancellationToken.None));

    private Task<bool> SayUnheard(OutboxRow row) =>
        Queue(queue => queue.SayAgain(row, row.LeasedUntil!.Value, "cut", CancellationToken.None));

    private async Task<T> Queue<T>(Func<OutboxQueue, Task<T>> ask)
    {
        await using var scope = Shop.Scope();
        return await ask(scope.ServiceProvider.GetRequiredService<OutboxQueue>());
    }

    private static Dictionary<Guid, DateTimeOffset> Held(OutboxRow row) => new() { [row.Id] = row.LeasedUntil!.Value };

    private async Task Pause(string name, TimeSpan duration)
    {
        await using var scope = Shop.Scope();
        await scope.ServiceProvider.GetRequiredService<IPace>().Pause(name, duration, "test", CancellationToken.None);
    }

    private async Task<TimeSpan?> WaitForSubmit()
    {
        await using var scope = Shop.Scope();
        return await scope.ServiceProvider.GetRequiredService<IPace>().WaitForSubmit(CancellationToken.None);
    }

    private async Task Sql(string sql)
    {
        await using var source = NpgsqlDataSource.Create(Shop.ConnectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private async Task<long> Scalar(string sql)
    {
        await using var source = NpgsqlDataSource.Create(Shop.ConnectionString);
        await using var command = source.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
