using System.Text.RegularExpressions;
using Trt.Domain.Wallets;
using Trt.Testing;
using Trt.Testing.Shop;

namespace Trt.Api.Tests.Stories;

/// <summary>From an idea to a finished piece: the house's recipes, a customer's own, and links to them.</summary>
[Parallelizable]
public sealed partial class RecipeStories
{
    private RunningShop _shop = null!;

    [OneTimeSetUp]
    public async Task Open() => _shop = await RunningShop.Open(("WELCOME_BALANCE_RUB", "300"));

    [OneTimeTearDown]
    public Task Close() => _shop.DisposeAsync().AsTask();

    [SetUp]
    public Task Calm() => _shop.Provider(new { });

    [Test]
    public async Task A_chain_from_its_questions_to_its_end_with_a_checkpoint_between()
    {
        var anna = await _shop.Arrives();
        await anna.Say("/recipes");
        var shelf = await anna.Sees("📖 Рецепты");
        shelf.Buttons.Count(button => button.Data.StartsWith("recipe:", StringComparison.Ordinal)).ShouldBeGreaterThanOrEqualTo(8);
        await anna.Press("😺 Стикер");
        var card = await anna.Sees("Всего:");
        card.Text.ShouldContain("1. Рисунок");
        card.Text.ShouldContain("2. Вырезать");
        card.Text.ShouldContain("Без вашего нажатия ничего не списывается");
        await anna.Press("▶️ Начать");
        (await anna.Sees("Кто на стикере?")).Text.ShouldContain("шаг 1 из 2");
        await anna.Say("Лиса в шарфе");
        await anna.Sees("Что он чувствует?");
        await anna.Press("✨ Взять пример");
        var price = await anna.Sees("всё готово");
        price.Text.ShouldContain("😺 Стикер");
        price.Text.ShouldContain("Лиса в шарфе");
        (await _shop.Books.Reserved(anna)).ShouldBe(0);
        await anna.Press("Создать");

        var checkpoint = await anna.Sees("шаг 1 из 2 готов");
        checkpoint.Text.ShouldContain("Дальше: Вырезать");
        checkpoint.Text.ShouldContain("₽");
        checkpoint.Buttons.Select(button => button.Label).ShouldBe(["▶️ Дальше", "🔁 Другой вариант", "🔀 Другая модель", "⏹ Остановиться"]);
        (await _shop.Books.Orders(anna)).ShouldBe(1);
        await anna.Click(checkpoint.Id, checkpoint.Buttons.First().Data);
        var next = await anna.Sees("всё готово");
        next.Text.ShouldContain("шаг 2 из 2: Вырезать");
        next.Text.ShouldContain("1 файл");
        await anna.Press("Создать за");
        await anna.Sees("рецепт пройден до конца");
        (await _shop.Books.Orders(anna)).ShouldBe(2);
        (await _shop.Books.Entries(EntryKind.Reserve, anna)).ShouldBe(2);
    }

    [Test]
    public async Task A_photo_goes_through_two_steps_and_the_chain_survives_a_restart()
    {
        var anna = await _shop.Arrives();
        await anna.Say("/start r_old-photo");
        await anna.Sees("Старое фото оживает");
        await anna.Press("▶️ Начать");
        await anna.Sees("Пришлите фото");
        await anna.SendPhoto(Pictures.Png(640, 640));
        await anna.Press("✅ Готово");
        await anna.Press("Создать за");
        await anna.Sees("шаг 1 из 2 готов");
        await _shop.Restart();
        await anna.Press("▶️ Дальше");
        (await anna.Sees("Что происходит на фото?")).Text.ShouldContain("шаг 2 из 2");
        await anna.Say("Бабушка машет рукой");
        var price = await anna.Sees("всё готово");
        price.Text.ShouldContain("Бабушка машет рукой");
        price.Text.ShouldContain("1 файл");
        await anna.Press("Создать за");
        await anna.Receives("video");
        await anna.Sees("рецепт пройден до конца");
    }

    [Test]
    public async Task Who_stops_keeps_the_result_and_can_go_on_later_or_try_the_step_again()
    {
        var anna = await _shop.Arrives();
        await anna.Say("/start r_sticker");
        await anna.Press("▶️ Начать");
        await anna.Press("✨ Взять пример");
        await anna.Sees("Что он чувствует?");
        await anna.Press("✨ Взять пример");
        await anna.Press("Создать");
        await anna.Sees("шаг 1 из 2 готов");
        await anna.Press("🔁 Другой вариант");
        await anna.Sees("всё готово");
        await anna.Press("Создать");
        await Eventually.Holds("two checkpoints", async () =>
            (await anna.FromBot()).Count(message => message.Text.Contains("шаг 1 из 2 готов", StringComparison.Ordinal)) == 2);
        await anna.Press("⏹ Остановиться");
        (await anna.Sees("Остановились здесь")).Buttons.Select(button => button.Label).ShouldContain("⭐ В избранное");
        await anna.Press("▶️ Дальше");
        await anna.Sees("шаг 2 из 2");
    }

    [Test]
    public async Task An_own_recipe_with_holes_is_kept_run_renamed_shared_and_deleted()
    {
        var anna = await HasPicture();
        await anna.Press("⋯ Ещё");
        await anna.Press("💾 Сохранить как рецепт");
        (await anna.Sees("Какие слова оставить?")).Text.ShouldContain("Кот-астронавт");
        await anna.Say(string.Concat(Enumerable.Range(1, 50).Select(number => $"{{{number}}}")));
        (await anna.Sees("не больше 20")).Text.ShouldContain("у вас 50");
        await anna.Say("<b>{Кто}</b> & космос");
        var kept = await anna.Sees("рецепт сохранён");
        kept.Text.ShouldContain("<b>{Кто}</b> & космос");
        kept.Text.ShouldContain("При запуске спросим: Кто");
        await anna.Press("▶️ Начать");
        await anna.Sees("что подставить?");
        await anna.Say("Пёс <i>");
        (await anna.Sees("всё готово")).Text.ShouldContain("<b>Пёс <i></b> & космос");

        await anna.Say("/menu");
        await anna.Press("👤 Моё");
        await anna.Press("📖 Рецепты");
        await anna.Press("💾 Мои рецепты · 1");
        await anna.Sees("Выберите, что приготовить");
        await anna.Press("💾 Кот-астронавт");
        await anna.Press("✏️ Переименовать");
        await anna.Sees("Как назвать рецепт?");
        await anna.Say("Космические герои");
        await anna.Sees("Космические герои");
        await anna.Press("🗑 Удалить");
        await anna.Sees("Удалить рецепт?");
        await anna.Press("🗑 Удалить");
        (await anna.Sees("Мои рецепты")).Text.ShouldContain("Понравился результат?");
    }

    [Test]
    public async Task What_is_shared_shows_the_authors_words_only_if_they_say_so()
    {
        var (anna, boris) = (await HasPicture(), await _shop.Arrives());
        var code = await Shares(anna, "Тайная канарейка {кто}", "📐 Только форма");
        await boris.Say($"/start r_{code}");
        var form = await boris.Sees("описание напишете вы");
        form.Text.ShouldContain("Nano Banana Pro");
        await boris.Press("▶️ Начать");
        await boris.Sees("📖");
        (await boris.FromBot()).ShouldAllBe(message => !message.Text.Contains("канарейка", StringComparison.Ordinal) && !message.Text.Contains("Кот-астронавт", StringComparison.Ordinal));

        await Opens(anna, code);
        await anna.Press("🔗 Поделиться");
        await anna.Press("✍️ С моими словами");
        await anna.Sees("с вашими словами");
        await boris.Say($"/start r_{code}");
        (await boris.Sees("Тайная канарейка")).Text.ShouldContain("{кто}");

        await Opens(anna, code);
        await anna.Press("🔗 Поделиться");
        await anna.Press("🚫 Закрыть доступ");
        await anna.Sees("Доступ закрыт");
        await boris.Say($"/start r_{code}");
        (await boris.Sees("Этого рецепта больше нет")).Buttons.Count(button => button.Data.StartsWith("recipe:", StringComparison.Ordinal)).ShouldBe(4);
    }

    /// <summary>Wherever others look, and whatever is written down, a recipe that was not shared is not there.</summary>
    [Test]
    public async Task A_private_recipe_is_on_no_surface_but_its_authors_chat_and_in_no_log_line()
    {
        const string canary = "canary-words-4711";
        var log = LogBook.Of(_shop);
        var (anna, boris) = (await HasPicture(), await _shop.Arrives("en"));
        var code = await Keeps(anna, $"{canary} {{{canary}-hole}}");
        await anna.Press("▶️ Начать");
        await anna.Sees("что подставить?");
        await anna.Say($"{canary}-answer");
        await anna.Press("Создать за");
        await Eventually.Holds("the second picture", async () => (await anna.Got("photo")).Count == 2);

        await boris.Say($"/start r_{code}");
        await boris.Sees("This recipe is gone");
        foreach (var way in (string[])[$"recipe:{code}", $"recipe_start:{code}", "my_recipes:1", "recipe_share:1", "recipe_name:1", "recipe_drop:1:0", "recipe_example:1:0"])
        {
            await boris.Click((await boris.FromBot())[^1].Id, way);
            await boris.PressesAreAnswered();
        }

        await boris.Say("/find canary");
        await boris.Sees("canary");
        var sent = (await _shop.Get("log")).GetRawText();
        sent.ShouldContain(canary, customMessage: "its author reads it");
        (await boris.FromBot()).ShouldAllBe(message => !message.Json.GetRawText().Contains(canary, StringComparison.Ordinal));
        log.Lines.Where(line => line.Contains(canary, StringComparison.Ordinal)).ShouldBeEmpty();
        (await _shop.Http.GetStringAsync("/metrics")).ShouldNotContain(canary);
    }

    [Test]
    public async Task Links_to_models_open_their_card_and_unknown_ones_what_is_alike()
    {
        var anna = _shop.NewCustomer("Анна");
        await anna.Say("/start m_kling-2-6_text-to-video");
        var card = await anna.Sees("Kling 2.6");
        card.Text.ShouldContain("Уже ваши: 300 ₽");
        card.Buttons.ShouldContain(button => button.Data == "select_model:kling-2.6/text-to-video");
        await anna.Say("/start m_nobody-knows");
        (await anna.Sees("недоступна")).Buttons.Count(button => button.Data.StartsWith("model:", StringComparison.Ordinal)).ShouldBeGreaterThan(1);
        await anna.Say("/start r_nobody-knows");
        await anna.Sees("Этого рецепта больше нет");
        await anna.Say("/start r_<b>");
        await anna.Sees("Что создаём");
    }

    [Test]
    public async Task Recipes_stand_where_people_look_and_the_first_screen_stays_as_short_as_it_was()
    {
        var anna = await _shop.Arrives();
        (await anna.FromBot())[^1].Buttons.Count().ShouldBeLessThanOrEqualTo(8);
        await anna.Press("🔎 Найти");
        await anna.Button("📖 Рецепты");
        await anna.Say("/menu");
        await anna.Press("🎨 Картинка");
        await anna.Sees("Что именно?");
        await anna.Press("📖 Рецепты");
        await anna.Sees("От идеи до готовой работы");
    }

    private async Task<Customer> HasPicture()
    {
        var customer = await _shop.Arrives();
        await customer.OrdersPicture();
        await customer.Receives("photo");
        await customer.Button("⋯ Ещё");
        return customer;
    }

    private static async Task<string> Keeps(Customer customer, string words)
    {
        await customer.Press("⋯ Ещё");
        await customer.Press("💾 Сохранить как рецепт");
        await customer.Sees("Какие слова оставить?");
        await customer.Say(words);
        return Code().Match((await customer.Sees("рецепт сохранён")).Buttons.First().Data).Groups[1].Value;
    }

    private static async Task<string> Shares(Customer customer, string words, string how)
    {
        var code = await Keeps(customer, words);
        await customer.Press("🔗 Поделиться");
        await customer.Sees("Что увидят другие?");
        await customer.Press(how);
        (await customer.Sees("start=r_")).Text.ShouldContain($"start=r_{code}");
        return code;
    }

    private static async Task Opens(Customer customer, string code)
    {
        await customer.Click((await customer.FromBot())[^1].Id, $"recipe:{code}");
        await customer.Button("🔗 Поделиться");
    }

    [GeneratedRegex("^recipe_start:(.{16})$")]
    private static partial Regex Code();
}
