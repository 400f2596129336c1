using System.Diagnostics;
using System.Text.Json;
using Trt.Sandbox.Control;
using Trt.Sandbox.Trials;
using Trt.Testing;
using Trt.Testing.Shop;

namespace Trt.Chaos.Tests.Trials;

/// <summary>Trials as an operator types them. Each is a whole shop, so they run beside nobody.</summary>
[Category("Process")]
[NonParallelizable]
public sealed class TrialTests
{
    private const long OwnerId = 774_001;

    [Test]
    public async Task Every_free_model_is_stable_through_the_simulated_messenger()
    {
        await using var database = await DatabaseTemplate.OfShop.Create();
        var (exitCode, output, errors) = await Trial(["e2e", "--free", "--runs", "1", "--json"], ("DATABASE_URL", database.ShopConnectionString));
        exitCode.ShouldBe(0, output + errors);
        var verdicts = JsonDocument.Parse(output).RootElement.EnumerateArray().ToList();
        verdicts.Count.ShouldBeGreaterThan(0);
        verdicts.ShouldAllBe(verdict => verdict.GetProperty("verdict").GetString() == "STABLE"
            && verdict.GetProperty("deliveries").GetInt32() > 0
            && verdict.GetProperty("callback4xx").GetInt32() == 0
            && verdict.GetProperty("toTaskSeconds").GetDouble() > 0);
    }

    [Test]
    public async Task A_model_that_fails_at_the_provider_is_failed_with_the_reason()
    {
        await using var database = await DatabaseTemplate.OfShop.Create();
        await using var shop = await TrialShop.Open(database.ShopConnectionString, CancellationToken.None);
        await shop.Provider(new { models = new Dictionary<string, object> { ["z-image"] = new { fails = true } } }, CancellationToken.None);
        var verdicts = await new FreeModels(new DryWay(shop), TimeSpan.FromSeconds(60)).Run(runs: 1, () => { }, CancellationToken.None);
        var ill = verdicts.Single(verdict => verdict.Model.Value == "z-image");
        (ill.Word, ill.Deliveries).ShouldBe(("FAILED", 0));
        ill.Trouble.ShouldNotBeNull().ShouldStartWith("failed");
        verdicts.Where(verdict => verdict != ill).ShouldAllBe(verdict => verdict.IsStable);
    }

    /// <summary>The shop here is a sandbox's, which for the trial is the one that is open on this database.</summary>
    [Test]
    public async Task A_real_trial_orders_at_the_open_shop_into_the_owners_chat()
    {
        await using var shop = await RunningShop.Open(("ADMIN_IDS", $"{OwnerId}"), ("FREE_PER_DAY", "50"));
        var owner = new Customer(shop, OwnerId, "Ivan", "en");
        await owner.Say("/start");
        await Eventually.Holds("the owner is known", async () => await shop.Books.Known(owner) == 1);
        var (exitCode, output, errors) = await Trial(
            ["e2e", "--free", "--runs", "1", "--real", "--trace"],
            ("DATABASE_URL", shop.ConnectionString),
            ("TELEGRAM_BOT_TOKEN", SandboxDefaults.BotToken),
            ("TELEGRAM_API_BASE", new Uri(shop.Sandbox.Address, "telegram").AbsoluteUri),
            ("WEBHOOK_BASE_URL", shop.Sandbox.ShopAddress.AbsoluteUri),
            ("KIE_API_KEY", "a-key"),
            ("KIE_API_BASE", new Uri(shop.Sandbox.Address, "kie").AbsoluteUri),
            ("KIE_UPLOAD_BASE", new Uri(shop.Sandbox.Address, "kie").AbsoluteUri),
            ("PORT", $"{shop.Sandbox.ShopAddress.Port}"),
            ("ADMIN_IDS", $"{OwnerId}"));
        exitCode.ShouldBe(0, output + errors);
        output.ShouldContain("each STABLE in 1 runs.");
        await owner.Receives("photo");
    }

    [Test]
    public async Task A_shop_is_played_from_its_port_to_every_model()
    {
        using var cards = CardFolder.Of("alibaba/z-image.json", "google/nano-banana-pro.json");
        await using var database = await DatabaseTemplate.OfShop.Create();
        var (exitCode, output, errors) = await Trial(
            ["smoke"], ("DATABASE_URL", database.ShopConnectionString), ("CATALOG_DIR", cards.Path));
        exitCode.ShouldBe(0, output + errors);
        foreach (var line in new[] { "ok  port", "ok  /start", "ok  buttons", "ok  counter", "ok  models        2 of 2", "ok  callbacks", "ok  money", "ALL GREEN" })
        {
            output.ShouldContain(line);
        }
    }

    [TestCase("e2e")]
    [TestCase("e2e --free --runs 0")]
    [TestCase("smoke --everything")]
    public async Task A_trial_that_is_not_understood_ends_with_two(string words) => (await Trial(words.Split(' '))).ExitCode.ShouldBe(2);

    [Test]
    public void The_page_of_acceptance_is_laid_out_alike_each_time()
    {
        Criterion[] criteria = [new("Delivery", "100 %", "8 of 8", true, "./trt smoke"), new("The port opens", "< 1 s", "1.20 s", false, "./trt bench p8")];
        var page = AcceptanceCommand.Page(criteria, new DateTimeOffset(2026, 11, 29, 20, 0, 0, TimeSpan.Zero));
        page.ShouldContain("on 2026-11-29: version ");
        page.ShouldContain("1 of 2 are met.");
        page.ShouldContain("| Delivery | 100 % | 8 of 8 | yes | `./trt smoke` |\n| The port opens | < 1 s | 1.20 s | **no** | `./trt bench p8` |\n");
    }

    private static async Task<(int ExitCode, string Output, string Errors)> Trial(
        string[] words, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Trt.Sandbox.Sandbox).Assembly.Location, .. words])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await errors);
    }
}
