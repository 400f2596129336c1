using Trt.Api.Tests.Cli;
using Trt.Domain.Generations;
using Trt.Testing;
using Trt.Testing.Shop;

namespace Trt.Api.Tests.Stories;

/// <summary>An order that has not started yet: taken back, waiting for starts that are paused, waiting behind one's own.</summary>
public sealed class WaitingStories
{
    private RunningShop _shop = null!;
    private Shell _operator = null!;

    [SetUp]
    public async Task Open()
    {
        _shop = await RunningShop.Open(("ORDER_GRACE_SECONDS", "60"));
        _operator = new Shell(_shop);
    }

    [TearDown]
    public async Task Close() => await _shop.DisposeAsync();

    [Test]
    public async Task Who_changes_their_mind_has_the_money_back_with_the_press_and_a_second_press_changes_nothing()
    {
        var anna = await _shop.Arrives();
        await anna.OrdersPicture();
        var placed = await anna.Sees("до этого можно отменить");
        placed.Text.ShouldContain("в очереди");
        var cancel = placed.Buttons.Single(button => button.Label.Contains("Отменить", StringComparison.Ordinal)).Data;

        await anna.Click(placed.Id, cancel);
        var told = await anna.Sees("отменено");
        told.Text.ShouldContain("14,14 ₽ снова на балансе, всего 300 ₽");
        told.Buttons.ShouldNotContain(button => button.Data == cancel);
        (await _shop.Books.ReservedInAll()).ShouldBe(0);

        await anna.Click(told.Id, cancel);
        await Hears(anna, "Этот заказ уже отменён, ничего не списано.");
        await _shop.Post("clock", new { advance_ms = 90_000 });
        (await _shop.Get("kie/tasks")).GetProperty("tasks").GetArrayLength().ShouldBe(0);
    }

    [Test]
    public async Task Once_it_has_begun_its_button_goes_and_a_late_press_hears_why()
    {
        await _shop.Provider(new { duration_ms = 600_000, rate_limit = false });
        var anna = await _shop.Arrives();
        await anna.OrdersPicture();
        var placed = await anna.Sees("до этого можно отменить");
        var cancel = placed.Buttons.Single(button => button.Label.Contains("Отменить", StringComparison.Ordinal)).Data;

        await _shop.TimeFlies(() => anna.Sees("создаём"));
        (await anna.Sees("создаём")).Buttons.ShouldNotContain(button => button.Data == cancel);
        await anna.Click(placed.Id, cancel);
        await Hears(anna, "Уже создаём, остановить нельзя. Результат скоро будет здесь.");
        (await _shop.Books.Orders(GenerationStatus.Running, anna)).ShouldBe(1);
    }

    [TestCase("ru", "Запуски приостановлены с ", "⏳ Подождать · 14,14 ₽", "Не позже ", "деньги вернутся сами")]
    [TestCase("en", "Starts have been paused since ", "⏳ Wait · ₽14.14", "at the latest", "the money returns by itself")]
    public async Task While_starts_are_paused_an_order_waits_if_its_customer_likes_and_begins_by_itself(
        string language, string paused, string wait, string until, string back)
    {
        await _operator.Does("settings", "set", "order.starts_paused", "yes", "--reason", "the provider is being mended");
        var anna = await _shop.Arrives(language);
        await ACardTells(anna, paused);
        await anna.Chooses("nano-banana-pro");
        await anna.Sees("1/3");
        await anna.Say("A cat in space");
        await anna.Press(language == "ru" ? "Только текст" : "Text only");
        await anna.Press("1K");
        var offer = await anna.Sees(paused);
        offer.Text.ShouldContain(until);
        offer.Text.ShouldContain(back);

        await anna.Press(wait);
        var waiting = await Eventually.Get("the order waits", async () =>
            (await anna.FromBot())[^1] is { } last && last.Buttons.Any(button => button.Data.StartsWith("status:", StringComparison.Ordinal)) ? last : null);
        waiting.Text.ShouldContain(paused);
        waiting.Text.ShouldContain(until);
        await _shop.Post("clock", new { advance_ms = 600_000 });
        (await _shop.Books.Orders(GenerationStatus.Queued, anna)).ShouldBe(1);

        await _operator.Does("settings", "set", "order.starts_paused", "no", "--reason", "it is mended");
        await _shop.TimeFlies(() => anna.Receives("photo"));
    }

    [Test]
    public async Task An_old_button_costs_nothing_while_starts_are_paused_and_leads_to_waiting()
    {
        var anna = await _shop.Arrives();
        await anna.FillsPicture();
        await _operator.Does("settings", "set", "order.starts_paused", "yes", "--reason", "the provider is being mended");
        await ACardTells(await _shop.Arrives(), "Запуски приостановлены с ");
        await anna.Press("Создать за 14,14 ₽");
        await anna.Sees("Заказ не запущен, ничего не списано");
        await anna.Button("⏳ Подождать · 14,14 ₽");
    }

    [Test]
    public async Task More_orders_than_run_at_a_time_are_taken_and_told_how_many_come_first()
    {
        await _operator.Does("settings", "set", "order.grace_seconds", "0", "--reason", "nobody changes their mind here");
        await _shop.Provider(new { duration_ms = 600_000, rate_limit = false });
        var anna = await _shop.Arrives();
        for (var order = 1; order <= 3; order++)
        {
            await anna.OrdersPicture();
            await Eventually.Holds("it is placed", async () => await _shop.Books.Orders(anna) == order);
        }

        await anna.FillsPicture();
        await anna.Sees("Сначала завершим ваши прошлые заказы: перед этим ещё 3.");
        await anna.Press("Создать за 14,14 ₽");
        await anna.Sees("в очереди");
        await anna.Press("Отменить");
        (await anna.Sees("отменено")).Text.ShouldContain("14,14 ₽ снова на балансе");
    }

    private static Task ACardTells(Customer customer, string word) => Eventually.Holds($"a card tells «{word}»", async () =>
    {
        await customer.Click((await customer.FromBot())[^1].Id, "model:nano-banana-pro");
        return (await customer.FromBot())[^1].Text.Contains(word, StringComparison.Ordinal);
    });

    private static Task Hears(Customer customer, string toast) => Eventually.Holds($"«{toast}» on the button", async () =>
        (await customer.Chat()).GetProperty("presses").EnumerateArray().Last().TryGetProperty("text", out var text) && text.GetString() == toast);
}
