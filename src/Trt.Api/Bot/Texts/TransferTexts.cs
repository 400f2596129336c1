using System.Globalization;
using Trt.Application.Payments.Transfers;
using Trt.Application.Ports;
using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Texts;

/// <summary>What the customer reads about a transfer.</summary>
internal static class TransferTexts
{
    public static string PayByTransfer(Language l, Money amount) =>
        l.Pick($"🏦 Переводом · {amount.In(l)}", $"🏦 Bank transfer · {amount.In(l)}");

    public static Html Title(Language l, Money amount) => l.Pick(
        Html.Of($"🏦 <b>Перевод на {amount.In(l)}</b>"),
        Html.Of($"🏦 <b>Transfer {amount.In(l)}</b>"));

    public static Html Phone(Language l, string phone, string? bank) => bank is null
        ? l.Pick(Html.Of($"СБП по номеру: <code>{phone}</code>"), Html.Of($"By phone number (SBP): <code>{phone}</code>"))
        : l.Pick(Html.Of($"СБП по номеру: <code>{phone}</code>, {bank}"), Html.Of($"By phone number (SBP): <code>{phone}</code>, {bank}"));

    public static Html Card(Language l, string card) => l.Pick(Html.Of($"На карту: <code>{card}</code>"), Html.Of($"To the card: <code>{card}</code>"));

    public static Html Holder(Language l, string holder) => l.Pick(Html.Of($"Получатель: {holder}"), Html.Of($"Recipient: {holder}"));

    public static Html ThenPicture(Language l) => l.Pick(
        Html.Of($"После перевода пришлите сюда скриншот из банка: как фото или файлом."),
        Html.Of($"Then send the screenshot from your bank here, as a photo or a file."));

    public static string Sent(Language l) => l.Pick("📎 Я перевёл, отправить скриншот", "📎 Paid: send the screenshot");

    public static string CopyPhone(Language l) => l.Pick("📋 Номер телефона", "📋 Phone number");

    public static string CopyCard(Language l) => l.Pick("📋 Номер карты", "📋 Card number");

    public static string Cancel(Language l) => l.Pick("Отменить", "Cancel");

    public static Html AskPicture(Language l, Money amount) => l.Pick(
        Html.Of($"📎 <b>Пришлите скриншот перевода на {amount.In(l)}</b>\n\nФото или файл с картинкой. На нём должны быть видны сумма, дата и получатель."),
        Html.Of($"📎 <b>Send the screenshot of your transfer of {amount.In(l)}</b>\n\nA photo or an image file that shows the amount, the date and the recipient."));

    public static Html Checking(Language l, Money amount) => l.Pick(
        Html.Of($"📨 <b>Скриншот получен, проверяем</b>\n\nПеревод на {amount.In(l)} смотрит человек. Как только он подтвердит, деньги появятся на балансе, и мы сразу напишем."),
        Html.Of($"📨 <b>We have your screenshot</b>\n\nA person is checking the transfer of {amount.In(l)}. The money is on your balance as soon as they confirm, and we will tell you at once."));

    public static Html Added(Language l) => l.Pick(
        Html.Of($"📨 <b>Добавили к переводу</b>\n\nПроверка уже идёт, второй раз платить не нужно. Напишем, как только всё будет готово."),
        Html.Of($"📨 <b>Added to your transfer</b>\n\nIt is being checked already, there is no need to pay again. We will write as soon as it is done."));

    public static Html Problem(Language l, ShowTransferOutcome outcome) => outcome switch
    {
        ShowTransferOutcome.NotAPicture => l.Pick(
            Html.Of($"☝️ Нужна картинка: фото или скриншот из банка."),
            Html.Of($"☝️ Please send a picture: a photo or a screenshot from your bank.")),
        ShowTransferOutcome.TooLarge => l.Pick(
            Html.Of($"☝️ Файл больше 20 МБ. Пришлите скриншот как обычное фото."),
            Html.Of($"☝️ The file is over 20 MB. Please send the screenshot as an ordinary photo.")),
        ShowTransferOutcome.TooMany => l.Pick(
            Html.Of($"☝️ Скриншотов уже достаточно, перевод проверяем."),
            Html.Of($"☝️ We have enough screenshots; the transfer is being checked.")),
        ShowTransferOutcome.Decided => l.Pick(
            Html.Of($"Этот перевод уже рассмотрен. Чтобы пополнить ещё раз, начните новый."),
            Html.Of($"This transfer has been decided already. Start a new one to top up again.")),
        ShowTransferOutcome.NotFound => l.Pick(
            Html.Of($"Такого перевода у вас нет. Начните новый."),
            Html.Of($"You have no such transfer. Please start a new one.")),
        ShowTransferOutcome.Received or ShowTransferOutcome.Added => Html.Empty,
    };

    public static Html Unavailable(Language l) => l.Pick(
        Html.Of($"Переводы сейчас не принимаем. Выберите, пожалуйста, другой способ."),
        Html.Of($"Transfers are not taken right now. Please choose another way."));

    public static string NotYours(Language l) => l.Pick("Такого перевода у вас нет.", "You have no such transfer.");

    public static Html Rejected(Language l, Money amount, string? reason) => l.Pick(
        Html.Of($"<b>Платёж на {amount.In(l)} не принят</b>\n\nПричина: {Reason(l, reason)}\n\nЕсли это ошибка, напишите в поддержку: /help"),
        Html.Of($"<b>Your payment of {amount.In(l)} was not accepted</b>\n\nReason: {Reason(l, reason)}\n\nIf this is a mistake, write to support: /help"));

    /// <summary>A usual reason in the reader's language, anything else as it was written.</summary>
    public static string Reason(Language l, string? reason) =>
        Enum.TryParse<TransferRefusal>(reason, out var usual) && usual.ToString() == reason ? Reason(l, usual) : reason ?? "";

    public static string Reason(Language l, TransferRefusal reason) => reason switch
    {
        TransferRefusal.NotReceived => l.Pick("перевод к нам не поступил", "the transfer has not reached us"),
        TransferRefusal.AmountDiffers => l.Pick("сумма перевода другая", "the amount of the transfer is different"),
        TransferRefusal.Unreadable => l.Pick("на картинке не видно перевода", "the picture does not show the transfer"),
        TransferRefusal.UsedBefore => l.Pick("этот перевод уже зачислен раньше", "this transfer was credited before"),
    };
}

/// <summary>What a reviewer reads about it.</summary>
internal static class ReviewTexts
{
    public static Html Title(Language l, Payment payment) => payment.Method == PaymentMethod.Transfer
        ? l.Pick(Html.Of($"🏦 <b>Перевод на проверку: {payment.Amount.In(l)}</b>"), Html.Of($"🏦 <b>Transfer to check: {payment.Amount.In(l)}</b>"))
        : l.Pick(Html.Of($"💳 <b>Платёж ждёт решения: {payment.Amount.In(l)}</b>"), Html.Of($"💳 <b>Payment to decide: {payment.Amount.In(l)}</b>"));

    public static Html Customer(Language l, TransferCase about)
    {
        var username = about.Username is { } name ? $" @{name}" : "";
        var who = Words.Shorten(about.CustomerName, 60);
        return l.Pick(
            Html.Of($"Клиент: {who}{username}, id <code>{about.Payment.UserId.Value}</code>"),
            Html.Of($"Customer: {who}{username}, id <code>{about.Payment.UserId.Value}</code>"));
    }

    public static Html Asked(Language l, Payment payment) => l.Pick(
        Html.Of($"Заявлен: {Moment(payment.CreatedAt)}"),
        Html.Of($"Asked for: {Moment(payment.CreatedAt)}"));

    public static Html Pictures(Language l, int number, int count) => count < 2 ? Html.Empty : l.Pick(
        Html.Of($"Скриншот {number} из {count}"),
        Html.Of($"Screenshot {number} of {count}"));

    public static Html Odd(Language l, string reason) => l.Pick(Html.Of($"⚠️ Не зачислен: {reason}"), Html.Of($"⚠️ Not credited: {reason}"));

    public static Html SeenBefore(Language l, SeenBefore earlier, UserId customer)
    {
        var what = earlier.Likeness switch
        {
            PictureLikeness.Same => l.Pick("Тот же файл", "The same file"),
            PictureLikeness.LooksSame => l.Pick("Такая же картинка", "A picture that looks the same"),
        };
        var who = earlier.UserId == customer
            ? l.Pick("от этого же клиента", "from this customer")
            : l.Pick($"от другого клиента, id {earlier.UserId}", $"from another customer, id {earlier.UserId}");
        return Html.Of($"⚠️ {what} {who}: {Moment(earlier.At)}, {Status(l, earlier.Status)}");
    }

    public static Html NoPicture(Language l) => l.Pick(Html.Of($"Картинку показать не удалось."), Html.Of($"The picture cannot be shown."));

    public static string Approve(Language l, Money amount) => l.Pick($"✅ Зачислить {amount.In(l)}", $"✅ Credit {amount.In(l)}");

    public static string OtherAmount(Language l) => l.Pick("✏️ Другая сумма", "✏️ Another amount");

    public static string Reject(Language l) => l.Pick("❌ Отклонить", "❌ Reject");

    public static string OwnWords(Language l) => l.Pick("✍️ Своими словами", "✍️ In my own words");

    public static Html AskAmount(Language l, Money asked) => l.Pick(
        Html.Of($"✏️ Сколько пришло? Напишите сумму целым числом рублей. Заявлено {asked.In(l)}."),
        Html.Of($"✏️ How much has come? Type a whole number of rubles. Asked for: {asked.In(l)}."));

    public static Html AskReason(Language l) => l.Pick(Html.Of($"Почему отклоняем? Клиент прочтёт причину."), Html.Of($"Why is it rejected? The customer reads the reason."));

    public static Html AskOwnReason(Language l) => l.Pick(
        Html.Of($"✍️ Напишите причину одним сообщением, до {RejectTransfer.ReasonLengthMax} знаков. Клиент прочтёт её дословно."),
        Html.Of($"✍️ Type the reason in one message, up to {RejectTransfer.ReasonLengthMax} characters. The customer reads it word for word."));

    public static Html Decided(Language l, Payment payment) => payment.Status == PaymentStatus.Rejected
        ? l.Pick(Html.Of($"❌ <b>Отклонено</b>\n\nКлиент {payment.UserId.Value} узнает причину: {TransferTexts.Reason(l, payment.Reason)}"), Html.Of($"❌ <b>Rejected</b>\n\nCustomer {payment.UserId.Value} will read the reason: {TransferTexts.Reason(l, payment.Reason)}"))
        : l.Pick(Html.Of($"✅ <b>Зачислено {payment.Amount.In(l)}</b>\n\nКлиент {payment.UserId.Value} получит сообщение."), Html.Of($"✅ <b>{payment.Amount.In(l)} credited</b>\n\nCustomer {payment.UserId.Value} will be told."));

    public static Html DecidedBefore(Language l, Payment payment) => l.Pick(
        Html.Of($"<b>Решение уже принято: {Status(l, payment.Status)}</b>\n\n{payment.Amount.In(l)}, решил {payment.ReviewedBy ?? "—"}. Ваше нажатие ничего не изменило."),
        Html.Of($"<b>Decided already: {Status(l, payment.Status)}</b>\n\n{payment.Amount.In(l)}, by {payment.ReviewedBy ?? "—"}. Your press changed nothing."));

    public static Html OverLimit(Language l, Money amount, Money limit, Money left) => l.Pick(
        Html.Of($"⚠️ {amount.In(l)} — больше вашего лимита: на сегодня осталось {left.In(l)} из {limit.In(l)}. Ничего не зачислено, решить может владелец: ему заявка уже пришла."),
        Html.Of($"⚠️ {amount.In(l)} is over your limit: {left.In(l)} of {limit.In(l)} is left today. Nothing was credited; an owner can decide and has the request already."));

    public static string NotFound(Language l) => l.Pick("Такого платежа нет.", "There is no such payment.");

    public static string Status(Language l, PaymentStatus status) => status switch
    {
        PaymentStatus.Open => l.Pick("ждёт оплаты", "waits for the money"),
        PaymentStatus.InReview => l.Pick("на проверке", "being checked"),
        PaymentStatus.Credited => l.Pick("зачислен", "credited"),
        PaymentStatus.Rejected => l.Pick("отклонён", "rejected"),
        PaymentStatus.Expired => l.Pick("не оплачен вовремя", "not paid in time"),
        PaymentStatus.Cancelled => l.Pick("отменён", "cancelled"),
        PaymentStatus.Refunding => l.Pick("возвращается", "being refunded"),
        PaymentStatus.Refunded => l.Pick("возвращён", "refunded"),
    };

    private static string Moment(DateTimeOffset at) => at.ToOffset(TimeSpan.FromHours(3)).ToString("dd.MM.yyyy HH:mm", CultureInfo.InvariantCulture);
}
