using Trt.Application.BackOffice.Broadcasts;
using Trt.Domain.Broadcasts;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Texts;

/// <summary>What the shop writes to many: how it is composed, sent and counted.</summary>
internal static class BroadcastTexts
{
    private const int ShownMax = 600;

    public static string Entry(Language l) => l.Pick("📣 Рассылки", "📣 News");

    public static Html Title(Language l, bool isEmpty) => Html.Paragraphs(
        l.Pick(Html.Of($"<b>Рассылки</b>"), Html.Of($"<b>News to customers</b>")),
        l.Pick(
            Html.Of($"Новость уходит не быстрее десяти сообщений в секунду, чтобы не мешать заказам. Кто отключил новости, их не получит."),
            Html.Of($"News leave at no more than ten messages a second, so that orders are not held up. Who has said no to news gets none.")),
        isEmpty ? l.Pick(Html.Of($"Пока ничего не отправляли."), Html.Of($"Nothing was sent yet.")) : Html.Empty);

    public static string Compose(Language l) => l.Pick("✍️ Написать", "✍️ Write");

    public static string Row(Language l, Broadcast broadcast) =>
        $"{Sign(broadcast)} {AdminTexts.Moment(broadcast.StartedAt ?? broadcast.CreatedAt)} · {People(l, broadcast.Total)}";

    public static Html Draft(Language l, ModelTitles titles, BroadcastView view)
    {
        var draft = view.Broadcast;
        return Html.Paragraphs(
            l.Pick(Html.Of($"<b>Черновик рассылки</b>"), Html.Of($"<b>A draft</b>")),
            Words(l, Language.Russian, draft.TextRu),
            Words(l, Language.English, draft.TextEn),
            Html.Lines(
                draft.PictureFileId is null
                    ? l.Pick(Html.Of($"🖼 Без картинки"), Html.Of($"🖼 No picture"))
                    : l.Pick(Html.Of($"🖼 Картинка есть"), Html.Of($"🖼 With a picture")),
                draft.Links.Count == 0
                    ? l.Pick(Html.Of($"🔘 Без кнопок"), Html.Of($"🔘 No buttons"))
                    : l.Pick(Html.Of($"🔘 Кнопки: {Links(l, titles, draft)}"), Html.Of($"🔘 Buttons: {Links(l, titles, draft)}")),
                l.Pick(
                    Html.Of($"👥 Кому: {AudienceName(l, draft.Audience)}, сейчас {People(l, view.Reach)}"),
                    Html.Of($"👥 To: {AudienceName(l, draft.Audience)}, {People(l, view.Reach)} now"))),
            (draft.TextRu is null) != (draft.TextEn is null)
                ? l.Pick(Html.Of($"Текст на одном языке получат все."), Html.Of($"Words in one language go to everybody."))
                : Html.Empty);
    }

    public static Html Problem(Language l, BroadcastProblem problem) => problem switch
    {
        BroadcastProblem.NoText => l.Pick(Html.Of($"⚠️ Сначала напишите текст."), Html.Of($"⚠️ Write the words first.")),
        BroadcastProblem.TextTooLong => l.Pick(
            Html.Of($"⚠️ Слишком длинно: до {Broadcast.TextLengthMax} знаков, под картинкой до {Broadcast.CaptionLengthMax}."),
            Html.Of($"⚠️ Too long: up to {Broadcast.TextLengthMax} characters, under a picture up to {Broadcast.CaptionLengthMax}.")),
        BroadcastProblem.TooManyLinks => l.Pick(
            Html.Of($"⚠️ Кнопок может быть до {Broadcast.LinksMax}, одинаковых не бывает."),
            Html.Of($"⚠️ There can be up to {Broadcast.LinksMax} buttons, each of them once.")),
    };

    public static string TextButton(Language l, Language of, bool isThere) => (of, isThere) switch
    {
        (Language.Russian, false) => l.Pick("✍️ Текст по-русски", "✍️ Words in Russian"),
        (Language.Russian, true) => l.Pick("✏️ Изменить русский", "✏️ Change the Russian"),
        (Language.English, false) => l.Pick("✍️ Текст по-английски", "✍️ Words in English"),
        (Language.English, true) => l.Pick("✏️ Изменить английский", "✏️ Change the English"),
        _ => throw new InvalidOperationException($"No words for {of}"),
    };

    public static Html WriteNow(Language l) => l.Pick(
        Html.Of($"✍️ Пришлите текст новости одним сообщением. Картинку, кнопку и получателей выберете ниже."),
        Html.Of($"✍️ Send the news as one message. Picture, button and recipients are chosen below."));

    public static string NoText(Language l, Language of) => of switch
    {
        Language.Russian => l.Pick("✕ Без русского", "✕ No Russian"),
        Language.English => l.Pick("✕ Без английского", "✕ No English"),
    };

    public static Html AskText(Language l, Language of) => of switch
    {
        Language.Russian => l.Pick(
            Html.Of($"<b>Текст по-русски</b>\n\nПришлите его одним сообщением. Разметка не нужна: что напишете, то и увидят."),
            Html.Of($"<b>Words in Russian</b>\n\nSend them in one message. No markup: what you write is what they read.")),
        Language.English => l.Pick(
            Html.Of($"<b>Текст по-английски</b>\n\nПришлите его одним сообщением. Разметка не нужна: что напишете, то и увидят."),
            Html.Of($"<b>Words in English</b>\n\nSend them in one message. No markup: what you write is what they read.")),
    };

    public static string PictureButton(Language l, bool isThere) => isThere ? l.Pick("✕ Без картинки", "✕ No picture") : l.Pick("🖼 Картинка", "🖼 Picture");

    public static Html AskPicture(Language l) => l.Pick(
        Html.Of($"<b>Картинка</b>\n\nПришлите её как фото. Текст под картинкой — до {Broadcast.CaptionLengthMax} знаков."),
        Html.Of($"<b>Picture</b>\n\nSend it as a photo. The words under it may have {Broadcast.CaptionLengthMax} characters."));

    public static Html NoPhoto(Language l) => l.Pick(Html.Of($"⚠️ Нужна картинка, отправленная как фото."), Html.Of($"⚠️ Please send a picture as a photo."));

    public static string LinksButton(Language l) => l.Pick("🔘 Добавить кнопку", "🔘 Add a button");

    public static string NoLinks(Language l) => l.Pick("✕ Без кнопок", "✕ No buttons");

    public static Html AskLink(Language l) => l.Pick(Html.Of($"<b>Куда ведёт кнопка?</b>"), Html.Of($"<b>Where does the button lead?</b>"));

    public static string Place(Language l, BroadcastPlace place) => place switch
    {
        BroadcastPlace.Menu => l.Pick("🏠 В меню", "🏠 To the menu"),
        BroadcastPlace.TopUp => l.Pick("💰 К пополнению", "💰 To the top-up"),
        BroadcastPlace.Promo => l.Pick("🎟 К промокодам", "🎟 To promo codes"),
        BroadcastPlace.Kind => l.Pick("🗂 К виду работ", "🗂 To a kind of work"),
        BroadcastPlace.Model => l.Pick("✨ К модели", "✨ To a model"),
    };

    public static Html AskModel(Language l) => l.Pick(
        Html.Of($"<b>К какой модели?</b>\n\nПришлите часть названия."), Html.Of($"<b>To which model?</b>\n\nSend a part of its name."));

    public static Html Found(Language l, bool isNothing) => isNothing
        ? l.Pick(Html.Of($"⚠️ Такой модели не нашли, попробуйте иначе."), Html.Of($"⚠️ No such model, try another word."))
        : l.Pick(Html.Of($"Выберите модель:"), Html.Of($"Choose the model:"));

    public static string AudienceButton(Language l) => l.Pick("👥 Кому", "👥 To whom");

    public static Html AskAudience(Language l) => l.Pick(
        Html.Of($"<b>Кому отправим?</b>\n\nОстановившие бота и отключившие новости не получат в любом случае."),
        Html.Of($"<b>To whom?</b>\n\nWho has stopped the bot or said no to news gets nothing in any case."));

    public static string AudienceName(Language l, Audience audience) => audience switch
    {
        Audience.Everyone => l.Pick("всем", "everyone"),
        Audience.ActiveWeek => l.Pick("заходили за 7 дней", "seen within 7 days"),
        Audience.ActiveMonth => l.Pick("заходили за 30 дней", "seen within 30 days"),
        Audience.ActiveQuarter => l.Pick("заходили за 90 дней", "seen within 90 days"),
        Audience.Paid => l.Pick("хоть раз платили", "have paid"),
        Audience.NeverPaid => l.Pick("ещё не платили", "have never paid"),
        Audience.WithBalance => l.Pick("с деньгами на балансе", "with money on the balance"),
        Audience.Russian => l.Pick("пишут по-русски", "speak Russian"),
        Audience.English => l.Pick("пишут по-английски", "speak English"),
    };

    public static string Preview(Language l) => l.Pick("👀 Показать мне", "👀 Show it to me");

    public static string PreviewComes(Language l) => l.Pick("Пришлю ниже, как увидят клиенты.", "It comes below, as customers will see it.");

    public static string Send(Language l) => l.Pick("📣 Отправить…", "📣 Send…");

    public static Html Sure(Language l, BroadcastView view) => l.Pick(
        Html.Of($"⚠️ <b>Отправить рассылку?</b>\n\nКому: {AudienceName(l, view.Broadcast.Audience)}. Получат: <b>{People(l, view.Reach)}</b>, это займёт около {Minutes(l, view.Reach)}. Отозвать отправленное нельзя, остановить остальное можно."),
        Html.Of($"⚠️ <b>Send it?</b>\n\nTo: {AudienceName(l, view.Broadcast.Audience)}. It reaches <b>{People(l, view.Reach)}</b> and takes about {Minutes(l, view.Reach)}. What is sent cannot be taken back; the rest can be stopped."));

    public static string Surely(Language l, int reach) => l.Pick($"Да, отправить: {People(l, reach)}", $"Yes, send it to {People(l, reach)}");

    public static Html Outdated(Language l) => l.Pick(
        Html.Of($"☝️ Этот черновик с тех пор изменился или уже отправлен. Посмотрите ещё раз."),
        Html.Of($"☝️ This draft has changed since, or was sent. Please look once more."));

    public static Html Nobody(Language l) => l.Pick(
        Html.Of($"☝️ Сейчас под этот выбор никто не подходит."), Html.Of($"☝️ Nobody belongs to this choice now."));

    public static string Drop(Language l) => l.Pick("🗑 Выбросить черновик", "🗑 Throw it away");

    public static Html DropQuestion(Language l) => l.Pick(Html.Of($"Выбросить черновик целиком?"), Html.Of($"Throw the whole draft away?"));

    public static string DropSurely(Language l) => l.Pick("Да, выбросить", "Yes, throw it away");

    public static Html Standing(Language l, BroadcastView view)
    {
        var (broadcast, counts) = (view.Broadcast, view.Counts);
        return Html.Paragraphs(
            Html.Of($"{Sign(broadcast)} <b>{State(l, broadcast)}</b>{(broadcast.EndedAt is { } end ? $" · {AdminTexts.Moment(end)}" : "")}"),
            Html.Lines(
                l.Pick(
                    Html.Of($"Кому: {AudienceName(l, broadcast.Audience)}, {People(l, broadcast.Total)}"),
                    Html.Of($"To: {AudienceName(l, broadcast.Audience)}, {People(l, broadcast.Total)}")),
                Line(counts.Sent, l.Pick("доставлено", "delivered"), always: true),
                Line(counts.Waiting + counts.Claimed, broadcast.IsSending ? l.Pick("ещё ждут", "still waiting") : l.Pick("не отправлено", "not sent")),
                Line(counts.Left, l.Pick("остановили бота", "have stopped the bot")),
                Line(counts.Skipped, l.Pick("отказались от новостей", "said no to news")),
                Line(counts.Failed, l.Pick("мессенджер не принял", "refused by the messenger")),
                Line(counts.Unknown, l.Pick("ответ потерялся: дошло или нет, неизвестно; второй раз не шлём", "answer lost: it may or may not have arrived; not sent again"))),
            Words(l, Language.Russian, broadcast.TextRu),
            Words(l, Language.English, broadcast.TextEn));
    }

    public static string Refresh(Language l) => GenerationTexts.Refresh(l);

    public static string Stop(Language l) => l.Pick("⏹ Остановить", "⏹ Stop");

    public static Html StopQuestion(Language l) => l.Pick(
        Html.Of($"Остановить рассылку? Кому ещё не отправили, не получат."), Html.Of($"Stop it? Who has not got it yet will not get it."));

    public static string StopSurely(Language l) => l.Pick("Да, остановить", "Yes, stop it");

    public static string SameAgain(Language l) => l.Pick("📣 Все рассылки", "📣 All news");

    /// <summary>"1 человек, 2 человека, 5 человек".</summary>
    public static string People(Language l, int count) =>
        l.Count(count, ("человек", "человека", "человек"), ("person", "people"));

    private static string Minutes(Language l, int people) =>
        l.CountOf(Math.Max(1, (people + 599) / 600), ("минуты", "минут"), ("minute", "minutes"));

    private static string Links(Language l, ModelTitles titles, Broadcast draft) =>
        string.Join(", ", draft.Links.Select(link => NewsTexts.Link(l, titles, link)));

    private static Html Words(Language l, Language of, string? text) => text is null
        ? Html.Empty
        : Html.Of($"{(of == Language.Russian ? "🇷🇺" : "🇬🇧")} <i>{Texts.Words.Shorten(text, ShownMax)}</i>");

    private static Html Line(int count, string what, bool always = false) => count == 0 && !always ? Html.Empty : Html.Of($"• {what}: {count}");

    private static string State(Language l, Broadcast broadcast) => broadcast.State switch
    {
        BroadcastState.Draft => l.Pick("Черновик", "Draft"),
        BroadcastState.Sending => l.Pick("Отправляется", "Being sent"),
        BroadcastState.Stopped => l.Pick("Остановлена", "Stopped"),
        BroadcastState.Done => l.Pick("Отправлена", "Sent"),
    };

    private static string Sign(Broadcast broadcast) => broadcast.State switch
    {
        BroadcastState.Draft => "✍️",
        BroadcastState.Sending => "⏳",
        BroadcastState.Stopped => "⏹",
        BroadcastState.Done => "✅",
    };
}
