using Trt.Application.Payments;
using Trt.Application.Payments.Messenger;
using Trt.Application.Ports;
using Trt.Application.Tests.BackOffice;
using Trt.Domain.BackOffice;
using Trt.Domain.Payments;
using Trt.Domain.Shared;
using Trt.Testing.Shop;

namespace Trt.Application.Tests.Payments;

public sealed class RefundTests : ShopTest
{
    private UserId _anna;

    protected override Task<TestShop> OpenShop() => TestShop.Open(new() { Owners = [TestShop.Owner], PaymentMethods = [PaymentMethod.Stars, PaymentMethod.Invoice] });

    [SetUp]
    public async Task Come() => _anna = await Shop.NewCustomer();

    [Test]
    public async Task Stars_leave_the_wallet_first_and_then_go_back_to_the_payer()
    {
        var payment = await Shop.PaysIn(_anna);
        (await Shop.Given(payment.Refund())).ShouldBeOfType<RefundResult.Begun>();
        (await Available()).ShouldBe(Money.Zero, "it must not be spent while it goes back");

        await Shop.Pass(TimeSpan.Zero);
        await Shop.Pass(TimeSpan.Zero);

        (await Shop.Payment(payment.Id)).Status.ShouldBe(PaymentStatus.Refunded);
        Shop.Stars.AskedToRefund.ShouldHaveSingleItem();
        await Shop.Pass(TimeSpan.Zero);
        Shop.PaymentChat.Refunds.ShouldHaveSingleItem().Payment.RefundTaken.ShouldBe(Money.Rubles(100));
    }

    [Test]
    public async Task A_refund_asked_twice_is_one_refund()
    {
        var payment = await Shop.PaysIn(_anna);
        await Shop.Given(payment.Refund());
        (await Shop.Given(payment.Refund())).ShouldBeOfType<RefundResult.AlreadyAsked>();
        await Shop.Pass(TimeSpan.FromSeconds(2));
        (await Shop.Given(payment.Refund())).ShouldBeOfType<RefundResult.AlreadyAsked>();
        Shop.Stars.AskedToRefund.ShouldHaveSingleItem();
    }

    [Test]
    public async Task What_is_spent_cannot_be_refunded_and_the_operator_hears_what_is_left()
    {
        var payment = await Shop.PaysIn(_anna);
        await Shop.Order(_anna);
        var refused = (await Shop.Given(payment.Refund())).ShouldBeOfType<RefundResult.Spent>();
        refused.Available.ShouldBe(Money.Rubles(100) - new Money(1414));
        (await Shop.Payment(payment.Id)).Status.ShouldBe(PaymentStatus.Credited);
    }

    [Test]
    public async Task An_answer_that_was_lost_is_asked_for_again()
    {
        var payment = await Shop.PaysIn(_anna);
        Shop.Stars.NextRefund(new StarsRefund.Again(TimeSpan.FromSeconds(3), "no answer in time"));
        await Shop.Given(payment.Refund());
        await Shop.Pass(TimeSpan.FromSeconds(5));
        Shop.Stars.AskedToRefund.Count.ShouldBe(2);
        (await Shop.Payment(payment.Id)).Status.ShouldBe(PaymentStatus.Refunded);
    }

    [Test]
    public async Task A_refund_the_messenger_refuses_puts_the_money_back_and_can_be_tried_again()
    {
        var payment = await Shop.PaysIn(_anna);
        Shop.Stars.NextRefund(new StarsRefund.Refused("CHARGE_ID_INVALID"));
        await Shop.Given(payment.Refund());
        await Shop.Pass(TimeSpan.FromSeconds(2));

        (await Available()).ShouldBe(Money.Rubles(100));
        (await Shop.Payment(payment.Id)).Status.ShouldBe(PaymentStatus.Credited);
        Shop.Mail.Alerts.ShouldHaveSingleItem().ShouldBeOfType<Matter.RefundRefused>().Detail.ShouldContain("CHARGE_ID_INVALID");

        await Shop.Given(payment.Refund());
        await Shop.Pass(TimeSpan.FromSeconds(2));
        (await Shop.Payment(payment.Id)).Status.ShouldBe(PaymentStatus.Refunded);
    }

    [Test]
    public async Task The_messengers_own_word_about_our_refund_changes_nothing_more()
    {
        var payment = await Shop.PaysIn(_anna, 100, "stx1");
        await Shop.Given(payment.Refund());
        (await Back("stx1")).ShouldBe(NoteRefundOutcome.Booked, "it overtook the answer of the call");
        (await Back("stx1")).ShouldBe(NoteRefundOutcome.KnownBefore);
        await Shop.Pass(TimeSpan.FromSeconds(2));
        (await Available()).ShouldBe(Money.Zero);
        Shop.PaymentChat.Refunds.ShouldHaveSingleItem();
        Shop.Mail.Alerts.ShouldBeEmpty();
    }

    [Test]
    public async Task A_refund_made_past_the_shop_is_booked_and_reported()
    {
        await Shop.PaysIn(_anna, 100, "stx1");
        await Back("stx1");
        (await Available()).ShouldBe(Money.Zero);
        await Shop.Pass(TimeSpan.FromSeconds(2));
        Shop.Mail.Alerts.ShouldHaveSingleItem().ShouldBeOfType<Matter.RefundedPastShop>();
    }

    [Test]
    public async Task A_refund_past_the_shop_of_money_that_is_partly_spent_takes_the_rest()
    {
        var payment = await Shop.PaysIn(_anna, 100, "stx1");
        await Shop.Order(_anna);
        await Back("stx1");
        (await Available()).ShouldBe(Money.Zero);
        (await Shop.Payment(payment.Id)).RefundTaken.ShouldBe(Money.Rubles(100) - new Money(1414));
    }

    [Test]
    public async Task A_refund_that_overtakes_its_payment_leaves_nothing_to_credit()
    {
        var payment = await Shop.Asks(_anna);
        await Back("stx1");
        (await Shop.Send(payment.Paid("stx1"))).ShouldBe(TakeOutcome.KnownBefore);
        (await Available()).ShouldBe(Money.Zero);
    }

    [Test]
    public async Task Rubles_go_back_by_hand_and_are_booked_when_the_operator_says_so()
    {
        var payment = await Shop.PaysIn(_anna, 100, "ch1", PaymentMethod.Invoice);
        (payment.Total, payment.Currency, payment.ProviderChargeId).ShouldBe((10_000, "RUB", "provider-1"));

        (await Shop.Given(payment.Refund())).ShouldBeOfType<RefundResult.ByHandFirst>();
        (await Available()).ShouldBe(Money.Rubles(100));

        (await Shop.Given(payment.Refund(byHand: true))).ShouldBeOfType<RefundResult.Booked>();
        (await Available()).ShouldBe(Money.Zero);
        (await Shop.Given(payment.Refund(byHand: true))).ShouldBeOfType<RefundResult.AlreadyAsked>();
        await Shop.Pass(TimeSpan.FromSeconds(2));
        Shop.Stars.AskedToRefund.ShouldBeEmpty();
    }

    [Test]
    public async Task What_never_came_cannot_go_back()
    {
        (await Shop.Given((await Shop.Asks(_anna)).Refund())).ShouldBeOfType<RefundResult.NeverCredited>();
        (await Shop.Given(new RefundPayment(new Actor.AtConsole("boss"), new PaymentId(Guid.CreateVersion7(Shop.Clock.GetUtcNow())), "why", false, new Cid("test")))).ShouldBeOfType<RefundResult.NotFound>();
    }

    private async Task<Money> Available() => (await Shop.Balance(_anna)).Available;

    private Task<NoteRefundOutcome> Back(string charge) => Shop.Send(new NoteRefund(_anna, PaidTotal.InStars(160), charge, new Cid("test")));
}
