using System.Text;
using Trt.Application.Ports;
using Trt.Domain.Shared;
using Trt.Infrastructure.YooKassa;
using Trt.Sandbox.YooKassa;

namespace Trt.Infrastructure.Tests.YooKassa;

/// <summary>Every call ends in yes, no or don't know, and none of them tells our secret.</summary>
public sealed class CardPaymentsTests
{
    private static readonly BankCardOrder Order = new(Guid.CreateVersion7(DateTimeOffset.UnixEpoch), Money.Rubles(150), "Balance top-up");

    private CardHost _host = null!;

    [SetUp]
    public async Task Open() => _host = await CardHost.Start();

    [TearDown]
    public async Task Close()
    {
        _host.Log.Everything.ShouldNotContain(CardDefaults.SecretKey);
        _host.Log.Everything.ShouldNotContain(Convert.ToBase64String(Encoding.ASCII.GetBytes($"{CardDefaults.ShopId}:{CardDefaults.SecretKey}")));
        await _host.DisposeAsync();
    }

    [Test]
    public async Task A_payment_is_opened_paid_and_read()
    {
        var opened = await Opened();
        opened.State.ShouldBe(BankCardState.Waiting);
        opened.Key.ShouldBe(Order.Key);
        opened.IsOurs.ShouldBeTrue();
        opened.PayAt.ShouldNotBeNull();

        await _host.Act(opened.Id, "pay");
        var paid = (await _host.Cards.Read(opened.Id, CancellationToken.None)).ShouldBeOfType<BankCardReading.Found>().Charge;
        (paid.State, paid.Amount, paid.Refunded).ShouldBe((BankCardState.Paid, Money.Rubles(150), Money.Zero));
    }

    [Test]
    public async Task The_same_order_twice_is_one_payment()
    {
        var ids = await Task.WhenAll(Enumerable.Range(0, 16).Select(async _ => (await Opened()).Id));
        ids.Distinct().Count().ShouldBe(1);
        (await _host.Payments()).Count.ShouldBe(1);
    }

    [Test]
    public async Task The_same_key_for_another_sum_is_refused()
    {
        await Opened();
        (await _host.Cards.Open(Order with { Amount = Money.Rubles(500) }, CancellationToken.None)).ShouldBeOfType<BankCardOpening.Refused>();
    }

    [TestCase("""{"create":{"status":500}}""")]
    [TestCase("""{"create":{"status":500,"runs":true}}""")]
    [TestCase("""{"create":{"status":429}}""")]
    [TestCase("""{"create":{"drop_before":true}}""")]
    [TestCase("""{"create":{"drop_after":true}}""")]
    [TestCase("""{"create":{"hang_ms":10000}}""")]
    public async Task What_does_not_say_no_is_no_no(string faults)
    {
        await _host.Dial(faults);
        (await _host.Cards.Open(Order, CancellationToken.None)).ShouldBeOfType<BankCardOpening.Unknown>();
        await _host.Dial("{}");
        await Opened();
        (await _host.Payments()).Count.ShouldBe(1);
    }

    [TestCase(400)]
    [TestCase(401)]
    [TestCase(403)]
    public async Task The_providers_own_no_is_a_no(int status)
    {
        await _host.Dial($$$"""{"create":{"status":{{{status}}}}}""");
        (await _host.Cards.Open(Order, CancellationToken.None)).ShouldBeOfType<BankCardOpening.Refused>();
    }

    [Test]
    public async Task A_wrong_key_is_refused_and_not_told()
    {
        await using var stranger = await CardHost.Start("canary-secret-5b1d");
        (await stranger.Cards.Open(Order, CancellationToken.None)).ShouldBeOfType<BankCardOpening.Refused>().Detail.ShouldContain("invalid_credentials");
        stranger.Log.Everything.ShouldNotContain("canary-secret-5b1d");
    }

    [Test]
    public async Task A_payment_nobody_knows_is_missing_and_one_that_cannot_be_read_is_not()
    {
        (await _host.Cards.Read("2f5a0c1e-000f-5000-8000-000000000001", CancellationToken.None)).ShouldBeOfType<BankCardReading.Missing>();
        await _host.Dial("""{"read":{"status":500}}""");
        (await _host.Cards.Read((await Opened()).Id, CancellationToken.None)).ShouldBeOfType<BankCardReading.Unreadable>();
        await _host.Dial("""{"read":{"status":401}}""");
        (await _host.Cards.Read((await Opened()).Id, CancellationToken.None)).ShouldBeOfType<BankCardReading.Unreadable>();
    }

    [TestCase("""{"charge":{"currency":"USD"}}""")]
    [TestCase("""{"charge":{"amount":"150.001"}}""")]
    [TestCase("""{"charge":{"amount":"1e3"}}""")]
    [TestCase("""{"charge":{"amount":"79228162514264337593543950335"}}""")]
    public async Task A_sum_that_is_no_plain_roubles_is_no_sum(string faults)
    {
        await _host.Dial(faults);
        (await Opened()).Amount.ShouldBeNull();
    }

    [Test]
    public async Task Money_that_is_only_held_is_not_paid()
    {
        await _host.Dial("""{"charge":{"only_held":true}}""");
        var opened = await Opened();
        await _host.Act(opened.Id, "pay");
        (await _host.Cards.Read(opened.Id, CancellationToken.None)).ShouldBeOfType<BankCardReading.Found>().Charge.State.ShouldBe(BankCardState.Other);
    }

    [Test]
    public async Task A_refund_asked_for_twice_is_one_refund()
    {
        var opened = await Opened();
        await _host.Act(opened.Id, "pay");
        var order = new BankCardRefundOrder(Guid.CreateVersion7(DateTimeOffset.UnixEpoch.AddDays(1)), opened.Id, Money.Rubles(150));
        var first = (await _host.Cards.Refund(order, CancellationToken.None)).ShouldBeOfType<BankCardRefunding.Done>();
        (await _host.Cards.Refund(order, CancellationToken.None)).ShouldBe(first);
        (await _host.Cards.Refund(order with { Key = Guid.CreateVersion7(DateTimeOffset.UnixEpoch.AddDays(2)) }, CancellationToken.None)).ShouldBeOfType<BankCardRefunding.Refused>();
        (await _host.Cards.Read(opened.Id, CancellationToken.None)).ShouldBeOfType<BankCardReading.Found>().Charge.Refunded.ShouldBe(Money.Rubles(150));
    }

    [TestCase("http://api.example/v3", "key", false)]
    [TestCase("http://127.0.0.1:8080/yookassa/v3", "key", true)]
    [TestCase("https://api.yookassa.ru/v3", "", false)]
    [TestCase("https://api.yookassa.ru/v3", "two words", false)]
    public void Settings_that_would_leak_or_fail_are_told_at_the_start(string address, string key, bool isFine)
    {
        var options = new YooKassaOptions { ShopId = "1", SecretKey = key, ApiBase = new Uri(address), ReturnTo = new Uri("https://t.me/bot") };
        (options.Problems().Count == 0).ShouldBe(isFine);
        options.ToString().ShouldNotContain("two words");
    }

    private async Task<BankCardCharge> Opened() => (await _host.Cards.Open(Order, CancellationToken.None)).ShouldBeOfType<BankCardOpening.Opened>().Charge;
}
