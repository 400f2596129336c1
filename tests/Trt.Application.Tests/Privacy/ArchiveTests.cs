using System.IO.Compression;
using System.Text.Json;
using Trt.Application.Later;
using Trt.Application.Privacy;
using Trt.Domain.Shared;

namespace Trt.Application.Tests.Privacy;

/// <summary>A customer takes their data along: everything, readable, in pieces that fit into a message, not too often.</summary>
public sealed class ArchiveTests : ShopTest
{
    private UserId _anna;

    [SetUp]
    public async Task Come() => _anna = await Shop.NewCustomer(rubles: 100);

    [Test]
    public async Task It_holds_profile_orders_money_and_a_page_that_explains_them()
    {
        await Shop.Order(_anna);
        await Shop.Pass(TimeSpan.FromMinutes(1));
        (await Ask()).ShouldBeOfType<ArchiveOutcome.OnItsWay>();
        await Shop.RunDue(Lane.Chat);

        var (notice, bytes, more) = Shop.Privacy.Archives.ShouldHaveSingleItem();
        (notice.User, notice.Piece, more).ShouldBe((_anna, 1, false));
        var files = Files(bytes);
        files.Keys.ShouldBe(["README.txt", "profile.json", "payments.json", "wishes.json", "recipes.json", "ledger.csv", "orders-1.json"]);
        files["README.txt"].ShouldContain("всё, что магазин хранит о вас");
        var order = JsonDocument.Parse(files["orders-1.json"]).RootElement[0];
        order.GetProperty("inputs").GetProperty("prompt").GetString().ShouldBe("a lighthouse");
        order.GetProperty("results")[0].GetProperty("link").GetString().ShouldBe("https://results.example/1.png");
        JsonDocument.Parse(files["profile.json"]).RootElement.GetProperty("balanceKopecks").GetInt64().ShouldBe(8586);
        files["ledger.csv"].Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(4);
    }

    [Test]
    public async Task Another_one_is_not_made_within_the_hour()
    {
        var asked = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Ask()));
        asked.OfType<ArchiveOutcome.OnItsWay>().Count().ShouldBe(1);
        Shop.Clock.Advance(TimeSpan.FromMinutes(20));
        (await Ask()).ShouldBe(new ArchiveOutcome.JustAsked(TimeSpan.FromMinutes(40)));
        Shop.Clock.Advance(TimeSpan.FromMinutes(40));
        (await Ask()).ShouldBeOfType<ArchiveOutcome.OnItsWay>();
    }

    [Test]
    public async Task Many_orders_come_in_pieces_each_order_once()
    {
        var text = new string('a', 20_000);
        await Shop.Execute(
            $$"""
            INSERT INTO generations (user_id, id, model, inputs, price, status, cid, attempt, result, is_late, is_undeliverable, created_at, free_day)
            SELECT {{_anna}}, gen_random_uuid(), 'z-image', jsonb_build_object('prompt', '{{text}}'), 0, 'Failed', 'test', 1, '[]', false, false,
                   '2026-11-20 08:00+00'::timestamptz + (n / 3) * interval '1 second', '2026-11-20'
            FROM generate_series(1, 3000) n
            """);
        await Ask();
        while (await Shop.RunDue(Lane.Chat) > 0)
        {
        }

        Shop.Privacy.Archives.Select(archive => (archive.Notice.Piece, archive.More)).ShouldBe([(1, true), (2, false)]);
        var orders = Shop.Privacy.Archives
            .SelectMany(archive => JsonDocument.Parse(Files(archive.Zip)[$"orders-{archive.Notice.Piece}.json"]).RootElement.EnumerateArray())
            .Select(order => order.GetProperty("id").GetString())
            .ToList();
        (orders.Count, orders.Distinct().Count()).ShouldBe((3000, 3000));
        Shop.Privacy.Archives.ShouldAllBe(archive => archive.Zip.Length < 50 * 1024 * 1024);
    }

    private Task<ArchiveOutcome> Ask() => Shop.Send(new OrderArchive(_anna, new Cid("test")));

    private static Dictionary<string, string> Files(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        return zip.Entries.ToDictionary(entry => entry.Name, entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return reader.ReadToEnd();
        });
    }
}
