using Trt.Application.Ports;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Texts;

internal static class BankCardTexts
{
    /// <param name="isOneOfTwo">Beside the other way by card it says what is better about it.</param>
    public static string PayByCard(Language l, Money amount, bool isOneOfTwo) => isOneOfTwo
        ? l.Pick($"🌐 Картой на странице банка · {amount.In(l)}", $"🌐 By card, on the bank's page · {amount.In(l)}")
        : l.Pick($"💳 Картой · {amount.In(l)}", $"💳 By card · {amount.In(l)}");

    public static Html Opening(Language l, Money amount) => l.Pick(
        Html.Of($"<b>Пополнение на {amount.In(l)}</b>\n\nОткрываем страницу оплаты, кнопка придёт следующим сообщением."),
        Html.Of($"<b>Top-up of {amount.In(l)}</b>\n\nThe payment page is being opened; its button comes with the next message."));

    public static Html PayPage(Language l, Money amount) => l.Pick(
        Html.Of($"<b>Оплата картой: {amount.In(l)}</b>\n\nКнопка откроет защищённую страницу оплаты. Деньги появятся на балансе сразу после неё."),
        Html.Of($"<b>Pay by card: {amount.In(l)}</b>\n\nThe button opens the secure payment page. The money is on your balance as soon as you have paid."));

    public static string PayNow(Language l, Money amount) => l.Pick($"💳 Оплатить {amount.In(l)}", $"💳 Pay {amount.In(l)}");

    public static string Cancel(Language l) => l.Pick("Отменить", "Cancel");

    public static Html Trouble(Language l, BankCardTrouble trouble, Money amount) => trouble switch
    {
        BankCardTrouble.NotOpened => l.Pick(
            Html.Of($"<b>Страница оплаты не открылась</b>\n\nНичего не списано. Попробуйте ещё раз или выберите другой способ."),
            Html.Of($"<b>The payment page did not open</b>\n\nNothing was charged. Try again or choose another way.")),
        BankCardTrouble.Declined => l.Pick(
            Html.Of($"<b>Оплата на {amount.In(l)} не прошла</b>\n\nНичего не списано. Попробуйте другую карту или другой способ."),
            Html.Of($"<b>The payment of {amount.In(l)} did not go through</b>\n\nNothing was charged. Try another card or another way.")),
    };
}
