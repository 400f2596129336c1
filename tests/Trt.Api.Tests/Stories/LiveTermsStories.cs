using Trt.Api.Tests.Cli;
using Trt.Testing;
using Trt.Testing.Shop;

namespace Trt.Api.Tests.Stories;

/// <summary>The operator changes prices, models and limits while customers are in the middle of something.</summary>
[Parallelizable]
public sealed class LiveTermsStories
{
    private RunningShop _shop = null!;
    private Shell _operator = null!;

    [SetUp]
    public async Task Open()
    {
        _shop = await RunningShop.Open(("ADMIN_IDS", "77"));
        _operator = new Shell(_shop);
    }

    [TearDown]
    public async Task Close() => await _shop.DisposeAsync();

    [Test]
    public async Task A_markup_changed_under_a_confirm_screen_leaves_the_shown_price_and_is_the_next_one()
    {
        var anna = await Newcomer();
        await ConfirmScreenOf(anna, "1K · 14,14 ₽");
        (await _operator.Does("settings", "set", "markup", "3", "--reason", "dearer now", "--operator", "olga")).ShouldContain("markup: 2 → 3");
        await IsFollowed(() => FromPrice("nano-banana-pro", "от 21,21 ₽"));

        await anna.Press("Создать за 14,14 ₽");
        await anna.Reads("Списано 14,14 ₽, на балансе 285,86 ₽");
        await ConfirmScreenOf(anna, "1K · 21,21 ₽");
        await anna.Sees("Цена: 21,21 ₽");
        (await _operator.Does("settings", "history", "markup")).ShouldContain("operator:olga: markup: 2 → 3 (dearer now)");
    }

    [Test]
    public async Task A_model_hidden_in_the_middle_of_an_order_answers_with_others_and_comes_back()
    {
        var anna = await Newcomer();
        await Choose(anna, "nano-banana-pro");
        await _operator.Does("models", "hide", "nano-banana-pro", "--reason", "the maker is down");
        await IsFollowed(() => Card("nano-banana-pro", "недоступна"));

        await anna.Say("Кот-астронавт");
        var answer = await anna.Sees("недоступна");
        answer.Buttons.Count(button => button.Data.StartsWith("model:", StringComparison.Ordinal)).ShouldBe(4);
        (await _operator.Does("catalog", "show", "nano-banana-pro")).ShouldContain("HIDDEN_BY_OPERATOR: the operator has hidden it");
        (await _operator.Does("catalog", "list")).ShouldContain("live, from the shop's database");
        (await _operator.Does("catalog", "audit")).ShouldContain("HIDDEN_BY_OPERATOR");

        await _operator.Does("models", "show", "nano-banana-pro", "--reason", "it is back");
        await IsFollowed(() => Card("nano-banana-pro", "Google"));
        await anna.Say("Кот-астронавт");
        await anna.Sees("Шаг 2/3");
    }

    [Test]
    public async Task A_model_that_is_free_no_more_asks_before_it_costs_anything()
    {
        var anna = await Newcomer();
        await Choose(anna, "z-image");
        await anna.Say("Маяк");
        await anna.Press("16:9");
        var screen = await anna.Sees("Цена: бесплатно");
        await _operator.Does("settings", "set", "free.models", "qwen/text-to-image", "--reason", "z-image is too popular");
        await IsFollowed(() => Card("z-image", "0,63 ₽"));

        await anna.Click(screen.Id, screen.Buttons.First(button => button.Label.Contains("Создать бесплатно", StringComparison.Ordinal)).Data);
        await anna.Reads("Цена обновилась");
        await anna.Press("Создать за 0,63 ₽");
        await anna.Reads("Списано 0,63 ₽");
    }

    [Test]
    public async Task When_the_free_ones_are_used_up_the_price_is_offered_and_when_the_next_one_comes()
    {
        await _operator.Does("settings", "set", "free.per_day", "1", "--reason", "a quiet week");
        await IsFollowed(() => Card("z-image", "1 из 1"));
        var anna = await Newcomer();
        await FreePicture(anna);
        await anna.Press("Создать бесплатно");
        await anna.Reads("Осталось сегодня: 0");

        await FreePicture(anna);
        (await anna.Sees("Цена: 0,63 ₽")).Text.ShouldContain("Следующая бесплатная завтра в 00:00 МСК.");
        await anna.Press("Создать за 0,63 ₽");
        await anna.Reads("Списано 0,63 ₽");
    }

    [Test]
    public async Task Two_running_instances_follow_the_same_change()
    {
        await using var other = await RunningShop.Open(("DATABASE_URL", _shop.ConnectionString));
        await _operator.Does("settings", "set", "price.override:nano-banana-pro:resolution=1K", "9.90", "--reason", "a week of presents");
        await IsFollowed(() => FromPrice("nano-banana-pro", "от 9,90 ₽"));
        await IsFollowed(() => Card("nano-banana-pro", "от 9,90 ₽", other));
        (await _operator.Does("catalog", "price", "nano-banana-pro", "resolution=1K")).ShouldContain("9.90 ₽ = 18 credits");
    }

    [Test]
    public async Task A_broken_row_calls_the_operator_and_the_shop_goes_on()
    {
        var olga = new Customer(_shop, 77, "Ольга", "ru");
        await olga.Say("/start");
        await olga.Reads("добро пожаловать");
        await _shop.ByHand.Sets("markup", "lots");
        await olga.Reads("Setting markup holds \"lots\"");

        await ConfirmScreenOf(olga, "1K · 14,14 ₽");
        var (exitCode, list, _) = await _operator.Run("settings", "list");
        (exitCode, list).ShouldSatisfyAllConditions(found => found.exitCode.ShouldBe(0), found => found.list.ShouldContain("! Setting markup holds \"lots\""));
        await _operator.Does("settings", "reset", "markup", "--reason", "somebody slipped");
        (await _shop.Books.ChangedTerms()).ShouldBe(0);
    }

    [Test]
    public async Task What_is_not_understood_is_said_with_its_exit_code()
    {
        (await _operator.Run("settings", "set", "markup", "0", "--reason", "x")).ShouldBe((1, "", "markup must be a number from 1 to 100 with at most 6 decimals; \"0\" is not.\n"));
        (await _operator.Run("settings", "get", "nothing")).ExitCode.ShouldBe(1);
        (await _operator.Run("settings", "set", "markup", "3")).ExitCode.ShouldBe(2);
        var (exitCode, _, errors) = await _operator.Run("models", "hide", "nano-bananna", "--reason", "x");
        (exitCode, errors).ShouldSatisfyAllConditions(found => found.exitCode.ShouldBe(1), found => found.errors.ShouldContain("nano-banana-pro"));
        (await _operator.Does("settings", "get", "free.per_hour")).ShouldContain("It must be a whole number from 0 to 1000.");
        (await _operator.Does("settings", "list", "--json")).ShouldContain("\"name\": \"growth.invitation_free\"");
    }

    private async Task<Customer> Newcomer(RunningShop? shop = null)
    {
        var customer = (shop ?? _shop).NewCustomer();
        await customer.Say("/start");
        await customer.Reads("добро пожаловать");
        return customer;
    }

    private static async Task ConfirmScreenOf(Customer customer, string option)
    {
        await Choose(customer, "nano-banana-pro");
        await customer.Sees("Шаг 1/3");
        await customer.Say("Кот-астронавт");
        await customer.Press("Только текст");
        await customer.Press(option);
        await customer.Sees("всё готово");
    }

    private static async Task FreePicture(Customer customer)
    {
        await Choose(customer, "z-image");
        await customer.Say("Маяк");
        await customer.Press("16:9");
        await customer.Sees("всё готово");
    }

    private static async Task Choose(Customer customer, string model)
    {
        await customer.Click((await customer.FromBot())[^1].Id, $"select_model:{model}");
        await customer.Sees("Шаг 1/");
    }

    /// <summary>What somebody new reads on the card.</summary>
    private async Task<bool> Card(string model, string text, RunningShop? shop = null)
    {
        var visitor = await Newcomer(shop);
        await visitor.Click((await visitor.FromBot())[^1].Id, $"model:{model}");
        return (await Eventually.Get($"the card of {model}", async () =>
            (await visitor.FromBot())[^1] is { } last && !last.Text.Contains("добро пожаловать", StringComparison.Ordinal) ? last : null)).Text.Contains(text, StringComparison.Ordinal);
    }

    private Task<bool> FromPrice(string model, string price) => Card(model, price);

    private static Task IsFollowed(Func<Task<bool>> look) => Eventually.Holds("the running shop follows the change", look);
}
