using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Npgsql;
using Trt.Api.Options;
using Trt.Domain.Generations;
using Trt.Testing;
using Trt.Testing.Shop;

namespace Trt.Api.Tests.Startup;

/// <summary>How the program starts, waits and stops, as an operator and a customer see it.</summary>
public sealed class StartupTests
{
    private const string Token = "1000001:sandbox-shop-token";

    [Test]
    public async Task Without_settings_it_says_everything_that_is_missing_and_ends_with_2()
    {
        await using var shop = ShopProcess.Start(("BOT_MODE", "webhook"));
        (await shop.Exit()).ShouldBe(2);
        shop.Output.ShouldContain("TELEGRAM_BOT_TOKEN is missing");
        shop.Output.ShouldContain("KIE_API_KEY is missing");
        shop.Output.ShouldContain("WEBHOOK_BASE_URL is missing");
        shop.Output.ShouldNotContain("   at ");
    }

    [Test]
    [Property("Case", 94)]
    public async Task A_broken_card_is_reported_with_file_and_line_and_the_shop_stays_shut()
    {
        var folder = Directory.CreateTempSubdirectory("trt-cards-").FullName;
        Directory.CreateDirectory(Path.Combine(folder, "google"));
        await File.WriteAllTextAsync(Path.Combine(folder, "google", "half.json"), "{\n  \"id\": \"half\",\n");
        await File.WriteAllTextAsync(Path.Combine(folder, "google", "odd.json"), "{\n  \"id\": 5\n}");
        try
        {
            await using var shop = ShopProcess.Start(("TELEGRAM_BOT_TOKEN", Token), ("KIE_API_KEY", "x"), ("CATALOG_DIR", folder), ("DATABASE_URL", "Host=127.0.0.1;Port=1;Username=x"));
            (await shop.Exit()).ShouldBe(1);
            shop.Output.ShouldContain("google/half.json(");
            shop.Output.ShouldContain("google/odd.json(");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [TestCase("20261121045203_DraftCaption", "stopped on the way to the first release, at 20261121045203_DraftCaption")]
    [TestCase("20200101000000_Warehouse", "belongs to another program")]
    public async Task A_database_that_is_not_ours_to_work_with_ends_the_program_with_the_reason_and_the_way_out(string migration, string reason)
    {
        await using var database = await DatabaseTemplate.Empty.Create();
        await using (var source = NpgsqlDataSource.Create(database.ConnectionString))
        await using (var command = source.CreateCommand(
            $"""
            CREATE TABLE "__EFMigrationsHistory" ("MigrationId" varchar(150) PRIMARY KEY, "ProductVersion" varchar(32) NOT NULL);
            INSERT INTO "__EFMigrationsHistory" VALUES ('{migration}', '10.0.0');
            """))
        {
            await command.ExecuteNonQueryAsync();
        }

        await using var shop = ShopProcess.Start(("TELEGRAM_BOT_TOKEN", Token), ("KIE_API_KEY", "x"), ("BOT_MODE", "polling"), ("DATABASE_URL", database.ConnectionString));
        await using var migrate = ShopProcess.Command(["migrate"], ("DATABASE_URL", database.ConnectionString));
        foreach (var program in new[] { shop, migrate })
        {
            (await program.Exit()).ShouldBe(1);
            program.Output.ShouldContain(reason);
            program.Output.ShouldContain("Nothing was changed. To start empty, let DATABASE_URL name an empty database.");
            program.Output.ShouldNotContain("   at ");
        }
    }

    [Test]
    [Property("Case", 90)]
    public async Task A_log_that_nobody_takes_away_keeps_nobody_waiting()
    {
        // More than the pipe and the logger's queue hold together.
        const int lines = 8_000;
        await using var shop = ShopProcess.StartUnread(
            ("TELEGRAM_BOT_TOKEN", Token), ("KIE_API_KEY", "x"), ("TELEGRAM_API_BASE", $"http://127.0.0.1:{ShopProcess.FreePort()}"),
            ("DATABASE_URL", $"Host=127.0.0.1;Port={ShopProcess.FreePort()};Username=x"), ("WEBHOOK_BASE_URL", "http://127.0.0.1:1"));
        await shop.PortIsOpen();
        await Parallel.ForEachAsync(Enumerable.Range(0, lines), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (_, token) =>
        {
            using var body = JsonContent.Create(new { taskId = "1" });
            using var answer = await shop.Http.PostAsync("/callbacks/kie/no-order/x", body, token);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        });
        (await Update(shop, """{"update_id":1,"callback_query":{"id":"77","from":{"id":5,"first_name":"A","language_code":"ru"},"chat_instance":"1","data":"main_menu","message":{"message_id":1,"date":1,"chat":{"id":5,"type":"private"}}}}"""))
            .ShouldContain("обновляется");
    }

    [Test]
    [Property("Case", 85)]
    public async Task While_the_database_is_away_every_press_and_message_is_answered()
    {
        await using var shop = ShopProcess.Start(
            ("TELEGRAM_BOT_TOKEN", Token), ("KIE_API_KEY", "x"), ("TELEGRAM_API_BASE", $"http://127.0.0.1:{ShopProcess.FreePort()}"),
            ("DATABASE_URL", $"Host=127.0.0.1;Port={ShopProcess.FreePort()};Username=x;Password=canary-password"), ("WEBHOOK_BASE_URL", "http://127.0.0.1:1"));
        await shop.PortIsOpen();
        (await shop.Http.GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await shop.Http.GetAsync("/health/ready")).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await shop.Http.GetStringAsync("/metrics")).ShouldContain("dotnet_process_cpu_time_seconds_total");

        (await Update(shop, """{"update_id":1,"callback_query":{"id":"77","from":{"id":5,"first_name":"A","language_code":"ru"},"chat_instance":"1","data":"main_menu","message":{"message_id":1,"date":1,"chat":{"id":5,"type":"private"}}}}"""))
            .ShouldContain("обновляется");
        var message = await Update(shop, """{"update_id":2,"message":{"message_id":2,"date":1,"chat":{"id":5,"type":"private"},"from":{"id":5,"first_name":"A","language_code":"en"},"text":"/start"}}""");
        message.ShouldContain("sendMessage");
        message.ShouldContain("being updated");
        message.ShouldContain("main_menu");

        (await shop.Http.PostAsJsonAsync("/callbacks/kie", new { taskId = "1" })).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);

        shop.Terminate();
        (await shop.Exit()).ShouldBe(0);
        shop.Output.ShouldNotContain("canary-password");
        shop.Output.ShouldNotContain(Token);
    }

    [Test]
    public async Task A_token_alone_is_enough_updates_are_asked_for()
    {
        await using var shop = await RunningShop.Open(("BOT_MODE", "polling"));
        var anna = shop.NewCustomer();
        await anna.Say("/start");
        await anna.Reads("добро пожаловать");
        await anna.Press("Моё");
        await anna.Press("Баланс");
        await anna.Reads("Баланс: 300 ₽");
        await anna.PressesAreAnswered();
    }

    [Test]
    [Property("Case", 86)]
    public async Task What_was_under_way_when_the_shop_closed_is_finished_by_the_next()
    {
        await using var shop = await RunningShop.Open();
        await shop.Provider(new { duration_ms = 60_000, callback = new { lost = true } });
        var anna = shop.NewCustomer();
        await anna.Say("/start");
        await anna.Reads("добро пожаловать");
        await anna.Click((await anna.FromBot())[^1].Id, "select_model:z-image");
        await anna.Sees("Шаг 1/2");
        await anna.Say("Маяк");
        await anna.Press("1:1");
        await anna.Press("Создать бесплатно");
        await Eventually.Holds("the order runs", async () => await shop.Books.Orders(GenerationStatus.Running) == 1);

        await shop.Restart();
        await shop.Post("clock", new { advance_ms = 61_000 });
        await anna.Receives("photo");
        (await shop.Books.WorkPutAside()).ShouldBe(0);
    }

    [Test]
    public async Task Soon_after_the_start_the_books_are_proven_and_the_figures_say_so()
    {
        await using var shop = await RunningShop.Open();
        await Eventually.Holds("the proof is noted", async () => await shop.Books.Waiting("money.prove.v1") == 1);
        await shop.Post("clock", new { advance_ms = 61_000 });
        await Eventually.Holds("the books were proven", async () =>
            await shop.Http.GetStringAsync("/metrics") is var page
            && Regex.IsMatch(page, @"^trt_money_proven_at_seconds\S* [1-9]", RegexOptions.Multiline)
            && Regex.IsMatch(page, @"^trt_money_differences\S* 0$", RegexOptions.Multiline));
    }

    private static async Task<string> Update(ShopProcess shop, string update)
    {
        var settings = OptionsReader.Read(new ConfigurationBuilder().AddInMemoryCollection([new("TELEGRAM_BOT_TOKEN", Token), new("KIE_API_KEY", "x")]).Build()).Settings!;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/telegram/webhook") { Content = new StringContent(update, Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", settings.Bot.WebhookSecret);
        using var response = await shop.Http.SendAsync(request);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await response.Content.ReadAsStringAsync();
    }
}
