using Trt.Api.Tests.Cli;
using Trt.Testing;
using Trt.Testing.Shop;

namespace Trt.Api.Tests.Startup;

/// <summary>Telling Telegram where we are delays nobody, and what it knows already is not told again.</summary>
[Parallelizable]
public sealed class ReceptionTests
{
    [Test]
    [Property("Case", 91)]
    public async Task What_is_right_is_left_alone()
    {
        await using var shop = await RunningShop.Open();
        (await Calls(shop, "setWebhook"), await Calls(shop, "setMyCommands")).ShouldBe((1, 2));
        await shop.Restart();
        (await Calls(shop, "getMe")).ShouldBeGreaterThan(1);
        (await Calls(shop, "setWebhook"), await Calls(shop, "setMyCommands")).ShouldBe((1, 2));
    }

    [Test]
    public async Task The_shop_opens_without_Telegram_says_so_and_tries_on()
    {
        await using var shop = await RunningShop.Open();
        await shop.Post("fail", new { method = "getMe", error_code = 500, description = "Internal Server Error: restart", times = 3 });
        await shop.Restart();
        (await shop.Http.GetStringAsync("/health/ready")).ShouldContain("not told yet where we are: getMe: 500");
        var anna = shop.NewCustomer();
        await anna.Say("/start");
        await anna.Reads("добро пожаловать");
        await anna.Say("/invite");
        await anna.Reads("будет готова через минуту");

        await Eventually.Holds("it was told in the end", async () =>
        {
            await shop.Post("clock", new { advance_ms = 3_000 });
            return !(await shop.Http.GetStringAsync("/health/ready")).Contains("telegram", StringComparison.Ordinal);
        });
        await anna.Press("Обновить");
        await anna.Sees("start=ref_");
    }

    [Test]
    public async Task A_command_looks_how_updates_come()
    {
        await using var shop = await RunningShop.Open();
        var (exitCode, output, _) = await Look(shop, shop.Sandbox.ShopAddress);
        output.ShouldContain("updates come as they should");
        exitCode.ShouldBe(0);

        (exitCode, output, _) = await Look(shop, new Uri("https://elsewhere.example/"));
        output.ShouldContain("Telegram has another address");
        exitCode.ShouldBe(1);
    }

    private static Task<(int ExitCode, string Output, string Errors)> Look(RunningShop shop, Uri home) => new Shell(
        shop,
        ("TELEGRAM_BOT_TOKEN", Sandbox.Control.SandboxDefaults.BotToken),
        ("TELEGRAM_API_BASE", new Uri(shop.Sandbox.Address, "telegram").AbsoluteUri),
        ("KIE_API_KEY", "x"),
        ("WEBHOOK_BASE_URL", home.AbsoluteUri)).Run("check", "telegram");

    private static async Task<int> Calls(RunningShop shop, string method) => (await shop.Get("log")).GetProperty("calls").EnumerateArray()
        .Count(call => call.GetProperty("method").GetString() == method);
}
