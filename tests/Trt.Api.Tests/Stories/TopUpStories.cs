using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Trt.Api.Options;
using Trt.Domain.Wallets;
using Trt.Testing;
using Trt.Testing.Shop;

namespace Trt.Api.Tests.Stories;

/// <summary>Paying in, from the button to the money, through the messenger's own checkout.</summary>
[Parallelizable]
public sealed class TopUpStories
{
    private RunningShop _shop = null!;

    [OneTimeSetUp]
    public async Task Open() => _shop = await RunningShop.Open(("WELCOME_BALANCE_RUB", "0"), ("ADMIN_IDS", "77"), ("SUPPORT_TELEGRAM", "@trt_help"));

    [OneTimeTearDown]
    public async Task Close()
    {
        var differences = await _shop.Books.DepositsThatDisagree();
        var putAside = await _shop.Books.PutAside();
        await _shop.DisposeAsync();
        putAside.ShouldBe(0, "nothing failed behind the scenes");
        differences.ShouldBe(0, "every deposit has its credited payment");
    }

    [Test]
    public async Task A_balance_is_topped_up_with_stars()
    {
        var anna = await Newcomer();
        await anna.Press("Моё");
        await anna.Press("💳 Баланс");
        await anna.Press("➕ Пополнить");
        await anna.Press("100 ₽");
        await anna.Press("Telegram Stars · 160");
        var invoice = (await anna.Receives("invoice")).Json.GetProperty("invoice");
        (invoice.GetProperty("currency").GetString(), invoice.GetProperty("total_amount").GetInt32()).ShouldBe(("XTR", 160));
        invoice.GetProperty("start_parameter").GetString().ShouldBe("topup", "a forwarded copy must not be payable");
        await anna.Pays();
        await anna.Sees("Баланс пополнен на 100 ₽");
        (await anna.PaymentEnds()).State.ShouldBe("paid");
        (await Balance(anna)).ShouldBe(10_000);
        await anna.PressesAreAnswered();
    }

    [Test]
    public async Task A_balance_is_topped_up_by_card_in_English()
    {
        var john = await Newcomer("John", "en");
        await john.Say("/topup");
        await john.Press("✏️ Another amount");
        await john.Sees("from ₽50 to ₽50,000");
        await john.Say("1 234 ₽");
        await john.Sees("Top-up of ₽1,234");
        await john.Press("without leaving the chat · ₽1,234");
        var invoice = (await john.Receives("invoice")).Json.GetProperty("invoice");
        (invoice.GetProperty("currency").GetString(), invoice.GetProperty("total_amount").GetInt32()).ShouldBe(("RUB", 123_400));
        await john.Pays();
        await john.Sees("₽1,234 added to your balance");
        (await _shop.Books.PaymentsOfABank(john)).ShouldBe(1);
    }

    [Test]
    public async Task An_order_that_lacks_money_is_one_press_away_after_the_top_up()
    {
        var vera = await Newcomer("Вера");
        await Choose(vera, "nano-banana-pro");
        await vera.Sees("Шаг 1/3");
        await vera.Say("Маяк ночью");
        await vera.Press("Только текст");
        await vera.Press("1K · 14,14 ₽");
        await vera.Sees("Не хватает: 14,14 ₽");
        await vera.Press("Пополнить · не хватает 14,14 ₽");
        await vera.Sees("До заказа не хватает 14,14 ₽");
        await vera.Press("50 ₽ · хватит на заказ");
        await vera.Press("Telegram Stars");
        await vera.Pays();
        await vera.Sees("Ваш заказ сохранён");
        await vera.Press("✨ Вернуться к заказу");
        await vera.Press("Создать за 14,14 ₽");
        await vera.Receives("photo");
        await vera.Reads("Списано 14,14 ₽, на балансе 35,86 ₽");
    }

    [TestCase("49", "Пополнить можно от 50 ₽")]
    [TestCase("50001", "до 50\u00A0000 ₽")]
    [TestCase("-100", "Нужна сумма")]
    [TestCase("99.5", "Нужна сумма")]
    [TestCase("NaN", "Нужна сумма")]
    [TestCase("١٠٠", "Нужна сумма")]
    [TestCase("9999999999999999999999", "до 50\u00A0000 ₽")]
    public async Task An_amount_that_cannot_be_is_explained_and_asked_again(string typed, string explanation)
    {
        var gleb = await Newcomer("Глеб");
        await gleb.Say("/topup");
        await gleb.Press("Другая сумма");
        await gleb.Sees("Сколько пополнить?");
        await gleb.Say(typed);
        await gleb.Sees(explanation);
        await gleb.Say("200");
        await gleb.Sees("Пополнение на 200 ₽");
        (await _shop.Books.Payments(gleb)).ShouldBe(0);
    }

    [Test]
    public async Task A_sticker_is_no_amount_and_old_buttons_lead_on()
    {
        var olga = await Newcomer("Ольга");
        await olga.Click((await olga.FromBot())[^1].Id, "topup_custom");
        await olga.Sees("Сколько пополнить?");
        await olga.SendPhoto(Pictures.Png(10, 10));
        await olga.Sees("Нужна сумма");
        await olga.Click((await olga.FromBot())[^1].Id, "pay_sbp:100");
        await olga.Sees("На какую сумму?");
        await olga.Click((await olga.FromBot())[^1].Id, "topup_amount:150");
        await olga.Sees("Пополнение на 150 ₽");
        await olga.Click((await olga.FromBot())[^1].Id, "topup_amount:20000");
        await olga.Button("не выходя из чата · 20\u00A0000 ₽");
        (await olga.FromBot())[^1].Buttons.ShouldNotContain(button => button.Label.Contains("Stars"), "an invoice in Stars has a limit");
        await olga.Click((await olga.FromBot())[^1].Id, "pay_stars:20000");
        await olga.Click((await olga.FromBot())[^1].Id, "pay_stars:1");
        await olga.Sees("Пополнить можно от 50 ₽");
        await olga.Say("55");
        await olga.Sees("Пополнение на 55 ₽");
    }

    [Test]
    [Property("Case", 79)]
    public async Task A_paid_or_cancelled_invoice_cannot_be_paid_again()
    {
        var igor = await Newcomer("Игорь");
        await Invoice(igor, 50);
        await igor.Press("Отменить счёт");
        await igor.Sees("Счёт отменён");
        await igor.Pays();
        (await igor.PaymentEnds()).ShouldSatisfyAllConditions(end => end.State.ShouldBe("declined"), end => end.Refusal!.ShouldContain("больше не действует"));

        await Invoice(igor, 60);
        var (invoice, cancel) = await igor.Button("Отменить счёт");
        await igor.Pays();
        await igor.Sees("Баланс пополнен на 60 ₽");
        await Eventually.Holds("nobody can cancel what is paid", async () =>
            (await igor.FromBot()).SelectMany(message => message.Buttons).All(button => button.Data != cancel));
        await igor.Pays();
        await Eventually.Holds("the second payment is refused", async () => (await igor.PaymentEnds()).State == "declined");
        (await igor.PaymentEnds()).Refusal!.ShouldContain("уже оплачен");
        await igor.Click(invoice, cancel);
        (await Balance(igor)).ShouldBe(6_000);
    }

    [Test]
    [Property("Case", 23)]
    public async Task A_payment_told_again_and_again_is_credited_once()
    {
        var lena = await Newcomer("Лена");
        await Invoice(lena, 70);
        await lena.Pays();
        await lena.Sees("Баланс пополнен");
        var paid = (await lena.Chat()).GetProperty("messages").EnumerateArray().Last(message => message.TryGetProperty("successful_payment", out _));
        for (var again = 0; again < 5; again++)
        {
            await _shop.Post("repeat", new { chat_id = lena.Id, message_id = paid.GetProperty("message_id").GetInt64() });
        }

        await lena.Say("/balance");
        await lena.Sees("Баланс: 70 ₽");
        (await Balance(lena)).ShouldBe(7_000);
    }

    [Test]
    public async Task Updates_in_the_wrong_order_end_in_the_right_books()
    {
        var mark = await Newcomer("Марк");
        (await Post(Refunded(mark.Id, 800_001, "stx-order", 160))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Post(Paid(mark.Id, 800_002, "stx-order", "", 160))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Balance(mark)).ShouldBe(0, "it went back before it came");
    }

    [Test]
    public async Task Another_persons_invoice_is_refused_and_if_paid_all_the_same_it_is_the_payers()
    {
        var (anna, boris) = (await Newcomer(), await Newcomer("Борис"));
        await Invoice(anna, 80);
        var payload = await _shop.Books.NewestPayment(anna);

        var answer = await (await Post(Checkout(boris.Id, 800_010, "q1", payload, "XTR", 128))).Content.ReadAsStringAsync();
        answer.ShouldContain("answerPreCheckoutQuery");
        answer.ShouldContain("\"ok\":false");
        (await (await Post(Checkout(anna.Id, 800_011, "q2", payload, "XTR", 128))).Content.ReadAsStringAsync()).ShouldContain("\"ok\":true");
        (await (await Post(Checkout(anna.Id, 800_012, "q3", payload, "XTR", 1))).Content.ReadAsStringAsync()).ShouldContain("\"ok\":false");
        (await (await Post(Checkout(anna.Id, 800_013, "q4", payload, "USD", 128))).Content.ReadAsStringAsync()).ShouldContain("\"ok\":false");

        await Post(Paid(boris.Id, 800_014, "stx-foreign", payload, 128));
        (await Balance(boris)).ShouldBe(8_000);
        (await Balance(anna)).ShouldBe(0);
    }

    [Test]
    public async Task An_invoice_carried_into_a_group_and_paid_there_is_credited()
    {
        var nina = await Newcomer("Нина");
        await Invoice(nina, 90);
        await Post(Paid(nina.Id, 800_020, "stx-group", await _shop.Books.NewestPayment(nina), 144, chat: """{"id":-100,"type":"group","title":"x"}"""));
        (await Balance(nina)).ShouldBe(9_000);
        await nina.Reads("Баланс пополнен на 90 ₽");
    }

    [Test]
    public async Task What_people_pay_while_the_shop_restarts_is_credited_once()
    {
        await _shop.Post("settings", new { webhook_retry_scale = 0.02 });
        var payers = new List<Customer>();
        for (var payer = 0; payer < 6; payer++)
        {
            payers.Add(await Newcomer($"Гость {payer}"));
            await Invoice(payers[^1], 100);
        }

        // Each payment is confirmed by the instance that closes and told to the one that opens, or the other way round.
        var paying = payers.Select(async payer =>
        {
            do
            {
                await payer.Pays();
            }
            while ((await payer.PaymentEnds()).State != "paid");
        }).ToList();
        await _shop.Restart();
        await Task.WhenAll(paying);

        foreach (var payer in payers)
        {
            await payer.Reads("Баланс пополнен на 100 ₽");
            (await Balance(payer)).ShouldBe(10_000);
        }
    }

    [Test]
    public async Task With_a_slow_database_a_checkout_is_refused_in_time_and_later_accepted()
    {
        var pavel = await Newcomer("Павел");
        await Invoice(pavel, 100);
        await using (await _shop.ByHand.LocksPayments())
        {
            var payload = "0190f0f0f0f070008000000000000001";
            // Every answer has come before the table is free again: none of them waited for it.
            await Task.WhenAll(Enumerable.Range(0, 40).Select(async number =>
            {
                var reply = await Post(Checkout(pavel.Id, 801_000 + number, $"slow{number}", payload, "XTR", 160));
                (await reply.Content.ReadAsStringAsync()).ShouldContain("\"ok\":false");
            }));
            await pavel.Pays();
            (await pavel.PaymentEnds()).ShouldSatisfyAllConditions(end => end.State.ShouldBe("declined"), end => end.Refusal!.ShouldContain("ничего не списано"));
        }

        await Eventually.Holds("the database is quick again", async () =>
        {
            await pavel.Pays();
            return (await pavel.PaymentEnds()).State == "paid";
        });
        await pavel.Reads("Баланс пополнен на 100 ₽");
        (await Balance(pavel)).ShouldBe(10_000);
    }

    [Test]
    public async Task A_refund_goes_back_through_the_messenger_and_is_told()
    {
        var rita = await Newcomer("Рита");
        await Invoice(rita, 110);
        await rita.Pays();
        await rita.Sees("Баланс пополнен");
        var charge = (await rita.Chat()).GetProperty("payments").EnumerateArray().Last().GetProperty("telegram_payment_charge_id").GetString()!;

        await Refund(charge);

        await rita.Sees("Платёж возвращён: ⭐ 176");
        (await Balance(rita)).ShouldBe(0);
        (await rita.Chat()).GetProperty("payments").EnumerateArray().Last().GetProperty("state").GetString().ShouldBe("refunded");
        (await _shop.Books.Entries(EntryKind.Withdraw, rita)).ShouldBe(1);
    }

    [Test]
    public async Task A_payment_whose_message_got_lost_is_found_in_the_messengers_book()
    {
        await using var shop = await RunningShop.Open(("WELCOME_BALANCE_RUB", "0"), ("ADMIN_IDS", "77"));
        var tom = shop.NewCustomer("Том");
        await tom.Say("/start");
        await tom.Reads("добро пожаловать");
        await Invoice(tom, 100);

        // Somebody else reads the bot's updates for a moment, and what he reads is lost to us.
        await BotCall(shop, "deleteWebhook", new { });
        var paying = tom.Pays();
        var question = await Eventually.Get<object>("the checkout question", async () => Find(await BotCall(shop, "getUpdates", new { }), "pre_checkout_query") is { } found ? found : null);
        await paying;
        await BotCall(shop, "answerPreCheckoutQuery", new { pre_checkout_query_id = ((JsonElement)question).GetProperty("pre_checkout_query").GetProperty("id").GetString(), ok = true });
        await Eventually.Holds("the lost message", async () => Find(await BotCall(shop, "getUpdates", new { }), "message") is not null);
        await BotCall(shop, "getUpdates", new { offset = -1 });
        await BotCall(shop, "deleteWebhook", new { drop_pending_updates = true });
        await shop.Restart();
        (await shop.Books.Available(tom)).ShouldBe(0);

        await shop.Post("clock", new { advance_ms = 3_700_000 });

        await tom.Reads("Баланс пополнен на 100 ₽");
        (await shop.Books.Available(tom)).ShouldBe(10_000);
        (await shop.Books.Entries(tom)).ShouldBe(1);
    }

    [Test]
    public async Task Rules_and_support_are_one_command_away()
    {
        var sofia = await Newcomer("София");
        await sofia.Say("/terms");
        await sofia.Sees("Списываем только за готовый результат");
        await sofia.Say("/paysupport");
        await sofia.Sees("@trt_help");
        await sofia.Say("/start topup");
        await sofia.Sees("На какую сумму?");
    }

    private async Task<Customer> Newcomer(string name = "Анна", string language = "ru")
    {
        var customer = _shop.NewCustomer(name, language);
        await customer.Say("/start");
        await customer.Reads(language == "ru" ? "добро пожаловать" : "welcome");
        return customer;
    }

    private static async Task Choose(Customer customer, string model) => await customer.Click((await customer.FromBot())[^1].Id, $"select_model:{model}");

    private static async Task Invoice(Customer customer, int rubles)
    {
        await customer.Click((await customer.FromBot())[^1].Id, $"pay_stars:{rubles}");
        await Eventually.Holds("the invoice", async () => (await customer.FromBot()).Any(message =>
            message.Json.TryGetProperty("invoice", out var invoice) && invoice.GetProperty("title").GetString() == $"Пополнение на {rubles} ₽"));
    }

    private static async Task<JsonElement> BotCall(RunningShop shop, string method, object body)
    {
        using var response = await shop.Control.PostAsJsonAsync($"/telegram/bot{Sandbox.Control.SandboxDefaults.BotToken}/{method}", body);
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("result");
    }

    private static JsonElement? Find(JsonElement updates, string kind) => updates.EnumerateArray()
        .Where(update => update.TryGetProperty(kind, out _))
        .Select(update => (JsonElement?)update.Clone())
        .LastOrDefault();

    private async Task Refund(string charge)
    {
        await using var scope = _shop.Sandbox.Shop.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Application.Ports.ITrtDb>();
        var payment = db.Payments.Single(found => found.ChargeId == charge);
        await scope.ServiceProvider.GetRequiredService<MediatR.IMediator>().Send(
            new Application.Payments.RefundPayment(new Domain.BackOffice.Actor.AtConsole("77"), payment.Id, "asked by the customer", IsPaidBackByHand: false, new Domain.Shared.Cid("test")));
    }

    private async Task<long> Balance(Customer customer) =>
        await _shop.Books.Available(customer);

    private static string Checkout(long user, long update, string query, string payload, string currency, long amount) =>
        $$"""{"update_id":{{update}},"pre_checkout_query":{"id":"{{query}}","from":{"id":{{user}},"is_bot":false,"first_name":"x","language_code":"ru"},"currency":"{{currency}}","total_amount":{{amount}},"invoice_payload":"{{payload}}"} }""";

    private static string Paid(long user, long update, string charge, string payload, long stars, string? chat = null) =>
        $$"""{"update_id":{{update}},"message":{"message_id":1,"date":1,"chat":{{chat ?? PrivateChat(user)}},"from":{"id":{{user}},"is_bot":false,"first_name":"x","language_code":"ru"},"successful_payment":{"currency":"XTR","total_amount":{{stars}},"invoice_payload":"{{payload}}","telegram_payment_charge_id":"{{charge}}","provider_payment_charge_id":""} } }""";

    private static string Refunded(long user, long update, string charge, long stars) =>
        $$"""{"update_id":{{update}},"message":{"message_id":2,"date":1,"chat":{{PrivateChat(user)}},"from":{"id":1000001,"is_bot":true,"first_name":"TRT"},"refunded_payment":{"currency":"XTR","total_amount":{{stars}},"invoice_payload":"","telegram_payment_charge_id":"{{charge}}"} } }""";

    private static string PrivateChat(long user) => $$"""{"id":{{user}},"type":"private","first_name":"x"}""";

    private async Task<HttpResponseMessage> Post(string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "telegram/webhook") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", _shop.Sandbox.Shop.GetRequiredService<BotOptions>().WebhookSecret);
        return await _shop.Http.SendAsync(request);
    }
}
