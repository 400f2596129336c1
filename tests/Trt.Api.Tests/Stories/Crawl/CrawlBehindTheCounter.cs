using Trt.Domain.Payments;
using Trt.Testing;
using Trt.Testing.Shop;

namespace Trt.Api.Tests.Stories.Crawl;

/// <summary>The same behind the counter, each in a shop of their own: owners, admins, and those whose limit allows nothing.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class CrawlBehindTheCounter
{
    private const long OwnerId = 771_001;

    private static readonly string[] Commands = ["/start", "/admin", "/admin Anna", "/admin_stats", "/balance"];

    private RunningShop _shop = null!;
    private Customer _owner = null!;
    private Customer _anna = null!;

    [TearDown]
    public async Task Close() => await _shop.DisposeAsync();

    [TestCase("ru", "100")]
    [TestCase("en", "0")]
    public async Task An_admin_finds_an_answer_behind_every_button_whatever_the_limit(string code, string limit)
    {
        await Open(code);
        await new CrawlRun(_shop, isCustomer: false).Crawl(await Appointed(code, limit), code, Commands, pressesMin: 230, shapesMin: 60, _anna.Id);
    }

    [TestCase("ru", "support")]
    [TestCase("en", "support")]
    [TestCase("ru", "admin")]
    [TestCase("en", "admin")]
    public async Task Whatever_their_role_they_find_an_answer_behind_every_button(string code, string role)
    {
        await Open(code);
        var (presses, shapes) = role == "support" ? (150, 40) : (230, 60);
        await new CrawlRun(_shop, isCustomer: false).Crawl(await Appointed(code, role: role), code, Commands, presses, shapes, _anna.Id);
    }

    [TestCase("ru")]
    [TestCase("en")]
    [Property("Case", 62)]
    public async Task An_owner_finds_an_answer_behind_every_button(string code)
    {
        await Open(code);
        await Appointed(code, "100");
        await new CrawlRun(_shop, isCustomer: false).Crawl(_owner, code, [.. Commands, "/broadcast", "/diag", "/debug"], pressesMin: 260, shapesMin: 70, _anna.Id);
    }

    private async Task Open(string code)
    {
        _shop = await RunningShop.Open(
            ("WELCOME_BALANCE_RUB", "300"), ("ADMIN_IDS", $"{OwnerId}"), ("PAYMENT_PHONE", "+7 900 123-45-67"), ("PAYMENT_BANK", "T"));
        await _shop.Post("settings", new { callback_window_ms = 86_400_000 });
        _owner = await Arrives(new Customer(_shop, OwnerId, "John", code));
        _anna = await Arrives(_shop.NewCustomer("Anna", "en"));
        await Orders();
        await Pays();
        await Transfers(times: 4);
    }

    private async Task<Customer> Appointed(string code, string? limit = null, string role = "limited")
    {
        var admin = await Arrives(_shop.NewCustomer("Max", code));
        await _owner.Click((await _owner.FromBot())[^1].Id, $"admin_role:{admin.Id}:{role}:1");
        await Eventually.Holds("the role", async () => (await _owner.FromBot())
            .Any(message => message.Buttons.Any(button => button.Data == $"admin_dismiss:{admin.Id}:0")));
        if (limit is not null)
        {
            await Answers($"admin_limit:{admin.Id}", limit);
        }

        return admin;

        async Task Answers(string button, string answer)
        {
            var before = (await _owner.FromBot())[^1];
            await _owner.Click(before.Id, button);
            await Eventually.Holds($"the question of {button}", async () => (await _owner.FromBot())[^1] is { } asked && (asked.Id, asked.Text) != (before.Id, before.Text));
            var asked = (await _owner.FromBot())[^1].Id;
            await _owner.Say(answer);
            await Eventually.Holds($"the answer to {answer}", async () => (await _owner.FromBot())[^1].Id > asked);
        }
    }

    private async Task Orders()
    {
        await _anna.Click((await _anna.FromBot())[^1].Id, "first_picture:z-image");
        await _anna.Button("✕ Cancel");
        await _anna.Say("17-42");
        await _anna.Press("Create for free");
        await _anna.Receives("photo");

        await _anna.Chooses("nano-banana-pro");
        await _anna.Sees("1/");
        await _anna.Say("17-42");
        await _anna.Press("Text only");
        await _anna.Press("1K · ₽14.14");
        await _anna.Press("Create for ₽14.14");
        await Eventually.Holds("the picture that was paid for", async () => (await _anna.Got("photo")).Count == 2);
    }

    private async Task Pays()
    {
        await _anna.Click((await _anna.FromBot())[^1].Id, "pay_stars:150");
        await _anna.Pays();
        await _anna.Reads("₽150");
    }

    private async Task Transfers(int times)
    {
        for (var time = 0; time < times; time++)
        {
            // A chat takes a message a second; nobody should wait for that here.
            _shop.Sandbox.Clock.Advance(TimeSpan.FromSeconds(10));
            await _anna.Click((await _anna.FromBot())[^1].Id, $"pay_transfer:{100 + time}");
            var details = await _anna.Reads($"Transfer ₽{100 + time}");
            await _anna.Click(details.Id, details.Buttons.Single(button => button.Data.StartsWith("transfer_sent:", StringComparison.Ordinal)).Data);
            await _anna.Reads($"Send the screenshot of your transfer of ₽{100 + time}");
            await _anna.SendPhoto(Pictures.Png(540 + time, 1200));
            await Eventually.Holds("the transfer waits for a person", async () => await _shop.Books.Payments(PaymentStatus.InReview, _anna) == time + 1);
        }
    }

    private static async Task<Customer> Arrives(Customer person)
    {
        await person.Say("/start");
        await person.Receives("reply_markup");
        return person;
    }
}
