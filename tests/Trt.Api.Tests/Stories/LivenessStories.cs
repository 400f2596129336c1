using Trt.Testing.Shop;

namespace Trt.Api.Tests.Stories;

/// <summary>Whatever breaks off on the way, the customer is told how it stands and is led on.</summary>
[Parallelizable]
public sealed class LivenessStories
{
    private RunningShop _shop = null!;

    [OneTimeSetUp]
    public async Task Open() => _shop = await RunningShop.Open();

    [OneTimeTearDown]
    public Task Close() => _shop.DisposeAsync().AsTask();

    [SetUp]
    public Task Calm() => Provider(new { });

    [Test]
    public async Task An_order_without_an_answer_says_at_once_what_may_come_and_when_the_money_returns()
    {
        var anna = await _shop.Arrives();
        await Provider(new { create = new { drop_before = true, times = 1 } });
        await anna.OrdersPicture();
        await anna.Reads("Связь прервалась, но результат ещё может прийти");
        await anna.Reads("деньги вернутся на баланс сами");
        await anna.Press("Ещё раз");
        await anna.Reads("Баланс: 285,86 ₽ → 271,72 ₽");
    }

    [Test]
    [Property("Case", 56)]
    public async Task An_answer_that_was_not_accepted_is_asked_again_and_the_rest_is_kept()
    {
        var anna = await _shop.Arrives();
        await Provider(new { create = new { code = 422, msg = "prompt is not acceptable: too vague", times = 1 } });
        await anna.OrdersPicture();
        await anna.Reads("Модель не приняла «");
        await anna.Reads("Деньги не списаны");
        await anna.Press("Исправить");
        await anna.Sees("изменяем");
        await anna.Say("A lighthouse at dusk, oil on canvas");
        await anna.Press("Создать за 14,14 ₽");
        await anna.Receives("photo");
    }

    [TestCase("Bad Request: can't parse entities: unexpected end tag at byte offset 4")]
    [TestCase("Bad Request: BUTTON_DATA_INVALID")]
    public async Task A_screen_that_the_messenger_finds_fault_with_comes_plainly(string refusal)
    {
        var anna = await _shop.Arrives();
        await _shop.Post("fail", new { method = "sendMessage", error_code = 400, description = refusal, times = 1, chat_id = anna.Id });
        await anna.Say("/balance");
        await anna.Reads("300 ₽");
        await anna.PressesAreAnswered();
    }

    [TestCase("drop_before")]
    [TestCase("drop_after")]
    public async Task Word_of_a_refund_that_was_cut_off_is_said_again(string moment)
    {
        var anna = await _shop.Arrives();
        await Provider(new { task = new { failCode = "500", failMsg = "Internal server error" } });
        await anna.FillsPicture();
        await _shop.Post("fail", new { method = "sendMessage", when = moment, times = 2, chat_id = anna.Id });
        await anna.Press("Создать за 14,14 ₽");
        await _shop.TimeFlies(() => anna.Reads("Деньги не списаны: 14,14 ₽ снова на балансе"));
    }

    private Task Provider(object dial)
    {
        var all = dial.GetType().GetProperties().ToDictionary(property => property.Name, property => property.GetValue(dial));
        all.TryAdd("duration_ms", 20);
        all.TryAdd("rate_limit", false);
        return _shop.Provider(all);
    }
}
