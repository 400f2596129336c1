using Trt.Application.Drafts;
using Trt.Application.Generations;
using Trt.Application.Payments;
using Trt.Application.Payments.Messenger;
using Trt.Application.Pipeline;
using Trt.Application.Ports;
using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Application.Tests.Payments;

public sealed class TakePaymentTests : ShopTest
{
    private UserId _anna;

    [SetUp]
    public async Task Come() => _anna = await Shop.NewCustomer();

    [Test]
    public async Task Money_that_was_asked_for_is_on_the_wallet_and_the_customer_hears_of_it()
    {
        var payment = await Shop.PaysIn(_anna, 100, "stx1");

        (payment.Status, payment.ChargeId, payment.Total).ShouldBe((PaymentStatus.Credited, "stx1", 160));
        (await Shop.Balance(_anna)).Available.ShouldBe(Money.Rubles(100));
        await Shop.Pass(TimeSpan.Zero);
        var (notice, orderWaits) = Shop.PaymentChat.MoneyReceipts.ShouldHaveSingleItem();
        (notice.Payment.Id, notice.Balance, orderWaits).ShouldBe((payment.Id, Money.Rubles(100), false));
    }

    [Test]
    public async Task The_invoice_is_brought_once_and_the_same_wish_again_is_the_same_payment()
    {
        var first = await Shop.Asks(_anna);
        var second = await Shop.Asks(_anna);

        second.Id.ShouldBe(first.Id);
        (await Shop.Asks(_anna, 150)).Id.ShouldNotBe(first.Id);
    }

    [Test]
    public async Task Nobody_piles_up_open_payments_and_the_oldest_is_cancelled()
    {
        var first = await Shop.Asks(_anna, 50);
        for (var rubles = 51; rubles <= 55; rubles++)
        {
            Shop.Clock.Advance(TimeSpan.FromSeconds(1));
            await Shop.Asks(_anna, rubles);
        }

        (await Shop.Payment(first.Id)).Status.ShouldBe(PaymentStatus.Cancelled);
        (await Shop.PaymentsOf(_anna)).Count(payment => payment.Status == PaymentStatus.Open).ShouldBe(5);
        // And should it be paid all the same, nothing is lost.
        (await Shop.Send(first.Paid("stx1"))).ShouldBe(TakeOutcome.Credited);
        (await Shop.Payment(first.Id)).Status.ShouldBe(PaymentStatus.Credited);
    }

    [Test]
    public async Task The_same_update_again_and_the_same_charge_in_another_update_change_nothing()
    {
        var payment = await Shop.Asks(_anna);
        await Shop.Send(payment.Paid("stx1"), updateId: 1);
        (await Shop.Send(payment.Paid("stx1"), updateId: 1)).ShouldBe(TakeOutcome.KnownBefore);
        (await Shop.Send(payment.Paid("stx1"), updateId: 2)).ShouldBe(TakeOutcome.KnownBefore);
        (await Shop.Balance(_anna)).Available.ShouldBe(Money.Rubles(100));
        Shop.Mail.Alerts.ShouldBeEmpty();
    }

    [TestCase(PaymentStatus.Cancelled)]
    [TestCase(PaymentStatus.Expired)]
    public async Task Money_for_an_invoice_that_was_given_up_is_credited(PaymentStatus givenUp)
    {
        var payment = await Shop.Asks(_anna);
        if (givenUp == PaymentStatus.Cancelled)
        {
            (await Shop.Send(new CancelPayment(_anna, payment.Id))).ShouldBe(CancelPaymentOutcome.Cancelled);
        }
        else
        {
            Shop.Clock.Advance(TimeSpan.FromHours(25));
            (await Shop.Send(new ExpirePayments())).ShouldBe(1);
        }

        (await Shop.Payment(payment.Id)).Status.ShouldBe(givenUp);
        (await Shop.Send(payment.Paid("stx1"))).ShouldBe(TakeOutcome.Credited);
        (await Shop.Balance(_anna)).Available.ShouldBe(Money.Rubles(100));
    }

    [Test]
    public async Task A_second_payment_of_the_same_invoice_is_a_payment_of_its_own()
    {
        var payment = await Shop.PaysIn(_anna, 100, "stx1");
        (await Shop.Send(payment.Paid("stx2"))).ShouldBe(TakeOutcome.Credited);

        (await Shop.PaymentsOf(_anna)).Select(one => one.ChargeId).ShouldBe(["stx1", "stx2"], ignoreOrder: true);
        (await Shop.Balance(_anna)).Available.ShouldBe(Money.Rubles(200));
        await Shop.Pass(TimeSpan.Zero);
        Shop.Mail.Alerts.ShouldHaveSingleItem().ShouldBeOfType<Matter.PaidUnasked>();
    }

    [Test]
    public async Task Money_for_another_persons_invoice_is_the_payers()
    {
        var boris = await Shop.NewCustomer();
        var annas = await Shop.Asks(_anna);

        (await Shop.Send(annas.Paid("stx1", payer: boris))).ShouldBe(TakeOutcome.Credited);

        (await Shop.Balance(boris)).Available.ShouldBe(Money.Rubles(100));
        (await Shop.Balance(_anna)).Available.ShouldBe(Money.Zero);
        (await Shop.Payment(annas.Id)).Status.ShouldBe(PaymentStatus.Open, "Anna's own invoice still waits for Anna");
    }

    [TestCase("topup_42_1700000000")]
    [TestCase("")]
    [TestCase("0190f0f0f0f070008000000000000001")]
    public async Task Money_under_a_name_we_do_not_know_is_counted_and_credited(string payload)
    {
        (await Shop.Send(new TakePayment(_anna, PaidTotal.InStars(160), payload, "stx1", null, new Cid("test")))).ShouldBe(TakeOutcome.Credited);
        (await Shop.Balance(_anna)).Available.ShouldBe(Money.Rubles(100));
    }

    [Test]
    public async Task Money_we_cannot_count_waits_for_the_operator()
    {
        (await Shop.Send(new TakePayment(_anna, new PaidTotal("USD", 500), "", "ch1", null, new Cid("test")))).ShouldBe(TakeOutcome.Held);

        (await Shop.PaymentsOf(_anna)).ShouldHaveSingleItem().Status.ShouldBe(PaymentStatus.InReview);
        (await Shop.Balance(_anna)).Available.ShouldBe(Money.Zero);
        await Shop.Pass(TimeSpan.Zero);
        Shop.Mail.Alerts.ShouldHaveSingleItem();
    }

    [Test]
    public async Task A_price_that_is_not_the_one_asked_is_counted_by_what_came()
    {
        var payment = await Shop.Asks(_anna);
        (await Shop.Send(payment.Paid("stx1") with { Price = PaidTotal.InStars(80) })).ShouldBe(TakeOutcome.Credited);
        (await Shop.Balance(_anna)).Available.ShouldBe(Money.Rubles(50));
        (await Shop.Payment(payment.Id)).Status.ShouldBe(PaymentStatus.Open);
    }

    [Test]
    public async Task After_a_top_up_the_order_that_lacked_it_is_one_press_away()
    {
        var order = await Shop.PaidDraft(_anna);
        (await Shop.Send(new ShowTopUp(_anna))).ShouldSatisfyAllConditions(
            view => view.Missing.ShouldBe(new Money(1414)),
            view => view.Fitting.ShouldBe(Money.Rubles(50)));

        await Shop.PaysIn(_anna, 50);
        await Shop.Pass(TimeSpan.Zero);

        Shop.PaymentChat.MoneyReceipts.ShouldHaveSingleItem().OrderWaits.ShouldBeTrue();
        (await Shop.Confirm(_anna, order.Draft.Id)).ShouldBeOfType<ConfirmResult.Started>();
    }

    [Test]
    public async Task An_order_that_is_gone_is_not_offered_again()
    {
        await Shop.PaidDraft(_anna);
        var payment = await Shop.Asks(_anna);
        await Shop.Send(new CancelDraft(_anna));
        await Shop.Send(payment.Paid("stx1"));
        await Shop.Pass(TimeSpan.Zero);
        Shop.PaymentChat.MoneyReceipts.ShouldHaveSingleItem().OrderWaits.ShouldBeFalse();
    }

    [Test]
    public async Task An_update_that_was_handled_before_is_not_handled_again()
    {
        var payment = await Shop.Asks(_anna);
        await Shop.Send(payment.Paid("stx1"), updateId: 77);
        await Should.ThrowAsync<DuplicateUpdateException>(() => Shop.Send(payment.Paid("stx2"), updateId: 77));
    }
}
