using Trt.Application.Generations;
using Trt.Application.Payments;
using Trt.Application.Payments.Messenger;
using Trt.Application.Tests.BackOffice;
using Trt.Domain.Payments;
using Trt.Domain.Shared;
using Trt.Testing.Shop;

namespace Trt.Application.Tests.Payments;

/// <summary>Real connections, side by side, many rounds: what can collide does.</summary>
[NonParallelizable]
public sealed class PaymentRaceTests
{
    private const int Rounds = 200;

    private TestShop _shop = null!;

    [OneTimeSetUp]
    public async Task Open() => _shop = await TestShop.Open();

    [OneTimeTearDown]
    public async Task Close()
    {
        await _shop.MoneyAgrees();
        await _shop.DisposeAsync();
    }

    /// <summary>F53: redelivered by the messenger, to several instances at once.</summary>
    [Test]
    public async Task One_charge_told_thirty_two_times_at_once_is_credited_once()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var anna = await _shop.NewCustomer();
            var payment = await _shop.Asks(anna);
            // Every second round nobody has asked for the money, so there is no row yet that could be locked.
            var told = payment.Paid($"f53-{round}") with { Payload = round % 2 == 0 ? payment.Id.ToString() : "forgotten" };

            var outcomes = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => _shop.Send(told)));

            outcomes.Count(outcome => outcome == TakeOutcome.Credited).ShouldBe(1);
            (await _shop.Balance(anna)).Available.ShouldBe(Money.Rubles(100));
        }
    }

    /// <summary>F52: money comes in while it is spent.</summary>
    [Test]
    [Property("Case", 17)]
    public async Task A_top_up_and_an_order_at_the_same_moment_both_have_their_effect()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var anna = await _shop.NewCustomer(rubles: 20);
            var order = await _shop.PaidDraft(anna);
            var payment = await _shop.Asks(anna);

            var spending = _shop.Confirm(anna, order.Draft.Id);
            var paying = _shop.Send(payment.Paid($"f52-{round}"));
            await Task.WhenAll(spending, paying);

            (await spending).ShouldBeOfType<ConfirmResult.Started>();
            (await paying).ShouldBe(TakeOutcome.Credited);
            (await _shop.Balance(anna)).Available.ShouldBe(Money.Rubles(120) - new Money(1414));
        }
    }

    /// <summary>F55: cancelled, closed by the sweep, and paid at the same moment.</summary>
    [Test]
    public async Task A_payment_that_is_given_up_while_it_is_paid_is_credited()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var anna = await _shop.NewCustomer();
            var payment = await _shop.Asks(anna);

            var paying = _shop.Send(payment.Paid($"f55-{round}"));
            await Task.WhenAll(
                paying,
                _shop.Send(new CancelPayment(anna, payment.Id)),
                _shop.Asks(anna, 150),
                _shop.Send(new ExpirePayments()));

            (await paying).ShouldBe(TakeOutcome.Credited);
            (await _shop.Payment(payment.Id)).Status.ShouldBe(PaymentStatus.Credited);
            (await _shop.Balance(anna)).Available.ShouldBe(Money.Rubles(100));
        }
    }

    /// <summary>F56: two operators refund, the messenger tells of a refund, and the customer spends.</summary>
    [Test]
    public async Task A_refund_from_all_sides_takes_the_money_once()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var anna = await _shop.NewCustomer();
            var payment = await _shop.PaysIn(anna, 100, $"f56-{round}");
            var order = await _shop.PaidDraft(anna);

            var refunds = Enumerable.Range(0, 4).Select(_ => _shop.Given(payment.Refund())).ToList();
            var spending = _shop.Confirm(anna, order.Draft.Id);
            await Task.WhenAll([.. refunds, spending, _shop.Send(new NoteRefund(anna, payment.Price, payment.ChargeId!, new Cid("test")))]);

            refunds.Count(refund => refund.Result is RefundResult.Begun).ShouldBeLessThanOrEqualTo(1);
            var refunded = await _shop.Payment(payment.Id);
            refunded.Status.ShouldBe(PaymentStatus.Refunded);
            var spent = spending.Result is ConfirmResult.Started ? new Money(1414) : Money.Zero;
            var balance = await _shop.Balance(anna);
            (balance.Available + balance.Reserved + refunded.RefundTaken).ShouldBe(Money.Rubles(100));
            balance.Reserved.ShouldBe(spent);
        }
    }

    [Test]
    [Property("Case", 25)]
    public async Task Two_presses_at_once_ask_for_one_payment()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var anna = await _shop.NewCustomer();
            var asked = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _shop.Asks(anna)));
            asked.Select(payment => payment.Id).Distinct().ShouldHaveSingleItem();
        }
    }
}
