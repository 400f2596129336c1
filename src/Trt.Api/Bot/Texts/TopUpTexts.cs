using System.Globalization;
using Trt.Application.Payments.Cashbox;
using Trt.Application.Payments.Messenger;
using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Texts;

internal static class TopUpTexts
{
    public static string TopUp(Language l) => l.Pick("➕ Пополнить", "➕ Top up");

    public static string TopUpMissing(Language l, Money missing) => l.Pick($"➕ Пополнить · не хватает {missing.In(l)}", $"➕ Top up · {missing.In(l)} short");

    public static Html Title(Language l, Money balance) => l.Pick(
        Html.Of($"<b>Пополнение баланса</b>\n\nСейчас на балансе: {balance.In(l)}"),
        Html.Of($"<b>Top up your balance</b>\n\nYou have: {balance.In(l)}"));

    public static Html Missing(Language l, Money missing) => l.Pick(
        Html.Of($"До заказа не хватает <b>{missing.In(l)}</b>. Он сохранён и ждёт вас."),
        Html.Of($"Your order is <b>{missing.In(l)}</b> short. It is kept and waits for you."));

    public static Html ChooseAmount(Language l) => l.Pick(Html.Of($"На какую сумму?"), Html.Of($"How much?"));

    public static string FittingAmount(Language l, Money amount) => l.Pick($"✨ {amount.In(l)} · хватит на заказ", $"✨ {amount.In(l)} · covers the order");

    public static string Custom(Language l) => l.Pick("✏️ Другая сумма", "✏️ Another amount");

    public static string OtherAmount(Language l) => l.Pick("‹ Другая сумма", "‹ Another amount");

    public static string OtherWay(Language l) => l.Pick("‹ Другой способ", "‹ Another way");

    public static Html AskAmount(Language l, Money min, Money max) => l.Pick(
        Html.Of($"<b>Сколько пополнить?</b>\n\nНапишите сумму целым числом: от {min.In(l)} до {max.In(l)}."),
        Html.Of($"<b>How much shall it be?</b>\n\nType a whole number of rubles: from {min.In(l)} to {max.In(l)}."));

    public static Html WrongAmount(Language l, TopUpProblem problem, Money min, Money max) => problem switch
    {
        TopUpProblem.NotWhole => l.Pick(
            Html.Of($"☝️ Нужна сумма в рублях целым числом, например 300. От {min.In(l)} до {max.In(l)}."),
            Html.Of($"☝️ Please type a whole number of rubles, for example 300. From {min.In(l)} to {max.In(l)}.")),
        TopUpProblem.TooSmall => l.Pick(
            Html.Of($"☝️ Пополнить можно от {min.In(l)}. Напишите сумму побольше."),
            Html.Of($"☝️ A top-up starts at {min.In(l)}. Please type a larger amount.")),
        TopUpProblem.TooLarge => l.Pick(
            Html.Of($"☝️ За один раз можно пополнить до {max.In(l)}. Напишите сумму поменьше."),
            Html.Of($"☝️ One top-up can be up to {max.In(l)}. Please type a smaller amount.")),
    };

    public static Html ChooseWay(Language l, Money amount) => l.Pick(
        Html.Of($"<b>Пополнение на {amount.In(l)}</b>\n\nКак удобнее оплатить?"),
        Html.Of($"<b>Top-up of {amount.In(l)}</b>\n\nHow would you like to pay?"));

    public static string PayWithStars(Language l, long stars) => string.Create(CultureInfo.InvariantCulture, $"⭐ Telegram Stars · {stars}");

    /// <param name="isOneOfTwo">Beside the other way by card it says what is better about it.</param>
    public static string PayInvoice(Language l, Money amount, bool isOneOfTwo) => isOneOfTwo
        ? l.Pick($"💳 Картой, не выходя из чата · {amount.In(l)}", $"💳 By card, without leaving the chat · {amount.In(l)}")
        : l.Pick($"💳 Картой · {amount.In(l)}", $"💳 By card · {amount.In(l)}");

    /// <summary>A way by what it is for the payer, where no amount is named.</summary>
    public static string WayName(Language l, PaymentMethod method) => method switch
    {
        PaymentMethod.Stars => l.Pick("звёзды мессенджера", "the messenger's Stars"),
        PaymentMethod.Invoice => l.Pick("картой в чате", "by card in the chat"),
        PaymentMethod.Transfer => l.Pick("переводом", "by transfer"),
        PaymentMethod.Card => l.Pick("картой на сайте", "by card on a site"),
    };

    public static Html NoWays(Language l, string? support) => Html.Paragraphs(
        l.Pick(
            Html.Of($"Пополнение сейчас недоступно. Бесплатные модели работают как обычно."),
            Html.Of($"Top-ups are unavailable right now. The free models work as usual.")),
        AskSupport(l, support));

    public static Html NoWayForAmount(Language l, Money amount) => l.Pick(
        Html.Of($"<b>{amount.In(l)} одним платежом не получится</b>\n\nВыберите, пожалуйста, другую сумму."),
        Html.Of($"<b>{amount.In(l)} cannot be paid in one go</b>\n\nPlease choose another amount."));

    public static Html AskSupport(Language l, string? support) => support is null
        ? Html.Empty
        : l.Pick(Html.Of($"Поддержка поможет: {support}"), Html.Of($"Support is glad to help: {support}"));

    public static Html InvoiceBelow(Language l, Money amount) => l.Pick(
        Html.Of($"<b>Счёт на {amount.In(l)} готов</b>\n\nОн в сообщении ниже. После оплаты деньги сразу появятся на балансе."),
        Html.Of($"<b>Your invoice for {amount.In(l)} is ready</b>\n\nIt is in the message below. The money is on your balance as soon as you have paid."));

    public static Html InvoiceRefused(Language l) => l.Pick(
        Html.Of($"<b>Этот способ оплаты сейчас недоступен</b>\n\nНичего не списано. Выберите, пожалуйста, другой."),
        Html.Of($"<b>This way to pay is unavailable right now</b>\n\nNothing was charged. Please choose another."));

    public static string InvoiceTitle(Language l, Money amount) => l.Pick($"Пополнение на {amount.In(l)}", $"Top-up of {amount.In(l)}");

    public static string InvoiceDescription(Language l) => l.Pick(
        "Деньги сразу появятся на балансе и не сгорают. Списываем только за готовый результат.",
        "The money is on your balance at once and does not expire. You are charged only for finished results.");

    public static string PayStarsNow(Language l, long stars) => l.Pick($"Оплатить ⭐ {stars}", $"Pay ⭐ {stars}");

    public static string PayRublesNow(Language l, Money amount) => l.Pick($"Оплатить {amount.In(l)}", $"Pay {amount.In(l)}");

    public static string CancelInvoice(Language l) => l.Pick("Отменить счёт", "Cancel the invoice");

    public static Html Cancelled(Language l) => l.Pick(
        Html.Of($"<b>Счёт отменён</b>\n\nНичего не списано."),
        Html.Of($"<b>The invoice is cancelled</b>\n\nNothing was charged."));

    public static string TooLateToCancel(Language l) => l.Pick("Этот счёт уже оплачен.", "This invoice is paid already.");

    public static string NoSuchPayment(Language l) => l.Pick("Такого счёта у вас нет.", "You have no such invoice.");

    /// <summary>Shown by the messenger in the middle of paying; nothing has been charged.</summary>
    public static string CheckoutRefused(Language l, CheckoutRefusal refusal) => refusal switch
    {
        CheckoutRefusal.Unknown or CheckoutRefusal.Outdated => l.Pick(
            "Этот счёт больше не действует, ничего не списано. Откройте новый: /topup",
            "This invoice is no longer valid and nothing was charged. Please open a new one: /topup"),
        CheckoutRefusal.NotYours => l.Pick(
            "Этот счёт выписан другому человеку, ничего не списано. Откройте свой: /topup",
            "This invoice belongs to another person and nothing was charged. Please open your own: /topup"),
        CheckoutRefusal.AlreadyPaid => l.Pick(
            "Этот счёт уже оплачен, второй раз платить не нужно. Новый счёт: /topup",
            "This invoice is paid already, there is no need to pay again. A new one: /topup"),
        CheckoutRefusal.PriceDiffers => l.Pick(
            "Сумма счёта изменилась, ничего не списано. Откройте новый: /topup",
            "The amount of this invoice has changed and nothing was charged. Please open a new one: /topup"),
        CheckoutRefusal.NoAnswerInTime => l.Pick(
            "Сервис сейчас занят, ничего не списано. Попробуйте ещё раз через минуту.",
            "We are busy right now and nothing was charged. Please try again in a minute."),
    };

    public static Html Received(Language l, Money amount) => l.Pick(
        Html.Of($"✅ <b>Баланс пополнен на {amount.In(l)}</b>"),
        Html.Of($"✅ <b>{amount.In(l)} added to your balance</b>"));

    public static Html BalanceNow(Language l, Money balance) => l.Pick(
        Html.Of($"Сейчас на балансе: {balance.In(l)}"),
        Html.Of($"You now have: {balance.In(l)}"));

    public static Html OrderWaits(Language l) => l.Pick(
        Html.Of($"Ваш заказ сохранён. Осталось подтвердить."),
        Html.Of($"Your order is kept. All that is left is to confirm it."));

    public static string BackToOrder(Language l) => l.Pick("✨ Вернуться к заказу", "✨ Back to my order");

    public static Html Refunded(Language l, Payment payment, Money balance) => l.Pick(
        Html.Of($"↩️ <b>Платёж возвращён: {Price(l, payment)}</b>\n\nС баланса списано {payment.RefundTaken.In(l)}, осталось {balance.In(l)}."),
        Html.Of($"↩️ <b>Your payment is refunded: {Price(l, payment)}</b>\n\n{payment.RefundTaken.In(l)} left your balance, which is now {balance.In(l)}."));

    /// <summary>The operator's own words go before the shop's; they are words and no markup.</summary>
    public static Html Terms(Language l, string? own) => own is { Length: > 0 } ? Html.Escape(own) : l.Pick(
        Html.Of($"<b>Условия</b>\n\n• Баланс расходуется на генерации в этом чате. Цена видна до подтверждения.\n• Списываем только за готовый результат; если его нет, деньги сразу возвращаются на баланс.\n• Деньги на балансе не сгорают.\n• Неизрасходованный платёж вернём по просьбе тем же способом: /paysupport\n• Создавайте только то, на что у вас есть права и что не нарушает закон."),
        Html.Of($"<b>Terms</b>\n\n• Your balance pays for generations in this chat. The price is shown before you confirm.\n• You are charged only for a finished result; without one the money is back on your balance at once.\n• The money on your balance does not expire.\n• An unspent payment is refunded on request, the way it was paid: /paysupport\n• Create only what you have the rights to and what the law allows."));

    public static Html PaymentSupport(Language l) => l.Pick(
        Html.Of($"<b>Вопрос об оплате</b>\n\nДеньги обычно на балансе через секунды после оплаты. Если что-то не так, мы разберёмся: пришлите поддержке дату и сумму платежа. Неизрасходованный платёж вернём тем же способом."),
        Html.Of($"<b>A question about a payment</b>\n\nThe money is usually on your balance within seconds. If something is wrong we will sort it out: send support the date and the amount. An unspent payment is refunded the way it was paid."));

    public static string Price(Language l, Payment payment) => payment.Currency switch
    {
        PaidTotal.Stars => string.Create(CultureInfo.InvariantCulture, $"⭐ {payment.Total}"),
        PaidTotal.Rubles => new Money(payment.Total).In(l),
        _ => payment.Price.ToString(),
    };
}
