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
    public void A_payment_remembers_what_was_asked_for_and_until_when()
    {
        var draft = GenerationId.New(Now);
        var payment = Payment.Ask(
            PaymentId.New(Now), new UserId(42), PaymentMethod.Invoice, Hundred, PaidTotal.InRubles(Hundred), draft, Now, TimeSpan.FromHours(24));
        (payment.UserId, payment.Method, payment.Amount, payment.Price, payment.Draft, payment.CreatedAt, payment.ExpiresAt, payment.Status)
            .ShouldBe((new UserId(42), PaymentMethod.Invoice, Hundred, new PaidTotal("RUB", 10_000), draft, Now, Now.AddHours(24), PaymentStatus.Open));
        payment.IsExpired(Now.AddHours(24).AddTicks(-1)).ShouldBeFalse();
        payment.IsExpired(Now.AddHours(24)).ShouldBeTrue();
        payment.Price.ToString().ShouldBe("10000 RUB");
        PaidTotal.InStars(5).ToString().ShouldBe("5 XTR");
    }

    [Test]
    public void Money_nobody_asked_for_says_why_it_is_there()
    {
        var id = PaymentId.New(Now);
        var payment = Payment.Unasked(id, new UserId(42), PaymentMethod.Stars, Hundred, PaidTotal.InStars(160), "a forwarded invoice", Now);
        (payment.Id, payment.UserId, payment.Method, payment.Amount, payment.Price, payment.Reason, payment.CreatedAt, payment.ExpiresAt, payment.WasCredited)
            .ShouldBe((id, new UserId(42), PaymentMethod.Stars, Hundred, PaidTotal.InStars(160), "a forwarded invoice", Now, Now, false));
    }

    [Test]
    public void A_credit_takes_what_came_and_when_and_nothing_is_no_credit()
    {
        var payment = Asked();
        payment.Credit("stx1", Money.Rubles(70), Now.AddHours(1));
        (payment.Amount, payment.ChargeId, payment.CreditedAt, payment.WasCredited).ShouldBe((Money.Rubles(70), "stx1", Now.AddHours(1), true));
        Should.Throw<InvalidOperationException>(() => Asked().Credit("stx2", Money.Zero, Now));
        Asked().WasCredited.ShouldBeFalse();
    }

    [Test]
    public void Money_that_waits_for_an_operator_keeps_its_charge_and_its_reason()
    {
        var payment = Asked();
        payment.Hold("stx1", "an odd currency");
        (payment.Status, payment.ChargeId, payment.Reason).ShouldBe((PaymentStatus.InReview, "stx1", "an odd currency"));
        payment.Credit("stx1", Hundred, Now);
        payment.Status.ShouldBe(PaymentStatus.Credited);
    }

    [Test]
    public void Before_a_charge_there_is_no_name_for_the_deposit() => Should.Throw<InvalidOperationException>(() => Asked().Reference);

    [Test]
    public void The_providers_name_is_kept_when_there_is_one()
    {
        var payment = Asked();
        payment.NoteProviderCharge(new string('x', Payment.ChargeIdLengthMax + 1));
        payment.ProviderChargeId.ShouldBe(new string('x', Payment.ChargeIdLengthMax));
        payment.NoteProviderCharge("abc");
        payment.ProviderChargeId.ShouldBe("abc");
        payment.NoteProviderCharge("");
        payment.ProviderChargeId.ShouldBeNull();
    }

    [Test]
    public void What_was_shown_is_kept_with_all_its_names()
    {
        var payment = Asked(PaymentMethod.Transfer);
        payment.Show(new TransferEvidence("file", "unique", "hash", Now.AddMinutes(2)));
        (payment.Status, payment.EvidenceFileId, payment.EvidenceFileUniqueId, payment.EvidenceHash, payment.EvidenceAt)
            .ShouldBe((PaymentStatus.InReview, "file", "unique", "hash", Now.AddMinutes(2)));
    }

    [Test]
    public void A_rejection_without_a_person_is_the_systems()
    {
        var payment = Asked();
        payment.Reject("the invoice could not be sent");
        (payment.Status, payment.ReviewedBy, payment.Reason).ShouldBe((PaymentStatus.Rejected, Booking.System, "the invoice could not be sent"));
    }

    [Test]
    public void Long_words_are_cut_to_what_is_stored()
    {
        var payment = Asked();
        payment.Review(new string('r', Payment.ReviewerLengthMax + 1), new string('w', Payment.ReasonLengthMax + 1));
        (payment.ReviewedBy!.Length, payment.Reason!.Length).ShouldBe((Payment.ReviewerLengthMax, Payment.ReasonLengthMax));
        payment.Review(new string('r', Payment.ReviewerLengthMax), null);
        (payment.ReviewedBy.Length, payment.Reason).ShouldBe((Payment.ReviewerLengthMax, null));
    }

    [Test]
    public void A_refund_says_who_why_and_when()
    {
        var payment = Credited();
        payment.BeginRefund("operator:1", "asked by the customer");
        (payment.Status, payment.ReviewedBy, payment.Reason, payment.RefundRound, payment.RefundReference)
            .ShouldBe((PaymentStatus.Refunding, "operator:1", "asked by the customer", 1, $"refund:{payment.Id}:1"));
        payment.UndoRefund("not possible");
        payment.Reason.ShouldBe("not possible");
        payment.BeginRefund("operator:1", "again");
        payment.FinishRefund(Now.AddDays(1));
        (payment.Status, payment.RefundRound, payment.RefundedAt).ShouldBe((PaymentStatus.Refunded, 2, Now.AddDays(1)));
    }

    [Test]
    public void A_refund_past_the_shop_has_its_round_its_reason_and_its_time()
    {
        var payment = Credited();
        payment.RefundedElsewhere(Hundred, "by hand", Now.AddDays(2));
        (payment.RefundRound, payment.Reason, payment.RefundedAt).ShouldBe((1, "by hand", Now.AddDays(2)));
        Should.Throw<InvalidOperationException>(() => Asked().RefundedElsewhere(Hundred, "by hand", Now));
    }

    [Test]
    public void A_refund_that_overtook_its_payment_is_an_end_without_money()
    {
        var id = PaymentId.New(Now);
        var payment = Payment.RefundedBeforeCredit(id, new UserId(42), PaymentMethod.Stars, PaidTotal.InStars(160), "stx1", "refunded before it came", Now);
        (payment.Id, payment.UserId, payment.Method, payment.Price, payment.Status, payment.ChargeId, payment.Reason)
            .ShouldBe((id, new UserId(42), PaymentMethod.Stars, PaidTotal.InStars(160), PaymentStatus.Refunded, "stx1", "refunded before it came"));
        (payment.CreatedAt, payment.ExpiresAt, payment.RefundedAt, payment.Amount, payment.WasCredited).ShouldBe((Now, Now, Now, Money.Zero, false));
        Should.Throw<InvalidOperationException>(() => payment.Credit("stx1", Hundred, Now));
    }

    [Test]
    public void An_id_travels_as_32_digits_and_comes_back()
    {
        var id = PaymentId.New(Now);
        id.ToString().Length.ShouldBe(32);
        PaymentId.Parse(id.ToString()).ShouldBe(id);
    }

    /// <summary>Where a payment may not go, the act says so and leaves everything as it was.</summary>
    [Test]
    public void An_act_out_of_turn_is_refused()
    {
        var credited = Credited();
        Should.Throw<InvalidOperationException>(() => credited.Hold("stx1", "odd"));
        Should.Throw<InvalidOperationException>(() => credited.Show(new TransferEvidence("f", "u", null, Now)));
        Should.Throw<InvalidOperationException>(() => credited.Reject("no"));
        Should.Throw<InvalidOperationException>(credited.Cancel);
        Should.Throw<InvalidOperationException>(credited.Expire);
        Should.Throw<InvalidOperationException>(() => credited.UndoRefund("there is none"));
        Should.Throw<InvalidOperationException>(() => Asked().BeginRefund("operator:1", "not paid yet"));
        (credited.Status, credited.RefundRound).ShouldBe((PaymentStatus.Credited, 0));
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
