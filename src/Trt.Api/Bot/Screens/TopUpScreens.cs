using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Texts;
using Trt.Application.Ports;

namespace Trt.Api.Bot.Screens;

/// <summary>Paying in: how much, how, and what has come.</summary>
internal static class TopUpScreens
{
    public static Screen Received(PaymentNotice notice, bool orderWaits)
    {
        var l = notice.Language;
        return new Screen(
            Html.Paragraphs(
                TopUpTexts.Received(l, notice.Payment.Amount, notice.Balance),
                orderWaits ? TopUpTexts.OrderWaits(l) : Html.Empty),
            orderWaits
                ? new Keyboard().Row(new ShowDraftRoute().Button(TopUpTexts.BackToOrder(l)))
                : new Keyboard().Row(new MainMenuRoute().Button(MenuTexts.Menu(l)), new BalanceRoute().Button(MenuTexts.Balance(l))));
    }
}
