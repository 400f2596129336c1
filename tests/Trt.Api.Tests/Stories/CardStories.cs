using System.Net.Http.Json;
using System.Text.Json;
using Trt.Domain.Wallets;
using Trt.Testing;
using Trt.Testing.Shop;

namespace Trt.Api.Tests.Stories;

/// <summary>Paying by card on the provider's page, from the amount to the money on the balance, whatever the provider does.</summary>
[Parallelizable]
public sealed class CardStories
{
    private RunningShop _shop = null!;

    [SetUp]
    public async Task Open() => _shop = await RunningShop.Open(("ADMIN_IDS", "77"), ("WELCOME_BALANCE_RUB", "0"));

    [TearDown]
    public async Task Close() => await _shop.DisposeAsync();

    [Test]
    public async Task A_customer_pays_on_the_page_and_has_the_money_at_once()
    {
        var anna = await Newcomer();
        var page = await OpenPage(anna, 150);
        page.AbsolutePath.ShouldStartWith("/yookassa/pay/");

        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        (await browser.GetStringAsync(page)).ShouldContain("150.00 RUB");
        using var paid = await browser.PostAsync($"{page}/pay", null);
        paid.Headers.Location.ShouldBe(_shop.Sandbox.Address);

        await anna.Reads("Баланс пополнен на 150 ₽");
        (await Deposits()).ShouldBe(15_000);
        await anna.PressesAreAnswered();
    }

    [Test]
    public async Task A_lost_notification_costs_seconds_and_no_money()
    {
        await Dial(new { notification = new { lost = true } });
        var anna = await Newcomer();
        await Pay(await OpenPage(anna, 100));
        await _shop.TimeFlies(() => anna.Reads("Баланс пополнен на 100 ₽"));
        (await Deposits()).ShouldBe(10_000);
    }

    [Test]
    public async Task Thirty_two_notifications_at_once_credit_once()
    {
        await Dial(new { notification = new { duplicate = 31 } });
        var anna = await Newcomer();
        await Pay(await OpenPage(anna, 150));
        await anna.Reads("Баланс пополнен на 150 ₽");
        await Quiet();
        (await Deposits()).ShouldBe(15_000);
        (await anna.FromBot()).Count(message => message.Text.Contains("Баланс пополнен", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Test]
    public async Task A_forged_notification_credits_nothing()
    {
        var anna = await Newcomer();
        var charge = ChargeIn(await OpenPage(anna, 150));
        foreach (var id in new[] { charge, "2f5a0c1e-000f-5000-8000-000000000999" })
        {
            (await Notify(new { type = "notification", @event = "payment.succeeded", @object = new { id, status = "succeeded", paid = true, amount = new { value = "50000.00", currency = "RUB" } } }))
                .ShouldBe(200);
        }

        await Quiet();
        (await Deposits()).ShouldBe(0);
        await Pay(await OpenPage(anna, 150));
        await anna.Reads("Баланс пополнен на 150 ₽");
        (await Deposits()).ShouldBe(15_000);
    }

    [TestCase("""{"amount":"1.00"}""", "asked for were 150.00")]
    [TestCase("""{"currency":"USD"}""", "not in roubles")]
    public async Task What_does_not_agree_with_what_was_asked_for_waits_for_a_person(string charge, string why)
    {
        var boss = await Operator();
        await Dial(new { charge = JsonSerializer.Deserialize<JsonElement>(charge) });
        var anna = await Newcomer();
        await Pay(await OpenPage(anna, 150));
        await boss.Reads(why);
        (await Deposits()).ShouldBe(0);

        await boss.Press("Другая сумма");
        await boss.Sees("Сколько пришло?");
        await boss.Say("50");
        await anna.Reads("Баланс пополнен на 50 ₽");
        (await Deposits()).ShouldBe(5_000);
    }

    [TestCase("""{"another_shop":true}""")]
    [TestCase("""{"another_key":"0123456789abcdef0123456789abcdef"}""")]
    public async Task A_page_that_was_opened_for_somebody_else_is_never_shown(string charge)
    {
        var boss = await Operator();
        await Dial(new { charge = JsonSerializer.Deserialize<JsonElement>(charge) });
        var anna = await Newcomer();
        await Choose(anna, 150);
        await anna.Reads("Страница оплаты не открылась");
        await boss.Reads("Страница оплаты картой не открылась");
        (await Deposits()).ShouldBe(0);
    }

    [Test]
    public async Task An_answer_lost_after_the_payment_was_opened_is_asked_for_again_and_there_is_one_payment()
    {
        await Dial(new { create = new { drop_after = true, times = 1 } });
        var anna = await Newcomer();
        await _shop.TimeFlies(async () =>
        {
            await Pay(await OpenPage(anna, 150));
            await anna.Reads("Баланс пополнен на 150 ₽");
        });
        (await Payments()).Count.ShouldBe(1);
    }

    [TestCase("""{"create":{"status":500,"runs":true,"times":2}}""")]
    [TestCase("""{"create":{"status":429,"times":1}}""")]
    [TestCase("""{"create":{"drop_before":true,"times":1}}""")]
    [TestCase("""{"read":{"status":500,"times":3}}""")]
    [TestCase("""{"read":{"drop_after":true,"times":2}}""")]
    [TestCase("""{"notification":{"reordered":true}}""")]
    [TestCase("""{"notification":{"lost":true},"read":{"status":429,"times":1}}""")]
    public async Task A_provider_that_stumbles_makes_nobody_pay_twice(string faults)
    {
        await Dial(JsonSerializer.Deserialize<JsonElement>(faults));
        var anna = await Newcomer();
        await _shop.TimeFlies(async () =>
        {
            await Pay(await OpenPage(anna, 150));
            await anna.Reads("Баланс пополнен на 150 ₽");
        });
        (await Deposits()).ShouldBe(15_000);
        (await Payments()).Count.ShouldBe(1);
    }

    [Test]
    public async Task A_provider_that_says_no_opens_nothing_and_the_customer_is_told()
    {
        var boss = await Operator();
        await Dial(new { create = new { status = 403 } });
        var anna = await Newcomer();
        await Choose(anna, 150);
        await anna.Reads("Страница оплаты не открылась");
        await boss.Reads("Страница оплаты картой не открылась");
    }

    [Test]
    public async Task A_declined_card_costs_nothing_and_says_so()
    {
        var anna = await Newcomer();
        var page = await OpenPage(anna, 150);
        using var browser = new HttpClient();
        (await (await browser.PostAsync($"{page}/decline", null)).Content.ReadAsStringAsync()).ShouldContain("This payment is over");
        await anna.Reads("не прошла");
        (await Deposits()).ShouldBe(0);
    }

    [Test]
    public async Task Money_that_comes_after_the_payment_was_given_up_is_credited_all_the_same()
    {
        var anna = await Newcomer();
        var page = await OpenPage(anna, 150);
        await anna.Press("Отменить");
        await anna.Sees("Ничего не списано");
        await _shop.Post("clock", new { advance_ms = 3 * 3_600_000 });
        await Eventually.Holds("the provider gives it up", async () => (await Payments())[0].GetProperty("status").GetString() == "canceled");

        await _shop.Post("yookassa/act", new { payment_id = ChargeIn(page), act = "pay_late" });
        await anna.Reads("Баланс пополнен на 150 ₽");
        (await Deposits()).ShouldBe(15_000);
    }

    [Test]
    public async Task Money_given_back_in_the_cabinet_leaves_the_balance_once()
    {
        var boss = await Operator();
        await Dial(new { notification = new { duplicate = 3 } });
        var anna = await Newcomer();
        var page = await OpenPage(anna, 150);
        await Pay(page);
        await anna.Reads("Баланс пополнен на 150 ₽");

        await Refund(ChargeIn(page), "150.00");
        await anna.Reads("Платёж возвращён");
        await boss.Reads("вернули клиенту в обход магазина");
        await Quiet();
        (await _shop.Books.Sum()).ShouldBe(0);
        (await _shop.Books.Entries(EntryKind.Withdraw)).ShouldBe(1);
    }

    [Test]
    public async Task A_payment_opened_before_a_restart_is_credited_after_it()
    {
        var anna = await Newcomer();
        await Dial(new { notification = new { lost = true } });
        var page = await OpenPage(anna, 150);
        await Pay(page);
        await _shop.Restart();
        await _shop.TimeFlies(() => anna.Reads("Баланс пополнен на 150 ₽"));
    }

    [Test]
    public async Task Pressing_twice_brings_the_same_page_and_one_payment()
    {
        var anna = await Newcomer();
        var first = await OpenPage(anna, 150);
        await Choose(anna, 150);
        await Eventually.Holds("the page a second time", async () => (await Pages(anna)).Count == 2);
        (await Pages(anna)).ShouldAllBe(page => page == first);
        (await Payments()).Count.ShouldBe(1);
        (await _shop.Books.Waiting("payment.card.look.v1")).ShouldBe(1);
    }

    private async Task<Customer> Newcomer()
    {
        var anna = _shop.NewCustomer();
        await anna.Say("/start");
        await anna.Reads("добро пожаловать");
        return anna;
    }

    private async Task<Customer> Operator()
    {
        var boss = new Customer(_shop, 77, "Босс", "ru");
        await boss.Say("/start");
        await boss.Reads("добро пожаловать");
        return boss;
    }

    /// <summary>From the oldest message, so that what comes later stays in the chat.</summary>
    private static async Task Choose(Customer customer, int rubles) => await customer.Click((await customer.FromBot())[0].Id, $"pay_card:{rubles}");

    private static async Task<Uri> OpenPage(Customer customer, int rubles)
    {
        var before = (await Pages(customer)).Count;
        await Choose(customer, rubles);
        await Eventually.Holds("the way to the page", async () => (await Pages(customer)).Count > before);
        return (await Pages(customer))[^1];
    }

    private static async Task<IReadOnlyList<Uri>> Pages(Customer customer) =>
    [
        .. (await customer.FromBot())
            .Where(message => message.Json.TryGetProperty("reply_markup", out _))
            .SelectMany(message => message.Json.GetProperty("reply_markup").GetProperty("inline_keyboard").EnumerateArray())
            .SelectMany(row => row.EnumerateArray())
            .Where(button => button.TryGetProperty("url", out _))
            .Select(button => new Uri(button.GetProperty("url").GetString()!)),
    ];

    private static string ChargeIn(Uri page) => page.Segments[^1];

    private Task<JsonElement> Pay(Uri page) => _shop.Post("yookassa/act", new { payment_id = ChargeIn(page), act = "pay" });

    private Task<JsonElement> Dial(object faults) => _shop.Post("yookassa", faults);

    private async Task<IReadOnlyList<JsonElement>> Payments() => [.. (await _shop.Get("yookassa/payments")).GetProperty("payments").EnumerateArray()];

    private async Task<int> Notify(object body) => (int)(await _shop.Http.PostAsJsonAsync("/payments/yookassa", body)).StatusCode;

    private Task<long> Deposits() => _shop.Books.Sum(EntryKind.Deposit);

    /// <summary>Nothing about payments is due any more.</summary>
    private Task Quiet() => Eventually.Holds("no work on payments is due", async () =>
        await _shop.Books.Due("payment.") == 0);

    private async Task Refund(string charge, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_shop.Sandbox.Address, "yookassa/v3/refunds"))
        {
            Content = JsonContent.Create(new { payment_id = charge, amount = new { value, currency = "RUB" } }),
        };
        request.Headers.Add("Idempotence-Key", "by-hand");
        request.Headers.Authorization = new("Basic", Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes(
            $"{Sandbox.YooKassa.CardDefaults.ShopId}:{Sandbox.YooKassa.CardDefaults.SecretKey}")));
        using var client = new HttpClient();
        (await client.SendAsync(request)).EnsureSuccessStatusCode();
    }
}
