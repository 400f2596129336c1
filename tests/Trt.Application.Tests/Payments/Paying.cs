using Trt.Application.Payments;
using Trt.Application.Payments.Messenger;
using Trt.Domain.BackOffice;
using Trt.Domain.Payments;
using Trt.Domain.Shared;
using Trt.Testing.Shop;

namespace Trt.Application.Tests.Payments;

/// <summary>How a customer of these tests pays.</summary>
internal static class Paying
{
    public static async Task<Payment> Asks(this TestShop shop, UserId user, int rubles = 100, PaymentMethod method = PaymentMethod.Stars) =>
        (await shop.Send(new OpenPayment(user, method, Money.Rubles(rubles), new Cid("test")))).ShouldBeOfType<OpenPaymentResult.Opened>().Payment;

    public static TakePayment Paid(this Payment payment, string charge, UserId? payer = null) =>
        new(payer ?? payment.UserId, payment.Price, payment.Id.ToString(), charge, "provider-1", new Cid("test"));

    /// <summary>Asked for, paid, and on the wallet.</summary>
    public static async Task<Payment> PaysIn(this TestShop shop, UserId user, int rubles = 100, string? charge = null, PaymentMethod method = PaymentMethod.Stars)
    {
        var payment = await shop.Asks(user, rubles, method);
        (await shop.Send(payment.Paid(charge ?? $"stx-{payment.Id}"))).ShouldBe(TakeOutcome.Credited);
        return await shop.Payment(payment.Id);
    }

    public static async Task<Payment> Payment(this TestShop shop, PaymentId id) => (await shop.Send(new ShowPayment(id)))!.Payment;

    public static Task<IReadOnlyList<Payment>> PaymentsOf(this TestShop shop, UserId user) => shop.Send(new ListPayments(user, null, 1000));

    public static RefundPayment Refund(this Payment payment, bool byHand = false) => new(new Actor.AtConsole("boss"), payment.Id, "asked by the customer", byHand, new Cid("test"));
}
