using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Texts;
using Trt.Application.Payments.Transfers;
using Trt.Application.Ports;
using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Screens;

/// <summary>A payment before the person who decides about it.</summary>
internal static class ReviewScreens
{
    public static Screen Case(TransferCase about)
    {
        var (l, payment) = (about.ReviewerLanguage, about.Payment);
        return new Screen(
            Html.Paragraphs(
                ReviewTexts.Title(l, payment),
                Html.Lines(
                    ReviewTexts.Customer(l, about),
                    ReviewTexts.Asked(l, payment),
                    about.Picture is { } picture ? ReviewTexts.Pictures(l, picture.Number, about.PictureCount) : Html.Empty),
                payment is { Status: PaymentStatus.InReview, Reason: { } odd } ? ReviewTexts.Odd(l, odd) : Html.Empty,
                Html.Lines([.. about.Earlier.Select(earlier => ReviewTexts.SeenBefore(l, earlier, payment.UserId))])),
            new Keyboard()
                .Row(new ApproveRoute(payment.Id).Button(ReviewTexts.Approve(l, payment.Amount)))
                .Row(
                    new OtherAmountRoute(payment.Id).Button(ReviewTexts.OtherAmount(l)),
                    new RejectRoute(payment.Id).Button(ReviewTexts.Reject(l))));
    }

    public static Screen AskAmount(Language l, Payment payment, Html notice = default) => new(
        Html.Paragraphs(notice, ReviewTexts.AskAmount(l, payment.Amount)), Back(l, payment.Id));

    public static Screen AskReason(Language l, PaymentId payment)
    {
        var keyboard = new Keyboard();
        foreach (var reason in Enum.GetValues<TransferRefusal>())
        {
            keyboard.Row(new RejectForRoute(payment, reason).Button(Words.Shorten(TransferTexts.Reason(l, reason), 40)));
        }

        return new Screen(
            ReviewTexts.AskReason(l),
            keyboard
                .Row(new RejectForRoute(payment, null).Button(ReviewTexts.OwnWords(l)))
                .Row(new ShowCaseRoute(payment).Button(MenuTexts.Back(l))));
    }

    public static Screen AskOwnReason(Language l, PaymentId payment) => new(ReviewTexts.AskOwnReason(l), Back(l, payment));

    public static Screen Decided(Language l, Payment payment) => new(ReviewTexts.Decided(l, payment), Next(l));

    public static Screen DecidedBefore(Language l, Payment payment) => new(ReviewTexts.DecidedBefore(l, payment), Next(l));

    public static Screen OverLimit(Language l, ReviewOutcome.OverLimit over) => new(
        ReviewTexts.OverLimit(l, over.Amount, over.Limit, over.Left), Back(l, over.Payment.Id));

    private static Keyboard Next(Language l) => new Keyboard()
        .Row(new AdminTransfersRoute().Button(AdminTexts.Transfers(l)))
        .Row(AdminScreens.Back(l));

    private static Keyboard Back(Language l, PaymentId payment) => new Keyboard().Row(new ShowCaseRoute(payment).Button(MenuTexts.Back(l)));
}
