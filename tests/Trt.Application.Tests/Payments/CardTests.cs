using Trt.Application.Later;
using Trt.Application.Payments;
using Trt.Application.Payments.BankCards;
using Trt.Application.Payments.Transfers;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Application.Tests.BackOffice;
using Trt.Domain.BackOffice;
using Trt.Domain.Payments;
using Trt.Domain.Shared;
using Trt.Testing.Shop;

namespace Trt.Application.Tests.Payments;

/// <summary>Card payments against a provider that does as it is told: races and refunds that a story cannot force.</summary>
public sealed class CardTests : ShopTest
{
    protected override Task<TestShop> OpenShop() => TestShop.Open(new ShopOptions
    {
        CallbackSecret = [1, 2, 3],
        PaymentMethods = [PaymentMethod.Stars, PaymentMethod.Card, PaymentMethod.Transfer],
        Transfer = new TransferDetails { Phone = "+7 900 123-45-67" },
        Owners = [new UserId(77)],
    });

    [Test]
    public async Task Thirty_two_looks_at_once_credit_once()
    {
        var payment = await Opened(150);
        Paid(payment);
        await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Shop.Send(new LookAtBankCardPayment(payment.Id, payment.UserId))));
        (await Shop.Balance(payment.UserId)).Available.ShouldBe(Money.Rubles(150));
        (await Read(payment)).Status.ShouldBe(PaymentStatus.Credited);
    }

    [Test]
    public async Task Thirty_two_notifications_at_once_leave_one_look_waiting()
    {
        var payment = await Opened(150);
        await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Shop.Send(new AcceptBankCardNotification(payment.ProviderChargeId!, payment.Id))));
        (await Shop.RunDue(Lane.Payment)).ShouldBe(1);
    }

    [Test]
    public async Task A_payment_is_looked_at_until_a_day_after_its_end_and_then_left_alone()
    {
        var payment = await Opened(150);
        await Shop.Pass(TimeSpan.FromMinutes(1));
        Shop.Clock.Advance(TimeSpan.FromHours(2));
        await Shop.RunDue(Lane.Payment);
        (await Read(payment)).Status.ShouldBe(PaymentStatus.Expired);
        Shop.Clock.Advance(TimeSpan.FromHours(12));
        (await Shop.RunDue(Lane.Payment)).ShouldBe(1);
        Shop.Clock.Advance(TimeSpan.FromHours(12));
        (await Shop.RunDue(Lane.Payment)).ShouldBe(1);
        Shop.Clock.Advance(TimeSpan.FromHours(1));
        (await Shop.RunDue(Lane.Payment)).ShouldBe(0);

        Paid(payment);
        (await Shop.Send(new AcceptBankCardNotification(payment.ProviderChargeId!, null))).ShouldBe(NotificationOutcome.Noted);
        await Shop.RunDue(Lane.Payment);
        (await Shop.Balance(payment.UserId)).Available.ShouldBe(Money.Rubles(150));
    }

    [Test]
    public async Task A_notification_with_another_providers_name_for_our_payment_is_nobodys()
    {
        var payment = await Opened(150);
        (await Shop.Send(new AcceptBankCardNotification("2f5a0c1e-000f-5000-8000-000000000999", payment.Id))).ShouldBe(NotificationOutcome.Unknown);
    }

    [Test]
    public async Task An_operator_gives_a_card_payment_back_and_the_money_is_gone_from_the_balance_first()
    {
        var payment = await Credited(150);
        Shop.CardPayments.NextRefund(new BankCardRefunding.Unknown(TimeSpan.FromSeconds(3), "no answer"));
        (await Refund(payment)).ShouldBeOfType<RefundResult.Begun>();
        (await Shop.Balance(payment.UserId)).Available.ShouldBe(Money.Zero);
        await Shop.Pass(TimeSpan.FromSeconds(5));
        (await Read(payment)).Status.ShouldBe(PaymentStatus.Refunded);
    }

    [Test]
    public async Task A_refund_that_has_arrived_is_never_asked_for_again()
    {
        var payment = await Credited(150);
        Shop.CardPayments.NextRefund(new BankCardRefunding.Unknown(TimeSpan.FromSeconds(3), "no answer"));
        await Refund(payment);
        await Shop.RunDue(Lane.Payment);
        Shop.CardPayments.Books[payment.ProviderChargeId!] = Shop.CardPayments.Books[payment.ProviderChargeId!] with { Refunded = Money.Rubles(150) };
        Shop.CardPayments.NextRefund(new BankCardRefunding.Refused("it was given back already"));
        await Shop.Pass(TimeSpan.FromSeconds(5));
        (await Read(payment)).Status.ShouldBe(PaymentStatus.Refunded);
    }

    [Test]
    public async Task A_refused_refund_puts_the_money_back_and_says_so()
    {
        var payment = await Credited(150);
        Shop.CardPayments.NextRefund(new BankCardRefunding.Refused("too old"));
        await Refund(payment);
        await Shop.Pass(TimeSpan.FromSeconds(2));
        (await Read(payment)).Status.ShouldBe(PaymentStatus.Credited);
        (await Shop.Balance(payment.UserId)).Available.ShouldBe(Money.Rubles(150));
        Shop.Mail.Alerts.OfType<Matter.RefundRefused>().ShouldContain(page => page.Detail.Contains("too old", StringComparison.Ordinal));
    }

    [Test]
    public async Task A_part_given_back_is_told_once_and_booked_by_a_person()
    {
        var payment = await Credited(150);
        Shop.CardPayments.Books[payment.ProviderChargeId!] = Shop.CardPayments.Books[payment.ProviderChargeId!] with { Refunded = Money.Rubles(20) };
        for (var time = 0; time < 3; time++)
        {
            await Shop.Send(new AcceptBankCardNotification(payment.ProviderChargeId!, null));
            await Shop.Pass(TimeSpan.FromSeconds(2));
        }

        Shop.Mail.Alerts.OfType<Matter.RefundedInPart>().ShouldHaveSingleItem().Refunded.ShouldBe(Money.Rubles(20));
        (await Shop.Balance(payment.UserId)).Available.ShouldBe(Money.Rubles(150));
    }

    [Test]
    public async Task Approving_and_rejecting_the_same_payment_at_once_makes_one_decision()
    {
        for (var round = 0; round < 25; round++)
        {
            var payment = await InReview();
            var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(press => press % 2 == 0
                ? Shop.Given(new ApproveTransfer(new UserId(77), payment.Id, null, new Cid("test")))
                : Shop.Given(new RejectTransfer(new UserId(77), payment.Id, nameof(TransferRefusal.NotReceived), new Cid("test")))));
            outcomes.OfType<ReviewOutcome.Decided>().Count().ShouldBe(1);
            outcomes.OfType<ReviewOutcome.DecidedBefore>().Count().ShouldBe(3);
            var isCredited = (await Read(payment)).Status == PaymentStatus.Credited;
            (await Shop.Balance(payment.UserId)).Available.ShouldBe(isCredited ? Money.Rubles(150) : Money.Zero);
        }
    }

    private async Task<Payment> InReview()
    {
        var payment = await Asked(PaymentMethod.Transfer, 150);
        var item = new Domain.Catalog.MediaItem { FileId = $"f{payment.Id}", FileUniqueId = $"u{payment.Id}", Kind = Domain.Catalog.MediaKind.Image, MimeType = "image/jpeg" };
        (await Shop.Send(new ShowTransfer(payment.UserId, payment.Id, item, IsPhoto: true, new Cid("test")))).ShouldBe(ShowTransferOutcome.Received);
        return payment;
    }

    private async Task<Payment> Asked(PaymentMethod method, int rubles) =>
        (await Shop.Send(new OpenPayment(await Shop.NewCustomer(), method, Money.Rubles(rubles), new Cid("test")))).ShouldBeOfType<OpenPaymentResult.Opened>().Payment;

    private async Task<Payment> Opened(int rubles)
    {
        var payment = await Asked(PaymentMethod.Card, rubles);
        await Shop.RunDue(Lane.Payment);
        return await Read(payment);
    }

    private async Task<Payment> Credited(int rubles)
    {
        var payment = await Opened(rubles);
        Paid(payment);
        await Shop.Send(new LookAtBankCardPayment(payment.Id, payment.UserId));
        return payment;
    }

    private void Paid(Payment payment) => Shop.CardPayments.Books[payment.ProviderChargeId!] = Shop.CardPayments.Books[payment.ProviderChargeId!] with { State = BankCardState.Paid };

    private Task<RefundResult> Refund(Payment payment) => Shop.Given(new RefundPayment(new Actor.AtConsole("77"), payment.Id, "asked for", IsPaidBackByHand: false, new Cid("test")));

    private async Task<Payment> Read(Payment payment) => await Shop.Ask(async db => await db.LockPayment(payment.Id, CancellationToken.None)) ?? throw new InvalidOperationException("gone");
}
