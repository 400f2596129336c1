using System.Globalization;
using Trt.Api.Bot.Routes;
using Trt.Application.Ports;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Texts;

/// <summary>The counter itself: menu, audit trail, tables.</summary>
internal static class AdminTexts
{
    public static Html Title(Language l) => l.Pick(
        Html.Of($"<b>Панель</b>\n\nКлиенты, деньги и порядок в одном месте. Каждое изменение записывается."),
        Html.Of($"<b>Panel</b>\n\nCustomers, money and order in one place. Every change is written down."));

    public static Html HasMoved(Language l, Moved what) => what switch
    {
        Moved.Checks => l.Pick(
            Html.Of($"Состояние видно в «Статистике» и «Моделях», проверка настроек — в консоли: <code>./trt check</code>"),
            Html.Of($"How things stand is in the statistics and the models; settings are checked on the console: <code>./trt check</code>")),
    };

    public static Html Spending(Language l, Money limit, Money left) => l.Pick(
        Html.Of($"Ваш лимит зачислений на сегодня: {left.In(l)} из {limit.In(l)}."),
        Html.Of($"You may credit {left.In(l)} of {limit.In(l)} today."));

    public static Html OnlyLooks(Language l) => l.Pick(
        Html.Of($"Вам видно клиентов, заказы и модели. Менять деньги и настройки могут админы и владельцы."),
        Html.Of($"You see customers, orders and models. Money and settings are changed by admins and owners."));

    public static string Panel(Language l) => l.Pick("🗂 Панель", "🗂 Panel");

    public static string Find(Language l) => l.Pick("🔎 Найти клиента или заказ", "🔎 Find a customer or order");

    public static string Newest(Language l) => l.Pick("👥 Новые клиенты", "👥 New customers");

    public static string Transfers(Language l) => l.Pick("🏦 Переводы на проверке", "🏦 Transfers to check");

    public static Html WaitingTransfers(Language l, int waiting, int brought) => waiting == 0
        ? l.Pick(Html.Of($"🏦 Ни один перевод не ждёт проверки."), Html.Of($"🏦 No transfer is waiting to be checked."))
        : l.Pick(
            Html.Of($"🏦 <b>Ждут проверки: {waiting}</b>\n\nСкриншоты ниже, самые давние сначала: {brought}."),
            Html.Of($"🏦 <b>Waiting to be checked: {waiting}</b>\n\nThe screenshots are below, the oldest first: {brought}."));

    public static string Statistics(Language l) => l.Pick("📈 Статистика", "📈 Statistics");

    public static string Audit(Language l) => l.Pick("📜 Журнал", "📜 Audit");

    public static string Export(Language l) => l.Pick("📤 Выгрузка", "📤 Export");

    public static string Team(Language l) => l.Pick("🛡 Админы", "🛡 Admins");

    public static Html BadReason(Language l, int lengthMax) => l.Pick(
        Html.Of($"⚠️ Причина нужна текстом, до {lengthMax} символов."),
        Html.Of($"⚠️ The reason must be a text of up to {lengthMax} characters."));

    /// <summary>What others have said of it (the supplier, our own count), as it is.</summary>
    public static Html Details(Language l, string words, int lengthMax = 300) =>
        Html.Of($"{l.Pick("Подробности", "Details")}: <i>{Words.Shorten(words, lengthMax)}</i>");

    public static Html ExportTitle(Language l) => l.Pick(
        Html.Of($"<b>Выгрузка</b>\n\nТаблица придёт файлом, её откроет любой табличный редактор. Период считается вместе с сегодняшним днём."),
        Html.Of($"<b>Export</b>\n\nThe table comes as a file that any spreadsheet opens. Periods include today."));

    public static string ExportButton(Language l, ExportTable table, int? days) => days switch
    {
        1 => l.Pick($"{Table(l, table)} · сегодня", $"{Table(l, table)} · today"),
        { } count => l.Pick($"{count} дн.", $"{count} days"),
        null => l.Pick("всё", "all"),
    };

    public static Html ExportOrdered(Language l, ExportTable table, ExportPeriod period) => l.Pick(
        Html.Of($"Готовим файл «{Table(l, table)}», {Period(period)}. Он придёт сюда сам."),
        Html.Of($"Preparing “{Table(l, table)}”, {Period(period)}. The file will come here by itself."));

    public static Html ExportCaption(Language l, ExportTable table, ExportPeriod period, long rows) => l.Pick(
        Html.Of($"<b>{Table(l, table)}</b> · {Period(period)}\nСтрок: {rows}"),
        Html.Of($"<b>{Table(l, table)}</b> · {Period(period)}\nRows: {rows}"));

    public static Html ExportEmpty(Language l, ExportTable table, ExportPeriod period) => l.Pick(
        Html.Of($"«{Table(l, table)}», {Period(period)}: за это время записей нет."),
        Html.Of($"“{Table(l, table)}”, {Period(period)}: there are no rows in this time."));

    public static Html ExportTooLarge(Language l, string command) => l.Pick(
        Html.Of($"Файл слишком велик для мессенджера. Возьмите период короче или выполните на сервере:\n<code>{command}</code>"),
        Html.Of($"The file is too large for the messenger. Choose a shorter period, or run on the server:\n<code>{command}</code>"));

    /// <summary>The shop's own time, like every other moment in the chat.</summary>
    public static string Moment(DateTimeOffset at) => at.ToOffset(TimeSpan.FromHours(3)).ToString("dd.MM.yyyy HH:mm", CultureInfo.InvariantCulture);

    private static string Period(ExportPeriod period) => period.From == ExportPeriod.Beginning
        ? string.Create(CultureInfo.InvariantCulture, $"… – {period.To:dd.MM.yyyy}")
        : string.Create(CultureInfo.InvariantCulture, $"{period.From:dd.MM.yyyy} – {period.To:dd.MM.yyyy}");

    public static string Table(Language l, ExportTable table) => table switch
    {
        ExportTable.Users => l.Pick("Клиенты", "Customers"),
        ExportTable.Ledger => l.Pick("Операции", "Movements"),
        ExportTable.Payments => l.Pick("Пополнения", "Top-ups"),
    };
}
