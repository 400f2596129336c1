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

    private static readonly string[] Commands = ["/start", "/admin", "/admin Anna", "/admin_stats", "/admins", "/broadcast", "/balance"];

    private RunningShop _shop = null!;
    private Customer _owner = null!;
    private Customer _anna = null!;

    [TearDown]
    public async Task Close() => await _shop.DisposeAsync();

    [TestCase("ru")]
    [TestCase("en")]
    public async Task An_admin_finds_an_answer_behind_every_button_whatever_the_limit(string code)
    {
        await Open(code);
        foreach (var limit in new[] { "100", "0" })
        {
            await new CrawlRun(_shop, isCustomer: false).Crawl(await Appointed(code, limit), code, Commands, pressesMin: 230, shapesMin: 60, _anna.Id);
        }
    }

    [TestCase("ru")]
    [TestCase("en")]
    [Property("Case", 62)]
    public async Task An_owner_finds_an_answer_behind_every_button(string code)
    {
        await Open(code);
        await Appointed(code, "100");
        await new CrawlRun(_shop, isCustomer: false).Crawl(_owner, code, Commands, pressesMin: 260, shapesMin: 70, _anna.Id);
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

    private async Task<Customer> Appointed(string code, string limit)
    {
        var admin = await Arrives(_shop.NewCustomer("Max", code));
        await Answers("admin_appoint", $"{admin.Id}");
        await Answers($"admin_limit:{admin.Id}", limit);
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
        await _anna.Sees("1/");
        await _anna.Say("17-42");
        await _anna.Press("Create for free");
        await _anna.Receives("photo");
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
            await _anna.Click((await _anna.FromBot())[^1].Id, $"pay_transfer:{100 + time}");
            await _anna.Reads($"₽{100 + time}");
            await _anna.Press("Paid: send the screenshot");
            await _anna.Sees("Send the screenshot of your transfer");
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
