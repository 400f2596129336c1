using System.IO.Compression;
using System.Text.Json;
using Trt.Api.Instance;
using Trt.Sandbox.Control;
using Trt.Testing.Shop;

namespace Trt.Api.Tests.Cli;

/// <summary>The operator's look at everything, beside a running shop.</summary>
public sealed class CheckCommandTests
{
    private static readonly string[] Looked =
        ["configuration", "catalog", "routes", "database", "migrations", "clock", "price age", "credits", "backup", "webhook", "disk"];

    private readonly DirectoryInfo _backups = Directory.CreateTempSubdirectory("trt-backups-");
    private RunningShop _shop = null!;

    [OneTimeSetUp]
    public async Task Open() => _shop = await RunningShop.Open();

    [OneTimeTearDown]
    public async Task Close()
    {
        await _shop.DisposeAsync();
        _backups.Delete(recursive: true);
    }

    [Test]
    public async Task All_green_ends_with_zero_and_a_missing_backup_with_one()
    {
        await Shell().Does("catalog", "sync", "--live");
        var (exitCode, output, errors) = await Shell().Run("check");
        exitCode.ShouldBe(1, output);
        output.ShouldContain("!!  backup        no backup known");
        output.ShouldContain($"1 of {Looked.Length} need attention.");

        var copy = JsonDocument.Parse(await Shell().Does("backup", "--json")).RootElement.GetProperty("path").GetString()!;
        using (var zip = ZipFile.OpenRead(copy))
        {
            using var manifest = await JsonDocument.ParseAsync(zip.GetEntry("manifest.json")!.Open());
            manifest.RootElement.GetProperty("build").GetString().ShouldBe($"{ShopBuild.Current}", "a copy says which build made it");
        }

        (exitCode, output, errors) = await Shell().RunProgram("check", "--detailed");
        (exitCode, output.TrimEnd().Split('\n')[^1]).ShouldBe((0, "ALL GREEN"), output + errors);
        output.ShouldNotContain(SandboxDefaults.BotToken.Split(':')[1]);

        var facts = JsonDocument.Parse(await Shell().Does("check", "--json")).RootElement;
        facts.GetProperty("allGreen").GetBoolean().ShouldBeTrue();
        facts.GetProperty("lines").EnumerateArray().Select(line => line.GetProperty("name").GetString()).ShouldBe(Looked);
    }

    [Test]
    public async Task What_is_wrong_is_said_with_what_to_do()
    {
        var (exitCode, output, _) = await Shell(("WEBHOOK_BASE_URL", "https://elsewhere.example")).Run("check");
        (exitCode, output.Contains("Telegram has another address", StringComparison.Ordinal)).ShouldBe((1, true), output);
        (exitCode, output, _) = await Shell(("DATABASE_URL", "Host=127.0.0.1;Port=1;Username=x;Database=x")).Run("check");
        exitCode.ShouldBe(1);
        output.ShouldContain("!!  database      The database does not answer");
        output.ShouldContain("--  migrations    not looked at: the database comes first");
        (exitCode, output, _) = await Shell(("BOT_MODE", "sometimes")).Run("check");
        exitCode.ShouldBe(1);
        output.ShouldContain("it must be auto, webhook or polling");
    }

    [Test]
    public async Task Telegram_is_told_where_we_are_and_where_we_are_not()
    {
        (await Shell().Does("webhook", "info")).ShouldContain("updates come as they should");
        (await Shell().Does("webhook", "delete")).ShouldContain("Telegram brings nothing any more");
        var (exitCode, output, _) = await Shell().Run("webhook", "info");
        (exitCode, output.Contains("Telegram knows of no webhook", StringComparison.Ordinal)).ShouldBe((1, true), output);
        (await Shell().Does("webhook", "set")).ShouldContain($"Telegram brings them to {_shop.Sandbox.ShopAddress}telegram/webhook");
        output = await Shell().Does("webhook", "diagnose");
        output.ShouldContain("ok  Address");
        output.ShouldContain("a stranger without it is answered 401");
        (exitCode, output, _) = await Shell(("WEBHOOK_BASE_URL", "http://127.0.0.1:1")).Run("webhook", "diagnose");
        (exitCode, output.Contains("127.0.0.1 does not answer", StringComparison.Ordinal)).ShouldBe((1, true), output);
        (await Shell(("BOT_MODE", "polling")).Run("webhook", "set")).Errors.ShouldContain("WEBHOOK_BASE_URL is missing");
    }

    [Test]
    public async Task What_the_shop_was_started_with_is_not_guessed_by_another_shell()
    {
        (await Shell().Does("settings", "get", "welcome.balance"))
            .ShouldContain("welcome.balance = as the shop was started with WELCOME_BALANCE_RUB: unknown here (this shell says 0.00)");
        await Shell().Does("settings", "set", "welcome.balance", "120", "--reason", "test");
        (await Shell().Does("settings", "get", "welcome.balance")).ShouldContain("welcome.balance = 120.00");
        await Shell().Does("settings", "reset", "welcome.balance", "--reason", "test");
    }

    private Shell Shell(params (string Name, string Value)[] settings) => new(
        _shop,
        [
            .. new[]
            {
                ("TELEGRAM_BOT_TOKEN", SandboxDefaults.BotToken),
                ("TELEGRAM_API_BASE", new Uri(_shop.Sandbox.Address, "telegram").AbsoluteUri),
                ("KIE_API_KEY", "a-key"),
                ("KIE_API_BASE", new Uri(_shop.Sandbox.Address, "kie").AbsoluteUri),
                ("WEBHOOK_BASE_URL", _shop.Sandbox.ShopAddress.AbsoluteUri),
                ("BACKUP_DIR", _backups.FullName),
                ("BOT_MODE", "auto"),
            }.Where(usual => settings.All(setting => setting.Name != usual.Item1)),
            .. settings,
        ]);
}
