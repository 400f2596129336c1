using Trt.Api.Bot.Routes;
using Trt.Application.BackOffice.People;
using Trt.Application.Payments;
using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Texts;

/// <summary>A customer's payments as an admin reads them.</summary>
internal static class AdminPaymentTexts
{
    public static string Open(Language l) => l.Pick("💳 Пополнения", "💳 Top-ups");

    public static Html ListTitle(Language l, UserId user) => l.Pick(
        Html.Of($"<b>Пополнения клиента</b> <code>{user.Value}</code>"), Html.Of($"<b>Top-ups of</b> <code>{user.Value}</code>"));

    public static Html None(Language l) => l.Pick(Html.Of($"Пополнений пока не было."), Html.Of($"No top-ups yet."));

    public static string Row(Language l, PaymentSummary payment) =>
        $"{AdminTexts.Moment(payment.CreatedAt)} · {Way(l, payment.Method)} · {payment.Amount.In(l)} · {ReviewTexts.Status(l, payment.Status)}";

    public static Html Title(Language l, Payment payment) => l.Pick(
        Html.Of($"💳 <b>Пополнение на {payment.Amount.In(l)}: {ReviewTexts.Status(l, payment.Status)}</b>"),
        Html.Of($"💳 <b>Top-up of {payment.Amount.In(l)}: {ReviewTexts.Status(l, payment.Status)}</b>"));

    public static Html Facts(Language l, PaymentInFull card)
    {
        var payment = card.Payment;
        return Html.Lines(
            Html.Of($"{Words.Shorten(card.CustomerName, 60)} <code>{payment.UserId.Value}</code>"),
            l.Pick(
                Html.Of($"Способ: {Way(l, payment.Method)}, {TopUpTexts.Price(l, payment)}"), Html.Of($"Paid by: {Way(l, payment.Method)}, {TopUpTexts.Price(l, payment)}")),
            l.Pick(Html.Of($"Создано: {AdminTexts.Moment(payment.CreatedAt)}"), Html.Of($"Asked for: {AdminTexts.Moment(payment.CreatedAt)}")),
            payment.CreditedAt is { } credited
                ? l.Pick(Html.Of($"Зачислено: {AdminTexts.Moment(credited)}"), Html.Of($"Credited: {AdminTexts.Moment(credited)}"))
                : Html.Empty,
            payment.RefundedAt is { } refunded
                ? l.Pick(
                    Html.Of($"Возвращено: {AdminTexts.Moment(refunded)}, с баланса снято {payment.RefundTaken.In(l)}"),
                    Html.Of($"Refunded: {AdminTexts.Moment(refunded)}, {payment.RefundTaken.In(l)} left the balance"))
                : Html.Empty,
            payment.ChargeId is { } charge ? l.Pick(Html.Of($"Номер оплаты: <code>{charge}</code>"), Html.Of($"Charge: <code>{charge}</code>")) : Html.Empty,
            payment.ProviderChargeId is { } number
                ? l.Pick(Html.Of($"У платёжной системы: <code>{number}</code>"), Html.Of($"At the payment provider: <code>{number}</code>"))
                : Html.Empty,
            payment.ReviewedBy is { } reviewer ? l.Pick(Html.Of($"Решение: {reviewer}"), Html.Of($"Decided by: {reviewer}")) : Html.Empty,
            payment.Reason is { Length: > 0 } reason
                ? l.Pick(Html.Of($"Причина: {TransferTexts.Reason(l, reason)}"), Html.Of($"Reason: {TransferTexts.Reason(l, reason)}"))
                : Html.Empty,
            l.Pick(Html.Of($"На балансе сейчас: {card.Available.In(l)}"), Html.Of($"On the balance now: {card.Available.In(l)}")));
    }

    public static Html Movements(Language l) => l.Pick(Html.Of($"Движения по этому платежу:"), Html.Of($"Movements of this payment:"));

    public static Html NoMovements(Language l) => l.Pick(Html.Of($"Движений по балансу нет."), Html.Of($"It has not moved the balance."));

    public static string Refund(Language l) => l.Pick("↩️ Вернуть", "↩️ Refund");

    public static string Review(Language l) => l.Pick("🔎 Проверить", "🔎 Review");

    public static string ToList(Language l) => l.Pick("💳 Все пополнения", "💳 All top-ups");

    public static Html Why(Language l, Payment payment) => l.Pick(
        Html.Of($"<b>Возвращаем {payment.Amount.In(l)}</b>\n\nПочему? Выберите или напишите своими словами: причина останется в журнале."),
        Html.Of($"<b>Refunding {payment.Amount.In(l)}</b>\n\nWhy? Choose or type it: the reason stays in the audit trail."));

    /// <summary>Button and reason alike.</summary>
    public static string Usual(Language l, UsualRefund reason) => reason switch
    {
        UsualRefund.Asked => l.Pick("Попросил клиент", "The customer asked"),
        UsualRefund.PaidTwice => l.Pick("Оплачено дважды", "Paid twice"),
        UsualRefund.ByMistake => l.Pick("Оплачено по ошибке", "Paid by mistake"),
        UsualRefund.NotSatisfied => l.Pick("Не устроило качество", "Not satisfied"),
    };

    public static Html Sure(Language l, PaymentInFull card, string reason) => l.Pick(
        Html.Of($"<b>Вернуть {card.Payment.Amount.In(l)}?</b>\n\n{Words.Shorten(card.CustomerName, 60)} <code>{card.Payment.UserId.Value}</code>\nПричина: {reason}"),
        Html.Of($"<b>Refund {card.Payment.Amount.In(l)}?</b>\n\n{Words.Shorten(card.CustomerName, 60)} <code>{card.Payment.UserId.Value}</code>\nReason: {reason}"));

    public static Html WayBack(Language l, Payment payment) => payment.Method switch
    {
        PaymentMethod.Stars => l.Pick(
            Html.Of($"Деньги уйдут с баланса, звёзды ({TopUpTexts.Price(l, payment)}) вернутся клиенту сами."),
            Html.Of($"The money leaves the balance, the Stars ({TopUpTexts.Price(l, payment)}) go back by themselves.")),
        PaymentMethod.Card => l.Pick(
            Html.Of($"Деньги уйдут с баланса, {TopUpTexts.Price(l, payment)} вернутся на карту сами."),
            Html.Of($"The money leaves the balance, {TopUpTexts.Price(l, payment)} go back to the card by themselves.")),
        PaymentMethod.Invoice => l.Pick(
            Html.Of($"❗️ Сначала верните {TopUpTexts.Price(l, payment)} в кабинете платёжной системы. Кнопка ниже только проведёт возврат: деньги уйдут с баланса."),
            Html.Of($"❗️ First pay {TopUpTexts.Price(l, payment)} back at the payment provider. The button below only books it: the money leaves the balance.")),
        PaymentMethod.Transfer => l.Pick(
            Html.Of($"❗️ Сначала переведите клиенту {TopUpTexts.Price(l, payment)} обратно. Кнопка ниже только проведёт возврат: деньги уйдут с баланса."),
            Html.Of($"❗️ First transfer {TopUpTexts.Price(l, payment)} back to the customer. The button below only books it: the money leaves the balance.")),
    };

    public static string Go(Language l, Payment payment) => l.Pick($"✅ Вернуть {payment.Amount.In(l)}", $"✅ Refund {payment.Amount.In(l)}");

    public static string PaidBackByHand(Language l) => l.Pick("✅ Деньги уже возвращены, провести", "✅ Already paid back, book it");

    /// <summary>Null when nothing stands in the way.</summary>
    public static Html? Obstacle(Language l, PaymentInFull card) => card.Payment.Status switch
    {
        PaymentStatus.Credited when card.Available < card.Payment.Amount => Spent(l, card.Payment, card.Available),
        PaymentStatus.Credited => null,
        PaymentStatus.Refunding or PaymentStatus.Refunded => AlreadyAsked(l, card.Payment),
        PaymentStatus.Open or PaymentStatus.InReview or PaymentStatus.Rejected or PaymentStatus.Expired or PaymentStatus.Cancelled => NeverCredited(l, card.Payment),
    };

    public static Html Result(Language l, RefundResult result) => result switch
    {
        RefundResult.Begun begun => l.Pick(
            Html.Of($"✅ <b>{begun.Payment.Amount.In(l)} ушли с баланса и возвращаются плательщику</b>\n\nКлиент получит сообщение."),
            Html.Of($"✅ <b>{begun.Payment.Amount.In(l)} left the balance and are on their way back</b>\n\nThe customer will be told.")),
        RefundResult.Booked booked => l.Pick(
            Html.Of($"✅ <b>Возврат {booked.Payment.Amount.In(l)} проведён</b>\n\nКлиент получит сообщение."),
            Html.Of($"✅ <b>The refund of {booked.Payment.Amount.In(l)} is booked</b>\n\nThe customer will be told.")),
        RefundResult.AlreadyAsked again => AlreadyAsked(l, again.Payment),
        RefundResult.ByHandFirst by => WayBack(l, by.Payment),
        RefundResult.Spent spent => Spent(l, spent.Payment, spent.Available),
        RefundResult.NeverCredited never => NeverCredited(l, never.Payment),
        RefundResult.NotFound => NotFound(l),
        _ => throw new InvalidOperationException($"No text for {result.GetType().Name}"),
    };

    public static Html Gone(Language l) => l.Pick(
        Html.Of($"Этот запрос уже не действует. Ничего не изменено, начните возврат заново."),
        Html.Of($"This request is out of date. Nothing has changed, please begin the refund again."));

    public static Html NotFound(Language l) => l.Pick(Html.Of($"Такого пополнения нет."), Html.Of($"There is no such top-up."));

    private static Html Spent(Language l, Payment payment, Money available) => l.Pick(
        Html.Of($"⚠️ Вернуть нельзя: из {payment.Amount.In(l)} на балансе осталось {available.In(l)}, остальное потрачено или отложено на генерации. Ничего не изменено."),
        Html.Of($"⚠️ It cannot be refunded: of {payment.Amount.In(l)} only {available.In(l)} is left, the rest is spent or set aside. Nothing has changed."));

    private static Html AlreadyAsked(Language l, Payment payment) => payment.Status == PaymentStatus.Refunded
        ? l.Pick(Html.Of($"Это пополнение уже возвращено."), Html.Of($"This top-up is refunded already."))
        : l.Pick(Html.Of($"Возврат уже идёт."), Html.Of($"The refund is under way already."));

    private static Html NeverCredited(Language l, Payment payment) => l.Pick(
        Html.Of($"⚠️ Возвращать нечего: это пополнение не зачислено ({ReviewTexts.Status(l, payment.Status)})."),
        Html.Of($"⚠️ There is nothing to refund: this top-up was not credited ({ReviewTexts.Status(l, payment.Status)})."));

    public static string Way(Language l, PaymentMethod method) => method switch
    {
        PaymentMethod.Stars => "Stars",
        PaymentMethod.Invoice => l.Pick("счёт", "invoice"),
        PaymentMethod.Transfer => l.Pick("перевод", "transfer"),
        PaymentMethod.Card => l.Pick("карта", "card"),
    };
}
