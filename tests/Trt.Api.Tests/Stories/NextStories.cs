using Trt.Testing;
using Trt.Testing.Shop;

namespace Trt.Api.Tests.Stories;

/// <summary>What comes after a result and after a failure: the order that follows is filled in already.</summary>
[Parallelizable]
public sealed class NextStories
{
    private RunningShop _shop = null!;

    [OneTimeSetUp]
    public async Task Open() => _shop = await RunningShop.Open();

    [OneTimeTearDown]
    public Task Close() => _shop.DisposeAsync().AsTask();

    [SetUp]
    public Task Calm() => Provider(new { });

    [Test]
    public async Task A_picture_is_animated_and_nobody_asks_for_it_again()
    {
        var anna = await HasPicture();
        await anna.Press("🪄 Оживить");
        var asked = await anna.Sees("Шаг 2/");
        asked.Text.ShouldContain("Что происходит");
        await anna.Say("Кот машет лапой");
        await FillsTheRest(anna, answered: asked);
        (await anna.Sees("всё готово")).Text.ShouldContain("1 файл");
        await anna.Press("Создать за");
        await anna.Receives("video");
        (await anna.Button("🗣 Озвучить")).Data.ShouldStartWith("go_on:");
    }

    [Test]
    public async Task What_is_upscaled_needs_no_word_at_all_and_no_second_upscaling_is_offered()
    {
        var anna = await HasPicture();
        await anna.Press("🔍 Увеличить");
        await FillsTheRest(anna);
        await anna.Press("Создать за");
        await Eventually.Holds("two pictures", async () => (await anna.Got("photo")).Count == 2);
        await Eventually.Holds("the buttons of the second", async () => (await anna.Got("photo"))[^1].Buttons.Any());
        (await anna.Got("photo"))[^1].Buttons.Select(button => button.Label).ShouldNotContain("🔍 Увеличить");
        (await anna.Got("photo"))[^1].Buttons.Select(button => button.Label).ShouldContain("🪄 Оживить");
    }

    [Test]
    public async Task All_that_can_be_made_of_a_picture_stands_behind_more_and_each_kind_of_work_lets_choose_the_model()
    {
        var anna = await HasPicture();
        await anna.Press("⋯ Ещё");
        var more = await anna.Sees("Что сделать дальше?");
        string[] offered = ["🪄 Оживить", "🔍 Увеличить", "🖌 Доработать", "✂️ Убрать фон", "🧩 Новый образ", "🗣 Говорящий аватар"];
        more.Buttons.Select(button => button.Label).Intersect(offered).ShouldBe(offered);
        await anna.Press("🖌 Доработать");
        var models = await anna.Sees("Выберите модель");
        models.Buttons.Count(button => button.Data.StartsWith("go_on:", StringComparison.Ordinal)).ShouldBeGreaterThan(2);
        models.Buttons.Where(button => button.Data.StartsWith("go_on:", StringComparison.Ordinal)).ShouldAllBe(button => button.Label.Contains('₽') || button.Label.Contains("бесплатно"));
        await anna.Press("Nano Banana · правка");
        var asked = await anna.Sees("Что изменить");
        await anna.Say("Добавь шарф");
        await FillsTheRest(anna, answered: asked);
        await anna.Sees("всё готово");
    }

    [Test]
    public async Task Of_several_pictures_it_is_asked_which_one()
    {
        await Provider(new { outputs = 3 });
        var anna = await _shop.Arrives();
        await anna.OrdersPicture();
        await anna.Press("🔍 Увеличить");
        var pieces = await anna.Sees("Какой из результатов взять?");
        pieces.Buttons.Take(3).Select(button => button.Label).ShouldBe(["1", "2", "3"]);
        await anna.Click(pieces.Id, pieces.Buttons.ElementAt(1).Data);
        await FillsTheRest(anna);
        (await anna.Sees("всё готово")).Text.ShouldContain("1 файл");
    }

    [Test]
    public async Task A_voice_is_put_on_an_avatar_which_then_asks_for_the_face_only()
    {
        var anna = await _shop.Arrives();
        await anna.OrdersVoice();
        await anna.Receives("audio");
        await anna.Press("🗣 Говорящий аватар");
        (await anna.Sees("Портрет")).Text.ShouldContain("Пришлите фото");
        await anna.SendPhoto(Pictures.Png(600, 600));
        await anna.Sees("Шаг 3/");
    }

    [Test]
    public async Task A_song_is_continued_and_covered()
    {
        var anna = await HasSong();
        await anna.Press("➕ Suno · продолжение");
        // Two songs came, and each can be gone on from.
        var which = await anna.Sees("Какой из результатов взять?");
        await anna.Click(which.Id, which.Buttons.ElementAt(1).Data);
        (await anna.Sees("Suno · продолжение")).Text.ShouldContain("Шаг 2/");
        await anna.Press("➕ Suno · кавер");
        var other = await Eventually.Get("the same question once more", async () =>
            (await anna.FromBot())[^1] is var last && last.Id != which.Id && last.Text == which.Text ? last : null);
        await anna.Click(other.Id, other.Buttons.First().Data);
        (await anna.Sees("Suno · кавер")).Text.ShouldContain("Шаг 2/");
    }

    [Test]
    public async Task Another_description_is_the_only_thing_asked()
    {
        var anna = await HasPicture();
        await anna.Press("✏️ Изменить описание");
        await anna.Sees("изменяем");
        await anna.Say("Пёс-астронавт");
        (await anna.Sees("всё готово")).Text.ShouldContain("Пёс-астронавт");
        (await anna.Sees("всё готово")).Text.ShouldContain("Чёткость: 1K");
    }

    [Test]
    public async Task A_failure_offers_models_that_take_everything_over()
    {
        var anna = await _shop.Arrives();
        await Provider(new { task = new { failCode = "500", failMsg = "Internal server error", times = 1 } });
        await anna.OrdersPicture();
        var failure = await anna.Reads("Похожие модели возьмут всё");
        await Provider(new { });
        var other = failure.Buttons.First(button => button.Data.StartsWith("elsewhere:", StringComparison.Ordinal));
        await anna.Click(failure.Id, other.Data);
        await FillsTheRest(anna);
        var ready = await anna.Sees("всё готово");
        ready.Text.ShouldContain("Кот-астронавт");
        ready.Text.ShouldContain(other.Label);
        (await anna.FromBot()).ShouldContain(message => message.Id == failure.Id && message.Text.Contains("Деньги не списаны"));
    }

    [Test]
    public async Task What_the_rules_do_not_allow_is_worded_anew()
    {
        var anna = await _shop.Arrives();
        await Provider(new { task = new { failCode = "400", failMsg = "Your content was flagged as violating our content policy", times = 1 } });
        await anna.OrdersPicture();
        await anna.Reads("не прошёл правила безопасности");
        await Provider(new { });
        await anna.Press("✏️ Изменить описание");
        await anna.Sees("изменяем");
        await anna.Say("Кот-астронавт в саду");
        await anna.Press("Создать за 14,14 ₽");
        await anna.Receives("photo");
    }

    [Test]
    public async Task A_result_whose_address_has_run_out_goes_on_all_the_same()
    {
        await using var shop = await RunningShop.Open();
        var anna = await shop.Arrives();
        await anna.OrdersPicture();
        await anna.Receives("photo");
        await anna.Reads("Списано");
        await shop.Post("clock", new { advance_ms = (long)TimeSpan.FromDays(3).TotalMilliseconds });
        await anna.Press("🔍 Увеличить");
        await FillsTheRest(anna);
        await anna.Press("Создать за");
        await Eventually.Holds("two pictures", async () => (await anna.Got("photo")).Count == 2);
    }

    [Test]
    public async Task Four_variations_are_one_order_with_one_price_and_are_told_in_one_place()
    {
        var anna = await HasPicture();
        await anna.Press("⋯ Ещё");
        await anna.Sees("Что сделать дальше?");
        await anna.Press("🎲 4 варианта");
        var offer = await anna.Sees("всё готово");
        offer.Text.ShouldContain("Nano Banana Pro ×4");
        offer.Text.ShouldContain("4 картинки за эту цену");
        offer.Text.ShouldContain("4 варианта × 14,14 ₽ = 56,56 ₽");
        await anna.Press("Создать за 56,56 ₽");
        await Eventually.Holds("five pictures", async () => (await anna.Got("photo")).Count == 5);
        (await anna.Reads("готово 4 из 4")).Text.ShouldContain("Списано 56,56 ₽, на балансе 229,30 ₽");
        (await anna.FromBot()).Count(message => message.Text.Contains("×4")).ShouldBe(1);
    }

    [Test]
    public async Task A_stranger_makes_nothing_of_somebody_elses_result()
    {
        var anna = await HasPicture();
        var data = (await anna.Button("🪄 Оживить")).Data;
        var more = (await anna.Button("⋯ Ещё")).Data;
        var stranger = await _shop.Arrives();
        var menu = (await stranger.FromBot())[^1];
        foreach (var button in new[] { data, data.Replace(":1:", ":0:"), more, more.Replace("gen_more", "reword"), more.Replace("gen_more", "favourite") + ":1" })
        {
            await stranger.Click(menu.Id, button);
            await stranger.PressesAreAnswered();
        }

        (await stranger.FromBot()).ShouldNotContain(message => message.Text.Contains("Kling") || message.Text.Contains("Nano Banana"));
    }

    private async Task<Customer> HasPicture()
    {
        var anna = await _shop.Arrives();
        await anna.OrdersPicture();
        await anna.Receives("photo");
        await anna.Reads("Списано");
        return anna;
    }

    private async Task<Customer> HasSong()
    {
        var anna = await _shop.Arrives();
        await anna.Chooses("V5");
        await anna.Sees("Шаг 1/");
        await FillsTheRest(anna, "Колыбельная для кота");
        (await anna.Sees("всё готово")).Text.ShouldContain("2 песни за эту цену");
        await anna.Press("Создать за");
        await Eventually.Holds("two songs", async () => (await anna.Got("audio")).Count == 2);
        await anna.Button("➕ Suno · продолжение");
        return anna;
    }

    /// <summary>Takes the first of what is offered until the price is there.</summary>
    private static async Task FillsTheRest(Customer customer, string words = "Плавно", ChatMessage? answered = null)
    {
        var seen = answered;
        while (true)
        {
            var before = seen;
            seen = await Eventually.Get($"the next question after «{before?.Text}»", async () =>
                (await customer.FromBot()).LastOrDefault(message => message.Buttons.Any()) is { } last && last.Text != before?.Text
                && (last.Text.Contains("Шаг ") || last.Text.Contains("всё готово")) ? last : null);
            if (seen.Text.Contains("всё готово"))
            {
                return;
            }

            var first = seen.Buttons.First();
            if (first.Data.StartsWith("set_param:", StringComparison.Ordinal) || first.Data.StartsWith("skip_param", StringComparison.Ordinal))
            {
                await customer.Click(seen.Id, first.Data);
            }
            else
            {
                await customer.Say(words);
            }
        }
    }

    private Task Provider(object dial)
    {
        var all = dial.GetType().GetProperties().ToDictionary(property => property.Name, property => property.GetValue(dial));
        all.TryAdd("duration_ms", 20);
        all.TryAdd("rate_limit", false);
        return _shop.Provider(all);
    }
}
