using Trt.Application.Privacy;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Texts;

/// <summary>What the shop keeps of a person, in plain words: every figure here is the one that the shop works by.</summary>
internal static class PrivacyTexts
{
    public static string Button(Language l) => l.Pick("🔐 Мои данные", "🔐 My data");

    public static Html Title(Language l) => l.Pick(
        Html.Of($"<b>Ваши данные</b>\n\nОни ваши: их можно забрать, сделать исчезающими или стереть."),
        Html.Of($"<b>Your data</b>\n\nIt is yours: take it along, let it vanish, or have it erased."));

    public static Html Kept(Language l) => l.Pick(
        Html.Of($"<b>Что храним</b>\n• Имя и язык из мессенджера: пока вы с нами.\n• Заказы — описание, номера ваших файлов и ссылки на результат: {Year(l)}, избранное дольше.\n• Сообщения, по которым мы подбирали модели: 14 дней. Незаконченный заказ: сутки.\n• Скриншоты переводов: {Year(l)}.\n• Движения денег — всегда: так можно доказать каждую копейку."),
        Html.Of($"<b>What is kept</b>\n• Your name and language from the messenger: as long as you are with us.\n• Orders — your text, the numbers of your files and links to the result: {Year(l)}, favourites longer.\n• Messages for which models were suggested: 14 days. An unfinished order: a day.\n• Screenshots of transfers: {Year(l)}.\n• Movements of money: always, so that every kopeck can be proven."));

    public static Html Seen(Language l) => l.Pick(
        Html.Of($"<b>Кто это видит</b>\nСервис, который создаёт результат, получает описание и файлы заказа. Поддержка открывает ваш ввод, только когда разбирается с заказом, и это записывается. Больше никто."),
        Html.Of($"<b>Who sees it</b>\nThe service that makes the result gets the text and the files of the order. Support opens what you wrote only to look into an order, and that is written down. Nobody else."));

    public static Html Vanishing(Language l, bool isOn) => isOn
        ? l.Pick(
            Html.Of($"🫥 <b>Исчезающие заказы включены.</b> Через {Minutes(l)} после доставки мы забудем, что вы просили и что получилось. Чек останется."),
            Html.Of($"🫥 <b>Vanishing orders are on.</b> {Minutes(l)} after delivery we forget what you asked for and what came of it. The receipt stays."))
        : Html.Empty;

    public static string ArchiveButton(Language l) => l.Pick("📦 Забрать мои данные", "📦 Take my data along");

    public static string VanishButton(Language l, bool isOn) => isOn
        ? l.Pick("🫥 Исчезающие заказы: выключить", "🫥 Vanishing orders: switch off")
        : l.Pick("🫥 Исчезающие заказы: включить", "🫥 Vanishing orders: switch on");

    public static string VanishingChosen(Language l, bool isOn) => isOn
        ? l.Pick("Новые заказы будут исчезать после доставки.", "New orders will vanish after delivery.")
        : l.Pick("Новые заказы будут сохраняться в истории.", "New orders will be kept in your history.");

    public static string EraseButton(Language l) => l.Pick("🗑 Стереть меня", "🗑 Erase me");

    public static Html ArchiveOrdered(Language l) => l.Pick(
        Html.Of($"📦 Собираем архив: заказы, деньги, сообщения. Он придёт сюда файлом."),
        Html.Of($"📦 Your archive is being put together: orders, money, messages. It will come here as a file."));

    public static string ArchiveJustAsked(Language l, TimeSpan again) => l.Pick(
        $"Архив уже собран или в пути. Новый можно через {Wait(l, again)}.",
        $"Your archive is on its way or here. The next one can be made in {Wait(l, again)}.");

    public static Html ArchiveCaption(Language l, int piece, bool isLast) => (piece, isLast) switch
    {
        (1, true) => l.Pick(Html.Of($"📦 Ваши данные. Что внутри — в README.txt."), Html.Of($"📦 Your data. README.txt tells what is inside.")),
        (_, true) => l.Pick(Html.Of($"📦 Ваши данные, часть {piece}, последняя."), Html.Of($"📦 Your data, part {piece}, the last one.")),
        _ => l.Pick(Html.Of($"📦 Ваши данные, часть {piece}. Продолжение следует."), Html.Of($"📦 Your data, part {piece}. More follows.")),
    };

    public static Html WhatGoes(Language l) => l.Pick(
        Html.Of($"<b>Стереть всё о вас?</b>\n\nИсчезнут имя, история, избранное, описания, ваши файлы и ссылки на результаты, незаконченный заказ, скриншоты переводов."),
        Html.Of($"<b>Erase everything about you?</b>\n\nYour name, history, favourites, texts, files and links to results, an unfinished order, and screenshots of transfers will be gone."));

    public static Html WhatStays(Language l) => l.Pick(
        Html.Of($"<b>Что останется и почему</b>\n• Движения денег под вашим номером, без имени: деньги должны быть доказуемы.\n• Сообщения в этом чате: удалите их сами.\n• Копии у сервиса, который создавал результаты: он удаляет их по своим правилам.\n\nВернуться можно в любой момент, но подарки новичка второй раз не выдаются."),
        Html.Of($"<b>What stays, and why</b>\n• Movements of money under your number, without a name: money has to be provable.\n• Messages in this chat: delete them yourself.\n• Copies at the service that made the results: it deletes them by its own rules.\n\nYou may come back at any time, but a newcomer's gifts are given once."));

    public static Html MoneyLeft(Language l, Money available) => l.Pick(
        Html.Of($"⚠️ На балансе <b>{available.In(l)}</b>. Потратьте их или попросите вернуть платёж: /paysupport. Если сотрёте всё сейчас, деньги пропадут."),
        Html.Of($"⚠️ There is <b>{available.In(l)}</b> on your balance. Spend it, or ask for a refund: /paysupport. If you erase everything now, it is lost."));

    public static string GoOn(Language l) => l.Pick("Продолжить", "Go on");

    public static string KeepAll(Language l) => l.Pick("‹ Оставить всё как есть", "‹ Keep everything");

    public static Html BalanceIsOther(Language l) => l.Pick(
        Html.Of($"Баланс успел измениться, поэтому спрашиваем ещё раз."), Html.Of($"The balance has changed meanwhile, so you are asked once more."));

    public static Html Surely(Language l, Money available) => available.IsZero
        ? l.Pick(Html.Of($"<b>Точно стереть?</b>\n\nОтменить это будет нельзя."), Html.Of($"<b>Really erase it all?</b>\n\nIt cannot be undone."))
        : l.Pick(
            Html.Of($"<b>Точно стереть и отказаться от {available.In(l)}?</b>\n\nОтменить это будет нельзя."),
            Html.Of($"<b>Really erase it all and give up {available.In(l)}?</b>\n\nIt cannot be undone."));

    public static string Go(Language l, Money available) => available.IsZero
        ? l.Pick("🗑 Да, стереть всё", "🗑 Yes, erase everything")
        : l.Pick($"🗑 Отказаться от {available.In(l)} и стереть всё", $"🗑 Give up {available.In(l)} and erase all");

    public static Html EraseEnded(Language l, ErasureResult result) => result switch
    {
        ErasureResult.Erased => l.Pick(
            Html.Of($"Готово: о вас ничего не осталось, кроме движений денег под номером. Захотите вернуться — нажмите кнопку."),
            Html.Of($"Done: nothing is left of you but movements of money under a number. Should you want to come back, press the button.")),
        ErasureResult.OrderUnderWay => l.Pick(
            Html.Of($"Ваш заказ ещё в работе, и за него отложены деньги. Дождитесь конца и приходите снова: сейчас ничего не стёрто."),
            Html.Of($"An order of yours is still being worked on, with money set aside for it. Come back when it has ended; nothing has been erased now.")),
        ErasureResult.PaymentUnderWay => l.Pick(
            Html.Of($"Ваш платёж ещё не закончен: оплатите или отмените счёт, дождитесь проверки перевода или возврата. Сейчас ничего не стёрто."),
            Html.Of($"A payment of yours has not ended: pay or cancel the invoice, or wait for the transfer to be checked or the refund to arrive. Nothing has been erased now.")),
        ErasureResult.IsOperator => l.Pick(
            Html.Of($"Вы работаете в этом магазине. Сначала попросите владельца снять ваши права: сейчас ничего не стёрто."),
            Html.Of($"You work in this shop. Ask an owner to take your rights first; nothing has been erased now.")),
        _ => throw new InvalidOperationException($"No words for {result.GetType().Name}"),
    };

    public static string BeginAnew(Language l) => l.Pick("👋 Вернуться новичком", "👋 Come back as a newcomer");

    public static string ForgetButton(Language l) => l.Pick("🔥 Удалить отовсюду", "🔥 Delete everywhere");

    public static Html WhatForgetMeans(Language l) => l.Pick(
        Html.Of($"«Отовсюду» сотрёт и описание, и результат, и сообщения с ним в этом чате. Копии у сервиса, который его создавал, удаляются по его правилам."),
        Html.Of($"“Everywhere” erases the text, the result, and its messages in this chat too. Copies at the service that made it are deleted by its own rules."));

    public static Html Forgotten(Language l, ForgetOutcome outcome) => outcome == ForgetOutcome.ForgottenButForTheGroup
        ? l.Pick(
            Html.Of($"🔥 Описание и результат стёрты, чек остался. Ответ в группе мы не трогаем: попросите удалить его там."),
            Html.Of($"🔥 The text and the result are erased, the receipt stays. We leave the answer in the group alone: ask there to have it deleted."))
        : outcome == ForgetOutcome.Forgotten
        ? l.Pick(
            Html.Of($"🔥 Удалено: описание и результат стёрты, сообщения с ним уходят из чата. Чек остался."),
            Html.Of($"🔥 Deleted: the text and the result are erased, its messages are leaving the chat. The receipt stays."))
        : l.Pick(
            Html.Of($"🔥 Описание и результат стёрты, чек остался. Сообщения с результатом старше двух суток мессенджер удалять не даёт: удалите их из чата сами."),
            Html.Of($"🔥 The text and the result are erased, the receipt stays. The messenger does not let us delete messages older than two days: please delete those yourself."));

    public static Html StillInChat(Language l, int count) => l.Pick(
        Html.Of($"Мессенджер не дал удалить {l.Count(count, ("сообщение", "сообщения", "сообщений"), ("message", "messages"))} с результатом. Удалите сами, если видите."),
        Html.Of($"The messenger would not delete {l.Count(count, ("сообщение", "сообщения", "сообщений"), ("message", "messages"))} with the result. Please delete what you still see."));

    public static string Vanished(Language l) => l.Pick("🫥 исчезло", "🫥 vanished");

    private static string Year(Language l) => l.Pick("год", "a year");

    private static string Minutes(Language l) => l.Count(
        (int)TendPrivacy.VanishesAfter.TotalMinutes, ("минуту", "минуты", "минут"), ("minute", "minutes"));

    private static string Wait(Language l, TimeSpan again) => l.Count(
        Math.Max(1, (int)Math.Ceiling(again.TotalMinutes)), ("минуту", "минуты", "минут"), ("minute", "minutes"));
}
