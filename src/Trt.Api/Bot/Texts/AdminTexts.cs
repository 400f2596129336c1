using System.Globalization;
using System.Text.RegularExpressions;
using Trt.Api.Bot.Routes;
using Trt.Application.BackOffice;
using Trt.Application.Ports;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Texts;

/// <summary>The counter itself: menu, audit trail, tables.</summary>
internal static partial class AdminTexts
{
    public static Html Title(Language l) => l.Pick(
        Html.Of($"<b>Панель</b>\n\nКлиенты, деньги и порядок в одном месте. Каждое изменение записывается."),
        Html.Of($"<b>Panel</b>\n\nCustomers, money and order in one place. Every change is written down."));

    public static Html HasMoved(Language l, Moved what) => what switch
    {
        Moved.Settings => l.Pick(
            Html.Of($"Настройки меняются в консоли: <code>./trt settings</code>"),
            Html.Of($"Settings are changed on the console: <code>./trt settings</code>")),
        Moved.PromoCodes => l.Pick(
            Html.Of($"Промокоды заводятся в консоли: <code>./trt promo</code>"),
            Html.Of($"Promo codes are made on the console: <code>./trt promo</code>")),
        Moved.Broadcasts => l.Pick(
            Html.Of($"Рассылок здесь нет: магазин пишет человеку только о его заказах и деньгах."),
            Html.Of($"There are no broadcasts: the shop writes to people about their orders and money only.")),
        Moved.Checks => l.Pick(
            Html.Of($"Состояние видно в «Статистике» и «Моделях», проверка настроек — в консоли: <code>./trt check</code>"),
            Html.Of($"How things stand is in the statistics and the models; settings are checked on the console: <code>./trt check</code>")),
    };

    public static Html Spending(Language l, Money limit, Money left) => l.Pick(
        Html.Of($"Ваш лимит зачислений на сегодня: {left.In(l)} из {limit.In(l)}."),
        Html.Of($"You may credit {left.In(l)} of {limit.In(l)} today."));

    public static string Panel(Language l) => l.Pick("🗂 Панель", "🗂 Panel");

    public static string Find(Language l) => l.Pick("🔎 Найти клиента", "🔎 Find a customer");

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

    public static Html AuditTitle(Language l) => l.Pick(Html.Of($"<b>Журнал изменений</b>"), Html.Of($"<b>Audit trail</b>"));

    public static Html NoAudit(Language l) => l.Pick(Html.Of($"Здесь пока пусто."), Html.Of($"Nothing here yet."));

    public static Html AuditLine(Language l, AuditLine entry) => Html.Lines(
        Html.Of($"{Moment(entry.At)} · <b>{Action(l, entry.Action)}</b> · {entry.Subject}"),
        (entry.Before, entry.After) switch
        {
            (null, null) => Html.Empty,
            (null, { } after) => Html.Of($"{Kept(l, after)}"),
            ({ } before, null) => Html.Of($"{Kept(l, before)} → —"),
            ({ } before, { } after) => Html.Of($"{Kept(l, before)} → {Kept(l, after)}"),
        },
        entry.Reason.Length == 0 ? Html.Empty : Html.Of($"«{Words.Shorten(entry.Reason, 200)}»"),
        Html.Of($"<i>{entry.Actor}</i>"));

    /// <summary>The trail keeps money as the console writes it.</summary>
    private static string Kept(Language l, string value) => Words.Shorten(
        KeptMoney().Replace(value, found => new Money(
            long.Parse($"{found.Groups["rubles"].Value}{found.Groups["kopecks"].Value}", CultureInfo.InvariantCulture)
            * (found.Value[0] == '−' ? -1 : 1)).In(l)),
        100);

    [GeneratedRegex(@"−?(?<rubles>\d{1,12})\.(?<kopecks>\d\d) ₽")]
    private static partial Regex KeptMoney();

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

    private static string Table(Language l, ExportTable table) => table switch
    {
        ExportTable.Users => l.Pick("Клиенты", "Customers"),
        ExportTable.Ledger => l.Pick("Операции", "Movements"),
        ExportTable.Payments => l.Pick("Пополнения", "Top-ups"),
    };

    /// <summary>What other parts of the shop write down is shown by its own name.</summary>
    private static string Action(Language l, string action) => action switch
    {
        "balance.adjusted" => l.Pick("баланс изменён", "balance changed"),
        "user.blocked" => l.Pick("заблокирован", "blocked"),
        "user.unblocked" => l.Pick("разблокирован", "unblocked"),
        "admin.appointed" => l.Pick("назначен админом", "made an admin"),
        "admin.limited" => l.Pick("изменён лимит", "limit changed"),
        "admin.dismissed" => l.Pick("больше не админ", "no admin any more"),
        "admin.refused" => l.Pick("отказано в доступе", "access refused"),
        "payment.approved" => l.Pick("перевод зачислен", "transfer credited"),
        "payment.rejected" => l.Pick("перевод отклонён", "transfer rejected"),
        "payment.refund" => l.Pick("возврат пополнения", "top-up refunded"),
        "model.health" => l.Pick("продажа модели", "sale of a model"),
        "cost.taken" => l.Pick("новая цена поставщика", "the supplier's new price"),
        "cost.accepted" => l.Pick("цена поставщика принята", "supplier's price taken"),
        "cost.set" => l.Pick("цена задана вручную", "price set by hand"),
        "cost.forgotten" => l.Pick("заданная цена забыта", "set price forgotten"),
        "data.exported" => l.Pick("выгрузка", "export"),
        _ => action,
    };
}
