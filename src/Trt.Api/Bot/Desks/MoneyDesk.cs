using System.Globalization;
using MediatR;
using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Screens;
using Trt.Api.Bot.Texts;
using Trt.Application.Payments;
using Trt.Application.Payments.Cashbox;
using Trt.Application.Payments.Messenger;
using Trt.Application.Questions;
using Trt.Application.Terms;
using Trt.Application.Wallets;
using Trt.Domain.Payments;
using Trt.Domain.Shared;
using Trt.Domain.Users;

namespace Trt.Api.Bot.Desks;

/// <summary>The customer's money: what is there, and how more comes in.</summary>
internal sealed class MoneyDesk(IMediator mediator, TransferDesk transfers, IShopTerms terms)
{
    public async Task<Reply> Follow(MoneyRoute route, Visit visit, CancellationToken token) => route switch
    {
        BalanceRoute => await Balance(visit, token),
        TopUpRoute => await TopUp(visit, token),
        TopUpAmountRoute to => await Choose(to.Rubles.ToString(CultureInfo.InvariantCulture), visit, token),
        TopUpCustomRoute => await AskAmount(visit, token),
        PayStarsRoute to => await Pay(PaymentMethod.Stars, to.Rubles, visit, token),
        PayInvoiceRoute to => await Pay(PaymentMethod.Invoice, to.Rubles, visit, token),
        PayBankCardRoute to => await Pay(PaymentMethod.Card, to.Rubles, visit, token),
        PayTransferRoute to => await Pay(PaymentMethod.Transfer, to.Rubles, visit, token),
        CancelPaymentRoute to => await Cancel(to.Payment, visit, token),
        _ => throw new InvalidOperationException($"No way for {route.GetType().Name}"),
    };

    /// <summary>Null when it is no command of this desk.</summary>
    public async Task<Reply?> Obey(Incoming.Command command, Visit visit, CancellationToken token) => command switch
    {
        { Name: "topup" } or { Name: "start", Argument: "topup" } => await TopUp(visit, token),
        { Name: "balance" } => await Balance(visit, token),
        { Name: "terms" } => TopUpScreens.Terms(visit.Language, terms.Current.Texts),
        { Name: "paysupport" } => TopUpScreens.PaymentSupport(visit.Language, terms.Current.Texts.Support),
        _ => null,
    };

    private async Task<Reply> Balance(Visit visit, CancellationToken token) =>
        PersonalScreens.Balance(visit.Language, await mediator.Send(new ShowBalance(visit.UserId), token), visit.Customer.IsBlocked);

    private async Task<Reply> TopUp(Visit visit, CancellationToken token) =>
        TopUpScreens.Amounts(visit.Language, await mediator.Send(new ShowTopUp(visit.UserId), token), terms.Current.Texts.Support);

    /// <summary>The answer to "how much?".</summary>
    public async Task<Reply> TakeAmount(Incoming answer, Visit visit, CancellationToken token) =>
        await Choose(answer is Incoming.Text text ? text.Value : "", visit, token);

    /// <summary>Money has come; the word to the customer follows by itself.</summary>
    public async Task<Reply> Receive(Incoming.Paid paid, Visit visit, CancellationToken token)
    {
        await mediator.Send(
            new TakePayment(visit.UserId, paid.Price, paid.Payload, paid.ChargeId, paid.ProviderChargeId, visit.Cid), token);
        return Reply.Nothing;
    }

    private async Task<Reply> AskAmount(Visit visit, CancellationToken token)
    {
        var view = await mediator.Send(new ShowTopUp(visit.UserId), token);
        if (view.CanPay)
        {
            await mediator.Send(new AskQuestion(visit.UserId, QuestionKind.TopUpAmount), token);
        }

        return view.CanPay
            ? TopUpScreens.AskAmount(visit.Language, view.Min, view.Max)
            : TopUpScreens.Amounts(visit.Language, view, terms.Current.Texts.Support);
    }

    private async Task<Reply> Choose(string amount, Visit visit, CancellationToken token) =>
        await mediator.Send(new ChooseAmount(visit.UserId, amount), token) switch
        {
            AmountChoice.Fine fine => TopUpScreens.Ways(visit.Language, fine.Amount, fine.Ways, terms.Current.Texts.Support),
            AmountChoice.Wrong wrong => await AskAgain(wrong.Problem, wrong.Min, wrong.Max, visit, token),
            _ => throw new InvalidOperationException("An amount is fine or wrong"),
        };

    private async Task<Reply> Pay(PaymentMethod method, int rubles, Visit visit, CancellationToken token) =>
        await mediator.Send(new OpenPayment(visit.UserId, method, Money.Rubles(rubles), visit.Cid), token) switch
        {
            OpenPaymentResult.Opened opened => await ShowWay(opened.Payment, visit, token),
            OpenPaymentResult.Wrong wrong => await AskAgain(wrong.Problem, wrong.Min, wrong.Max, visit, token),
            OpenPaymentResult.NoSuchWay none =>
                new Reply(TopUpScreens.Ways(visit.Language, none.Amount, none.Ways, terms.Current.Texts.Support))
                {
                    Rejected = RejectReason.StateMismatch,
                },
            _ => throw new InvalidOperationException("A payment is opened or refused"),
        };

    private async Task<Reply> ShowWay(Payment payment, Visit visit, CancellationToken token) => payment.Method switch
    {
        PaymentMethod.Stars or PaymentMethod.Invoice => TopUpScreens.InvoiceBelow(visit.Language, payment),
        PaymentMethod.Card => BankCardScreens.Opening(visit.Language, payment),
        PaymentMethod.Transfer => await transfers.Begin(payment.Id, visit, token),
    };

    private async Task<Reply> Cancel(PaymentId id, Visit visit, CancellationToken token) =>
        await mediator.Send(new CancelPayment(visit.UserId, id), token) switch
        {
            CancelPaymentOutcome.Cancelled => new Reply(TopUpScreens.Cancelled(visit.Language, id), AsNewMessage: true),
            CancelPaymentOutcome.TooLate =>
                new Reply(null, TopUpTexts.TooLateToCancel(visit.Language)) { Rejected = RejectReason.StateMismatch },
            CancelPaymentOutcome.NotFound =>
                new Reply(null, TopUpTexts.NoSuchPayment(visit.Language)) { Rejected = RejectReason.PermissionDenied },
        };

    private async Task<Reply> AskAgain(TopUpProblem problem, Money min, Money max, Visit visit, CancellationToken token)
    {
        await mediator.Send(new AskQuestion(visit.UserId, QuestionKind.TopUpAmount), token);
        return new Reply(TopUpScreens.WrongAmount(visit.Language, problem, min, max)) { Rejected = RejectReason.ValidationFailed };
    }
}
