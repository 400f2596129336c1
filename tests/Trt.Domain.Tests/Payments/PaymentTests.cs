using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Domain.Tests.Payments;

public sealed class PaymentTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);
    private static readonly Money Hundred = Money.Rubles(100);

    private static Payment Asked(PaymentMethod method = PaymentMethod.Stars) => Payment.Ask(
        PaymentId.New(Now), new UserId(42), method, Hundred, PaidTotal.InStars(160), draft: null, Now, TimeSpan.FromHours(24));

    private static Payment Credited()
    {
        var payment = Asked();
        payment.Credit("stx1", Hundred, Now);
        return payment;
    }

    /// <summary>The whole table: from where to where, and nowhere else.</summary>
    [TestCase(PaymentStatus.Open, PaymentStatus.InReview, PaymentStatus.Credited, PaymentStatus.Rejected, PaymentStatus.Expired, PaymentStatus.Cancelled)]
    [TestCase(PaymentStatus.InReview, PaymentStatus.Credited, PaymentStatus.Rejected)]
    [TestCase(PaymentStatus.Credited, PaymentStatus.Refunding, PaymentStatus.Refunded)]
    [TestCase(PaymentStatus.Rejected)]
    [TestCase(PaymentStatus.Expired, PaymentStatus.InReview, PaymentStatus.Credited)]
    [TestCase(PaymentStatus.Cancelled, PaymentStatus.InReview, PaymentStatus.Credited)]
    [TestCase(PaymentStatus.Refunding, PaymentStatus.Refunded, PaymentStatus.Credited)]
    [TestCase(PaymentStatus.Refunded)]
    public void A_payment_moves_only_along_its_table(PaymentStatus from, params PaymentStatus[] to) =>
        Enum.GetValues<PaymentStatus>().Where(next => from.CanBecome(next)).ShouldBe(to, ignoreOrder: true);

    [Test]
    public void What_is_credited_once_cannot_be_credited_again()
    {
        var payment = Credited();
        Should.Throw<InvalidOperationException>(() => payment.Credit("stx1", Hundred, Now));
        (payment.Status, payment.Reference).ShouldBe((PaymentStatus.Credited, "Stars:stx1"));
    }

    [Test]
    public void Money_that_comes_after_cancellation_or_expiry_is_still_credited()
    {
        var cancelled = Asked();
        cancelled.Cancel();
        cancelled.Credit("stx1", Hundred, Now);
        cancelled.WasCredited.ShouldBeTrue();

        var expired = Asked();
        expired.Expire();
        expired.Credit("stx2", Hundred, Now);
        expired.WasCredited.ShouldBeTrue();
    }

    [Test]
    public void What_was_rejected_stays_rejected()
    {
        var payment = Asked(PaymentMethod.Transfer);
        payment.Show(new TransferEvidence("file", "unique", "hash", Now));
        payment.Reject("the amount is not there", "operator:1");
        Should.Throw<InvalidOperationException>(() => payment.Credit("t1", Hundred, Now));
        (payment.Reason, payment.ReviewedBy).ShouldBe(("the amount is not there", "operator:1"));
    }

    [Test]
    public void A_refund_takes_the_whole_amount_and_each_round_has_a_name_of_its_own()
    {
        var payment = Credited();
        payment.BeginRefund("operator:1", "asked by the customer");
        var first = payment.RefundReference;
        payment.RefundTaken.ShouldBe(Hundred);

        payment.UndoRefund("the stars are not there any more");
        (payment.Status, payment.RefundTaken).ShouldBe((PaymentStatus.Credited, Money.Zero));

        payment.BeginRefund("operator:1", "again");
        payment.RefundReference.ShouldNotBe(first);
        payment.FinishRefund(Now);
        Should.Throw<InvalidOperationException>(() => payment.BeginRefund("operator:1", "twice"));
    }

    [TestCase(10_000, 10_000)]
    [TestCase(50_000, 10_000)]
    [TestCase(2_500, 2_500)]
    [TestCase(0, 0)]
    public void A_refund_past_the_shop_takes_what_is_still_there(long available, long taken)
    {
        var payment = Credited();
        payment.RefundedElsewhere(new Money(available), "by hand", Now);
        (payment.Status, payment.RefundTaken).ShouldBe((PaymentStatus.Refunded, new Money(taken)));
    }

    [Test]
    public void One_payment_has_one_charge()
    {
        var payment = Asked();
        payment.Hold("stx1", "odd");
        Should.Throw<InvalidOperationException>(() => payment.Credit("stx2", Hundred, Now));
    }

    [Test]
    public void Nothing_is_no_payment()
    {
        Should.Throw<InvalidOperationException>(() => Payment.Ask(
            PaymentId.New(Now), new UserId(42), PaymentMethod.Stars, Money.Zero, PaidTotal.InStars(1), null, Now, TimeSpan.FromHours(1)));
        Should.Throw<InvalidOperationException>(() => Payment.Ask(
            PaymentId.New(Now), new UserId(42), PaymentMethod.Stars, Hundred, PaidTotal.InStars(0), null, Now, TimeSpan.FromHours(1)));
    }

    [TestCase("", ExpectedResult = false)]
    [TestCase("topup_42_1700000000", ExpectedResult = false)]
    [TestCase("0190f0f0f0f07000800000000000000z", ExpectedResult = false)]
    [TestCase("0190f0f0f0f070008000000000000001", ExpectedResult = true)]
    public bool Only_a_payload_of_ours_names_a_payment(string payload) => PaymentId.Parse(payload) is not null;
}
