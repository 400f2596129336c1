using System.Globalization;
using Trt.Application.Ports;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Texts;

/// <summary>
/// What operators must know: what happened, what it means for customers, what happens by itself. Whatever others have said about it
/// (the supplier, the database) stands below as it is.
/// </summary>
internal static class AlertTexts
{
    public static Html Alert(Language l, ModelTitles titles, MatterWord word, TimeSpan age) => word.News switch
    {
        MatterNews.Begins => Words(l, Of(l, titles, word.Matter), Often(l, word)),
        MatterNews.GoesOn => Words(l, Of(l, titles, word.Matter), Html.Lines(GoesOn(l, age), Often(l, word))),
        MatterNews.Over => Html.Paragraphs(
            Html.Of($"✅ <b>{Over(l, word.Matter)}</b>"),
            l.Pick(Html.Of($"Продолжалось {Span(l, age)}. Делать ничего не нужно."), Html.Of($"It went on for {Span(l, age)}. Nothing has to be done."))),
    };

    public static string Open(Language l) => l.Pick("▶️ Запускать заказы сейчас", "▶️ Start orders now");

    public static Html Opened(Language l, bool wasPaused) => wasPaused
        ? l.Pick(
            Html.Of($"✅ Заказы снова запускаются. Если причина осталась, пауза вернётся сама и вы узнаете."),
            Html.Of($"✅ Orders start again. If the cause is still there, the pause comes back by itself and you will hear."))
        : l.Pick(Html.Of($"👌 Паузы уже нет: заказы запускаются."), Html.Of($"👌 There is no pause any more: orders start."));

    public static string Order(Language l) => l.Pick("🎨 Открыть заказ", "🎨 Open the order");

    public static string Payment(Language l) => l.Pick("💳 Открыть пополнение", "💳 Open the top-up");

    /// <summary>"40 мин", "1 ч 5 мин", "3 дн.".</summary>
    public static string Span(Language l, TimeSpan age) => age switch
    {
        { TotalMinutes: < 1 } => l.Pick("меньше минуты", "less than a minute"),
        { TotalHours: < 1 } => $"{Number(age.Minutes)} {l.Pick("мин", "min")}",
        { TotalDays: < 1 } => $"{Number(age.Hours)} {l.Pick("ч", "h")}{(age.Minutes == 0 ? "" : $" {Number(age.Minutes)} {l.Pick("мин", "min")}")}",
        _ => l.Pick($"{Number(age.Days)} дн.", age.Days == 1 ? "1 day" : $"{Number(age.Days)} days"),
    };

    private static AlertWords Of(Language l, ModelTitles titles, Matter matter) =>
        AlertMoneyTexts.Of(l, matter) ?? AlertModelTexts.Of(l, titles, matter) ?? AlertShopTexts.Of(l, titles, matter)
        ?? throw new InvalidOperationException($"No words for {matter.GetType().Name}");

    private static Html Words(Language l, AlertWords words, Html standing) => Html.Paragraphs(
        Html.Of($"{words.Sign} <b>{words.What}</b>"),
        standing,
        words.Meaning.IsEmpty ? Html.Empty : Html.Join(l.Pick("Для клиентов: ", "For customers: "), words.Meaning),
        words.Next.IsEmpty ? Html.Empty : Html.Join(l.Pick("Дальше: ", "Next: "), words.Next),
        words.Detail.Length == 0
            ? Html.Empty
            : AdminTexts.Details(l, words.Detail));

    private static Html GoesOn(Language l, TimeSpan age) => l.Pick(
        Html.Of($"⏳ Всё ещё так, уже {Span(l, age)}."), Html.Of($"⏳ Still so, for {Span(l, age)} now."));

    private static Html Often(Language l, MatterWord word) => word.Times <= 1
        ? Html.Empty
        : l.Pick(
            Html.Of($"С прошлого сообщения: {l.Count(word.Times, ("раз", "раза", "раз"), ("", ""))}."),
            Html.Of($"Since the last message: {l.Count(word.Times, ("", "", ""), ("time", "times"))}."));

    private static string Over(Language l, Matter matter) => matter switch
    {
        Matter.StartsRefused => l.Pick("Заказы снова запускаются", "Orders start again"),
        Matter.BooksDiffer => l.Pick("Книги снова сходятся", "The books agree again"),
        Matter.UpdateParked => l.Pick("Отложенных сообщений больше нет", "No message is put aside any more"),
        Matter.WorkParked => l.Pick("Отложенная работа разобрана", "The work that was put aside is done"),
        Matter.InvoicesRefused => l.Pick("Счета снова оплачивают", "Invoices are paid again"),
        Matter.ListDoubted or Matter.CostsOld => l.Pick("Цены поставщика снова читаются", "The supplier's prices are read again"),
        Matter.CardsBroken => l.Pick("Карточки моделей снова в порядке", "The models' cards are sound again"),
        Matter.BackupsMissing => l.Pick("Копия данных снова сделана", "The data were copied again"),
        Matter.SettingNotFollowed => l.Pick("Все настройки снова действуют", "All settings hold again"),
        _ => throw new InvalidOperationException($"{matter.GetType().Name} ends without a word"),
    };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <param name="Sign">How much it hurts: 🔴 customers, 🟠 money or range, 🔵 to know.</param>
/// <param name="Next">What happens by itself, and what does not.</param>
internal sealed record AlertWords(string Sign, string What, Html Meaning, Html Next, string Detail = "");
