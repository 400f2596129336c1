using Trt.Application.Payments;
using Trt.Application.Payments.Messenger;
using Trt.Application.Ports;
using Trt.Application.Tests.BackOffice;
using Trt.Domain.BackOffice;
using Trt.Domain.Payments;
using Trt.Domain.Shared;
using Trt.Testing.Shop;

namespace Trt.Application.Tests.Payments;

public sealed class RefundTests
{
    private TestShop _shop = null!;
    private UserId _anna;

    [SetUp]
    public async Task Open()
    {
        _shop = await TestShop.Open(new() { PaymentMethods = [PaymentMethod.Stars, PaymentMethod.Invoice] });
        _anna = await _shop.NewCustomer();
    }

    [TearDown]
    public async Task Close()
    {
        await _shop.MoneyAgrees();
        await _shop.DisposeAsync();
    }

    [Test]
    public async Task Stars_leave_the_wallet_first_and_then_go_back_to_the_payer()
    {
        var payment = await _shop.PaysIn(_anna);
        (await _shop.Given(payment.Refund())).ShouldBeOfType<RefundResult.Begun>();
        (await Available()).ShouldBe(Money.Zero, "it must not be spent while it goes back");

        await _shop.Pass(TimeSpan.Zero);
        await _shop.Pass(TimeSpan.Zero);

        (await _shop.Payment(payment.Id)).Status.ShouldBe(PaymentStatus.Refunded);
        _shop.Stars.AskedToRefund.ShouldHaveSingleItem();
        await _shop.Pass(TimeSpan.Zero);
        _shop.Chat.Refunds.ShouldHaveSingleItem().Payment.RefundTaken.ShouldBe(Money.Rubles(100));
    }

    [Test]
    public async Task A_refund_asked_twice_is_one_refund()
    {
        var payment = await _shop.PaysIn(_anna);
        await _shop.Given(payment.Refund());
        (await _shop.Given(payment.Refund())).ShouldBeOfType<RefundResult.AlreadyAsked>();
        await _shop.Pass(TimeSpan.FromSeconds(2));
        (await _shop.Given(payment.Refund())).ShouldBeOfType<RefundResult.AlreadyAsked>();
        _shop.Stars.AskedToRefund.ShouldHaveSingleItem();
    }

    [Test]
    public async Task What_is_spent_cannot_be_refunded_and_the_operator_hears_what_is_left()
    {
        var payment = await _shop.PaysIn(_anna);
        await _shop.Order(_anna);
        var refused = (await _shop.Given(payment.Refund())).ShouldBeOfType<RefundResult.Spent>();
        refused.Available.ShouldBe(Money.Rubles(100) - new Money(1414));
        (await _shop.Payment(payment.Id)).Status.ShouldBe(PaymentStatus.Credited);
    }

    [Test]
    public async Task An_answer_that_was_lost_is_asked_for_again()
    {
        var payment = await _shop.PaysIn(_anna);
        _shop.Stars.NextRefund(new StarsRefund.Again(TimeSpan.FromSeconds(3), "no answer in time"));
        await _shop.Given(payment.Refund());
        await _shop.Pass(TimeSpan.FromSeconds(5));
        _shop.Stars.AskedToRefund.Count.ShouldBe(2);
        (await _shop.Payment(payment.Id)).Status.ShouldBe(PaymentStatus.Refunded);
    }

    [Test]
    public async Task A_refund_the_messenger_refuses_puts_the_money_back_and_can_be_tried_again()
    {
        var payment = await _shop.PaysIn(_anna);
        _shop.Stars.NextRefund(new StarsRefund.Refused("CHARGE_ID_INVALID"));
        await _shop.Given(payment.Refund());
        await _shop.Pass(TimeSpan.FromSeconds(2));

        (await Available()).ShouldBe(Money.Rubles(100));
        (await _shop.Payment(payment.Id)).Status.ShouldBe(PaymentStatus.Credited);
        _shop.Chat.Alerts.ShouldHaveSingleItem().ShouldContain("CHARGE_ID_INVALID");

        await _shop.Given(payment.Refund());
        await _shop.Pass(TimeSpan.FromSeconds(2));
        (await _shop.Payment(payment.Id)).Status.ShouldBe(PaymentStatus.Refunded);
    }

    [Test]
    public async Task The_messengers_own_word_about_our_refund_changes_nothing_more()
    {
        var payment = await _shop.PaysIn(_anna, 100, "stx1");
        await _shop.Given(payment.Refund());
        (await Back("stx1")).ShouldBe(NoteRefundOutcome.Booked, "it overtook the answer of the call");
        (await Back("stx1")).ShouldBe(NoteRefundOutcome.KnownBefore);
        await _shop.Pass(TimeSpan.FromSeconds(2));
        (await Available()).ShouldBe(Money.Zero);
        _shop.Chat.Refunds.ShouldHaveSingleItem();
        _shop.Chat.Alerts.ShouldBeEmpty();
    }

    [Test]
    public async Task A_refund_made_past_the_shop_is_booked_and_reported()
    {
        await _shop.PaysIn(_anna, 100, "stx1");
        await Back("stx1");
        (await Available()).ShouldBe(Money.Zero);
        await _shop.Pass(TimeSpan.FromSeconds(2));
        _shop.Chat.Alerts.ShouldHaveSingleItem().ShouldContain("past the shop");
    }

    [Test]
    public async Task A_refund_past_the_shop_of_money_that_is_partly_spent_takes_the_rest()
    {
        var payment = await _shop.PaysIn(_anna, 100, "stx1");
        await _shop.Order(_anna);
        await Back("stx1");
        (await Available()).ShouldBe(Money.Zero);
        (await _shop.Payment(payment.Id)).RefundTaken.ShouldBe(Money.Rubles(100) - new Money(1414));
    }

    [Test]
    public async Task A_refund_that_overtakes_its_payment_leaves_nothing_to_credit()
    {
        var payment = await _shop.Asks(_anna);
        await Back("stx1");
        (await _shop.Send(payment.Paid("stx1"))).ShouldBe(TakeOutcome.KnownBefore);
        (await Available()).ShouldBe(Money.Zero);
    }

    [Test]
    public async Task Rubles_go_back_by_hand_and_are_booked_when_the_operator_says_so()
    {
        var payment = await _shop.PaysIn(_anna, 100, "ch1", PaymentMethod.Invoice);
        (payment.Total, payment.Currency, payment.ProviderChargeId).ShouldBe((10_000, "RUB", "provider-1"));

        (await _shop.Given(payment.Refund())).ShouldBeOfType<RefundResult.ByHandFirst>();
        (await Available()).ShouldBe(Money.Rubles(100));

        (await _shop.Given(payment.Refund(byHand: true))).ShouldBeOfType<RefundResult.Booked>();
        (await Available()).ShouldBe(Money.Zero);
        (await _shop.Given(payment.Refund(byHand: true))).ShouldBeOfType<RefundResult.AlreadyAsked>();
        await _shop.Pass(TimeSpan.FromSeconds(2));
        _shop.Stars.AskedToRefund.ShouldBeEmpty();
    }

    [Test]
    public async Task What_never_came_cannot_go_back()
    {
        (await _shop.Given((await _shop.Asks(_anna)).Refund())).ShouldBeOfType<RefundResult.NeverCredited>();
        (await _shop.Given(new RefundPayment(new Actor.AtConsole("boss"), new PaymentId(Guid.CreateVersion7(_shop.Clock.GetUtcNow())), "why", false, new Cid("test")))).ShouldBeOfType<RefundResult.NotFound>();
    }

    private async Task<Money> Available() => (await _shop.Balance(_anna)).Available;

    private Task<NoteRefundOutcome> Back(string charge) => _shop.Send(new NoteRefund(_anna, PaidTotal.InStars(160), charge, new Cid("test")));
}
