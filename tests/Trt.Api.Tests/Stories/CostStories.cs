using System.Net.Http.Json;
using Trt.Api.Tests.Cli;
using Trt.Testing.Shop;

namespace Trt.Api.Tests.Stories;

/// <summary>The provider's prices as those behind the counter see them, in the chat and at the console.</summary>
[Parallelizable]
public sealed class CostStories
{
    private const string Picture = "google/nano-banana";

    private RunningShop _shop = null!;
    private Customer _owner = null!;
    private Shell _console = null!;

    [SetUp]
    public async Task Open()
    {
        _shop = await RunningShop.Open(("ADMIN_IDS", "771501"));
        _console = new Shell(_shop, ("KIE_API_KEY", "the-operators-key"), ("KIE_API_BASE", new Uri(_shop.Sandbox.Address, "kie").AbsoluteUri));
        _owner = new Customer(_shop, 771_501, "Хозяин", "ru");
        await _owner.Say("/start");
        await _owner.Reads("добро пожаловать");
        (await _console.Does("catalog", "sync", "--live")).ShouldContain("models listed");
    }

    [TearDown]
    public async Task Close() => await _shop.DisposeAsync();

    [Test]
    public async Task A_fall_that_the_public_page_contradicts_waits_until_somebody_presses_twice()
    {
        (await _console.Does("catalog", "prices")).ShouldContain("models agree, 0 differ");
        await Change(new { model = Picture, factor = 0.5, feed_factor = 2 });
        await _console.Does("catalog", "sync", "--live");
        (await _console.Does("catalog", "prices")).ShouldContain("default: 4 → 2, but 4 on the public price page");

        await _owner.Say("/admin");
        await _owner.Press("Цены");
        await _owner.Reads("действует прежняя цена");
        var (messageId, _) = await _owner.Button("Обновить");
        await _owner.Click(messageId, $"admin_price:{Picture}");
        (await _owner.Reads("default: 4 → 2, but 4 on the public price page")).Text.ShouldContain("4 кр.");
        await _owner.Press("Принять цену поставщика");
        await _owner.Reads("Принять цену поставщика для");
        (await _console.Does("catalog", "prices")).ShouldNotContain("operator:771501");
        await _owner.Press("Да, всё верно");
        await _owner.Reads("Записано");
        (await _console.Does("catalog", "prices")).ShouldContain("default = 2 credits (card 4; Sync, operator:771501");
        await _owner.Say("/admin");
        await _owner.Press("Журнал");
        await _owner.Reads("цена поставщика принята");
        await _owner.Say("/admin");
        await _owner.Press("Статистика");
        await _owner.Reads("Маржа: 0 ₽ сегодня · 0 ₽ за 30 дней");
    }

    private async Task Change(object change)
    {
        using var response = await _shop.Control.PostAsJsonAsync("/control/kie/catalogue", change);
        response.EnsureSuccessStatusCode();
    }
}
