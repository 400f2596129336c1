using Trt.Domain.Wallets;
using Trt.Testing;
using Trt.Testing.Shop;

namespace Trt.Api.Tests.Stories;

/// <summary>One request, several models, and the customer says whose result is the best.</summary>
[Parallelizable]
public sealed class DuelStories
{
    private RunningShop _shop = null!;

    [OneTimeSetUp]
    public async Task Open() => _shop = await RunningShop.Open(("WELCOME_BALANCE_RUB", "300"));

    [OneTimeTearDown]
    public Task Close() => _shop.DisposeAsync().AsTask();

    [SetUp]
    public Task Calm() => _shop.Provider(new { });

    [Test]
    public async Task From_the_price_card_to_the_winner_and_on()
    {
        var anna = await _shop.Arrives();
        await anna.FillsPicture();
        await anna.Press("⚔️ Сравнить модели");
        (await anna.Sees("⚔️ Дуэль")).Text.ShouldContain("Добавьте от одной до трёх моделей");
        await Joins(anna, "Seedream 4.5");
        await Joins(anna, "➕ Nano Banana ·");
        var card = await anna.Sees("Вместе:");
        card.Text.ShouldContain("Кот-астронавт");
        card.Text.ShouldContain("Баланс: 300 ₽ →");
        card.Buttons.First().Label.ShouldStartWith("⚔️ Создать все три за");
        await anna.Press("⚔️ Создать все три за");

        var verdict = await anna.Sees("Чей результат лучше?");
        var album = await anna.Got("photo");
        album.Count.ShouldBe(3);
        album.Select(piece => piece.Json.GetProperty("media_group_id").GetString()).Distinct().ShouldHaveSingleItem();
        album.Select(piece => piece.Text[..2]).ShouldBe(["1.", "2.", "3."]);
        album.ShouldAllBe(piece => piece.Text.Contains('₽') && piece.Text.Contains(" с", StringComparison.Ordinal));
        verdict.Buttons.Count(button => button.Label.StartsWith("🏆", StringComparison.Ordinal)).ShouldBe(3);
        await anna.Press("🏆 2.");
        var winner = await anna.Sees("Победила");
        winner.Text.ShouldContain("Seedream 4.5");
        await anna.Press("🪄 Оживить");
        (await anna.Sees("Шаг 2/")).Text.ShouldContain("Что происходит");
        (await _shop.Books.Entries(EntryKind.Commit, anna)).ShouldBe(3);
        (await anna.FromBot()).Single(message => message.Text.Contains("Дуэль · 3 модели", StringComparison.Ordinal)).Text.ShouldContain("готово 3 из 3");
    }

    [Test]
    public async Task From_what_was_proposed_for_a_sentence()
    {
        var anna = await _shop.Arrives("en");
        await anna.Say("a cat in space 9:16");
        await anna.Press("⚔️ Compare all three");
        var duel = await anna.Sees("⚔️ Duel");
        duel.Text.ShouldContain("a cat in space 9:16");
        duel.Buttons.Count(button => button.Data.StartsWith("duel_pick:", StringComparison.Ordinal) && button.Data.Contains(":0:", StringComparison.Ordinal)).ShouldBe(3);
        await anna.Press("⚔️ Create all three for");
        await anna.Sees("Whose result is the best?");
        (await anna.Got("photo")).Count.ShouldBe(3);
    }

    [Test]
    public async Task From_a_result_and_from_a_shelf()
    {
        var anna = await _shop.Arrives();
        await anna.OrdersPicture();
        await anna.Press("⋯ Ещё");
        await anna.Sees("Что сделать дальше?");
        await anna.Press("⚔️ Сравнить модели");
        (await anna.Sees("⚔️ Дуэль")).Text.ShouldContain("Кот-астронавт");

        await anna.Say("/menu");
        await anna.Sees("Что создаём");
        await anna.Click((await anna.FromBot())[^1].Id, "gen_type:text-to-image:1");
        var shelf = await Eventually.Get("the shelf", async () => (await anna.FromBot()) is [.., var last]
            && last.Buttons.Any(button => button.Data == "duel_kind:text-to-image") ? last : null);
        await anna.Click(shelf.Id, "duel_kind:text-to-image");
        await anna.Sees("Z-Image");
        await anna.Say("Маяк на рассвете");
        (await anna.Sees("⚔️ Дуэль")).Text.ShouldContain("Маяк на рассвете");
    }

    [Test]
    public async Task Who_fails_is_told_at_once_and_costs_nothing()
    {
        var anna = await Stands("Seedream 4.5");
        await _shop.Provider(new { task = new { failCode = "500", failMsg = "Internal server error", times = 1 } });
        await anna.Press("⚔️ Создать обе за");
        var failed = await anna.Reads("Деньги не списаны");
        failed.Text.ShouldContain("⚔️");
        var verdict = await anna.Sees("Справилась одна модель");
        verdict.Text.ShouldContain("ничего не списано");
        verdict.Buttons.Count(button => button.Label.StartsWith("🏆", StringComparison.Ordinal)).ShouldBe(1);
        (await anna.Got("photo")).ShouldHaveSingleItem();
        (await _shop.Books.Reserved(anna)).ShouldBe(0);
    }

    [Test]
    public async Task When_all_fail_everything_is_back_and_there_is_a_way_on()
    {
        var anna = await Stands("Seedream 4.5");
        await _shop.Provider(new { task = new { failCode = "500", failMsg = "Internal server error", times = 2 } });
        await anna.Press("⚔️ Создать обе за");
        var verdict = await anna.Sees("никто не справился");
        verdict.Buttons.Select(button => button.Label).ShouldContain("✏️ Изменить описание");
        (await _shop.Books.Available(anna)).ShouldBe(300_00);
        await _shop.Provider(new { });
        await anna.Press("⚔️ Ещё дуэль");
        (await anna.Sees("⚔️ Дуэль")).Text.ShouldContain("Кот-астронавт");
    }

    [Test]
    public async Task Money_for_some_of_them_leads_to_dropping_one_or_to_topping_up_and_back()
    {
        var anna = await Stands("Seedream 4.5", "➕ Nano Banana ·");
        await _shop.ByHand.SetsAside(anna, 280_00);
        await anna.Press("⚔️ Создать все три за");
        var poor = await anna.Sees("не хватает");
        poor.Text.ShouldContain("Уберите одну из моделей или пополните баланс");
        poor.Buttons.First().Data.ShouldStartWith("topup");
        await anna.Press("✖️ Nano Banana Pro");
        var two = await Eventually.Get("two that can be paid", async () => (await anna.FromBot())[^1] is var last
            && last.Text.Contains("Вместе:", StringComparison.Ordinal) && !last.Text.Contains("не хватает", StringComparison.Ordinal) ? last : null);
        two.Text.ShouldNotContain("Nano Banana Pro");
        await anna.Say("/menu");
        await anna.Press("↩️ Вернуться к заказу");
        await anna.Sees("⚔️ Дуэль");
        await anna.Press("⚔️ Создать обе за");
        await anna.Sees("Чей результат лучше?");
        await _shop.ByHand.SetsAside(anna, -280_00);
    }

    [Test]
    public async Task Sounds_come_as_one_group_too()
    {
        var anna = await _shop.Arrives();
        await anna.Chooses("elevenlabs/text-to-speech-turbo-2-5");
        await anna.Reads("Знаки препинания");
        await anna.Say("Добрый вечер, дамы и господа.");
        await anna.Press("James");
        await anna.Press("⚔️ Сравнить модели");
        var card = await anna.Sees("⚔️ Дуэль");
        await anna.Click(card.Id, card.Buttons.First(button => button.Label.StartsWith('➕')).Data);
        await anna.Press("⚔️ Создать обе за");
        await anna.Sees("Чей результат лучше?");
        var sounds = await anna.Got("audio");
        sounds.Count.ShouldBe(2);
        sounds.Select(sound => sound.Json.GetProperty("media_group_id").GetString()).Distinct().ShouldHaveSingleItem();
    }

    [Test]
    public async Task An_old_confirm_of_the_duel_orders_nothing_more_and_one_model_may_be_enough()
    {
        var anna = await Stands("Seedream 4.5");
        var card = await anna.Sees("Вместе:");
        var old = card.Buttons.First().Data;
        await anna.Press("↩️ Только Nano Banana Pro");
        await anna.Sees("всё готово");
        await anna.Click(card.Id, old);
        (await anna.Sees("Цена обновилась")).Text.ShouldContain("Nano Banana Pro");
        (await _shop.Books.Orders(anna)).ShouldBe(0);
    }

    private async Task<Customer> Stands(params string[] rivals)
    {
        var anna = await _shop.Arrives();
        await anna.FillsPicture();
        await anna.Press("⚔️ Сравнить модели");
        await anna.Sees("⚔️ Дуэль");
        foreach (var rival in rivals)
        {
            await Joins(anna, rival);
        }

        return anna;
    }

    /// <summary>Leafs until the model is offered, and waits until it stands.</summary>
    private static async Task Joins(Customer customer, string model)
    {
        for (var page = 2; page < 9; page++)
        {
            var card = await customer.Sees("⚔️ Дуэль");
            var standing = card.Buttons.Count(button => button.Label.StartsWith('✖'));
            if (card.Buttons.FirstOrDefault(button => button.Label.StartsWith('➕') && button.Label.Contains(model, StringComparison.Ordinal)) is { Data: { } data })
            {
                await customer.Click(card.Id, data);
                await Eventually.Holds($"{model} stands", async () =>
                    (await customer.FromBot())[^1].Buttons.Count(button => button.Label.StartsWith('✖')) == Math.Max(2, standing + 1));
                return;
            }

            await customer.Click(card.Id, $"duel_page:{page}");
            var wanted = $"{page} /";
            await Eventually.Holds($"page {page}", async () =>
                (await customer.FromBot())[^1].Buttons.Any(button => button.Label.StartsWith(wanted, StringComparison.Ordinal)));
        }

        throw new InvalidOperationException($"Nobody called {model} may stand");
    }
}
