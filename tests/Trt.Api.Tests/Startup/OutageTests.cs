using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Trt.Api.Instance;
using Trt.Infrastructure.Persistence;
using Trt.Testing;
using Trt.Testing.Shop;

namespace Trt.Api.Tests.Startup;

/// <summary>The database goes away for a moment, at the worst moments.</summary>
public sealed class OutageTests
{
    /// <summary>One statement of each stage of the opening (F32, F33).</summary>
    [TestCase("pg_advisory_xact_lock")]
    [TestCase("__EFMigrationsHistory")]
    [TestCase("FROM settings")]
    [TestCase("FROM free_")]
    [TestCase("FROM wallets")]
    public async Task A_hiccup_while_the_shop_opens_delays_it_and_no_more(string statement)
    {
        await using var shop = await RunningShop.OpenByWire(cutOnceAt: statement);
        shop.Wire.WasCut.ShouldBeTrue();
    }

    [Test]
    public async Task Cards_that_break_while_the_database_is_away_are_told_when_it_is_back_and_the_shop_lives()
    {
        var cards = Directory.CreateTempSubdirectory("trt-cards-").FullName;
        Copy(Path.Combine(AppContext.BaseDirectory, "cards"), cards);
        await using var shop = await RunningShop.OpenByWire(settings: [("CATALOG_DIR", cards), ("ADMIN_IDS", "78")]);
        try
        {
            var olga = new Customer(shop, 78, "Ольга", "ru");
            await olga.Say("/start");
            await olga.Reads("добро пожаловать");

            shop.Wire.Cut();
            await File.WriteAllTextAsync(Path.Combine(cards, "google", "broken.json"), "{");
            var triedBefore = shop.Wire.Refused;
            await shop.Post("clock", new { advance_ms = 5_000 });
            await shop.Post("clock", new { advance_ms = 5_000 });
            await Eventually.Holds("the shop has tried to tell of it", () => shop.Wire.Refused > triedBefore + 3);
            shop.Wire.Mend();
            await olga.Reads("Новые карточки моделей с ошибками");
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
        await using var shop = await RunningShop.OpenByWire(settings: [("BOT_MODE", "polling"), ("LOG_LEVEL", "Warning")]);
        var log = LogBook.Of(shop);
        var (anna, boris) = (shop.NewCustomer(), shop.NewCustomer("Борис"));
        await anna.Say("/start");
        await anna.Reads("добро пожаловать");

        await boris.Say("/start");
        await boris.Reads("добро пожаловать");

        shop.Wire.Cut();
        // That he has left must not be lost, so it comes again until it is noted; what she says meanwhile is answered, once.
        await shop.Post("block", new { chat_id = boris.Id, blocked = true });
        await anna.Say("?");
        await anna.Reads("обновляется");
        await Eventually.Holds("it was asked again and again", async () => await PollsOfTheShop(shop) > 6);
        var settled = shop.Wire.Refused;
        await Eventually.Holds("others have tried for seconds", () => shop.Wire.Refused > settled + 60);
        (await PollsOfTheShop(shop)).ShouldBeLessThan(30);
        (await anna.FromBot()).Count(message => message.Text.Contains("обновляется", StringComparison.Ordinal)).ShouldBe(1);
        log.Lines.Count(line => line.Contains("DB_LOST", StringComparison.Ordinal)).ShouldBe(1);
        log.Lines.Count(line => line.Contains("DB_AWAY", StringComparison.Ordinal)).ShouldBeLessThanOrEqualTo(1);
        log.Lines.Where(line => line.Contains("Bot.Updates", StringComparison.Ordinal)).ShouldAllBe(line => !line.Contains("   at "));

        shop.Wire.Mend();
        await Eventually.Holds("that he has left is noted", async () => await shop.Books.HaveLeft() == 1);
        await anna.Say("/menu");
        await anna.Reads("Что создаём");
    }

    [Test]
    public async Task What_is_read_every_two_seconds_tells_of_an_outage_once()
    {
        await using var shop = await RunningShop.OpenByWire(settings: [("LOG_LEVEL", "Warning")]);
        var log = LogBook.Of(shop);
        shop.Wire.Cut();
        await Eventually.Holds("it was read several times in vain", async () =>
        {
            await shop.Post("clock", new { advance_ms = 2_000 });
            return await ReadsInVain(shop) > 3;
        });
        log.Lines.Count(line => line.Contains("BLOCKS_UNKNOWN", StringComparison.Ordinal)).ShouldBe(1);
        log.Lines.ShouldAllBe(line => !line.Contains("REQUEST_FAIL", StringComparison.Ordinal));
    }

    /// <summary>F34, M2. The limits of the connection are long, so that only the shop's own patience can end the wait.</summary>
    [Test]
    [Property("Case", 93)]
    public async Task A_database_that_hangs_keeps_nobody_waiting_and_readiness_says_so_until_it_answers()
    {
        await using var shop = await RunningShop.OpenByWire("Timeout=600;Command Timeout=600");
        var updates = new Updates(shop);
        (await updates.Press(shop.NewCustomer().Id, "main_menu")).ShouldBe(HttpStatusCode.OK);

        shop.Wire.FallSilent();
        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => updates.Press(shop.NewCustomer().Id, "main_menu")));
        answers.ShouldAllBe(answer => answer == HttpStatusCode.ServiceUnavailable);
        await Eventually.Holds("readiness says so", async () =>
            await shop.Http.GetAsync("/health/ready") is { StatusCode: HttpStatusCode.ServiceUnavailable } ready
            && (await ready.Content.ReadAsStringAsync()).Contains("waiting for the database", StringComparison.Ordinal));
        // From now on nobody asks the database: the passive answer comes at once.
        (await updates.Press(shop.NewCustomer().Id, "main_menu")).ShouldBe(HttpStatusCode.OK);

        shop.Wire.Mend();
        await shop.IsReady();
        var anna = shop.NewCustomer();
        await anna.Say("/start");
        await anna.Reads("добро пожаловать");
    }

    /// <summary>What was on the wire is lost, as behind a firewall that forgets; the pool must not stay full of it.</summary>
    [Test]
    public async Task After_a_silence_whose_connections_are_lost_the_shop_works_on_new_ones()
    {
        await using var shop = await RunningShop.OpenByWire();
        var updates = new Updates(shop);

        shop.Wire.GetSlow(TimeSpan.FromSeconds(2));
        await Eventually.Holds("readiness says so", async () => !(await shop.Http.GetAsync("/health/ready")).IsSuccessStatusCode);
        shop.Wire.FallSilent();
        (await updates.Press(shop.NewCustomer().Id, "main_menu")).ShouldBe(HttpStatusCode.OK);
        shop.Wire.Replace();
        await shop.IsReady();
        var anna = shop.NewCustomer();
        await anna.Say("/start");
        await anna.Reads("добро пожаловать");
    }

    /// <summary>F33. The whole program, as somebody has it who set a token and nothing else.</summary>
    [Test]
    public async Task A_private_PostgreSQL_that_is_killed_is_started_again_and_everything_goes_on()
    {
        var folder = Directory.CreateTempSubdirectory("trt-own-postgres-").FullName;
        try
        {
            await using var shop = await RunningShop.Open(("DATABASE_URL", ""), ("DATA_DIR", folder), ("LOG_LEVEL", "Warning"));
            var log = LogBook.Of(shop);
            var anna = shop.NewCustomer();
            await anna.Say("/start");
            await anna.Reads("добро пожаловать");

            using (var server = Process.GetProcessById(PrivateServerOf(shop)))
            {
                server.Kill();
            }

            await Eventually.Holds("readiness says so", () => log.Lines.Any(line => line.Contains("DB_LOST", StringComparison.Ordinal)));
            await Eventually.Holds("it is back", () => log.Lines.Any(line => line.Contains("runs again", StringComparison.Ordinal)));
            await shop.IsReady();
            await anna.Say("/balance");
            await anna.Reads("300 ₽");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Test]
    public async Task A_program_that_a_part_of_it_ends_says_so_by_its_exit_code()
    {
        (await Run(new Part(_ => throw new InvalidOperationException("a part breaks")))).ShouldBe(70);
        (await Run(new Part(lifetime => lifetime.StopApplication()))).ShouldBe(0);
    }

    /// <summary>The parent of any session.</summary>
    private static int PrivateServerOf(RunningShop shop)
    {
        using var connection = shop.Sandbox.Shop.GetRequiredService<Database>().Source.OpenConnection();
        var status = File.ReadAllText($"/proc/{connection.ProcessID}/stat");
        return int.Parse(status[(status.LastIndexOf(')') + 4)..].Split(' ')[0], CultureInfo.InvariantCulture);
    }

    private static async Task<int> PollsOfTheShop(RunningShop shop) => (await shop.Get("log")).GetProperty("calls").EnumerateArray()
        .Count(call => call.GetProperty("method").GetString() == "getUpdates");

    private static async Task<int> ReadsInVain(RunningShop shop)
    {
        var vain = Regex.Match(
            await shop.Http.GetStringAsync("/metrics"),
            "trt_request_duration_seconds_count\\{(?=[^}]*request=\"ListBlocked\")[^}]*outcome=\"Failed\"[^}]*\\} (\\d+)");
        return vain.Success ? int.Parse(vain.Groups[1].Value, CultureInfo.InvariantCulture) : 0;
    }

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
