using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Trt.Api.Instance;
using Trt.Testing;
using Trt.Testing.Shop;

namespace Trt.Api.Tests.Startup;

/// <summary>The database goes away for a moment, at the worst moments.</summary>
public sealed class OutageTests
{
    /// <summary>One statement of each stage of the opening (F32, F33).</summary>
    [TestCase("pg_advisory_lock")]
    [TestCase("__EFMigrationsHistory")]
    [TestCase("FROM settings")]
    [TestCase("FROM free_")]
    [TestCase("FROM drafts")]
    public async Task A_hiccup_while_the_shop_opens_delays_it_and_no_more(string statement)
    {
        await using var database = await DatabaseTemplate.OfShop.Create();
        await using var wire = Wire.To(database.ConnectionString);
        wire.CutOnceAt(statement);
        await using var shop = await RunningShop.Open(("DATABASE_URL", wire.ConnectionString));
        wire.WasCut.ShouldBeTrue();
    }

    [Test]
    public async Task Cards_that_break_while_the_database_is_away_are_told_when_it_is_back_and_the_shop_lives()
    {
        var cards = Directory.CreateTempSubdirectory("trt-cards-").FullName;
        Copy(Path.Combine(AppContext.BaseDirectory, "cards"), cards);
        await using var database = await DatabaseTemplate.OfShop.Create();
        await using var wire = Wire.To(database.ConnectionString);
        await using var shop = await RunningShop.Open(("DATABASE_URL", wire.ConnectionString), ("CATALOG_DIR", cards), ("ADMIN_IDS", "78"));
        try
        {
            var olga = new Customer(shop, 78, "Ольга", "ru");
            await olga.Say("/start");
            await olga.Reads("добро пожаловать");

            wire.Cut();
            await File.WriteAllTextAsync(Path.Combine(cards, "google", "broken.json"), "{");
            var triedBefore = wire.Refused;
            await shop.Post("clock", new { advance_ms = 5_000 });
            await shop.Post("clock", new { advance_ms = 5_000 });
            await Eventually.Holds("the shop has tried to tell of it", () => wire.Refused > triedBefore + 3);
            wire.Mend();
            await olga.Reads("The changed cards have");
        }
        finally
        {
            Directory.Delete(cards, recursive: true);
        }
    }

    /// <summary>Unpaused it would ask hundreds of times a second, and write an exception each time.</summary>
    [Test]
    public async Task Polling_without_a_database_waits_between_its_tries_and_writes_one_line()
    {
        await using var database = await DatabaseTemplate.OfShop.Create();
        await using var wire = Wire.To(database.ConnectionString);
        await using var shop = await RunningShop.Open(("DATABASE_URL", wire.ConnectionString), ("BOT_MODE", "polling"), ("LOG_LEVEL", "Warning"));
        var log = LogBook.Of(shop);
        var (anna, boris) = (shop.NewCustomer(), shop.NewCustomer("Борис"));
        await anna.Say("/start");
        await anna.Reads("добро пожаловать");

        wire.Cut();
        await boris.Say("/start");
        await Eventually.Holds("it was asked again and again", async () => await PollsOfTheShop(shop) > 5);
        var settled = wire.Refused;
        await Eventually.Holds("others have tried for seconds", () => wire.Refused > settled + 15);
        (await PollsOfTheShop(shop)).ShouldBeLessThan(30);
        log.Lines.Count(line => line.Contains("DB_AWAY", StringComparison.Ordinal)).ShouldBe(1);
        log.Lines.Where(line => line.Contains("Bot.Updates", StringComparison.Ordinal)).ShouldAllBe(line => !line.Contains("   at "));

        wire.Mend();
        await boris.Reads("добро пожаловать");
    }

    [Test]
    public async Task A_program_that_a_part_of_it_ends_says_so_by_its_exit_code()
    {
        (await Run(new Part(_ => throw new InvalidOperationException("a part breaks")))).ShouldBe(70);
        (await Run(new Part(lifetime => lifetime.StopApplication()))).ShouldBe(0);
    }

    private static async Task<int> PollsOfTheShop(RunningShop shop) => (await shop.Get("log")).GetProperty("calls").EnumerateArray()
        .Count(call => call.GetProperty("method").GetString() == "getUpdates");

    private static async Task<int> Run(Part part)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0));
        builder.Services.AddSingleton<IHostedService>(services =>
        {
            part.Lifetime = services.GetRequiredService<IHostApplicationLifetime>();
            return part;
        });
        await using var app = builder.Build();
        return await app.RunToTheEnd(CancellationToken.None);
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*.json", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private sealed class Part(Action<IHostApplicationLifetime> act) : BackgroundService
    {
        public IHostApplicationLifetime Lifetime { get; set; } = null!;

        protected override async Task ExecuteAsync(CancellationToken stopping)
        {
            await Lifetime.Started().WaitAsync(stopping);
            act(Lifetime);
        }
    }
}
