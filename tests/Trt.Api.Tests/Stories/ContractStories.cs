using Trt.Api.Tests.Cli;
using Trt.Testing;
using Trt.Testing.Shop;

namespace Trt.Api.Tests.Stories;

/// <summary>The provider changes what a model asks for while the shop is open.</summary>
public sealed class ContractStories
{
    private const string Changed = "z-image";

    private CardFolder _cards = null!;
    private RunningShop _shop = null!;
    private Shell _operator = null!;
    private Customer _owner = null!;

    [SetUp]
    public async Task Open()
    {
        _cards = CardFolder.Of("alibaba/z-image.json", "alibaba/qwen-text-to-image.json", "google/nano-banana-pro.json");
        _shop = await RunningShop.Open(("ADMIN_IDS", "77"), ("CATALOG_DIR", _cards.Path));
        _operator = new Shell(_shop, ("CATALOG_DIR", _cards.Path));
        _owner = new Customer(_shop, 77, "Хозяин", "ru");
        await _owner.Say("/start");
        await _owner.Reads("добро пожаловать");
        await Passes("each model has been looked at", async () => (await _operator.Run("catalog", "drift")).Output.Contains($"{_cards.Catalog.Cards.Count} models looked at", StringComparison.Ordinal));
    }

    [TearDown]
    public async Task Close()
    {
        await _shop.DisposeAsync();
        _cards.Dispose();
    }

    [Test]
    public async Task A_new_required_field_takes_the_model_off_sale_until_an_operator_has_read_it_and_accepts()
    {
        var anna = _shop.NewCustomer();
        await anna.Say("/start");
        var menu = await anna.Reads("добро пожаловать");
        await Changes(new { mood = new { type = "string", required = true } });
        await Passes("the model is off sale", async () => (await _operator.Run("catalog", "drift")) is { ExitCode: 1, Output: var report } && report.Contains("not sold", StringComparison.Ordinal));

        await anna.Click(menu.Id, $"select_model:{Changed}");
        (await anna.Sees("Z-Image обновляется")).Buttons.ShouldContain(button => button.Data.StartsWith("model:", StringComparison.Ordinal));
        (await _owner.Reads("Поставщик изменил модель: Z-Image")).Buttons.ShouldContain(button => button.Data == $"admin_contract:{Changed}");
        (await _owner.FromBot()).Count(message => message.Text.Contains("Поставщик изменил модель", StringComparison.Ordinal)).ShouldBe(1);

        await OpenContracts();
        await _owner.Press("🔴 Z-Image");
        var report = await _owner.Sees("Ломает заказы");
        report.Text.ShouldContain("• mood");
        var (messageId, agree) = await _owner.Button("Продавать как есть");
        await Changes(new { mood = new { type = "string", required = true }, weather = new { type = "string", required = true } });
        await Passes("the second change is seen", async () => (await _operator.Run("catalog", "drift")).Output.Contains("weather", StringComparison.Ordinal));
        await _owner.Click(messageId, agree);
        (await _owner.Reads("Поставщик изменил её ещё раз")).Text.ShouldContain("• weather");
        await _owner.Press("Продавать как есть");
        await _owner.Reads("Модель снова продаётся");
        (await _shop.Books.Acts("contract.accepted", "operator:77")).ShouldBe(1);
        await Eventually.Holds("it is sold again", async () =>
        {
            await anna.Click((await anna.FromBot())[^1].Id, $"select_model:{Changed}");
            return (await anna.FromBot())[^1].Text.Contains("Шаг 1/", StringComparison.Ordinal);
        });
    }

    [Test]
    public async Task A_wider_choice_is_only_noted()
    {
        await Changes(new { aspect_ratio = new { type = "string", required = true, @enum = new[] { "1:1", "4:3", "3:4", "16:9", "9:16", "21:9" } } });
        await Passes("it is noted", async () => (await _operator.Run("catalog", "drift")).Output.Contains("21:9", StringComparison.Ordinal));
        (await _operator.Run("catalog", "drift")).ExitCode.ShouldBe(0);
        await OpenContracts();
        await _owner.Press("⚪️ Z-Image");
        var report = await _owner.Sees("Не мешает");
        report.Text.ShouldContain("Продаётся.");
        report.Buttons.ShouldNotContain(button => button.Label.Contains("Продавать как есть", StringComparison.Ordinal));
        (await _owner.FromBot()).ShouldNotContain(message => message.Text.Contains(Changed, StringComparison.Ordinal) && message.Text.Contains("provider", StringComparison.Ordinal));
        (await _operator.Run("catalog", "drift", "accept", Changed, "--reason", "x")).Errors.ShouldContain("has changed nothing");
        (await _operator.Run("catalog", "drift", "accept", "nothing", "--reason", "x")).ShouldBe((1, "", "There is no model \"nothing\"; catalog list shows them all.\n"));
    }

    private async Task Changes(object inputs) => await _shop.Post("kie/catalogue", new { model = Changed, inputs });

    private async Task OpenContracts()
    {
        await _owner.Say("/admin");
        await _owner.Sees("Панель");
        await _owner.Press("🧩 Изменения моделей");
        await _owner.Sees("Изменения у поставщика");
    }

    /// <summary>Six minutes, which is one model's turn.</summary>
    private Task Passes(string what, Func<Task<bool>> isSo) => Eventually.Holds(what, async () =>
    {
        await _shop.Post("clock", new { advance_ms = 361_000 });
        return await isSo();
    });
}
