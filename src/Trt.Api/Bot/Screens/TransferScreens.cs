using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Texts;
using Trt.Application.Payments.Transfers;
using Trt.Application.Ports;
using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Screens;

/// <summary>Paying by a transfer: where to, and that it is being looked at.</summary>
internal static class TransferScreens
{
    public static Screen Details(Language l, TransferView view)
    {
        if (view.Details is not { } details)
        {
            return new Screen(TransferTexts.Unavailable(l), Again(l));
        }

        return new Screen(
            Html.Paragraphs(
                TransferTexts.Title(l, view.Payment.Amount),
                Html.Lines(
                    details.Phone is { } phone ? TransferTexts.Phone(l, phone, details.Bank) : Html.Empty,
                    details.Card is { } card ? TransferTexts.Card(l, card) : Html.Empty,
                    details.CardHolder is { } holder ? TransferTexts.Holder(l, holder) : Html.Empty),
                TransferTexts.ThenPicture(l)),
            new Keyboard()
                .Row(
                    details.Phone is { } number ? Copy(TransferTexts.CopyPhone(l), number) : null,
                    details.Card is { } digits ? Copy(TransferTexts.CopyCard(l), digits) : null)
                .Row(new TransferSentRoute(view.Payment.Id).Button(TransferTexts.Sent(l)))
                .Row(
                    new CancelPaymentRoute(view.Payment.Id).Button(TransferTexts.Cancel(l)),
                    new MainMenuRoute().Button(MenuTexts.Menu(l))));
    }

    public static Screen AskPicture(Language l, Payment payment, Html notice = default) => new(
        Html.Paragraphs(notice, TransferTexts.AskPicture(l, payment.Amount)),
        new Keyboard().Row(
            new CancelPaymentRoute(payment.Id).Button(TransferTexts.Cancel(l)), new MainMenuRoute().Button(MenuTexts.Menu(l))));

    public static Screen Checking(Language l, Payment payment) => new(TransferTexts.Checking(l, payment.Amount), Home(l));

    public static Screen Added(Language l) => new(TransferTexts.Added(l), Home(l));

    public static Screen Problem(Language l, ShowTransferOutcome outcome) => new(TransferTexts.Problem(l, outcome), Again(l));

    public static Screen Rejected(PaymentNotice notice) => new(
        TransferTexts.Rejected(notice.Language, notice.Payment.Amount, notice.Payment.Reason), Again(notice.Language));

    private static Keyboard Home(Language l) =>
        new Keyboard().Row(new MainMenuRoute().Button(MenuTexts.Menu(l)), new BalanceRoute().Button(MenuTexts.Balance(l)));

    private static Keyboard Again(Language l) =>
        new Keyboard().Row(new TopUpRoute().Button(TopUpTexts.TopUp(l)), new MainMenuRoute().Button(MenuTexts.Menu(l)));

    private static Button.Copy Copy(string label, string text) => new(label, text);
}
