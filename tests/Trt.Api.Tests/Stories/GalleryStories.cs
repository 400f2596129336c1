using Trt.Testing;
using Trt.Testing.Shop;

namespace Trt.Api.Tests.Stories;

/// <summary>One's own works: found by kind, by heart and by word, opened, kept and taken away.</summary>
[Parallelizable]
public sealed class GalleryStories
{
    private RunningShop _shop = null!;

    [OneTimeSetUp]
    public async Task Open() => _shop = await RunningShop.Open();

    [OneTimeTearDown]
    public Task Close() => _shop.DisposeAsync().AsTask();

    [SetUp]
    public Task Calm() => _shop.Provider(new { duration_ms = 20, rate_limit = false });

    [Test]
    public async Task A_work_is_told_by_its_words_its_kind_its_day_its_price_and_its_state()
    {
        var anna = await HasPictureAndVoice();
        await anna.Say("/history");
        var list = await anna.Sees("Ваши работы");
        list.Text.ShouldMatch(@"1\. 🎵 Добрый вечер, дамы и господа\.\s+ElevenLabs Turbo 2\.5 · \d\d\.\d\d\.\d{4} · 4,71 ₽ · ✅ готово");
        list.Text.ShouldMatch(@"2\. 🖼 Кот-астронавт\s+Nano Banana Pro · \d\d\.\d\d\.\d{4} · 14,14 ₽ · ✅ готово");
        list.Buttons.Count(button => button.Data.StartsWith("gen_view:", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Test]
    public async Task An_opened_work_brings_the_picture_again_and_leads_back_to_its_kind()
    {
        var anna = await HasPictureAndVoice();
        await anna.Say("/history");
        await Filters(anna, "🖼");
        await Eventually.Holds("only the picture", async () =>
            (await anna.FromBot())[^1] is { Text: var text } && text.Contains("Кот-астронавт") && !text.Contains("Добрый вечер"));
        await anna.Press("✅ готово · 🖼");
        await Eventually.Holds("the picture again", async () => (await anna.Got("photo")).Count == 2);
        var card = await anna.Reads("· 14,14 ₽");
        card.Buttons.Select(button => button.Label).ShouldContain("🪄 Оживить");
        card.Buttons.Select(button => button.Label).ShouldContain("📄 Оригинал файлом");
        card.Buttons.Single(button => button.Label == "‹ Назад").Data.ShouldBe("my_generations:1:i");
        (await _shop.Books.Entries(anna)).ShouldBe(5, "the welcome, two orders, two prices, and nothing for looking again");
    }

    [TestCase("кот")]
    [TestCase("АСТРОНАВТ")]
    [TestCase("т-а")]
    public async Task A_work_is_found_by_a_part_of_its_words(string words)
    {
        var anna = await HasPictureAndVoice();
        await Searches(anna, words);
        var found = await anna.Sees("Найдено по словам");
        found.Text.ShouldContain("Кот-астронавт");
        found.Text.ShouldNotContain("Добрый вечер");
        // The search stays on while kinds are looked through, and through a restart of everything but the database.
        await Filters(anna, "🎵");
        await anna.Sees("С такими словами ничего нет");
        await Filters(anna, "Все");
        await anna.Sees("Добрый вечер");
    }

    [TestCase("%")]
    [TestCase("prompt")]
    [TestCase("16:9")]
    public async Task What_nobody_wrote_is_not_found(string words)
    {
        var anna = await HasPictureAndVoice();
        await Searches(anna, words);
        await anna.Sees("С такими словами ничего нет");
    }

    [Test]
    public async Task A_favourite_is_found_under_the_star_and_is_no_longer_when_it_is_taken_away()
    {
        var anna = await HasPictureAndVoice();
        await anna.Say("/history");
        await Filters(anna, "⭐");
        await anna.Sees("отметите ⭐ под результатом");
        var photo = (await anna.Got("photo"))[^1];
        var star = photo.Buttons.Single(button => button.Label == "⭐ В избранное").Data;
        await anna.Click(photo.Id, star);
        await anna.Click(photo.Id, star);
        await anna.PressesAreAnswered();

        await anna.Say("/start");
        await anna.Press("👤 Моё");
        await anna.Press("⭐ Избранное");
        (await anna.Sees("Кот-астронавт")).Text.ShouldNotContain("Добрый вечер");
        await anna.Press("✅ готово · 🖼");
        await anna.Press("☆ Из избранного");
        await anna.Button("⭐ В избранное");
        await anna.Press("‹ Назад");
        await anna.Reads("отметите ⭐ под результатом");
    }

    [Test]
    public async Task What_is_deleted_is_asked_first_and_leaves_its_receipt()
    {
        var anna = await HasPictureAndVoice();
        await anna.Say("/history");
        await anna.Press("✅ готово · 🖼");
        await anna.Press("🗑 Удалить");
        (await anna.Reads("Удалить из истории?")).Text.ShouldContain("Кот-астронавт");
        var (message, view) = ((await anna.Button("‹ Назад")).MessageId, (await anna.Button("‹ Назад")).Data.Replace("work:", "gen_view:"));
        await anna.Press("🗑 Из истории");
        var left = await anna.Reads("Ваши работы");
        left.Text.ShouldNotContain("Кот-астронавт");
        left.Text.ShouldContain("Добрый вечер");
        await anna.Click(message, view);
        await anna.PressesAreAnswered();
        await anna.Say("/receipt");
        (await anna.Sees("Чеки")).Buttons.ShouldContain(button => button.Label.Contains("Nano Banana Pro"));
    }

    [Test]
    public async Task Pages_lead_on_and_back()
    {
        var anna = await _shop.Arrives();
        await anna.OrdersVoice();
        for (var count = 1; count < 7; count++)
        {
            var made = count;
            await Eventually.Holds($"{made} voices", async () => (await anna.Got("audio")).Count == made);
            await Eventually.Holds($"{made} receipts", async () =>
                (await anna.FromBot()).Count(message => message.Text.Contains("Списано")) == made);
            await anna.Press("🔁 Ещё раз");
            await anna.Sees("всё готово");
            await anna.Press("Создать за 4,71 ₽");
        }

        await Eventually.Holds("7 voices", async () => (await anna.Got("audio")).Count == 7);

        await anna.Say("/history");
        (await anna.Sees("Ваши работы")).Text.ShouldContain("6. 🎵");
        await anna.Press("›");
        var second = await Eventually.Get("the second page", async () =>
            (await anna.FromBot())[^1] is var last && last.Buttons.Any(button => button.Label == "‹") ? last : null);
        second.Buttons.Count(button => button.Data.StartsWith("gen_view:", StringComparison.Ordinal)).ShouldBe(1);
        await anna.Click(second.Id, second.Buttons.First().Data);
        (await anna.Button("‹ Назад")).Data.ShouldBe("my_generations:2:e");
    }

    [Test]
    public async Task Files_are_called_by_their_words_and_by_the_clock_of_their_customer()
    {
        var anna = await HasPictureAndVoice();
        var here = DateTimeOffset.FromUnixTimeSeconds((await anna.Got("photo"))[^1].Json.GetProperty("date").GetInt64());
        await anna.Say("/start");
        await anna.Press("👤 Моё");
        await anna.Press("🕒 Моё время");
        var asked = await anna.Sees("Который у вас час?");
        await anna.Click(asked.Id, "zone:12");
        await anna.Sees("Деньги, готовые работы");
        var photo = (await anna.Got("photo"))[^1];
        await anna.Click(photo.Id, photo.Buttons.Single(button => button.Label.Contains("Оригинал")).Data);
        var name = (await anna.Receives("document")).Json.GetProperty("document").GetProperty("file_name").GetString()!;
        name.ShouldStartWith("Кот-астронавт ");
        var ordered = DateTime.ParseExact(name["Кот-астронавт ".Length..^".png".Length], "yyyy-MM-dd HH-mm", null);
        (here.ToOffset(TimeSpan.FromHours(12)).DateTime - ordered).Duration().ShouldBeLessThan(TimeSpan.FromMinutes(5));
    }

    [Test]
    public async Task A_voice_carries_what_is_said_and_who_says_it()
    {
        var anna = await HasPictureAndVoice();
        var audio = (await anna.Got("audio"))[^1].Json.GetProperty("audio");
        audio.GetProperty("title").GetString().ShouldBe("Добрый вечер, дамы и господа.");
        audio.GetProperty("performer").GetString().ShouldBe("ElevenLabs Turbo 2.5");
    }

    [Test]
    public async Task Who_may_order_nothing_still_has_their_works()
    {
        var anna = await HasPictureAndVoice();
        await _shop.ByHand.Blocks(anna);
        await Eventually.Holds("the block is known", async () =>
        {
            await anna.Say("/start");
            return (await anna.FromBot())[^1].Text.Contains("новые заказы для вас закрыты");
        });
        await anna.Press("📚 История");
        var list = await anna.Reads("Ваши работы");
        list.Buttons.ShouldNotContain(button => button.Label.Contains("Найти"));
        await anna.Press("✅ готово · 🖼");
        await Eventually.Holds("the picture again", async () => (await anna.Got("photo")).Count == 2);
        var card = await anna.Reads("· 14,14 ₽");
        card.Buttons.Select(button => button.Label).ShouldBe(["📄 Оригинал файлом", "🧾 Чек", "‹ Назад", "🏠 Меню"]);
        await anna.Press("📄 Оригинал файлом");
        await anna.Receives("document");
    }

    [Test]
    public async Task Whoever_has_nothing_yet_reads_what_will_be_here()
    {
        var john = await _shop.Arrives("en");
        await john.Say("/history");
        await john.Sees("Your work will appear here");
    }

    private async Task<Customer> HasPictureAndVoice()
    {
        var anna = await _shop.Arrives();
        await anna.OrdersPicture();
        await anna.Receives("photo");
        await anna.Reads("Списано 14,14 ₽");
        await anna.OrdersVoice();
        await anna.Receives("audio");
        await anna.Reads("Списано 4,71 ₽");
        return anna;
    }

    /// <summary>Presses a filter of the gallery, which stands at the end of the chat.</summary>
    private static async Task Filters(Customer anna, string label)
    {
        var list = await Eventually.Get("the gallery", async () =>
            (await anna.FromBot())[^1] is var last && last.Buttons.Any(button => button.Label.EndsWith(label, StringComparison.Ordinal)) ? last : null);
        await anna.Click(list.Id, list.Buttons.First(button => button.Label.EndsWith(label, StringComparison.Ordinal)).Data);
    }

    private static async Task Searches(Customer anna, string words)
    {
        await anna.Say("/history");
        await anna.Press("🔎 Найти по описанию");
        await anna.Sees("Что ищем?");
        await anna.Say(words);
    }
}
