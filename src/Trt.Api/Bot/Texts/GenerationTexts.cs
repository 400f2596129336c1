using Trt.Application.Ports;
using Trt.Domain.Free;
using Trt.Domain.Generations;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Texts;

internal static class GenerationTexts
{
    /// <summary>Two lines on a phone.</summary>
    private const int WordsShown = 80;

    /// <summary>Several variations in one place.</summary>
    public static string Times(string model, int count) => count > 1 ? $"{model} ×{count}" : model;

    public static Html DoneSoFar(Language l, BatchState batch) => l.Pick(
        Html.Of($"Готово {batch.Done} из {batch.Count}."),
        Html.Of($"{batch.Done} of {batch.Count} are done."));

    public static Html BatchReceipt(Language l, string model, BatchState batch, Money balance) => Html.Paragraphs(
        l.Pick(
            Html.Of($"{(batch.Done > 0 ? "✅ " : "")}<b>{model}</b> · готово {batch.Done} из {batch.Count}"),
            Html.Of($"{(batch.Done > 0 ? "✅ " : "")}<b>{model}</b> · {batch.Done} of {batch.Count} done")),
        batch.Taken.IsZero
            ? Html.Empty
            : l.Pick(
                Html.Of($"Списано {batch.Taken.In(l)}, на балансе {balance.In(l)}."),
                Html.Of($"Charged {batch.Taken.In(l)}, balance {balance.In(l)}.")),
        batch.Ended == 0
            ? Html.Empty
            : l.Pick(
                Html.Of($"За остальное ничего не списано."),
                Html.Of($"You were charged nothing for the rest.")));

    /// <param name="words">What was asked for; null where nothing was written.</param>
    public static Html Caption(string model, string? words) => Html.Lines(
        Html.Of($"<b>{model}</b>"), words is null ? Html.Empty : Html.Of($"{Words.Shorten(words, WordsShown)}"));

    public static Html Receipt(Language l, string model, Money price, Money balance) => l.Pick(
        Html.Of($"✅ <b>{model}</b> · готово\n\nСписано {price.In(l)}, на балансе {balance.In(l)}."),
        Html.Of($"✅ <b>{model}</b> · done\n\nCharged {price.In(l)}, balance {balance.In(l)}."));

    public static Html FreeReceipt(Language l, string model, FreeRoom free) => l.Pick(
        Html.Of($"✅ <b>{model}</b> · готово\n\nБесплатно. Осталось сегодня: {free.Today}{FreeTexts.Plus(l, free.Earned)}."),
        Html.Of($"✅ <b>{model}</b> · done\n\nFree. Left today: {free.Today}{FreeTexts.Plus(l, free.Earned)}."));

    public static Html LateReceipt(Language l, string model) => l.Pick(
        Html.Of($"✅ <b>{model}</b> · готово\n\nРезультат пришёл позже обещанного, поэтому он в подарок."),
        Html.Of($"✅ <b>{model}</b> · done\n\nThe result came later than promised, so it is on us."));

    public static Html Failed(Language l, string model, Generation order) => Html.Of($"<b>{model}</b>\n\n{Why(l, order)}");

    public static Html NotAccepted(Language l, string model, string field) => l.Pick(
        Html.Of($"<b>{model}</b>\n\nМодель не приняла «{field}». Исправьте только это: всё остальное сохранено."),
        Html.Of($"<b>{model}</b>\n\nThe model did not accept “{field}”. Change just that: everything else is kept."));

    public static string Mend(Language l, string field) => Words.Shorten(l.Pick($"✏️ Исправить: {field}", $"✏️ Change: {field}"), 60);

    public static Html FailedShort(Language l, string model) => l.Pick(
        Html.Of($"<b>{model}</b> · не получилось"),
        Html.Of($"<b>{model}</b> · no result this time"));

    public static Html MoneyBack(Language l, Money price, Money balance) => l.Pick(
        Html.Of($"Деньги не списаны: {price.In(l)} снова на балансе, всего {balance.In(l)}."),
        Html.Of($"You were not charged: {price.In(l)} is back on your balance, {balance.In(l)} in all."));

    public static Html PriceBack(Language l, Money price, Money balance) => l.Pick(
        Html.Of($"Вы ничего не платите: {price.In(l)} снова на балансе, всего {balance.In(l)}."),
        Html.Of($"You pay nothing: {price.In(l)} is back on your balance, {balance.In(l)} in all."));

    public static Html FreeBack(Language l, FreeRoom free) => l.Pick(
        Html.Of($"Бесплатная генерация не потрачена. Осталось сегодня: {free.Today}{FreeTexts.Plus(l, free.Earned)}."),
        Html.Of($"Your free generation was not used. Left today: {free.Today}{FreeTexts.Plus(l, free.Earned)}."));

    public static Html Number(Language l, Cid cid) => l.Pick(
        Html.Of($"Номер обращения: <code>{cid.Value}</code>"),
        Html.Of($"Reference: <code>{cid.Value}</code>"));

    public static Html Cancelled(Language l, string model) =>
        Html.Of($"<b>{model}</b> · {ProgressTexts.State(l, GenerationStatus.Cancelled)}");

    public static string CancelledNow(Language l) => l.Pick("Отменили. Ничего не списано.", "Cancelled. Nothing was charged.");

    public static string CancelledBefore(Language l) => l.Pick("Этот заказ уже отменён, ничего не списано.", "This order is cancelled already; nothing was charged.");

    public static string TooLateToCancel(Language l) => l.Pick("Уже создаём, остановить нельзя. Результат скоро будет здесь.", "It is being created and cannot be stopped. The result will be here soon.");

    public static string NothingToCancel(Language l) => l.Pick("Этот заказ уже завершён.", "This order has ended already.");

    public static string NotFound(Language l) => l.Pick("Этот заказ не найден.", "This order was not found.");

    public static string Again(Language l) => l.Pick("🔁 Ещё раз", "🔁 Once more");

    public static string New(Language l) => l.Pick("✨ Новый запрос", "✨ New request");

    public static string Refresh(Language l) => l.Pick("🔄 Обновить", "🔄 Refresh");

    public static string Cancel(Language l) => l.Pick("✕ Отменить", "✕ Cancel");

    public static string OtherModels(Language l) => l.Pick("Другие модели", "Other models");

    public static Html LinkForLarge(Language l, Uri address) => l.Pick(
        Html.Of($"Файл слишком велик для чата. <a href=\"{address.AbsoluteUri}\">Скачать по ссылке</a> — она действует сутки."),
        Html.Of($"The file is too large for the chat. <a href=\"{address.AbsoluteUri}\">Download it here</a>; the link works for a day."));

    public static Html LinkForRefused(Language l, Uri address) => l.Pick(
        Html.Of($"Чат не принимает этот файл. <a href=\"{address.AbsoluteUri}\">Скачать по ссылке</a> — она действует сутки."),
        Html.Of($"The chat does not take this file. <a href=\"{address.AbsoluteUri}\">Download it here</a>; the link works for a day."));

    public static Html Doubted(Language l, int count) => l.Pick(
        Html.Of($"Связь прервалась, когда мы отправляли {l.Count(count, ("файл", "файла", "файлов"), ("file", "files"))}. Если результата нет выше, нажмите кнопку — пришлём снова, бесплатно."),
        Html.Of($"The connection broke while we were sending {l.Count(count, ("файл", "файла", "файлов"), ("file", "files"))}. If the result is not above, press the button and we will send it again, free of charge."));

    public static Html Lost(Language l, int lost, int outputs) => l.Pick(
        Html.Of($"Не дошло: {lost} из {outputs}. Мы не успели получить всё, что создала модель."),
        Html.Of($"Not arrived: {lost} of {outputs}. Not everything that was created could be fetched in time."));

    public static Html BackForLost(Language l, Money back, Money balance) => l.Pick(
        Html.Of($"За это {back.In(l)} снова на балансе, всего {balance.In(l)}."),
        Html.Of($"For that, {back.In(l)} is back on your balance, {balance.In(l)} in all."));

    public static Html WriteToUs(Language l, Cid cid) => l.Pick(
        Html.Of($"Напишите в поддержку, мы всё исправим. Номер обращения: <code>{cid.Value}</code>"),
        Html.Of($"Write to support and we will make it right. Reference: <code>{cid.Value}</code>"));

    public static string SendAgain(Language l) => l.Pick("📥 Прислать снова", "📥 Send again");

    public static string SendingAgain(Language l) => l.Pick("Отправляем ещё раз.", "Sending it again.");

    public static string NothingInDoubt(Language l) => l.Pick("Уже отправлено, результат выше.", "It has been sent, the result is above.");

    public static string Originals(Language l) => l.Pick("📄 Оригинал файлом", "📄 Original file");

    public static string OriginalsOnTheWay(Language l) => l.Pick("Готовим файл в исходном качестве. Бесплатно.", "Preparing the file in original quality. Free of charge.");

    public static string OriginalsJustAsked(Language l) => l.Pick("Файл уже в пути или выше в чате.", "The file is on its way or already above.");

    public static string NoOriginals(Language l) => l.Pick("У этого заказа нет файлов.", "This order has no files.");

    public static Html OriginalGone(Language l, string model) => l.Pick(
        Html.Of($"<b>{model}</b>\n\nИсходный файл больше не хранится. Результат в чате остаётся с вами, а повторить заказ можно одной кнопкой."),
        Html.Of($"<b>{model}</b>\n\nThe original file is no longer kept. The result in the chat is yours to keep, and one button orders it again."));

    public static Html OriginalCaption(Language l, string model) => l.Pick(
        Html.Of($"<b>{model}</b> · исходное качество"),
        Html.Of($"<b>{model}</b> · original quality"));

    public static string Status(Language l, GenerationStatus status) => status switch
    {
        GenerationStatus.Queued or GenerationStatus.Submitting or GenerationStatus.Uncertain or GenerationStatus.Running => "⏳",
        GenerationStatus.Succeeded or GenerationStatus.Delivered => "✅",
        GenerationStatus.Failed or GenerationStatus.Expired or GenerationStatus.Cancelled => "✕",
    } + $" {ProgressTexts.State(l, status)}";

    public static Html NoHistory(Language l) => l.Pick(
        Html.Of($"<b>Здесь будут ваши работы</b>\n\nПервая появится через минуту: выберите модель и опишите идею."),
        Html.Of($"<b>Your work will appear here</b>\n\nThe first piece is a minute away: choose a model and describe your idea."));

    /// <summary>The same for whoever looks from behind the counter.</summary>
    public static string Reason(Language l, Generation order) => Why(l, order);

    private static string Why(Language l, Generation order) => order is { Status: GenerationStatus.Expired, HasNeverLeft: true }
        ? l.Pick("Начать вовремя не получилось. Попробуйте ещё раз или выберите другую модель.", "It could not be started in time. Try again or choose another model.")
        : Why(l, order.Failure ?? FailureReason.ProviderError);

    private static string Why(Language l, FailureReason reason) => reason switch
    {
        FailureReason.InvalidInput => l.Pick("Модель не приняла один из параметров. Измените описание или настройки и попробуйте снова.", "The model did not accept one of the inputs. Change the text or the settings and try again."),
        FailureReason.Moderation => l.Pick("Запрос не прошёл правила безопасности. Переформулируйте его мягче.", "The request does not meet the safety rules. Please rephrase it."),
        FailureReason.ModelUnavailable => l.Pick("Модель временно недоступна. Выберите другую, похожих много.", "The model is unavailable for now. Many others can do the same."),
        FailureReason.ShopPaused => l.Pick("Запуски ненадолго приостановлены. Попробуйте через несколько минут.", "New starts are paused for a moment. Please try again in a few minutes."),
        FailureReason.ProviderError => l.Pick("Модель не справилась с этим запросом. Попробуйте ещё раз или измените описание.", "The model could not complete this one. Try again or change the text."),
        FailureReason.InputLost => l.Pick("Один из ваших файлов больше не открывается. Пришлите его заново.", "One of your files can no longer be opened. Please send it again."),
        FailureReason.EmptyResult => l.Pick("Модель вернула пустой результат. Попробуйте ещё раз.", "The model returned nothing. Please try again."),
        FailureReason.ResultLost => l.Pick("Модель справилась, но файл пропал, прежде чем мы успели его забрать. Попробуйте ещё раз.", "The model did its work, but the file was gone before we could fetch it. Please try again."),
        FailureReason.GivenBack => l.Pick("Мы вернули деньги за этот заказ. Если результат всё же придёт, пришлём его бесплатно.", "We have given the money for this one back. If the result still comes, you will get it for free."),
        FailureReason.TimedOut => l.Pick("Модель не успела в срок. Если результат всё же придёт, мы пришлём его бесплатно.", "The model did not finish in time. If the result still comes, you will get it for free."),
    };
}
