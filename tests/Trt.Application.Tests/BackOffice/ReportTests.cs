using System.Text;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Trt.Application.BackOffice.People;
using Trt.Application.BackOffice.Reports;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Application.Users;
using Trt.Domain.BackOffice;
using Trt.Domain.Generations;
using Trt.Domain.Shared;
using Trt.Testing.Shop;

namespace Trt.Application.Tests.BackOffice;

/// <summary>The shop in figures, and its tables as files.</summary>
[NonParallelizable]
public sealed class ReportTests : ShopTest
{
    private const long FewBytes = 1_000_000;

    private static readonly Actor Console = new Actor.AtConsole("root");

    /// <summary>What fills a hundred thousand rows keeps no books.</summary>
    protected override bool BooksAgreeAtTheEnd => false;

    protected override Task<TestShop> OpenShop() => BackOffice.Open();

    [Test]
    public async Task The_figures_count_people_orders_and_money_by_the_days_of_the_shop()
    {
        await Shop.NewCustomer();
        Shop.Clock.Advance(TimeSpan.FromDays(8));
        await Shop.NewCustomer();
        // 20:59 UTC is still the same day at UTC+3, 21:00 is the next.
        Shop.Clock.Set(new DateTimeOffset(2026, 11, 29, 20, 59, 0, TimeSpan.Zero));
        var yesterday = await Shop.NewCustomer(rubles: 100);
        await Shop.Order(yesterday);
        await Shop.Pass(TimeSpan.FromSeconds(5));
        Shop.Clock.Set(new DateTimeOffset(2026, 11, 29, 21, 0, 0, TimeSpan.Zero));
        var today = await Shop.NewCustomer(rubles: 100);
        await Shop.Order(today);
        await Shop.Pass(TimeSpan.FromSeconds(5));
        await Shop.Order(today);
        await Shop.Given(new BlockUser(Console, yesterday, "test"));

        var view = await Shop.Given(new ShowStatistics(BackOffice.ByOwner));
        view.Credits.ShouldBe(1000);
        var figures = view.Figures;
        figures.People.ShouldBe(new PeopleFigures(All: 4, NewToday: 1, NewThisWeek: 3, NewThisMonth: 4, ActiveToday: 1, Blocked: 1));
        figures.GenerationsToday.ShouldBe(new Dictionary<GenerationStatus, int> { [GenerationStatus.Delivered] = 1, [GenerationStatus.Queued] = 1 }, ignoreOrder: true);
        figures.Revenue.ShouldBe(new RevenueFigures(Money.Rubles(14.14m), Money.Rubles(28.28m), Money.Rubles(28.28m)));
        figures.TopModels.ShouldBe([new ModelFigure(new ModelId("nano-banana-pro"), 3)]);
        figures.Limbo.ShouldBe(new LimboFigures(Money.Rubles(14.14m), Money.Zero, 0));
        (figures.ParkedUpdates, figures.ParkedRows).ShouldBe((0, 0));
        figures.WaitingRows.ShouldBeGreaterThan(0);
    }

    [Test]
    public async Task An_empty_shop_has_figures_too()
    {
        await using var shop = await TestShop.Open();
        var figures = (await shop.Given(new ShowStatistics(Console))).Figures;
        figures.People.All.ShouldBe(0);
        figures.Revenue.ShouldBe(new RevenueFigures(Money.Zero, Money.Zero, Money.Zero));
        figures.TopModels.ShouldBeEmpty();
    }

    [Test]
    public async Task A_hundred_thousand_customers_and_orders_are_summed_up_where_they_lie()
    {
        await Fill(100_000);
        (await Shop.Given(new ShowStatistics(BackOffice.ByOwner))).Figures.People.All.ShouldBe(100_000);
        (await Shop.Given(new FindUsers(BackOffice.ByOwner, "клиент 77777"))).Found.Items.ShouldHaveSingleItem();

        // A byte or two for each of them would be more than this.
        (await AllocatedBy(() => Shop.Given(new ShowStatistics(BackOffice.ByOwner)))).ShouldBeLessThan(FewBytes);
        (await AllocatedBy(() => Shop.Given(new FindUsers(BackOffice.ByOwner, "клиент 77777")))).ShouldBeLessThan(FewBytes);
    }

    [Test]
    public async Task An_owner_gets_the_ledger_as_a_file_and_the_export_is_written_down()
    {
        await Shop.NewCustomer(rubles: 150.5m);
        var period = await Shop.Given(new OrderExport(BackOffice.Owner, ExportTable.Ledger, Days: 7, new Cid("test")));
        period.ShouldBe(new ExportPeriod(new DateOnly(2026, 11, 15), new DateOnly(2026, 11, 21)));
        await Shop.RunDue(Lane.Chat);

        var (notice, csv, end) = Shop.Mail.Exports.ShouldHaveSingleItem();
        (notice.Admin, notice.Table, end.Rows, end.IsTooLarge).ShouldBe((BackOffice.Owner, ExportTable.Ledger, 1, false));
        var lines = csv.Split("\r\n");
        lines[0].ShouldBe("\uFEFFat,user_id,kind,available_delta_rub,reserved_delta_rub,available_after_rub,reserved_after_rub,reference,actor,reason,id");
        lines[1].ShouldStartWith("2026-11-21T09:00:00Z,");
        lines[1].ShouldContain(",Adjust,150.50,0.00,150.50,0.00,test:");
        (await Shop.Ask(db => db.Audit.CountAsync(entry => entry.Action == "data.exported" && entry.Subject == "table:Ledger"))).ShouldBe(1);
    }

    [Test]
    public async Task A_hostile_name_leaves_as_text()
    {
        await Shop.Send(new EnterChat(new UserId(31), "=cmd|'/c calc'!A1", "evil", Language.English, new Cid("test")));
        var lines = (await Export(ExportTable.Users)).Split("\r\n");
        lines[1].ShouldBe("31,'=cmd|'/c calc'!A1,evil,English,2026-11-21T09:00:00Z,2026-11-21,false,,,0.00,0.00");
    }

    [Test]
    public async Task Top_ups_leave_with_their_charge_and_what_became_of_them()
    {
        await using var source = NpgsqlDataSource.Create(Shop.ConnectionString);
        await using var command = source.CreateCommand(
            """
            INSERT INTO payments (user_id, id, method, amount, currency, total, status, charge_id, created_at, expires_at, credited_at, refund_round, refund_taken)
            VALUES (31, gen_random_uuid(), 'Stars', 10000, 'XTR', 160, 'Credited', '-charge', '2026-11-21 09:00+00', '2026-11-21 10:00+00', '2026-11-21 09:01+00', 0, 0)
            """);
        await command.ExecuteNonQueryAsync();
        var lines = (await Export(ExportTable.Payments)).Split("\r\n");
        lines[0].ShouldStartWith("\uFEFFcreated_at,user_id,method,status,amount_rub,currency,total_units,charge_id,");
        lines[1].ShouldStartWith("2026-11-21T09:00:00Z,31,Stars,Credited,100.00,XTR,160,'-charge,,2026-11-21T09:01:00Z,,0.00,,,");
    }

    [Test]
    public async Task The_period_is_whole_days_of_the_shop_and_includes_both_ends()
    {
        foreach (var (id, moment) in new[] { (1, "2026-11-19T20:59:59Z"), (2, "2026-11-19T21:00:00Z"), (3, "2026-11-20T20:59:59Z"), (4, "2026-11-20T21:00:00Z") })
        {
            Shop.Clock.Set(DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture));
            await Shop.Send(new EnterChat(new UserId(id), "x", null, Language.English, new Cid("test")));
        }

        var day = new DateOnly(2026, 11, 20);
        var lines = (await Export(ExportTable.Users, new ExportPeriod(day, day))).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines.Skip(1).Select(line => line.Split(',')[0]).ShouldBe(["2", "3"]);
    }

    [Test]
    public async Task Too_large_for_the_chat_is_said_and_the_file_is_not_finished()
    {
        await using var shop = await BackOffice.Open(new AdminTerms { ExportBytesMax = 1000 });
        await shop.NewCustomer();
        for (var index = 0; index < 20; index++)
        {
            await shop.NewCustomer();
        }

        await shop.Given(new OrderExport(BackOffice.Owner, ExportTable.Users, Days: null, new Cid("test")));
        await shop.RunDue(Lane.Chat);
        var (_, csv, end) = shop.Mail.Exports.ShouldHaveSingleItem();
        end.IsTooLarge.ShouldBeTrue();
        csv.Length.ShouldBeLessThan(2000);
    }

    [Test]
    public async Task Whoever_lost_their_rights_meanwhile_gets_no_file()
    {
        await Shop.Given(new OrderExport(BackOffice.Owner, ExportTable.Users, Days: 1, new Cid("test")));
        var stranger = await Shop.NewCustomer();
        (await Shop.Send(new SendExport(stranger, "Users", ExportPeriod.Beginning, new DateOnly(2026, 11, 21)))).ShouldBe(LaterOutcome.Done);
        Shop.Mail.Exports.ShouldBeEmpty();
    }

    [Test]
    public async Task A_large_table_flows_through_little_memory()
    {
        await Fill(50_000);
        var stream = new CountingStream();
        await Shop.Given(new WriteExport(Console, ExportTable.Users, new ExportPeriod(ExportPeriod.Beginning, new DateOnly(2027, 1, 1)), stream));
        stream.Bytes.ShouldBeGreaterThan(3_000_000);
        stream.LargestChunk.ShouldBeLessThan(512 * 1024);
    }

    private async Task<string> Export(ExportTable table, ExportPeriod? period = null)
    {
        using var file = new MemoryStream();
        await Shop.Given(new WriteExport(Console, table, period ?? new ExportPeriod(ExportPeriod.Beginning, new DateOnly(2027, 1, 1)), file));
        return Encoding.UTF8.GetString(file.ToArray());
    }

    private async Task Fill(int people)
    {
        await using var source = NpgsqlDataSource.Create(Shop.ConnectionString);
        await using var command = source.CreateCommand(
            $"""
            INSERT INTO users (id, name, username, language, has_left, created_at, seen_on)
            SELECT n, 'Клиент ' || n, 'user_' || n, 'Russian', false, '2026-11-21 08:00+00'::timestamptz - n * interval '1 minute', '2026-11-21'
            FROM generate_series(1, {people}) n;
            INSERT INTO wallets (user_id, available, reserved) SELECT n, 1000, 0 FROM generate_series(1, {people}) n;
            INSERT INTO generations (user_id, id, model, inputs, price, status, cid, attempt, result, is_late, is_undeliverable, created_at)
            SELECT n, gen_random_uuid(), 'model-' || n % 40, jsonb_build_object('prompt', repeat('a lighthouse ', 20)), 1414, 'Delivered', 'test', 1, '[]', false, false,
                   '2026-11-21 08:00+00'::timestamptz - ({people} - n) * interval '1 minute'
            FROM generate_series(1, {people}) n;
            INSERT INTO ledger_entries (id, user_id, kind, available_delta, reserved_delta, available_after, reserved_after, reference, actor, reason, at)
            SELECT gen_random_uuid(), n, 'Commit', 0, -1414, 1000, 0, 'generation-' || n, 'system', 'test',
                   '2026-11-21 08:00+00'::timestamptz - ({people} - n) * interval '1 minute'
            FROM generate_series(1, {people}) n;
            ANALYZE;
            """);
        command.CommandTimeout = 120;
        await command.ExecuteNonQueryAsync();
    }

    private sealed class CountingStream : MemoryStream
    {
        public long Bytes { get; private set; }

        public int LargestChunk { get; private set; }

        public override void Write(ReadOnlySpan<byte> buffer) => Note(buffer.Length);

        public override void Write(byte[] buffer, int offset, int count) => Note(count);

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Note(buffer.Length);
            return ValueTask.CompletedTask;
        }

        private void Note(int count) => (Bytes, LargestChunk) = (Bytes + count, Math.Max(LargestChunk, count));
    }

    private static async Task<long> AllocatedBy<T>(Func<Task<T>> work)
    {
        var before = GC.GetTotalAllocatedBytes(precise: true);
        await work();
        return GC.GetTotalAllocatedBytes(precise: true) - before;
    }
}
