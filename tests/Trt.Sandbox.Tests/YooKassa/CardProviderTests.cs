using System.Net;
using System.Text.Json.Nodes;
using Trt.Testing;

namespace Trt.Sandbox.Tests.YooKassa;

/// <summary>The simulated payment provider is as strict as the real one, and as unreliable as the dial wants.</summary>
internal sealed class CardProviderTests
{
    private CardHost _provider = null!;

    [SetUp]
    public async Task Open() => _provider = await CardHost.Start();

    [TearDown]
    public async Task Close() => await _provider.DisposeAsync();

    [Test]
    public async Task The_same_key_is_the_same_payment_and_another_order_under_it_is_refused()
    {
        var first = await _provider.Create("key-1");
        var again = await _provider.Create("key-1");
        again.Body.ToJsonString().ShouldBe(first.Body.ToJsonString());

        var other = await _provider.Create("key-1", CardHost.Order("200.00"));
        (other.Status, other.Body["parameter"]!.GetValue<string>()).ShouldBe((HttpStatusCode.BadRequest, "Idempotence-Key"));
        (await _provider.PaymentsOnTheBooks()).ShouldBe(1);

        _provider.Clock.Advance(TimeSpan.FromHours(25));
        (await _provider.Created("key-1")).ShouldNotBe(first.Body["id"]!.GetValue<string>(), "a key is remembered for a day");
    }

    [Test]
    public async Task Sixteen_orders_at_once_under_one_key_are_one_payment()
    {
        var all = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => _provider.Created("key-1")));
        all.Distinct().ShouldHaveSingleItem();
        (await _provider.PaymentsOnTheBooks()).ShouldBe(1);
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("0123456789012345678901234567890123456789012345678901234567890123x")]
    public async Task An_order_needs_a_key_of_at_most_64_letters(string? key)
    {
        (await _provider.Call(HttpMethod.Post, "payments", CardHost.Order(), key)).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await _provider.PaymentsOnTheBooks()).ShouldBe(0);
    }

    [TestCase(null)]
    [TestCase("Basic MTAwNTAwOndyb25n")]
    [TestCase("Bearer test_sandbox-secret")]
    public async Task Whoever_is_not_the_merchant_learns_and_does_nothing(string? account)
    {
        var payment = await _provider.Created("key-1");
        _provider.Merchant = account is null ? null : System.Net.Http.Headers.AuthenticationHeaderValue.Parse(account);
        (await _provider.Create("key-2")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await _provider.Call(HttpMethod.Get, $"payments/{payment}")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await _provider.Refund(payment, "1.00", "key-3")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await _provider.PaymentsOnTheBooks()).ShouldBe(1);
    }

    [TestCase("100", "RUB")]
    [TestCase("100.0", "RUB")]
    [TestCase("100,00", "RUB")]
    [TestCase("-1.00", "RUB")]
    [TestCase("0.00", "RUB")]
    [TestCase("1e3.00", "RUB")]
    [TestCase("NaN", "RUB")]
    [TestCase("", "RUB")]
    [TestCase("100.00", "USD")]
    [TestCase("100.00", "")]
    public async Task A_sum_is_rubles_with_two_places(string value, string currency) =>
        (await _provider.Create("key-1", CardHost.Order(value, currency))).Status.ShouldBe(HttpStatusCode.BadRequest);

    [Test]
    public async Task A_payment_is_paid_once_told_and_given_back_up_to_what_was_paid()
    {
        var payment = await _provider.Created("key-1");
        (await _provider.Read(payment))["status"]!.GetValue<string>().ShouldBe("pending");
        (await _provider.Refund(payment, "1.00", "early")).Status.ShouldBe(HttpStatusCode.BadRequest);

        (await _provider.Act(payment, "pay")).ShouldBe(HttpStatusCode.OK);
        (await _provider.Act(payment, "pay")).ShouldBe(HttpStatusCode.BadRequest);
        (await _provider.Act(payment, "decline")).ShouldBe(HttpStatusCode.BadRequest);
        await Told("payment.succeeded");

        var refund = await _provider.Refund(payment, "60.00", "back-1");
        (await _provider.Refund(payment, "60.00", "back-1")).Body["id"]!.GetValue<string>().ShouldBe(refund.Body["id"]!.GetValue<string>());
        (await _provider.Refund(payment, "40.01", "back-2")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await _provider.Refund(payment, "40.00", "back-3")).Status.ShouldBe(HttpStatusCode.OK);
        (await _provider.Refund("unknown", "1.00", "back-4")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await _provider.Read(payment))["refunded_amount"]!["value"]!.GetValue<string>().ShouldBe("100.00");
        await Told("payment.succeeded", "refund.succeeded", "refund.succeeded");
    }

    [Test]
    public async Task Who_does_not_pay_within_an_hour_does_not_pay_and_late_money_comes_all_the_same()
    {
        var payment = await _provider.Created("key-1");
        _provider.Clock.Advance(TimeSpan.FromHours(1));
        (await _provider.Read(payment))["cancellation_details"]!["reason"]!.GetValue<string>().ShouldBe("expired_on_confirmation");
        (await _provider.Act(payment, "pay")).ShouldBe(HttpStatusCode.BadRequest);
        (await _provider.Act(payment, "pay_late")).ShouldBe(HttpStatusCode.OK);
        (await _provider.Read(payment))["status"]!.GetValue<string>().ShouldBe("succeeded");
    }

    [Test]
    public async Task What_the_shop_does_not_take_is_told_again()
    {
        _provider.Answers.Enqueue(503);
        await _provider.Act(await _provider.Created("key-1"), "pay");
        await Told("payment.succeeded", "payment.succeeded");
    }

    [TestCase("""{"lost": true, "times": 1}""", new[] { "payment.canceled" })]
    [TestCase("""{"duplicate": 2, "times": 1}""", new[] { "payment.succeeded", "payment.succeeded", "payment.succeeded", "payment.canceled" })]
    [TestCase("""{"delay_ms": 50}""", new[] { "payment.succeeded", "payment.canceled" })]
    [TestCase("""{"reordered": true, "times": 1}""", new[] { "payment.canceled", "payment.succeeded", "payment.canceled" })]
    public async Task Notifications_get_lost_repeat_come_late_or_lie(string fault, string[] told)
    {
        var (paid, declined) = (await _provider.Created("key-1"), await _provider.Created("key-2"));
        await _provider.Dial($$"""{"notification": {{fault}}}""");
        await _provider.Act(paid, "pay");
        await _provider.Act(declined, "decline");
        await Told([.. told.Order(StringComparer.Ordinal)]);
    }

    [TestCase("""{"status": 500, "times": 1}""", 500, 0)]
    [TestCase("""{"status": 500, "runs": true, "times": 1}""", 500, 1)]
    [TestCase("""{"status": 429, "times": 1}""", 429, 0)]
    [TestCase("""{"drop_before": true, "times": 1}""", 0, 0)]
    [TestCase("""{"drop_after": true, "times": 1}""", 0, 1)]
    [TestCase("""{"hang_ms": 50, "times": 1}""", 200, 1)]
    public async Task A_call_fails_with_or_without_its_work_and_its_repetition_finds_what_was_done(string fault, int status, int onTheBooks)
    {
        await _provider.Dial($$"""{"create": {{fault}}}""");
        if (status == 0)
        {
            await Should.ThrowAsync<HttpRequestException>(() => _provider.Create("key-1"));
        }
        else
        {
            ((int)(await _provider.Create("key-1")).Status).ShouldBe(status);
        }

        (await _provider.PaymentsOnTheBooks()).ShouldBe(onTheBooks);

        (await _provider.Create("key-1")).Status.ShouldBe(HttpStatusCode.OK);
        (await _provider.PaymentsOnTheBooks()).ShouldBe(1);
    }

    [Test]
    public async Task Reads_and_refunds_fail_as_often_as_was_asked_for()
    {
        var payment = await _provider.Created("key-1");
        await _provider.Act(payment, "pay");
        await _provider.Dial("""{"read": {"status": 500, "times": 2}, "refund": {"status": 500, "runs": true, "times": 1}}""");
        (await _provider.Call(HttpMethod.Get, $"payments/{payment}")).Status.ShouldBe(HttpStatusCode.InternalServerError);
        (await _provider.Call(HttpMethod.Get, $"payments/{payment}")).Status.ShouldBe(HttpStatusCode.InternalServerError);
        (await _provider.Refund(payment, "100.00", "back-1")).Status.ShouldBe(HttpStatusCode.InternalServerError);
        (await _provider.Read(payment))["refunded_amount"]!["value"]!.GetValue<string>().ShouldBe("100.00");
    }

    [TestCase("""{"amount": "1.00"}""", "amount", "value", "1.00")]
    [TestCase("""{"currency": "USD"}""", "amount", "currency", "USD")]
    [TestCase("""{"another_shop": true}""", "recipient", "account_id", "999999")]
    [TestCase("""{"another_key": "theirs"}""", "metadata", "payment_id", "theirs")]
    public async Task A_payment_may_be_another_than_was_ordered(string fault, string part, string name, string value)
    {
        await _provider.Dial($$"""{"charge": {{fault}}}""");
        (await _provider.Read(await _provider.Created("key-1")))[part]![name]!.GetValue<string>().ShouldBe(value);
    }

    [Test]
    public async Task Money_that_is_only_held_is_not_taken()
    {
        await _provider.Dial("""{"charge": {"only_held": true}}""");
        var payment = await _provider.Created("key-1");
        await _provider.Act(payment, "pay");
        (await _provider.Read(payment))["status"]!.GetValue<string>().ShouldBe("waiting_for_capture");
        (await _provider.Refund(payment, "1.00", "back-1")).Status.ShouldBe(HttpStatusCode.BadRequest);
        await Told("payment.waiting_for_capture");
    }

    [TestCase("""{"craete": {}}""")]
    [TestCase("null")]
    [TestCase("{")]
    public async Task A_dial_that_is_not_understood_is_refused(string faults) => (await _provider.Dial(faults)).ShouldBe(HttpStatusCode.BadRequest);

    /// <summary>Exactly these, in any order, each about what it names.</summary>
    private async Task Told(params string[] events)
    {
        await Eventually.Holds("every notification came", () => _provider.Notifications.Count >= events.Length);
        _provider.Notifications.Select(Event).Order(StringComparer.Ordinal).ShouldBe(events.Order(StringComparer.Ordinal));
    }

    private static string Event(JsonObject told) => told["event"]!.GetValue<string>();
}
