using Trt.Application.Payments;
using Trt.Application.Payments.Messenger;
using Trt.Domain.Payments;
using Trt.Domain.Shared;
using Trt.Testing.Shop;

namespace Trt.Application.Tests.Payments;

public sealed class CheckoutTests
{
    private TestShop _shop = null!;
    private UserId _anna;

    [OneTimeSetUp]
    public async Task Open() => _shop = await TestShop.Open();

    [OneTimeTearDown]
    public async Task Close() => await _shop.DisposeAsync();

    [SetUp]
    public async Task Come() => _anna = await _shop.NewCustomer();

    [Test]
    public async Task An_invoice_that_waits_for_this_person_may_be_paid() =>
        (await Judge(await _shop.Asks(_anna))).ShouldBe(new CheckoutVerdict(null, Language.Russian));

    [Test]
    public async Task Another_persons_invoice_may_not()
    {
        var boris = await _shop.NewCustomer();
        (await Judge(await _shop.Asks(_anna), payer: boris)).Refusal.ShouldBe(CheckoutRefusal.NotYours);
    }

    [Test]
    public async Task A_paid_invoice_may_not_be_paid_again() =>
        (await Judge(await _shop.PaysIn(_anna))).Refusal.ShouldBe(CheckoutRefusal.AlreadyPaid);

    [Test]
    public async Task A_cancelled_or_an_old_invoice_may_not()
    {
        var cancelled = await _shop.Asks(_anna);
        await _shop.Send(new CancelPayment(_anna, cancelled.Id));
        (await Judge(cancelled)).Refusal.ShouldBe(CheckoutRefusal.Outdated);

        var old = await _shop.Asks(_anna);
        _shop.Clock.Advance(TimeSpan.FromHours(24));
        (await Judge(old)).Refusal.ShouldBe(CheckoutRefusal.Outdated, "even before the sweep has closed it");
    }

    [Test]
    public async Task The_amount_and_the_currency_must_be_those_that_were_asked()
    {
        var payment = await _shop.Asks(_anna);
        (await Judge(payment, PaidTotal.InStars(1))).Refusal.ShouldBe(CheckoutRefusal.PriceDiffers);
        (await Judge(payment, new PaidTotal("RUB", payment.Total))).Refusal.ShouldBe(CheckoutRefusal.PriceDiffers);
    }

    [Test]
    public async Task What_we_never_asked_for_may_not_be_paid()
    {
        (await _shop.Send(new JudgeCheckout(_anna, "topup_1_2", PaidTotal.InStars(1)))).Refusal.ShouldBe(CheckoutRefusal.Unknown);
        (await _shop.Send(new JudgeCheckout(new UserId(1), "", PaidTotal.InStars(1)))).ShouldBe(new CheckoutVerdict(CheckoutRefusal.Unknown, null));
    }

    private Task<CheckoutVerdict> Judge(Payment payment, PaidTotal? price = null, UserId? payer = null) =>
        _shop.Send(new JudgeCheckout(payer ?? _anna, payment.Id.ToString(), price ?? payment.Price));
}
