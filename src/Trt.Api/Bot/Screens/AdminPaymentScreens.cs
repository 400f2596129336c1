using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Texts;
using Trt.Application.BackOffice.People;
using Trt.Application.Mapping;
using Trt.Domain.BackOffice;
using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Screens;

/// <summary>A customer's payments as an admin sees them, and the way of one back.</summary>
internal static class AdminPaymentScreens
{
    public static Screen List(Language l, UserId user, Page<PaymentSummary> history)
    {
        var keyboard = new Keyboard();
        foreach (var payment in history.Items)
        {
            keyboard.Row(new AdminShowPaymentRoute(payment.Id).Button(AdminPaymentTexts.Row(l, payment)));
        }

        return new Screen(
            Html.Paragraphs(AdminPaymentTexts.ListTitle(l, user), history.Items.Count == 0 ? AdminPaymentTexts.None(l) : Html.Empty),
            keyboard
                .Leaf(history, number => new AdminUserPaymentsRoute(user, number))
                .Row(new AdminUserRoute(user).Button(AdminPeopleTexts.ToCard(l)), AdminScreens.Back(l)));
    }

    public static Screen Payment(Language l, PaymentInFull card, Html notice = default)
    {
        var payment = card.Payment;
        return new Screen(
            Html.Paragraphs(
                notice,
                AdminPaymentTexts.Title(l, payment),
                AdminPaymentTexts.Facts(l, card),
                card.Movements.Count == 0
                    ? AdminPaymentTexts.NoMovements(l)
                    : Html.Lines([AdminPaymentTexts.Movements(l), .. card.Movements.Select(entry => BalanceTexts.Entry(l, entry))])),
            new Keyboard()
                .Row(
                    card.CanBeRefunded ? new AdminRefundRoute(payment.Id).Button(AdminPaymentTexts.Refund(l)) : null,
                    payment.Status == PaymentStatus.InReview && card.Rights.May(AdminAct.MoveMoney)
                        ? new ShowCaseRoute(payment.Id).Button(AdminPaymentTexts.Review(l))
                        : null)
                .Row(
                    new AdminUserPaymentsRoute(payment.UserId).Button(AdminPaymentTexts.ToList(l)),
                    new AdminUserRoute(payment.UserId).Button(AdminPeopleTexts.ToCard(l)))
                .Row(AdminScreens.Back(l)));
    }

    public static Screen Why(Language l, PaymentInFull card, Html problem = default)
    {
        var keyboard = new Keyboard();
        foreach (var reason in Enum.GetValues<UsualRefund>())
        {
            keyboard.Row(new AdminRefundForRoute(card.Payment.Id, reason).Button(AdminPaymentTexts.Usual(l, reason)));
        }

        return new Screen(Html.Paragraphs(problem, AdminPaymentTexts.Why(l, card.Payment)), keyboard.Row(Back(l, card)));
    }

    public static Screen Sure(Language l, PaymentInFull card, string reason)
    {
        var (payment, mark) = (card.Payment, AdminRefundGoRoute.MarkOf(reason));
        var isByHand = payment.Method is PaymentMethod.Invoice or PaymentMethod.Transfer;
        return new Screen(
            Html.Paragraphs(
                AdminPaymentTexts.Sure(l, card, reason),
                AdminPaymentTexts.WayBack(l, payment),
                AdminMoneyTexts.BeforeAfter(l, card.Available, card.Available - payment.Amount)),
            new Keyboard()
                .Row(
                    new AdminRefundGoRoute(payment.Id, isByHand, mark).Button(
                        isByHand ? AdminPaymentTexts.PaidBackByHand(l) : AdminPaymentTexts.Go(l, payment)))
                .Row(Back(l, card)));
    }

    public static Screen NotFound(Language l) => new(AdminPaymentTexts.NotFound(l), new Keyboard().Row(AdminScreens.Back(l)));

    private static Button Back(Language l, PaymentInFull card) =>
        new AdminShowPaymentRoute(card.Payment.Id).Button(AdminMoneyTexts.Drop(l));
}
