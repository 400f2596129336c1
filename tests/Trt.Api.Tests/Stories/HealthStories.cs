using Trt.Api.Tests.Cli;
using Trt.Domain.Generations;
using Trt.Testing;
using Trt.Testing.Shop;

namespace Trt.Api.Tests.Stories;

/// <summary>A model fails, rests and comes back: what customers and operators see of it on the way.</summary>
public sealed class HealthStories
{
    private const string Sick = "z-image";

    private RunningShop _shop = null!;
    private Shell _operator = null!;
    private Customer _owner = null!;

    [SetUp]
    public async Task Open()
    {
        _shop = await RunningShop.Open(("ADMIN_IDS", "77"));
        _operator = new Shell(_shop);
        _owner = await Enter(new Customer(_shop, 77, "Хозяин", "ru"));
        await _operator.Does("settings", "set", "health.pause_failures", "1", "--reason", "one order tells the story");
    }

    [TearDown]
    public async Task Close() => await _shop.DisposeAsync();

    [Test]
    public async Task A_failing_model_rests_says_so_loses_nothing_and_comes_back_by_itself()
    {
        var (anna, boris) = (await Enter(_shop.NewCustomer()), await Enter(_shop.NewCustomer("Борис")));
        await Choose(boris);
        await OpenHealth("Все в порядке");
        await Fails(anna);

        // Under the order that failed hangs "once more", which waits with all of it filled in.
        await anna.Press("Ещё раз");
        (await anna.Sees("Модель отдыхает с ")).Text.ShouldContain("Маяк");
        await anna.Button("⏳ Подождать");
        await anna.Press("Другие модели");
        await anna.Sees("Z-Image отдыхает");

        // In older messages hang the model's own buttons.
        foreach (var button in new[] { $"model:{Sick}", $"select_model:{Sick}" })
        {
            await anna.Click((await anna.FromBot())[^1].Id, button);
            var told = await anna.Sees("Z-Image отдыхает");
            told.Text.ShouldContain("(МСК) у модели трудности");
            told.Text.ShouldContain("Вернётся сама");
            told.Buttons.Count(other => other.Data.StartsWith("model:", StringComparison.Ordinal)).ShouldBe(4);
            told.Buttons.ShouldNotContain(other => other.Data == $"model:{Sick}");
            await anna.Click(told.Id, "main_menu");
            await anna.Sees("Что создаём?");
        }

        await OpenHealth("не продаются: 1");
        var page = await _owner.Sees("приостановлена с ");
        page.Text.ShouldContain("1 of 1 orders failed within the hour");
        page.Text.ShouldContain("Вернётся сама: следующая проверка");
        await _owner.Press("🔴 Z-Image");
        await _owner.Sees("Клиентам предлагаем:");
        (await _operator.Does("catalog", "list")).ShouldMatch($@"(?m)^{Sick} +PAUSED .*1 of 1 orders failed");
        (await _operator.Does("catalog", "health")).ShouldMatch($@"(?m)^{Sick} +paused .*looked at again \d\d:\d\d UTC");

        await boris.Say("Кот на маяке");
        (await boris.Sees("Z-Image отдыхает")).Text.ShouldContain("Ваш заказ сохранён, ничего не списано.");

        await _shop.Provider(new { duration_ms = 20, rate_limit = false });
        await Passes("the model is back", async () => (await _operator.Does("catalog", "list")).Contains("slow at the moment, or just back", StringComparison.Ordinal));
        await anna.Click((await anna.FromBot())[^1].Id, $"model:{Sick}");
        (await anna.Sees("Понадобится")).Text.ShouldContain("чуть дольше обычного");
        await boris.Press("К заказу");
        await boris.Press("16:9");
        (await boris.Sees("Кот на маяке")).Text.ShouldContain("чуть дольше обычного");
        await OpenHealth("медленно: 1");
        await _owner.Sees("вернулась, под наблюдением");
        await boris.Press("Создать бесплатно");
        await boris.Receives("photo");
        await Passes("the model is well", async () => !(await _operator.Does("catalog", "list")).Contains("slow at the moment", StringComparison.Ordinal));
        await OpenHealth("Все в порядке");
        await _owner.Reads("Снова работают: Z-Image");
    }

    [TestCase("ru", "отдыхает", "⏳ Оформить и подождать", "Модель отдыхает с ", "⏳ Подождать")]
    [TestCase("en", "is resting", "⏳ Fill in and wait", "The model has been resting since ", "⏳ Wait")]
    public async Task A_new_order_can_be_filled_in_for_a_model_that_rests_and_begins_by_itself(
        string language, string rests, string fill, string told, string wait)
    {
        await Fails(await Enter(_shop.NewCustomer()));
        var anna = await _shop.Arrives(language);
        await anna.Click((await anna.FromBot())[^1].Id, $"model:{Sick}");
        await anna.Sees(rests);
        await anna.Press(fill);
        (await anna.Sees("1/2")).Text.ShouldContain(told);
        await anna.Say("A lighthouse");
        (await anna.Sees("2/2")).Text.ShouldContain(told);
        await anna.Press("1:1");
        (await anna.Sees("A lighthouse")).Text.ShouldContain(told);
        await anna.Press(wait);
        await Eventually.Holds("the order waits", async () => await _shop.Books.Orders(GenerationStatus.Queued, anna) == 1);

        await _shop.Provider(new { duration_ms = 20, rate_limit = false });
        await Passes("the model is back", async () => (await _operator.Does("catalog", "list")).Contains("slow at the moment, or just back", StringComparison.Ordinal));
        await _shop.TimeFlies(() => anna.Receives("photo"));
    }

    [Test]
    public async Task Whoever_was_filling_in_takes_the_answers_along_to_another_model()
    {
        var (anna, boris) = (await Enter(_shop.NewCustomer()), await Enter(_shop.NewCustomer("Борис")));
        await Choose(boris);
        await boris.Say("Кот на маяке");
        await boris.Press("16:9");
        var confirm = await boris.Sees("всё готово");
        var go = confirm.Buttons.First(button => button.Label.Contains("Создать бесплатно", StringComparison.Ordinal)).Data;
        await Fails(anna);

        await boris.Click(confirm.Id, go);
        var told = await boris.Sees("Заказ не запущен");
        told.Text.ShouldContain("Z-Image отдыхает");
        await boris.Press(told.Buttons.First(button => button.Data.StartsWith("model:", StringComparison.Ordinal)).Label);
        await boris.Press("🚀 Создать");
        await Eventually.Holds("what was typed is there, or is not asked again", async () =>
            (await boris.FromBot())[^1] is { } last && !last.Text.Contains("Что нарисовать", StringComparison.Ordinal) && last.Buttons.Any(button => button.Data is "cancel_draft" or "cancel"));
        (await _shop.Books.Drafts(boris)).ShouldBe(1);
        (await _shop.Books.Orders(boris)).ShouldBe(0);
    }

    [Test]
    public async Task An_admin_stops_a_model_and_lets_the_shop_decide_again_and_nobody_else_can()
    {
        await OpenHealth("Все в порядке");
        await _owner.Click((await _owner.FromBot())[^1].Id, $"admin_model:{Sick}");
        await _owner.Sees("🟢 Z-Image");
        await _owner.Press("Снять с продажи");
        (await _owner.Sees("Записано")).Text.ShouldContain("Вернётся только по вашему решению.");
        var anna = await Enter(_shop.NewCustomer());
        await Eventually.Holds("it is off sale", async () => (await _operator.Does("catalog", "list")).Contains("paused by operator:77", StringComparison.Ordinal));
        await anna.Click((await anna.FromBot())[^1].Id, $"model:{Sick}");
        await anna.Sees("Эта модель сейчас недоступна");
        foreach (var forged in new[] { "admin_health:1", $"admin_model:{Sick}", $"admin_say:sell:{Sick}", "admin_drift:1", $"admin_contract:{Sick}", $"admin_agree:x:{Sick}" })
        {
            var before = (await anna.FromBot())[^1].Id;
            await anna.Click(before, forged);
            await Eventually.Holds($"{forged} leads to the menu", async () => (await anna.FromBot())[^1] is { } last && last.Id > before && last.Text.Contains("Что создаём?", StringComparison.Ordinal));
        }

        await _owner.Press("Решать автоматически");
        await _owner.Sees("в порядке");
        await _owner.Press("🩺 Модели");
        await _owner.Sees("Все в порядке");
        await _owner.Press("›");
        (await _owner.Button("‹")).Data.ShouldBe("admin_health:1");
    }

    /// <summary>One order of it fails, and a minute later it rests.</summary>
    private async Task Fails(Customer customer)
    {
        await _shop.Provider(new { duration_ms = 20, rate_limit = false, models = new Dictionary<string, object> { [Sick] = new { fails = true } } });
        await Choose(customer);
        await customer.Say("Маяк");
        await customer.Press("1:1");
        await customer.Press("Создать бесплатно");
        await Eventually.Holds("the order fails", async () => await _shop.Books.Orders(GenerationStatus.Failed, customer) == 1);
        await customer.Button("Ещё раз");
        await Passes("the model rests", async () => (await _operator.Does("catalog", "list")).Contains("1 of 1 orders failed", StringComparison.Ordinal));
    }

    private async Task OpenHealth(string found)
    {
        await _owner.Say("/admin");
        await _owner.Sees("Панель");
        await _owner.Press("🩺 Модели");
        await _owner.Sees(found);
    }

    private static async Task Choose(Customer customer)
    {
        await customer.Click((await customer.FromBot())[^1].Id, $"select_model:{Sick}");
        await customer.Sees("Шаг 1/");
    }

    private static async Task<Customer> Enter(Customer customer)
    {
        await customer.Say("/start");
        await customer.Reads("добро пожаловать");
        return customer;
    }

    private Task Passes(string what, Func<Task<bool>> isSo) => Eventually.Holds(what, async () =>
    {
        await _shop.Post("clock", new { advance_ms = 30_000 });
        return await isSo();
    });
}
