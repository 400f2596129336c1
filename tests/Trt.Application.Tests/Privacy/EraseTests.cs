using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Trt.Application.BackOffice.Admins;
using Trt.Application.Generations;
using Trt.Application.Ports;
using Trt.Application.Privacy;
using Trt.Application.Users;
using Trt.Domain.Generations;
using Trt.Domain.Shared;
using Trt.Domain.Wallets;
using Trt.Infrastructure.Persistence;
using Trt.Testing.Shop;

namespace Trt.Application.Tests.Privacy;

/// <summary>Somebody wants to be erased: nothing of them is found anywhere, and every kopeck is still proven.</summary>
public sealed class EraseTests : ShopTest
{
    private const string Canary = "canary";

    private UserId _anna;

    protected override Task<TestShop> OpenShop() => BackOffice.BackOffice.Open();

    [SetUp]
    public async Task Come()
    {
        _anna = await Shop.NewCustomer(rubles: 100);
        Shop.Clock.Advance(TimeSpan.FromSeconds(1));
    }

    [Test]
    public async Task A_scan_of_every_table_finds_nothing_that_they_wrote_sent_or_made()
    {
        await LeaveTraces();
        (await Found()).ShouldContainKey("generations");
        (await Found()).Count.ShouldBeGreaterThan(10);

        (await Erase(await Available())).ShouldBe(new ErasureResult.Erased());
        (await Found()).ShouldBeEmpty();
        var audit = await Shop.Ask(db => db.Audit.SingleAsync(entry => entry.Action == "user.erased"));
        (audit.Actor, audit.Subject).ShouldBe(($"customer:{_anna}", $"user:{_anna}"));
    }

    [Test]
    public async Task Somebody_elses_things_stay()
    {
        await LeaveTraces();
        var boris = await Shop.NewCustomer(rubles: 100);
        var id = await Shop.Order(boris);
        await Shop.Pass(TimeSpan.FromMinutes(1));
        await Erase(await Available());
        var order = await Shop.Generation(id);
        (order.Inputs.Count > 0, order.Result.Count, order.ForgottenAt).ShouldBe((true, 1, null));
        (await Shop.Ask(db => db.Users.Where(user => user.Id == boris).Select(user => user.Name).SingleAsync())).ShouldBe("Test");
    }

    /// <summary>Whoever makes a table decides here what becomes of it.</summary>
    [Test]
    public async Task Every_table_has_its_word()
    {
        await using var source = NpgsqlDataSource.Create(Shop.ConnectionString);
        await using var command = source.CreateCommand("SELECT tablename::text FROM pg_tables WHERE schemaname = 'public'");
        await using var reader = await command.ExecuteReaderAsync();
        var tables = new List<string>();
        while (await reader.ReadAsync())
        {
            tables.Add(reader.GetString(0));
        }

        Erasure.Tables.Select(table => table.Table).ShouldBe(tables, ignoreOrder: true);
    }

    [Test]
    public async Task Money_on_the_balance_is_told_and_given_up_only_by_its_exact_sum()
    {
        (await Erase(null)).ShouldBe(new ErasureResult.Possible(Money.Rubles(100)));
        (await Erase(Money.Rubles(99))).ShouldBe(new ErasureResult.Possible(Money.Rubles(100)));
        (await Shop.Balance(_anna)).Available.ShouldBe(Money.Rubles(100));
        (await Erase(Money.Rubles(100))).ShouldBe(new ErasureResult.Erased());
        var entry = await Shop.Ask(db => db.Ledger.SingleAsync(found => found.UserId == _anna && found.Actor == Booking.Customer));
        (entry.Kind, entry.AvailableDelta).ShouldBe((EntryKind.Adjust, -10_000));
    }

    [Test]
    public async Task While_an_order_is_under_way_or_being_delivered_nothing_is_erased()
    {
        Shop.Provider.UsualReading = new TaskReading.Running();
        await Shop.Order(_anna);
        (await Erase(await Available())).ShouldBe(new ErasureResult.OrderUnderWay());
        await Shop.Pass(TimeSpan.FromSeconds(5));
        (await Erase(await Available())).ShouldBe(new ErasureResult.OrderUnderWay());
        Shop.Provider.UsualReading = FakeProvider.Done();
        Shop.Chat.NextResult(new SendOutcome.TryLater(TimeSpan.FromSeconds(30), "busy"));
        await Shop.Pass(TimeSpan.FromSeconds(10));
        (await Erase(await Available())).ShouldBe(new ErasureResult.OrderUnderWay());
        await Shop.Pass(TimeSpan.FromMinutes(1));
        (await Erase(await Available())).ShouldBe(new ErasureResult.Erased());
    }

    [TestCase("Open", false)]
    [TestCase("InReview", false)]
    [TestCase("Refunding", false)]
    [TestCase("Expired", true)]
    [TestCase("Credited", true)]
    public async Task While_a_payment_is_under_way_nothing_is_erased(string status, bool isErased)
    {
        await Payment(status);
        ((await Erase(Money.Rubles(100))) is ErasureResult.Erased).ShouldBe(isErased);
        await Shop.Execute("DELETE FROM payments");
    }

    [Test]
    public async Task Whoever_stands_behind_the_counter_leaves_it_first()
    {
        await Shop.Send(new AppointAdmin(BackOffice.BackOffice.ByOwner, _anna, Money.Rubles(100)));
        (await Erase(Money.Rubles(100))).ShouldBe(new ErasureResult.IsOperator());
    }

    [Test]
    public async Task A_late_result_of_somebody_who_was_erased_comes_to_nobody()
    {
        Shop.Provider.UsualReading = new TaskReading.Running();
        var id = await Shop.Order(_anna);
        await Shop.Pass(TimeSpan.FromMinutes(10));
        (await Shop.Generation(id)).Status.ShouldBe(GenerationStatus.Expired);
        (await Erase(await Available())).ShouldBe(new ErasureResult.Erased());
        Shop.Provider.UsualReading = FakeProvider.Done();
        await Shop.Pass(TimeSpan.FromHours(1));
        Shop.Chat.Results.ShouldBeEmpty();
        (await Shop.Generation(id)).Result.ShouldBeEmpty();
    }

    [Test]
    public async Task Whoever_comes_back_is_a_newcomer_without_a_second_present()
    {
        await Erase(Money.Rubles(100));
        Shop.Clock.Advance(TimeSpan.FromDays(1));
        var facts = await Shop.Send(new EnterChat(_anna, "Anna again", null, Language.English, new Cid("test")));
        (facts.IsNew, facts.Welcome).ShouldBe((true, Money.Zero));
        (await Shop.Balance(_anna)).Available.ShouldBe(Money.Zero);
        (await Shop.Send(new EnterChat(_anna, "Anna again", null, Language.English, new Cid("test")))).IsNew.ShouldBeFalse();
        var history = await Shop.Send(new BrowseHistory(_anna, 1, HistoryFilter.Everything));
        history.Works.Items.ShouldBeEmpty();
    }

    [Test]
    public async Task Erasing_races_with_confirming_and_one_of_them_is_told_so()
    {
        for (var round = 0; round < 20; round++)
        {
            var customer = await Shop.NewCustomer(rubles: 50);
            var view = await Shop.PaidDraft(customer);
            var confirm = Shop.Confirm(customer, view.Draft.Id);
            var erase = Shop.Send(new EraseMe(customer, Money.Rubles(50)));
            await Task.WhenAll(confirm, erase);
            var isStarted = await confirm is ConfirmResult.Started;
            (await erase).ShouldBeOfType(isStarted ? typeof(ErasureResult.OrderUnderWay) : typeof(ErasureResult.Erased));
        }

        await Shop.Pass(TimeSpan.FromMinutes(1));
    }

    private async Task LeaveTraces()
    {
        await Shop.Send(new EnterChat(_anna, Canary, $"{Canary}_name", Language.Russian, new Cid("test")));
        var view = await Shop.Draft(_anna, "nano-banana-pro", ("prompt", $"a {Canary}"), ("resolution", "1K"));
        Shop.Provider.UsualReading = new TaskReading.Done([new ResultItem(Trt.Domain.Catalog.OutputKind.Image, new Uri($"https://results.example/{Canary}.png"), null)], 18);
        await Shop.Confirm(_anna, view.Draft.Id);
        await Shop.Pass(TimeSpan.FromMinutes(1));
        await Shop.Send(new RequestOriginals(_anna, view.Draft.Id, new Cid("test")));
        await Shop.Send(new SearchHistory(_anna, Canary));
        await Shop.Draft(_anna, "nano-banana-pro", ("prompt", $"another {Canary}"), ("resolution", "1K"));
        await Shop.Send(new OrderArchive(_anna, new Cid("test")));
        var payment = await Payment("Rejected");
        var update = JsonSerializer.Serialize(new { message = new { from = new { id = _anna.Value, first_name = Canary } } });
        await Shop.Execute(
            $$"""
            UPDATE generations SET detail = '{{Canary}}' WHERE user_id = {{_anna}};
            UPDATE deliveries SET file_id = '{{Canary}}' WHERE user_id = {{_anna}};
            INSERT INTO wishes (user_id, number, text, files, is_taken, at) VALUES ({{_anna}}, 1, '{{Canary}}', '[]', false, now());
            INSERT INTO open_questions (user_id, kind, subject, asked_at) VALUES ({{_anna}}, 'PromoCode', '{{Canary}}', now());
            INSERT INTO attributions (user_id, first_source, last_source, last_at) VALUES ({{_anna}}, '{{Canary}}', '{{Canary}}', now());
            INSERT INTO adjustments (user_id, id, admin_id, kopecks, reason, written_at, is_silent, state)
                VALUES ({{_anna}}, gen_random_uuid(), 700, 100, '{{Canary}}', now(), false, 'Written');
            INSERT INTO transfer_pictures (user_id, payment_id, number, file_id, file_unique_id, is_photo, at)
                VALUES ({{_anna}}, '{{payment}}', 1, '{{Canary}}', '{{Canary}}', true, now());
            INSERT INTO parked_updates (update_id, body, error, cid, at)
                VALUES (1, '{{update}}', 'boom', 'test', now());
            INSERT INTO provider_callbacks (id, task_id, generation_id, body, at)
                SELECT gen_random_uuid(), task_id, id, '{{Canary}}', now() FROM generations WHERE user_id = {{_anna}};
            INSERT INTO outbox (id, name, payload, lane, user_id, key, cid, attempts, due_at)
                SELECT gen_random_uuid(), 'wallet.adjusted.v1', '{"reason":"{{Canary}}"}', 'Chat', {{_anna}}, 'x', 'test', 0, now() + interval '1 day';
            """);
    }

    private async Task<Guid> Payment(string status)
    {
        var id = Guid.CreateVersion7(Shop.Clock.GetUtcNow());
        await Shop.Execute(
            $"""
            INSERT INTO payments (user_id, id, method, amount, currency, total, status, created_at, expires_at, refund_round, refund_taken, reason, evidence_file_id)
            VALUES ({_anna}, '{id}', 'Transfer', 10000, 'RUB', 10000, '{status}', now(), now() + interval '10 years', 0, 0, '{Canary}', '{Canary}')
            """);
        return id;
    }

    /// <summary>Every row of every table, as text.</summary>
    private async Task<Dictionary<string, long>> Found()
    {
        await using var source = NpgsqlDataSource.Create(Shop.ConnectionString);
        var found = new Dictionary<string, long>();
        foreach (var table in Erasure.Tables.Select(table => table.Table))
        {
            await using var command = source.CreateCommand($"SELECT count(*) FROM \"{table}\" t WHERE t::text ILIKE '%{Canary}%'");
            if (await command.ExecuteScalarAsync() is long and > 0 and var rows)
            {
                found.Add(table, rows);
            }
        }

        return found;
    }

    private async Task<Money> Available() => (await Shop.Balance(_anna)).Available;

    private Task<ErasureResult> Erase(Money? givesUp) => Shop.Send(new EraseMe(_anna, givesUp));
}
