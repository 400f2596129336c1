using Trt.Testing;
using Trt.Testing.Shop;

namespace Trt.Api.Tests.Stories;

/// <summary>The first screen: what people come for, what is theirs, and the way back to an order that waits.</summary>
public sealed class HomeStories
{
    private RunningShop _shop = null!;

    [SetUp]
    public async Task Open() => _shop = await Shop.Running;

    [TestCase("ru", "добро пожаловать", "Уже ваши: 300", "5 бесплатных генераций каждый день", "Первая картинка", "Создать бесплатно")]
    [TestCase("en", "welcome", "Yours already: ₽300", "5 free generations every day", "My first picture", "Create for free")]
    public async Task A_newcomer_reads_what_is_theirs_and_makes_a_free_picture_with_two_taps_and_one_sentence(
        string language, string greeting, string money, string free, string first, string create)
    {
        var anna = _shop.NewCustomer(language: language);
        await anna.Say("/start");
        var welcome = await anna.Reads(greeting);
        welcome.Text.ShouldContain(money);
        welcome.Text.ShouldContain(free);
        welcome.Buttons.Count().ShouldBe(8);
        await anna.Press(first);
        await anna.Sees("1/");
        await anna.Say("Маяк");
        await anna.Press(create);
        await anna.Receives("photo");
        await anna.Say("/menu");
        await Eventually.Holds("one of the day is gone", async () =>
            (await anna.FromBot())[^1].Buttons.Any(button => button.Data == "free_tools:1" && button.Label.Contains('4', StringComparison.Ordinal)));
    }

    [TestCase("ru", "Ваш заказ ждёт", "Вернуться к заказу")]
    [TestCase("en", "Your order is waiting", "Back to the order")]
    public async Task An_order_that_waits_stands_on_top_of_the_menu_and_start_does_not_throw_it_away(string language, string waits, string back)
    {
        var boris = await Known(language);
        await boris.Click((await boris.FromBot())[^1].Id, "select_model:z-image");
        await boris.Sees("1/");
        await boris.Say("Маяк в тумане");
        await boris.Sees("2/");
        foreach (var word in new[] { "/start", "/menu" })
        {
            var before = (await boris.FromBot())[^1].Id;
            await boris.Say(word);
            var menu = await Eventually.Get($"the menu of {word}", async () =>
                (await boris.FromBot())[^1] is { } last && last.Id > before && last.Text.Contains(waits, StringComparison.Ordinal) ? last : null);
            menu.Buttons.First().Label.ShouldContain(back);
            menu.Buttons.Count().ShouldBe(9);
        }

        await boris.Press(back);
        await boris.Sees("2/");
        await boris.Say("/cancel");
        await boris.Say("/menu");
        await Eventually.Holds("no order waits", async () => (await boris.FromBot())[^1] is { } last
            && last.Buttons.Count() == 8 && !last.Text.Contains(waits, StringComparison.Ordinal));
    }

    [TestCase("ru")]
    [TestCase("en")]
    public async Task Back_leads_to_the_shelf_and_the_page_that_the_card_was_taken_from(string language)
    {
        var vera = await Known(language);
        foreach (var shelf in new[] { "show_all_models_list:3", "free_tools:1", "gen_type:text-to-video:2" })
        {
            await vera.Click((await vera.FromBot())[^1].Id, shelf);
            var card = await Eventually.Get($"a card on {shelf}", async () => (await vera.FromBot())[^1] is { } last
                && last.Buttons.FirstOrDefault(button => button.Data.StartsWith(Place(shelf), StringComparison.Ordinal)).Data is { } data ? data : null);
            await vera.Click((await vera.FromBot())[^1].Id, card);
            await Eventually.Holds($"the way back to {shelf}", async () => (await vera.FromBot())[^1].Buttons.Any(button => button.Data == shelf));
        }

        static string Place(string shelf) => shelf.Split(':') is [var name, .., var page] ? $"card:{name switch { "free_tools" => "f", "gen_type" => "t", _ => "a" }}:{page}:" : "";
    }

    [TestCase("ru", "V5", "Понадобится: ", "без слов")]
    [TestCase("en", "V5", "You will need: ", "instrumental")]
    public async Task A_card_names_what_one_has_to_bring_and_not_what_one_will_choose(string language, string model, string needs, string choice)
    {
        var elena = await Known(language);
        await elena.Click((await elena.FromBot())[^1].Id, $"model:{model}");
        var line = (await elena.Sees(needs)).Text.Split('\n').Single(found => found.StartsWith(needs, StringComparison.Ordinal));
        line.Length.ShouldBeGreaterThan(needs.Length);
        line.ShouldNotContain(choice, Case.Insensitive);
    }

    [TestCase("ru", ": нет")]
    [TestCase("en", ": none")]
    public async Task A_file_that_was_not_sent_is_absent_and_not_tuned_by_itself(string language, string absent)
    {
        var fedor = await Known(language);
        await fedor.Click((await fedor.FromBot())[^1].Id, "select_model:nano-banana-pro");
        await fedor.Sees("1/3");
        await fedor.Say("Маяк");
        await fedor.Sees("2/3");
        await fedor.Click((await fedor.FromBot())[^1].Id, "skip_param");
        await fedor.Sees("3/3");
        await fedor.Click((await fedor.FromBot())[^1].Id, "set_param:resolution:1K");
        await fedor.Sees("Маяк");
        await fedor.Click((await fedor.FromBot())[^1].Id, "show_parameters");
        await Eventually.Holds("the settings name the absent photo", async () =>
            (await fedor.FromBot())[^1] is { } last && (last.Text + string.Join('\n', last.Buttons.Select(button => button.Label))).Contains(absent, StringComparison.Ordinal));
    }

    [Test]
    public async Task What_is_not_understood_is_answered_shortly()
    {
        var gleb = await Known("ru");
        await gleb.Say("/nothing");
        (await gleb.Sees("Такой команды нет")).Buttons.ShouldHaveSingleItem().Data.ShouldBe("main_menu");
    }

    [TestCase("ru")]
    [TestCase("en")]
    public async Task What_was_on_the_first_screen_is_one_level_lower(string language)
    {
        var dana = await Known(language);
        await dana.Click((await dana.FromBot())[^1].Id, "mine");
        await Eventually.Holds("one's own things", async () => (await dana.FromBot())[^1].Buttons.Select(button => button.Data).ToList() is var own
            && new[] { "check_balance", "my_generations:1", "referral_info", "promo_codes", "help_menu" }.All(own.Contains));
        foreach (var (intent, kind) in new[] { ("image", "text-to-image"), ("video", "text-to-video"), ("audio", "text-to-speech"), ("enhance", "image-upscale") })
        {
            await dana.Click((await dana.FromBot())[^1].Id, $"cat:{intent}");
            await Eventually.Holds($"the kinds of {intent}", async () => (await dana.FromBot())[^1].Buttons.Any(button => button.Data == $"gen_type:{kind}:1" && button.Label.Any(char.IsAsciiDigit)));
        }
    }

    private async Task<Customer> Known(string language)
    {
        var customer = _shop.NewCustomer(language: language);
        await customer.Say("/start");
        await customer.Reads(language == "ru" ? "добро пожаловать" : "welcome");
        await customer.Say("/menu");
        await customer.Sees(language == "ru" ? "Что создаём?" : "What shall we create?");
        return customer;
    }
}
