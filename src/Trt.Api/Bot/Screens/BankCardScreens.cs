using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Texts;
using Trt.Application.Ports;
using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Screens;

/// <summary>Paying by card on the provider's page.</summary>
internal static class BankCardScreens
{
    public static Screen Opening(Language l, Payment payment) => new(
        BankCardTexts.Opening(l, payment.Amount),
        new Keyboard().Row(new TopUpRoute().Button(TopUpTexts.OtherAmount(l))))
    {
        Payment = payment.Id,
    };

    public static Screen PayPage(PaymentNotice notice, Uri address)
    {
        var (l, payment) = (notice.Language, notice.Payment);
        return new Screen(
            BankCardTexts.PayPage(l, payment.Amount),
            new Keyboard()
                .Row(new Button.Link(BankCardTexts.PayNow(l, payment.Amount), address))
                .Row(new CancelPaymentRoute(payment.Id).Button(BankCardTexts.Cancel(l))))
        {
            Payment = payment.Id,
        };
    }

    public static Screen Trouble(PaymentNotice notice, BankCardTrouble trouble) => new(
        BankCardTexts.Trouble(notice.Language, trouble, notice.Payment.Amount),
        new Keyboard().Row(
            new TopUpRoute().Button(TopUpTexts.TopUp(notice.Language)), new MainMenuRoute().Button(MenuTexts.Menu(notice.Language))))
    {
        PaymentOver = notice.Payment.Id,
    };
}
