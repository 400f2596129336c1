using MediatR;
using Trt.Application.Later;
using Trt.Application.Payments.BankCards;
using Trt.Application.Payments.Cashbox;
using Trt.Application.Payments.Messenger;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Application.Payments;

/// <summary>The customer has chosen how to pay: what they need for it is on its way to the chat.</summary>
public sealed record OpenPayment(UserId UserId, PaymentMethod Method, Money Amount, Cid Cid) : IRequest<OpenPaymentResult>;

public abstract record OpenPaymentResult
{
    public sealed record Opened(Payment Payment) : OpenPaymentResult;

    public sealed record Wrong(TopUpProblem Problem, Money Min, Money Max) : OpenPaymentResult;

    /// <summary>This way is not set up, or not for this amount.</summary>
    public sealed record NoSuchWay(Money Amount, IReadOnlyList<PaymentWay> Ways) : OpenPaymentResult;
}

internal sealed class OpenPaymentHandler(ITrtDb db, IOutbox outbox, PaymentBook book, PaymentWays ways, IShopTerms terms)
    : IRequestHandler<OpenPayment, OpenPaymentResult>
{
    public async Task<OpenPaymentResult> Handle(OpenPayment request, CancellationToken token)
    {
        var topUps = terms.Current.TopUps;
        if (TopUpAmount.Check(request.Amount, topUps) is { } problem)
        {
            return new OpenPaymentResult.Wrong(problem, topUps.Min, topUps.Max);
        }

        if (ways.Find(request.Method, request.Amount) is not { } way)
        {
            return new OpenPaymentResult.NoSuchWay(request.Amount, ways.For(request.Amount));
        }

        await using var work = await db.Begin(token);
        var payment = await book.Ask(request.UserId, way, request.Amount, token);
        if (FollowUp(payment) is { } next)
        {
            outbox.Add(next, request.Cid);
        }

        await work.Commit(token);
        return new OpenPaymentResult.Opened(payment);
    }

    /// <summary>What brings the customer to where they pay; where to transfer money is shown at once.</summary>
    private static ILaterCommand? FollowUp(Payment payment) => payment.Method switch
    {
        PaymentMethod.Stars or PaymentMethod.Invoice => new BringInvoice(payment.Id, payment.UserId),
        PaymentMethod.Card => new OpenBankCardPayment(payment.Id, payment.UserId),
        PaymentMethod.Transfer => null,
    };
}
