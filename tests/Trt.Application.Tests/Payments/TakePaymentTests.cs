using Trt.Application.Drafts;
using Trt.Application.Generations;
using Trt.Application.Payments;
using Trt.Application.Payments.Messenger;
using Trt.Application.Pipeline;
using Trt.Domain.Payments;
using Trt.Domain.Shared;
using Trt.Testing.Shop;

namespace Trt.Application.Tests.Payments;

public sealed class TakePaymentTests
{
    private TestShop _shop = null!;
    private UserId _anna;

    [SetUp]
    public async Task Open()
    {
        _shop = await TestShop.Open();
        _anna = await _shop.NewCustomer();
    }

    [TearDown]
    public async Task Close()
    {
        await _shop.MoneyAgrees();
        await _shop.DisposeAsync();
    }

    [Test]
    public async Task Money_that_was_asked_for_is_on_the_wallet_and_the_customer_hears_of_it()
    {
        var payment = await _shop.PaysIn(_anna, 100, "stx1");

        (payment.Status, payment.ChargeId, payment.Total).ShouldBe((PaymentStatus.Credited, "stx1", 160));
        (await _shop.Balance(_anna)).Available.ShouldBe(Money.Rubles(100));
        await _shop.Pass(TimeSpan.Zero);
        var (notice, orderWaits) = _shop.Chat.MoneyReceipts.ShouldHaveSingleItem();
        (notice.Payment.Id, notice.Balance, orderWaits).ShouldBe((payment.Id, Money.Rubles(100), false));
    }

    [Test]
    public async Task The_invoice_is_brought_once_and_the_same_wish_again_is_the_same_payment()
    {
        var first = await _shop.Asks(_anna);
        var second = await _shop.Asks(_anna);

        second.Id.ShouldBe(first.Id);
        (await _shop.Asks(_anna, 150)).Id.ShouldNotBe(first.Id);
    }

    [Test]
    public async Task Nobody_piles_up_open_payments_and_the_oldest_is_cancelled()
    {
        var first = await _shop.Asks(_anna, 50);
        for (var rubles = 51; rubles <= 55; rubles++)
        {
            _shop.Clock.Advance(TimeSpan.FromSeconds(1));
            await _shop.Asks(_anna, rubles);
        }

        (await _shop.Payment(first.Id)).Status.ShouldBe(PaymentStatus.Cancelled);
        (await _shop.PaymentsOf(_anna)).Count(payment => payment.Status == PaymentStatus.Open).ShouldBe(5);
        // And should it be paid all the same, nothing is lost.
        (await _shop.Send(first.Paid("stx1"))).ShouldBe(TakeOutcome.Credited);
        (await _shop.Payment(first.Id)).Status.ShouldBe(PaymentStatus.Credited);
    }

    [Test]
    public async Task The_same_update_again_and_the_same_charge_in_another_update_change_nothing()
    {
        var payment = await _shop.Asks(_anna);
        await _shop.Send(payment.Paid("stx1"), updateId: 1);
        (await _shop.Send(payment.Paid("stx1"), updateId: 1)).ShouldBe(TakeOutcome.KnownBefore);
        (await _shop.Send(payment.Paid("stx1"), updateId: 2)).ShouldBe(TakeOutcome.KnownBefore);
        (await _shop.Balance(_anna)).Available.ShouldBe(Money.Rubles(100));
        _shop.Chat.Alerts.ShouldBeEmpty();
    }

    [TestCase(PaymentStatus.Cancelled)]
    [TestCase(PaymentStatus.Expired)]
    public async Task Money_for_an_invoice_that_was_given_up_is_credited(PaymentStatus givenUp)
    {
        var payment = await _shop.Asks(_anna);
        if (givenUp == PaymentStatus.Cancelled)
        {
            (await _shop.Send(new CancelPayment(_anna, payment.Id))).ShouldBe(CancelPaymentOutcome.Cancelled);
        }
        else
        {
            _shop.Clock.Advance(TimeSpan.FromHours(25));
            (await _shop.Send(new ExpirePayments())).ShouldBe(1);
        }

        (await _shop.Payment(payment.Id)).Status.ShouldBe(givenUp);
        (await _shop.Send(payment.Paid("stx1"))).ShouldBe(TakeOutcome.Credited);
        (await _shop.Balance(_anna)).Available.ShouldBe(Money.Rubles(100));
    }

    [Test]
    public async Task A_second_payment_of_the_same_invoice_is_a_payment_of_its_own()
    {
        var payment = await _shop.PaysIn(_anna, 100, "stx1");
        (await _shop.Send(payment.Paid("stx2"))).ShouldBe(TakeOutcome.Credited);

        (await _shop.PaymentsOf(_anna)).Select(one => one.ChargeId).ShouldBe(["stx1", "stx2"], ignoreOrder: true);
        (await _shop.Balance(_anna)).Available.ShouldBe(Money.Rubles(200));
        await _shop.Pass(TimeSpan.Zero);
        _shop.Chat.Alerts.ShouldHaveSingleItem().ShouldContain("nobody asked for");
    }

    [Test]
    public async Task Money_for_another_persons_invoice_is_the_payers()
    {
        var boris = await _shop.NewCustomer();
        var annas = await _shop.Asks(_anna);

        (await _shop.Send(annas.Paid("stx1", payer: boris))).ShouldBe(TakeOutcome.Credited);

        (await _shop.Balance(boris)).Available.ShouldBe(Money.Rubles(100));
        (await _shop.Balance(_anna)).Available.ShouldBe(Money.Zero);
        (await _shop.Payment(annas.Id)).Status.ShouldBe(PaymentStatus.Open, "Anna's own invoice still waits for Anna");
    }

    [TestCase("topup_42_1700000000")]
    [TestCase("")]
    [TestCase("0190f0f0f0f070008000000000000001")]
    public async Task Money_under_a_name_we_do_not_know_is_counted_and_credited(string payload)
    {
        (await _shop.Send(new TakePayment(_anna, PaidTotal.InStars(160), payload, "stx1", null, new Cid("test")))).ShouldBe(TakeOutcome.Credited);
        (await _shop.Balance(_anna)).Available.ShouldBe(Money.Rubles(100));
    }

    [Test]
    public async Task Money_we_cannot_count_waits_for_the_operator()
    {
        (await _shop.Send(new TakePayment(_anna, new PaidTotal("USD", 500), "", "ch1", null, new Cid("test")))).ShouldBe(TakeOutcome.Held);

        (await _shop.PaymentsOf(_anna)).ShouldHaveSingleItem().Status.ShouldBe(PaymentStatus.InReview);
        (await _shop.Balance(_anna)).Available.ShouldBe(Money.Zero);
        await _shop.Pass(TimeSpan.Zero);
        _shop.Chat.Alerts.ShouldHaveSingleItem();
    }

    [Test]
    public async Task A_price_that_is_not_the_one_asked_is_counted_by_what_came()
    {
        var payment = await _shop.Asks(_anna);
        (await _shop.Send(payment.Paid("stx1") with { Price = PaidTotal.InStars(80) })).ShouldBe(TakeOutcome.Credited);
        (await _shop.Balance(_anna)).Available.ShouldBe(Money.Rubles(50));
        (await _shop.Payment(payment.Id)).Status.ShouldBe(PaymentStatus.Open);
    }

    [Test]
    public async Task After_a_top_up_the_order_that_lacked_it_is_one_press_away()
    {
        var order = await _shop.PaidDraft(_anna);
        (await _shop.Send(new ShowTopUp(_anna))).ShouldSatisfyAllConditions(
            view => view.Missing.ShouldBe(new Money(1414)),
            view => view.Fitting.ShouldBe(Money.Rubles(50)));

        await _shop.PaysIn(_anna, 50);
        await _shop.Pass(TimeSpan.Zero);

        _shop.Chat.MoneyReceipts.ShouldHaveSingleItem().OrderWaits.ShouldBeTrue();
        (await _shop.Confirm(_anna, order.Draft.Id)).ShouldBeOfType<ConfirmResult.Started>();
    }

    [Test]
    public async Task An_order_that_is_gone_is_not_offered_again()
    {
        await _shop.PaidDraft(_anna);
        var payment = await _shop.Asks(_anna);
        await _shop.Send(new CancelDraft(_anna));
        await _shop.Send(payment.Paid("stx1"));
        await _shop.Pass(TimeSpan.Zero);
        _shop.Chat.MoneyReceipts.ShouldHaveSingleItem().OrderWaits.ShouldBeFalse();
    }

    [Test]
    public async Task An_update_that_was_handled_before_is_not_handled_again()
    {
        var payment = await _shop.Asks(_anna);
        await _shop.Send(payment.Paid("stx1"), updateId: 77);
        await Should.ThrowAsync<DuplicateUpdateException>(() => _shop.Send(payment.Paid("stx2"), updateId: 77));
    }
}
