using Trt.Domain.BackOffice;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Texts;

/// <summary>An adjustment from the amount to the booking, and what its customer reads.</summary>
internal static class AdminMoneyTexts
{
    public static string Change(Language l) => l.Pick("💳 Изменить баланс", "💳 Change the balance");

    public static Html Amount(Language l, UserId customer) => l.Pick(
        Html.Of($"<b>Баланс клиента</b> <code>{customer.Value}</code>\n\nНа сколько изменить? Например: <code>150</code>, <code>99.50</code> или <code>-20</code>, чтобы списать."),
        Html.Of($"<b>Balance of</b> <code>{customer.Value}</code>\n\nBy how much? For example <code>150</code>, <code>99.50</code>, or <code>-20</code> to take it."));

    public static Html Problem(Language l, AdjustmentProblem problem) => problem switch
    {
        AdjustmentProblem.NotAnAmount => l.Pick(Html.Of($"⚠️ Нужна сумма в рублях цифрами."), Html.Of($"⚠️ Please send an amount of rubles in digits.")),
        AdjustmentProblem.Zero => l.Pick(Html.Of($"⚠️ Сумма не может быть нулём."), Html.Of($"⚠️ The amount must not be zero.")),
        AdjustmentProblem.TooLarge => l.Pick(
            Html.Of($"⚠️ За один раз можно до {new Money(AdjustmentAmount.KopecksMax).In(l)}."), Html.Of($"⚠️ At most {new Money(AdjustmentAmount.KopecksMax).In(l)} at once.")),
        AdjustmentProblem.TooFine => l.Pick(Html.Of($"⚠️ Не больше двух знаков после точки."), Html.Of($"⚠️ At most two digits after the point.")),
    };

    public static Html Reason(Language l, long kopecks) => l.Pick(
        Html.Of($"<b>{Signed(l, kopecks)}</b>\n\nНапишите причину. Клиент увидит её, если вы не отключите сообщение."),
        Html.Of($"<b>{Signed(l, kopecks)}</b>\n\nWrite the reason. The customer reads it unless you switch the message off."));

    public static Html ToSign(Language l, string name, Adjustment adjustment) => l.Pick(
        Html.Of($"<b>Проверьте</b>\n\n{Words.Shorten(name, 60)} <code>{adjustment.UserId.Value}</code>\n<b>{Signed(l, adjustment.Kopecks)}</b> · {adjustment.Reason}"),
        Html.Of($"<b>Please check</b>\n\n{Words.Shorten(name, 60)} <code>{adjustment.UserId.Value}</code>\n<b>{Signed(l, adjustment.Kopecks)}</b> · {adjustment.Reason}"));

    public static Html SecondQuestion(Language l, string name, Adjustment adjustment) => l.Pick(
        Html.Of($"❗️ <b>Крупная сумма: {Signed(l, adjustment.Kopecks)}</b>\n\n{Words.Shorten(name, 60)} <code>{adjustment.UserId.Value}</code>\n{adjustment.Reason}\n\nВсё верно?"),
        Html.Of($"❗️ <b>A large amount: {Signed(l, adjustment.Kopecks)}</b>\n\n{Words.Shorten(name, 60)} <code>{adjustment.UserId.Value}</code>\n{adjustment.Reason}\n\nIs everything right?"));

    public static Html BeforeAfter(Language l, Money before, Money after) => l.Pick(
        Html.Of($"Баланс: {before.In(l)} → <b>{after.In(l)}</b>"),
        Html.Of($"Balance: {before.In(l)} → <b>{after.In(l)}</b>"));

    public static Html AsksTwice(Language l) => l.Pick(Html.Of($"Сумма крупная, спросим ещё раз."), Html.Of($"The amount is large, so you will be asked once more."));

    public static string Sign(Language l, long kopecks) => kopecks > 0
        ? l.Pick($"✅ Зачислить {new Money(kopecks).In(l)}", $"✅ Credit {new Money(kopecks).In(l)}")
        : l.Pick($"✅ Списать {new Money(-kopecks).In(l)}", $"✅ Take {new Money(-kopecks).In(l)}");

    public static string SignSilently(Language l) => l.Pick("🔕 Без сообщения клиенту", "🔕 Without a message");

    public static string SignSurely(Language l, long kopecks) => kopecks > 0
        ? l.Pick($"Да, зачислить {new Money(kopecks).In(l)}", $"Yes, credit {new Money(kopecks).In(l)}")
        : l.Pick($"Да, списать {new Money(-kopecks).In(l)}", $"Yes, take {new Money(-kopecks).In(l)}");

    public static string Drop(Language l) => l.Pick("✖️ Отмена", "✖️ Cancel");

    public static Html Dropped(Language l) => l.Pick(Html.Of($"Отменили, баланс прежний."), Html.Of($"Cancelled, the balance is as it was."));

    public static Html Booked(Language l, long kopecks, bool isSilent) => Html.Paragraphs(
        l.Pick(Html.Of($"✅ <b>Проведено: {Signed(l, kopecks)}</b>"), Html.Of($"✅ <b>Booked: {Signed(l, kopecks)}</b>")),
        isSilent
            ? l.Pick(Html.Of($"Клиенту не сообщаем."), Html.Of($"The customer is not told."))
            : l.Pick(Html.Of($"Клиент получит сообщение."), Html.Of($"The customer will be told.")));

    public static Html BookedBefore(Language l, long kopecks, Money available) => l.Pick(
        Html.Of($"Уже проведено: {Signed(l, kopecks)}. На балансе {available.In(l)}."),
        Html.Of($"Already booked: {Signed(l, kopecks)}. The balance is {available.In(l)}."));

    public static Html NotEnough(Language l, Money available) => l.Pick(
        Html.Of($"⚠️ Столько не списать: на балансе {available.In(l)}. Ничего не изменено."),
        Html.Of($"⚠️ That cannot be taken: the balance is {available.In(l)}. Nothing has changed."));

    public static Html OverLimit(Language l, Money limit, Money left) => l.Pick(
        Html.Of($"⚠️ Больше вашего лимита: на сегодня осталось {left.In(l)} из {limit.In(l)}. Ничего не изменено."),
        Html.Of($"⚠️ That is over your limit: {left.In(l)} of {limit.In(l)} is left today. Nothing has changed."));

    public static Html Gone(Language l) => l.Pick(
        Html.Of($"Этот запрос уже не действует. Начните заново с карточки клиента."),
        Html.Of($"This request is out of date. Please begin again at the customer."));

    /// <summary>To the customer.</summary>
    public static Html Adjusted(Language l, long kopecks, string reason, Money balance) => Html.Paragraphs(
        kopecks > 0
            ? l.Pick(Html.Of($"💳 <b>На баланс зачислено {new Money(kopecks).In(l)}</b>"), Html.Of($"💳 <b>{new Money(kopecks).In(l)} was added to your balance</b>"))
            : l.Pick(Html.Of($"💳 <b>С баланса списано {new Money(-kopecks).In(l)}</b>"), Html.Of($"💳 <b>{new Money(-kopecks).In(l)} was taken from your balance</b>")),
        l.Pick(Html.Of($"Причина: {reason}\nСейчас на балансе: {balance.In(l)}"), Html.Of($"Reason: {reason}\nYour balance now: {balance.In(l)}")));

    private static string Signed(Language l, long kopecks) => $"{(kopecks > 0 ? "+" : "")}{new Money(kopecks).In(l)}";
}
