using System.Text.Json;
using Trt.Testing;

namespace Trt.Sandbox.Tests.Telegram;

internal sealed class PaymentsTests : SandboxTest
{
    [SetUp]
    public Task Start() => Sandbox.AnnaHasStarted();

    [Test]
    public async Task A_payment_asks_first_then_moves_the_stars_and_can_be_given_back_once()
    {
        var invoice = await SendInvoice("order-1", 50);
        invoice.GetProperty("reply_markup").GetProperty("inline_keyboard")[0][0].GetProperty("pay").GetBoolean().ShouldBeTrue();
        await Pay(invoice);
        var query = (await Sandbox.Updates()).Single().GetProperty("pre_checkout_query");
        query.GetProperty("invoice_payload").GetString().ShouldBe("order-1");

        await Sandbox.Call("answerPreCheckoutQuery", new { pre_checkout_query_id = query.GetProperty("id").GetString(), ok = true });

        var payment = (await Sandbox.Updates())[^1].GetProperty("message").GetProperty("successful_payment");
        payment.GetProperty("total_amount").GetInt64().ShouldBe(50);
        var charge = payment.GetProperty("telegram_payment_charge_id").GetString();
        (await Sandbox.Call("getMyStarBalance")).GetProperty("amount").GetInt64().ShouldBe(50);

        await Sandbox.Call("refundStarPayment", new { user_id = RunningSandbox.Anna, telegram_payment_charge_id = charge });

        (await Sandbox.Updates())[^1].GetProperty("message").GetProperty("refunded_payment").GetProperty("telegram_payment_charge_id").GetString().ShouldBe(charge);
        (await Sandbox.Refusal("refundStarPayment", new { user_id = RunningSandbox.Anna, telegram_payment_charge_id = charge })).ShouldBe("Bad Request: CHARGE_ALREADY_REFUNDED");
        (await Sandbox.Refusal("refundStarPayment", new { user_id = RunningSandbox.Anna, telegram_payment_charge_id = "x" })).ShouldBe("Bad Request: CHARGE_ID_INVALID");
        var transactions = (await Sandbox.Call("getStarTransactions")).GetProperty("transactions").EnumerateArray().ToList();
        transactions.Select(transaction => transaction.GetProperty("id").GetString()).ShouldBe([charge, charge]);
        transactions[0].TryGetProperty("receiver", out _).ShouldBeTrue("the refund is the newest");
        transactions[1].GetProperty("source").GetProperty("invoice_payload").GetString().ShouldBe("order-1");
        (await State()).ShouldBe("refunded");
    }

    [Test]
    public async Task A_refused_checkout_takes_nothing_and_shows_the_reason()
    {
        await Pay(await SendInvoice("order-1", 50));
        var id = await CheckoutId();
        (await Sandbox.Refusal("answerPreCheckoutQuery", new { pre_checkout_query_id = id, ok = false })).ShouldContain("error_message");

        await Sandbox.Call("answerPreCheckoutQuery", new { pre_checkout_query_id = id, ok = false, error_message = "Sold out" });

        (await State()).ShouldBe("declined");
        (await Sandbox.Call("getMyStarBalance")).GetProperty("amount").GetInt64().ShouldBe(0);
        (await Sandbox.Updates()).Length.ShouldBe(1, "nothing follows the question");
    }

    [Test]
    public async Task An_answer_after_ten_seconds_is_too_late_for_the_sale()
    {
        await Pay(await SendInvoice("order-1", 50));
        var id = await CheckoutId();

        await Sandbox.Control("clock", new { advance_ms = 10_001 });

        await Eventually.Holds("the checkout expires", async () => await State() == "expired");
        (await Sandbox.Refusal("answerPreCheckoutQuery", new { pre_checkout_query_id = id, ok = true }))
            .ShouldBe("Bad Request: query is too old and response timeout expired or query ID is invalid");
    }

    [Test]
    public async Task A_payment_may_be_told_twice()
    {
        await Pay(await SendInvoice("order-1", 50));
        await Sandbox.Call("answerPreCheckoutQuery", new { pre_checkout_query_id = await CheckoutId(), ok = true });
        var paid = (await Sandbox.Updates())[^1];

        await Sandbox.Control("repeat", new { chat_id = RunningSandbox.Anna, message_id = paid.GetProperty("message").GetProperty("message_id").GetInt64() });

        var again = (await Sandbox.Updates())[^1];
        again.GetProperty("update_id").GetInt64().ShouldBeGreaterThan(paid.GetProperty("update_id").GetInt64());
        again.GetProperty("message").GetRawText().ShouldBe(paid.GetProperty("message").GetRawText());
    }

    [Test]
    public async Task An_invoice_link_can_be_paid_by_anyone_more_than_once()
    {
        var link = (await Sandbox.Call("createInvoiceLink", Invoice("order-1", 5))).GetString();
        link!.ShouldStartWith("https://t.me/$");

        foreach (var person in new[] { 1L, 2L })
        {
            await Sandbox.Says("hi", person);
            await Sandbox.Control("pay", new { chat_id = person, link });
        }

        (await Sandbox.Updates()).Count(update => update.TryGetProperty("pre_checkout_query", out _)).ShouldBe(2);
    }

    [Test]
    public async Task An_invoice_in_rubles_needs_a_provider_and_moves_no_stars()
    {
        var invoice = await Sandbox.Call("sendInvoice", Rubles(10_000));
        invoice.GetProperty("invoice").GetProperty("currency").GetString().ShouldBe("RUB");
        await Pay(invoice);
        await Sandbox.Call("answerPreCheckoutQuery", new { pre_checkout_query_id = await CheckoutId(), ok = true });

        var payment = (await Sandbox.Updates())[^1].GetProperty("message").GetProperty("successful_payment");
        (payment.GetProperty("currency").GetString(), payment.GetProperty("total_amount").GetInt64()).ShouldBe(("RUB", 10_000));
        payment.GetProperty("provider_payment_charge_id").GetString().ShouldNotBeNullOrEmpty();
        (await Sandbox.Call("getMyStarBalance")).GetProperty("amount").GetInt64().ShouldBe(0);
        (await Sandbox.Call("getStarTransactions")).GetProperty("transactions").GetArrayLength().ShouldBe(0);
        (await Sandbox.Refusal("refundStarPayment", new { user_id = RunningSandbox.Anna, telegram_payment_charge_id = payment.GetProperty("telegram_payment_charge_id").GetString() }))
            .ShouldBe("Bad Request: CHARGE_ID_INVALID");
    }

    [TestCase("", "RUB", 10_000, "PAYMENT_PROVIDER_INVALID")]
    [TestCase("nonsense", "RUB", 10_000, "PAYMENT_PROVIDER_INVALID")]
    [TestCase("1000002:TEST:sandbox", "ZZZ", 10_000, "CURRENCY_INVALID")]
    [TestCase("1000002:TEST:sandbox", "RUB", 5_000, "CURRENCY_TOTAL_AMOUNT_INVALID")]
    [TestCase("1000002:TEST:sandbox", "XTR", 10, "STARS_INVOICE_INVALID")]
    public async Task An_invoice_that_no_provider_would_take_is_refused(string token, string currency, long amount, string refusal) =>
        (await Sandbox.Refusal("sendInvoice", Rubles(amount, token, currency))).ShouldBe($"Bad Request: {refusal}");

    private static object Rubles(long amount, string token = "1000002:TEST:sandbox", string currency = "RUB") => new
    {
        chat_id = RunningSandbox.Anna,
        title = "Title",
        description = "Description",
        payload = "order-1",
        provider_token = token,
        currency,
        prices = new[] { new { label = "Top-up", amount } },
    };

    [Test]
    public async Task Invoices_that_make_no_sense_are_refused()
    {
        (await Sandbox.Refusal("sendInvoice", Invoice(new string('я', 65), 5))).ShouldBe("Bad Request: INVOICE_PAYLOAD_INVALID");
        (await Sandbox.Refusal("sendInvoice", Invoice("x", 0))).ShouldBe("Bad Request: CURRENCY_TOTAL_AMOUNT_INVALID");
        (await Sandbox.Refusal("sendInvoice", Invoice("x", 5, currency: "USD"))).ShouldBe("Bad Request: PAYMENT_PROVIDER_INVALID");
        (await Sandbox.ControlRefusal("pay", new { chat_id = RunningSandbox.Anna, message_id = 1 })).ShouldContain("invoice");
    }

    private static object Invoice(string payload, long amount, string currency = "XTR") => new
    {
        chat_id = RunningSandbox.Anna,
        title = "Title",
        description = "Description",
        payload,
        provider_token = "",
        currency,
        prices = new[] { new { label = "Stars", amount } },
    };

    private Task<JsonElement> SendInvoice(string payload, long amount) => Sandbox.Call("sendInvoice", Invoice(payload, amount));

    private Task<JsonElement> Pay(JsonElement invoice) =>
        Sandbox.Control("pay", new { chat_id = RunningSandbox.Anna, message_id = invoice.GetProperty("message_id").GetInt64() });

    private async Task<string> CheckoutId() =>
        (await Sandbox.Updates()).Single().GetProperty("pre_checkout_query").GetProperty("id").GetString()!;

    private async Task<string> State() => (await Sandbox.Chat()).GetProperty("payments")[0].GetProperty("state").GetString()!;
}
