using Trt.Domain.Generations;
using Trt.Testing;
using Trt.Testing.Shop;

namespace Trt.Api.Tests.Stories;

/// <summary>The panel opens with how the shop does, and shows it as a picture.</summary>
[Parallelizable]
public sealed class FigureStories
{
    private const long OwnerId = 773_001;

    private RunningShop _shop = null!;
    private Customer _owner = null!;

    [OneTimeSetUp]
    public async Task OpenShop()
    {
        _shop = await RunningShop.Open(("ADMIN_IDS", $"{OwnerId}"), ("WELCOME_BALANCE_RUB", "100"));
        _owner = new Customer(_shop, OwnerId, "Хозяин", "ru");
        await _owner.Say("/start");
        await _owner.Reads("добро пожаловать");
    }

    [OneTimeTearDown]
    public async Task CloseShop() => await _shop.DisposeAsync();

    [Test]
    public async Task The_panel_opens_with_the_figures_of_the_day_and_changes_the_period_in_place()
    {
        await _owner.Say("/admin");
        (await _owner.Sees("последние 24 часа")).Text.ShouldContain("Клиенты потратили: 0 ₽");
        var anna = await _shop.Arrives();
        await anna.OrdersPicture();
        await anna.Receives("photo");
        await Eventually.Holds("it is delivered", async () => await _shop.Books.Orders(GenerationStatus.Delivered, anna) == 1);

        await _owner.Press("Обновить");
        var panel = await _owner.Sees("Клиенты потратили: 14,14 ₽");
        panel.Text.ShouldContain("маржа");
        panel.Text.ShouldContain("готово 1");
        panel.Text.ShouldContain("Успешных 100 %");
        panel.Text.ShouldContain("Очередь пуста");
        panel.Text.ShouldContain("кредитов ≈");
        panel.Buttons.ShouldContain(button => button.Data == "admin_find");
        await _owner.Press("7 дней");
        (await _owner.Sees("Последние 7 дней")).Id.ShouldBe(panel.Id);

        await _owner.Press("Графики");
        var charts = await _owner.Receives("photo");
        charts.Text.ShouldContain("Последние 7 дней");
        await _owner.Press("30 дней");
        await Eventually.Holds("the month in the same message", async () =>
            (await _owner.FromBot())[^1] is { } last && last.Id == charts.Id && last.Text.Contains("Последние 30 дней", StringComparison.Ordinal)
            && last.Json.TryGetProperty("photo", out _));
        await _owner.Press("Панель");
        await _owner.Sees("последние 24 часа");
        await _owner.PressesAreAnswered();
    }
}
