using Trt.Application.Later;
using Trt.Application.Payments;
using Trt.Application.Payments.Messenger;
using Trt.Application.Ports;
using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Application.Tests.Payments;

public sealed class ReconcileTests : ShopTest
{
    private UserId _anna;

    [SetUp]
    public async Task Come() => _anna = await Shop.NewCustomer();

    [Test]
    public async Task Books_that_agree_are_left_alone()
    {
        Sale(await Shop.PaysIn(_anna, 100, "stx1"), "stx1");
        (await Reconcile()).ShouldSatisfyAllConditions(
            report => report.Sales.ShouldBe(1),
            report => report.Differences.ShouldBeEmpty(),
            report => report.IsComplete.ShouldBeTrue());
        await Shop.Pass(TimeSpan.Zero);
        Shop.Mail.Alerts.ShouldBeEmpty();
    }

    [Test]
    public async Task A_sale_whose_update_was_lost_is_credited()
    {
        Sale(await Shop.Asks(_anna), "stx1");
        (await Reconcile()).Credited.ShouldBe(1);
        (await Shop.Balance(_anna)).Available.ShouldBe(Money.Rubles(100));
        (await Reconcile()).Credited.ShouldBe(0);
        await Shop.Pass(TimeSpan.Zero);
        Shop.Mail.Alerts.ShouldHaveSingleItem().ShouldBeOfType<Matter.StarsReconciled>().Credited.ShouldBe(1);
    }

    [Test]
    public async Task A_sale_that_has_just_happened_may_still_be_on_its_way()
    {
        Sale(await Shop.Asks(_anna), "stx1");
        (await Shop.Send(new ReconcileStars(null, new Cid("test")))).ShouldSatisfyAllConditions(
            report => report.Credited.ShouldBe(0),
            report => report.Differences.ShouldBeEmpty());
    }

    [Test]
    public async Task A_sale_that_nobody_asked_for_is_reported_and_not_guessed()
    {
        Shop.Stars.Book.Add(new StarsMovement("stx9", _anna, PaidTotal.InStars(10), "who knows", Shop.Clock.GetUtcNow(), IsRefund: false));
        (await Reconcile()).Differences.ShouldHaveSingleItem().ShouldContain("stx9");
        (await Shop.Balance(_anna)).Available.ShouldBe(Money.Zero);
    }

    [Test]
    public async Task A_refund_that_never_reached_us_is_booked()
    {
        var payment = await Shop.PaysIn(_anna, 100, "stx1");
        Sale(payment, "stx1");
        Shop.Stars.Book.Insert(0, new StarsMovement("stx1", _anna, payment.Price, "", Shop.Clock.GetUtcNow(), IsRefund: true));
        (await Reconcile()).RefundsBooked.ShouldBe(1);
        (await Shop.Payment(payment.Id)).Status.ShouldBe(PaymentStatus.Refunded);
        (await Reconcile()).RefundsBooked.ShouldBe(0);
    }

    [Test]
    public async Task Money_the_messenger_knows_nothing_of_and_amounts_that_differ_are_reported()
    {
        await Shop.PaysIn(_anna, 100, "stx1");
        Sale(await Shop.PaysIn(_anna, 150, "stx2"), "stx2", PaidTotal.InStars(1));
        var report = await Reconcile();
        report.Differences.Count.ShouldBe(2);
        report.Differences.ShouldContain(difference => difference.Contains("stx1"));
        report.Differences.ShouldContain(difference => difference.Contains("stx2"));
    }

    [Test]
    public async Task A_long_book_is_read_page_by_page()
    {
        Shop.Stars.PageRows = 3;
        for (var sale = 0; sale < 10; sale++)
        {
            Sale(await Shop.PaysIn(_anna, 50, $"stx{sale}"), $"stx{sale}");
        }

        (await Reconcile()).ShouldSatisfyAllConditions(
            report => report.Sales.ShouldBe(10),
            report => report.Differences.ShouldBeEmpty());
    }

    [Test]
    public async Task When_the_messenger_stops_answering_what_was_not_seen_is_not_judged()
    {
        Sale(await Shop.PaysIn(_anna, 100, "stx1"), "stx1");
        Shop.Stars.SilentFrom = 0;
        (await Reconcile()).ShouldSatisfyAllConditions(
            report => report.IsComplete.ShouldBeFalse(),
            report => report.Differences.ShouldBeEmpty());
    }

    [Test]
    public async Task It_is_done_every_hour_and_closes_what_was_not_paid()
    {
        var payment = await Shop.Asks(_anna);
        Shop.Clock.Advance(TimeSpan.FromHours(24));
        (await Shop.Send(new TendPayments())).ShouldBe(LaterOutcome.After(TimeSpan.FromHours(1)));
        (await Shop.Payment(payment.Id)).Status.ShouldBe(PaymentStatus.Expired);
        StandingWork.All.ShouldContain(new TendPayments());
    }

    private void Sale(Payment payment, string charge, PaidTotal? price = null) => Shop.Stars.Book.Insert(
        0, new StarsMovement(charge, payment.UserId, price ?? payment.Price, payment.Id.ToString(), Shop.Clock.GetUtcNow(), IsRefund: false));

    private async Task<StarsReport> Reconcile()
    {
        Shop.Clock.Advance(TimeSpan.FromMinutes(11));
        return await Shop.Send(new ReconcileStars(Shop.Clock.GetUtcNow() - TimeSpan.FromDays(3), new Cid("test")));
    }
}
