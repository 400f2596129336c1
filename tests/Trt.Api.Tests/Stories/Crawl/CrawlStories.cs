using Trt.Api.Bot.Texts;
using Trt.Testing;
using Trt.Testing.Shop;

namespace Trt.Api.Tests.Stories.Crawl;

/// <summary>Every button that a person can reach, in both languages: it answers, it says so in words, and it leads on.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class CrawlStories
{
    private static readonly string[] Commands = ["/start", "/menu", "/balance", "/topup", "/history", "/receipt", "/ref", "/promo", "/language", "/help",
        "/find", "/recipes", "/paysupport", "/terms", "/privacy", "/cancel"];

    private RunningShop _shop = null!;

    [OneTimeSetUp]
    public async Task Open()
    {
        _shop = await RunningShop.Open(
            ("WELCOME_BALANCE_RUB", "300"), ("ADMIN_IDS", "77"), ("PAYMENT_PHONE", "+7 900 123-45-67"), ("PAYMENT_BANK", "T"), ("SUPPORT_TELEGRAM", "@trt_help"));
        await _shop.Post("settings", new { callback_window_ms = 86_400_000 });
        await _shop.ByHand.WidensThePace();
    }

    [OneTimeTearDown]
    public async Task Close() => await _shop.DisposeAsync();

    [Test]
    [Property("Case", 61)]
    public void The_commands_of_the_menu_are_those_that_are_walked() =>
        GeneralTexts.Commands.Select(command => $"/{command.Command}").ShouldBeSubsetOf(Commands);

    [TestCase("ru", 550, 75)]
    [TestCase("en", 550, 75)]
    [Property("Case", 59)]
    public async Task A_customer_finds_an_answer_behind_every_button(string code, int pressesMin, int shapesMin) =>
        await new CrawlRun(_shop, isCustomer: true).Crawl(_shop.NewCustomer("Anna", code), code, Commands, pressesMin, shapesMin);

    [TestCase("ru", 40, 10)]
    [TestCase("en", 40, 10)]
    [Property("Case", 66)]
    public async Task A_blocked_customer_finds_what_is_theirs(string code, int pressesMin, int shapesMin)
    {
        var customer = _shop.NewCustomer("Anna", code);
        await customer.Say("/start");
        await customer.Click((await customer.Receives("reply_markup")).Id, "first_picture:z-image");
        await customer.Button("✕");
        await customer.Say("17-42");
        await customer.Press(code == "ru" ? "Создать бесплатно" : "Create for free");
        await customer.Receives("photo");
        await _shop.ByHand.Blocks(customer);
        var closed = code == "ru" ? "Сейчас новые заказы для вас закрыты." : "New orders are closed for you at the moment.";
        await Eventually.Holds("the block is known", async () =>
        {
            await customer.Say("/menu");
            return (await customer.FromBot())[^1].Text.Contains(closed, StringComparison.Ordinal);
        });
        await new CrawlRun(_shop, isCustomer: true).Crawl(customer, code, Commands, pressesMin, shapesMin);
    }
}
