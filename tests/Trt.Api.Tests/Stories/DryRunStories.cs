using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Trt.Sandbox.Control;
using Trt.Testing;
using Trt.Testing.Shop;

namespace Trt.Api.Tests.Stories;

/// <summary>The real bot with a simulated provider. The messenger here is a simulator of its own, which stands for the real one.</summary>
[Parallelizable]
public sealed class DryRunStories
{
    private const long OwnerId = 773_001;

    [Test]
    public async Task Everything_works_nothing_is_ordered_and_everybody_is_told()
    {
        await using var messenger = Trt.Sandbox.SandboxHost.Build(port: 0, new SandboxClock());
        await messenger.StartAsync();
        var address = new Uri(messenger.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        using var levers = new Levers(address);
        await using var database = await DatabaseTemplate.OfShop.Create();
        await using var shop = await Trt.Sandbox.Sandbox.StartDryRun(
            port: 0,
            new Dictionary<string, string?>
            {
                ["ALLOW_REAL_GENERATION"] = "0",
                ["TELEGRAM_BOT_TOKEN"] = SandboxDefaults.BotToken,
                ["TELEGRAM_API_BASE"] = new Uri(address, "telegram").AbsoluteUri,
                ["KIE_API_KEY"] = "the-key-of-a-real-account",
                ["DATABASE_URL"] = database.ShopConnectionString,
                ["WELCOME_BALANCE_RUB"] = "300",
                ["ADMIN_IDS"] = $"{OwnerId}",
                ["ORDER_GRACE_SECONDS"] = "0",
                ["LISTEN_LOCAL_ONLY"] = "1",
                ["LOG_LEVEL"] = "Error",
            },
            CancellationToken.None);
        await shop.Opened;
        using var provider = new Levers(shop.Address);
        await provider.Post("kie", new { duration_ms = 20, rate_limit = false });

        var owner = new Customer(levers, OwnerId, "Иван", "ru");
        await owner.Say("/start");
        await owner.Reads("добро пожаловать");
        await owner.Say("/admin");
        await owner.Reads("Пробный режим.");
        await owner.Say("/diag");
        await owner.Reads("пробный режим, результаты ненастоящие");

        var anna = new Customer(levers, OwnerId + 1, "Анна", "ru");
        await anna.Say("/start");
        var menu = await anna.Reads("добро пожаловать");
        await anna.Click(menu.Id, "select_model:z-image");
        await anna.Reads("Шаг 1/");
        await anna.Say("Маяк в тумане");
        if (await FormatIsAsked(anna) is { } format)
        {
            await anna.Click(format.Message, format.Data);
        }

        var price = await anna.Reads("Пробный режим: придёт образец");
        await anna.Click(price.Id, price.Buttons.First(button => button.Data.StartsWith("confirm_generate:", StringComparison.Ordinal)).Data);
        await anna.Receives("photo");

        await anna.Say("/menu");
        await anna.Sees("Что создаём");
        await anna.FillsPicture();
        await anna.Press("⚔️ Сравнить модели");
        (await anna.Sees("⚔️ Дуэль")).Text.ShouldContain("Пробный режим: придёт образец");

        var group = await new FriendGroup(levers, "Друзья", anna).Found();
        await group.LetsBotIn();
        await group.Says(anna, "@trt_sandbox_bot кот в очках");
        await group.Presses(anna, "Nano Banana");
        (await group.Reads("Платит Анна")).Text.ShouldContain("Пробный режим: придёт образец");

        (await provider.Get("kie/tasks")).GetProperty("tasks").GetArrayLength().ShouldBe(1);
    }

    private static async Task<(long Message, string Data)?> FormatIsAsked(Customer anna) =>
        await Eventually.Get<object>("the next step", async () => (await anna.FromBot()).LastOrDefault(said => said.Buttons.Any(
            button => button.Data.StartsWith("set_param:", StringComparison.Ordinal)
                || button.Data.StartsWith("confirm_generate:", StringComparison.Ordinal)))) is ChatMessage { Buttons: var buttons } asked
            && buttons.FirstOrDefault(button => button.Data.StartsWith("set_param:", StringComparison.Ordinal)).Data is { } data
            ? (asked.Id, data)
            : null;
}
