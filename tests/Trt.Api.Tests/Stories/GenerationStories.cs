using Trt.Domain.Shared;
using Trt.Domain.Wallets;
using Trt.Testing;
using Trt.Testing.Shop;

namespace Trt.Api.Tests.Stories;

/// <summary>What a customer lives through, update in → messages out, over real HTTP to both simulators.</summary>
[Parallelizable]
public sealed class GenerationStories
{
    private RunningShop _shop = null!;

    [SetUp]
    public async Task Open() => _shop = await Shop.Running;

    [Test]
    public async Task A_newcomer_makes_a_free_picture()
    {
        var anna = _shop.NewCustomer();
        await anna.Say("/start");
        await anna.Reads("добро пожаловать");
        await anna.Say("/menu");
        await anna.Press("Бесплатно · ещё 5");
        await anna.Press("Z-Image");
        await anna.Press("🚀 Создать");
        await anna.Sees("Шаг 1/2");
        await anna.Say("Маяк <b>ночью</b> & шторм 🌊 ‏مرحبا");
        await anna.Press("16:9");
        await anna.Reads("Маяк <b>ночью</b> & шторм 🌊 ‏مرحبا");
        await anna.Press("Создать бесплатно");
        await anna.Receives("photo");
        await anna.Reads("Осталось сегодня: 4");
        await anna.PressesAreAnswered();
    }

    [Test]
    public async Task A_paid_picture_with_two_references_costs_what_was_shown()
    {
        var boris = _shop.NewCustomer("Борис");
        await boris.Say("/start");
        await boris.Reads("добро пожаловать");
        await Choose(boris, "nano-banana-pro");
        await boris.Sees("Шаг 1/3");
        await boris.Say("Кот-астронавт");
        await boris.Reads("Фото-образцы");
        await boris.SendPhoto(Pictures.Png(320, 200));
        await boris.SendPhoto(Pictures.Png(200, 320));
        await boris.Reads("Получено: 2 из 8");
        await boris.Press("Готово");
        await boris.Press("4K · 18,86 ₽");
        await boris.Reads("Баланс: 300 ₽ → 281,14 ₽");
        await boris.Press("Создать за 18,86 ₽");
        await boris.Receives("photo");
        await boris.Reads("Списано 18,86 ₽, на балансе 281,14 ₽");

        var task = (await _shop.Get("kie/tasks")).GetProperty("tasks").EnumerateArray().Last(task => task.GetProperty("model").GetString() == "nano-banana-pro");
        var input = task.GetProperty("input");
        input.GetProperty("image_input").GetArrayLength().ShouldBe(2);
        input.GetProperty("resolution").GetString().ShouldBe("4K");
    }

    [Test]
    public async Task Someone_who_has_only_words_goes_on_with_one_press_and_who_writes_again_is_asked_whether_to_replace_them()
    {
        var gleb = _shop.NewCustomer("Глеб");
        await gleb.Say("/start");
        await gleb.Reads("добро пожаловать");
        await Choose(gleb, "nano-banana-pro");
        await gleb.Sees("Шаг 1/3");
        await gleb.Say("Кот-астронавт");
        await gleb.Sees("Шаг 2/3");
        await gleb.Say("Пёс-астронавт");
        await gleb.Sees("Заменить «Описание»");
        await gleb.Press("Заменить");
        await gleb.Press("Только текст");
        await gleb.Sees("Шаг 3/3");
        await gleb.Press("1K · 14,14 ₽");
        (await gleb.Sees("всё готово")).Text.ShouldContain("Пёс-астронавт");
    }

    [Test]
    public async Task A_text_is_read_aloud_and_a_film_is_made()
    {
        var vera = _shop.NewCustomer("Вера");
        await vera.Say("/start");
        await vera.Reads("добро пожаловать");
        await Choose(vera, "elevenlabs/text-to-speech-turbo-2-5");
        await vera.Reads("Знаки препинания");
        await vera.Say("Добрый вечер, дамы и господа.");
        await vera.Press("James");
        await vera.Press("Создать за 4,71 ₽");
        await vera.Receives("audio");

        await Choose(vera, "kling-2.6/text-to-video");
        await vera.Sees("Шаг 1/4");
        await vera.Say("Волны бьются о скалы");
        await vera.Press("Нет · 43,21 ₽");
        await vera.Press("16:9");
        await vera.Press("5 с · 43,21 ₽");
        await vera.Press("Создать за 43,21 ₽");
        await vera.Receives("video");
        await vera.Reads("на балансе 252,08 ₽");
    }

    [Test]
    public async Task Without_money_the_offer_says_how_much_is_missing()
    {
        var oleg = _shop.NewCustomer("Олег");
        await oleg.Say("/start");
        await oleg.Reads("добро пожаловать");
        for (var film = 0; film < 3; film++)
        {
            await FilmFor86(oleg);
            await oleg.Press("Создать за 86,43 ₽");
            await oleg.Reads($"на балансе {Money.Rubles(300 - (86.43m * (film + 1))).In(Language.Russian)}");
        }

        await oleg.Reads("На балансе осталось 40,71 ₽");
        await FilmFor86(oleg);
        await oleg.Sees("Не хватает: 45,72 ₽");
    }

    [Test]
    public async Task A_failed_generation_brings_the_money_back_and_says_so()
    {
        await using var shop = await RunningShop.Open();
        await shop.Provider(new { duration_ms = 20, task = new { failCode = "500", failMsg = "Internal server error" } });
        var anna = shop.NewCustomer();
        await PaidPicture(anna);
        await anna.Reads("Деньги не списаны: 14,14 ₽ снова на балансе, всего 300 ₽");
        (await shop.Books.ReservedInAll()).ShouldBe(0);
    }

    [Test]
    [Property("Case", 41)]
    public async Task A_lost_callback_and_a_forged_one_and_a_repeated_one_make_no_difference()
    {
        await using var shop = await RunningShop.Open();
        foreach (var callback in new object[] { new { lost = true }, new { forged = true }, new { duplicate = 20 }, new { reordered = true }, new { before_answer = true } })
        {
            await shop.Provider(new { duration_ms = 20, rate_limit = false, callback });
            var anna = shop.NewCustomer();
            await PaidPicture(anna);
            // What nobody calls for is looked at a little later.
            await shop.TimeFlies(() => anna.Reads("Списано 14,14 ₽, на балансе 285,86 ₽"));
            (await anna.FromBot()).Count(message => message.Json.TryGetProperty("photo", out _)).ShouldBe(1);
        }
    }

    [Test]
    public async Task An_order_whose_answer_was_cut_is_not_sent_twice_and_still_delivered()
    {
        await using var shop = await RunningShop.Open();
        await shop.Provider(new { duration_ms = 20, create = new { drop_after = true, times = 1 } });
        var anna = shop.NewCustomer();
        await PaidPicture(anna);
        await anna.Receives("photo");
        (await shop.Get("kie/tasks")).GetProperty("tasks").GetArrayLength().ShouldBe(1);
        (await shop.Books.Entries(EntryKind.Commit)).ShouldBe(1);
    }

    [Test]
    public async Task When_Telegram_cannot_fetch_the_picture_it_is_uploaded()
    {
        await using var shop = await RunningShop.Open();
        await shop.Post("fail", new { method = "sendPhoto", error_code = 400, description = "Bad Request: failed to get HTTP URL content", times = 1 });
        var anna = shop.NewCustomer();
        await PaidPicture(anna);
        await anna.Receives("photo");
    }

    [TestCase("expired")]
    [TestCase("empty")]
    [TestCase("html")]
    public async Task A_result_that_is_no_picture_is_never_charged(string fault)
    {
        await using var shop = await RunningShop.Open();
        await shop.Provider(new { duration_ms = 20, result = new Dictionary<string, bool> { [fault] = true } });
        var anna = shop.NewCustomer();
        await PaidPicture(anna);
        await anna.Reads("Деньги не списаны: 14,14 ₽ снова на балансе, всего 300 ₽");
        (await shop.Books.Entries(EntryKind.Commit)).ShouldBe(0);
    }

    [Test]
    public async Task A_customer_who_left_gets_the_result_on_return()
    {
        await using var shop = await RunningShop.Open();
        await shop.Provider(new { duration_ms = 1500 });
        var anna = shop.NewCustomer();
        await PaidPicture(anna);
        await shop.Post("block", new { chat_id = anna.Id, blocked = true });
        await Eventually.Holds("the result waits", async () => await shop.Books.Undeliverable() == 1);
        await shop.Post("block", new { chat_id = anna.Id, blocked = false });
        await anna.Receives("photo");
    }

    private static async Task PaidPicture(Customer customer)
    {
        await customer.Say("/start");
        await customer.Reads("добро пожаловать");
        await Choose(customer, "nano-banana-pro");
        await customer.Sees("Шаг 1/3");
        await customer.Say("Кот-астронавт");
        await customer.Press("Только текст");
        await customer.Press("1K · 14,14 ₽");
        await customer.Press("Создать за 14,14 ₽");
    }

    private static async Task FilmFor86(Customer customer)
    {
        await Choose(customer, "kling-2.6/text-to-video");
        await customer.Sees("Шаг 1/4");
        await customer.Say("Волны бьются о скалы");
        await customer.Press("Нет · 43,21 ₽");
        await customer.Press("16:9");
        await customer.Press("10 с · 86,43 ₽");
        await customer.Sees("Kling 2.6 · всё готово");
    }

    /// <summary>The button of a model card, wherever it hangs.</summary>
    private static async Task Choose(Customer customer, string model) =>
        await customer.Click((await customer.FromBot())[^1].Id, $"select_model:{model}");
}
