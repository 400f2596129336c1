using System.Globalization;
using Trt.Api.Bot.Texts;
using Trt.Api.Dashboard.Pages;
using Trt.Application.BackOffice.People;
using Trt.Application.Payments;
using Trt.Application.Payments.Transfers;
using Trt.Application.Ports;
using Trt.Domain.BackOffice;
using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Api.Dashboard;

/// <summary>Payments: the list, one of them with its pictures, and what is decided about it.</summary>
internal static class PaymentPages
{
    public static Task<DeskAnswer> List(Call call)
    {
        var status = Enum.TryParse<PaymentStatus>(call.Asked("status"), ignoreCase: true, out var asked) && Enum.IsDefined(asked)
            ? asked
            : (PaymentStatus?)null;
        return call.Ask(
            new LeafPayments(call.By, status, PaymentId.Parse(call.Asked("after"))),
            payments => new DeskAnswer.Page(call.L.Pick("Платежи", "Payments"), typeof(PaymentsPage), new PaymentsModel(status, payments)));
    }

    public static Task<DeskAnswer> Show(Call call) => About(call, id => call.AskThen(
        new ShowUserPayment(call.By, id), payment => payment switch
        {
            null => Nowhere(),
            { Payment.EvidenceAt: null, Payment.Status: not PaymentStatus.InReview } =>
                Task.FromResult<DeskAnswer>(Page(call, payment, null)),
            _ when !call.Look.May(AdminAct.MoveMoney) => Task.FromResult<DeskAnswer>(Page(call, payment, null)),
            _ => call.Ask(new ShowTransferCase(call.UserId, id), about => Page(call, payment, about)),
        }));

    public static Task<DeskAnswer> Picture(Call call) => About(call, async id =>
        int.TryParse(call.Rest[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? await call.Ask(new OpenTransferPicture(call.By, id, number), file => file is CustomerFile.Opened opened
                ? new DeskAnswer.Picture(opened.Content)
                : new DeskAnswer.NotFound())
            : new DeskAnswer.NotFound());

    public static Task<DeskAnswer> Approve(Call call) => About(call, async id =>
        AdjustmentAmount.Read(call.Said("amount"), out var kopecks) is { } problem
            ? new DeskAnswer.Unusable(PlainWords.Of(AdminMoneyTexts.Problem(call.L, problem)))
            : await call.Do(
                new ApproveTransfer(call.UserId, id, new Money(kopecks), call.Cid), outcome => Word(call.L, outcome), $"payments/{id}"));

    public static Task<DeskAnswer> Reject(Call call) => About(call, id => call.Do(
        new RejectTransfer(call.UserId, id, call.Said("reason") is { Length: > 0 } usual ? usual : call.Said("words"), call.Cid),
        outcome => Word(call.L, outcome), $"payments/{id}"));

    public static Task<DeskAnswer> Refund(Call call) => About(call, id => call.Do(
        new RefundPayment(call.By, id, call.Said("reason"), call.IsTicked("byhand"), call.Cid),
        result => AdminPaymentTexts.Result(call.L, result), $"payments/{id}"));

    private static DeskAnswer.Page Page(Call call, PaymentInFull payment, TransferCase? about) => new DeskAnswer.Page(
        call.L.Pick($"Платёж на {payment.Payment.Amount.In(call.L)}", $"Payment of {payment.Payment.Amount.In(call.L)}"), typeof(PaymentPage),
        new PaymentModel(payment, about));

    private static Html Word(Language l, ReviewOutcome outcome) => outcome switch
    {
        ReviewOutcome.Decided done => ReviewTexts.Decided(l, done.Payment),
        ReviewOutcome.DecidedBefore before => ReviewTexts.DecidedBefore(l, before.Payment),
        ReviewOutcome.AmountRefused refused => TopUpTexts.WrongAmount(l, refused.Problem, refused.Min, refused.Max),
        ReviewOutcome.OverLimit over => ReviewTexts.OverLimit(l, over.Amount, over.Limit, over.Left),
        _ => Html.Escape(ReviewTexts.NotFound(l)),
    };

    private static Task<DeskAnswer> About(Call call, Func<PaymentId, Task<DeskAnswer>> serve) =>
        PaymentId.Parse(call.Rest[0]) is { } id ? serve(id) : Nowhere();

    private static Task<DeskAnswer> Nowhere() => Task.FromResult<DeskAnswer>(new DeskAnswer.NotFound());
}
