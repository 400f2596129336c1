using System.Globalization;
using System.Text.RegularExpressions;
using Trt.Application.BackOffice;
using Trt.Application.Ports;
using Trt.Domain.BackOffice;
using Trt.Domain.Broadcasts;
using Trt.Domain.Health;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Texts;

/// <summary>The trail of what was changed, in words of people: it is kept in words of the machine.</summary>
internal static partial class AuditTexts
{
    private const int ValueLengthMax = 100;

    public static Html Title(Language l) => l.Pick(Html.Of($"<b>Журнал изменений</b>"), Html.Of($"<b>Audit trail</b>"));

    public static Html None(Language l) => l.Pick(Html.Of($"Здесь пока пусто."), Html.Of($"Nothing here yet."));

    public static Html Line(Language l, ModelTitles titles, AuditPage page, AuditLine entry) =>
        Html.Join($"{AdminTexts.Moment(entry.At)} · ", Entry(l, titles, page, entry));

    public static Html Entry(Language l, ModelTitles titles, AuditPage page, AuditLine entry) => Html.Lines(
        Html.Of($"<b>{Action(l, entry.Action)}</b>{About(l, titles, page, entry)}"),
        entry.Action == AuditPage.Refused
            ? Html.Empty
            : (entry.Before, entry.After) switch
            {
                (null, null) => Html.Empty,
                (null, { } after) => Html.Of($"{Kept(l, after)}"),
                ({ } before, null) => Html.Of($"{Kept(l, before)} → —"),
                ({ } before, { } after) => Html.Of($"{Kept(l, before)} → {Kept(l, after)}"),
            },
        entry.Action == AuditPage.Refused ? Html.Empty : Reason(l, entry.Reason),
        Html.Of($"<i>{Named(l, page, entry.Actor)}</i>"));

    /// <summary>"оператор 42", "консоль: ann", "сам магазин".</summary>
    public static string Who(Language l, string mark) => mark.Split(':', 2) switch
    {
        ["operator", var id] when IsId(id) => l.Pick($"оператор {id}", $"operator {id}"),
        ["operator", var name] => l.Pick($"консоль: {name}", $"console: {name}"),
        _ => l.Pick("сам магазин", "the shop itself"),
    };

    private static string Named(Language l, AuditPage page, string mark) =>
        mark.Split(':', 2) is ["operator", var id] && NameOf(page, id) is { } name ? $"{name} · {id}" : Who(l, mark);

    private static string About(Language l, ModelTitles titles, AuditPage page, AuditLine entry)
    {
        var said = entry.Subject.Split(':', 2) switch
        {
            _ when entry.Action == AuditPage.Refused => "",
            ["user", var id] => NameOf(page, id) is { } name ? $"{name}, {id}" : l.Pick($"клиент {id}", $"customer {id}"),
            ["order", _] => l.Pick("заказ", "an order"),
            ["payment", _] => l.Pick("пополнение", "a top-up"),
            ["promo", var code] => code,
            ["table", var table] when Enum.TryParse<ExportTable>(table, out var known) => AdminTexts.Table(l, known),
            ["model", var model] => titles.Of(l, new ModelId(model)),
            ["contract", var model] => titles.Of(l, new ModelId(model)),
            ["cost", var line] => Line(l, titles, line),
            ["shop"] or ["broadcast", _] => "",
            ["model.hidden", var model] => $"{l.Pick("скрыта", "hidden")}: {titles.Of(l, new ModelId(model))}",
            ["price.override", var line] => $"{l.Pick("своя цена", "own price")}: {Line(l, titles, line)}",
            _ => SettingTexts.Name(l, entry.Subject),
        };
        return said.Length == 0 ? "" : $" · {Words.Shorten(said, 60)}";
    }

    private static string Line(Language l, ModelTitles titles, string line) => line.Split(':', 2) is [var model, var sku]
        ? $"{titles.Of(l, new ModelId(model))}, {sku}"
        : titles.Of(l, new ModelId(line));

    private static string? NameOf(AuditPage page, string id) =>
        IsId(id) && page.Names.GetValueOrDefault(new UserId(long.Parse(id, CultureInfo.InvariantCulture))) is { Length: > 0 } name
            ? Words.Shorten(name, 30)
            : null;

    private static bool IsId(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    /// <summary>The trail keeps money as the console writes it, and words of ours by their names.</summary>
    private static string Kept(Language l, string value) => value switch
    {
        _ when Enum.TryParse<AdminRole>(value, out var role) && !IsId(value) => AdminTeamTexts.Role(l, role),
        nameof(HandWord.Pause) => l.Pick("снята с продажи", "off sale"),
        nameof(HandWord.Sell) => l.Pick("продаётся в любом случае", "sold whatever happens"),
        "yes" => l.Pick("да", "yes"),
        "no" => l.Pick("нет", "no"),
        "none" => l.Pick("ничего", "none"),
        "active" => l.Pick("действует", "active"),
        "disabled" => l.Pick("выключен", "switched off"),
        "by formula" => l.Pick("по формуле", "by the formula"),
        _ when PromoNote().Match(value) is { Success: true } promo => Promo(l, promo.Groups),
        _ => Words.Shorten(Roles(l, InMoney(l, value)), ValueLengthMax),
    };

    private static string Promo(Language l, GroupCollection told)
    {
        var gift = (told["kind"].Value, told["gift"].Value.Trim()) switch
        {
            ("Amount", var sum) => InMoney(l, sum),
            ("Percent", var percent) => l.Pick($"+{percent} % к пополнению", $"+{percent} % on a top-up"),
            (_, var count) => l.Pick($"бесплатных: {count}", $"free ones: {count}"),
        };
        var each = told["each"].Value;
        return $"{gift} · {l.Pick($"всего раз: {told["uses"].Value}, на клиента: {each}", $"uses: {told["uses"].Value}, for each customer: {each}")}";
    }

    private static string InMoney(Language l, string value) => KeptMoney().Replace(value, found => new Money(
        long.Parse($"{found.Groups["rubles"].Value}{found.Groups["kopecks"].Value}", CultureInfo.InvariantCulture)
        * (found.Value[0] == '−' ? -1 : 1)).In(l));

    private static string Roles(Language l, string value) => value.Split(": ", 2) is [var whom, var count]
        && Enum.TryParse<Audience>(whom, out var audience) && !IsId(whom)
            ? $"{BroadcastTexts.AudienceName(l, audience)}: {count}"
            : value.Split(", ", 2) is [var role, var rest]
        && Enum.TryParse<AdminRole>(role, out var known) && !IsId(role)
            ? $"{AdminTeamTexts.Role(l, known)}, {rest}"
            : value;

    /// <summary>What a person has typed is shown as it is; what the shop notes by itself says nothing to a reader.</summary>
    private static Html Reason(Language l, string reason) => reason switch
    {
        "" or "in the chat" or "the provider's list" or "read and accepted in the chat" or "seen in the provider's record" or "its time was over" => Html.Empty,
        _ => Html.Of($"{l.Pick("Причина", "Reason")}: «{Words.Shorten(reason, 200)}»"),
    };

    /// <summary>A promo code as it is written down when it is made.</summary>
    [GeneratedRegex(@"^\S+: .*?(?<kind>Amount|Percent|Count) = (?<gift>[^,}]+)[,}].*, (?<uses>\d+) uses, (?<each>\d+) per customer, until ")]
    private static partial Regex PromoNote();

    [GeneratedRegex(@"−?(?<rubles>\d{1,12})\.(?<kopecks>\d\d) ₽")]
    private static partial Regex KeptMoney();

    private static string Action(Language l, string action) => action switch
    {
        "balance.adjusted" => l.Pick("баланс изменён", "balance changed"),
        "user.blocked" => l.Pick("заблокирован", "blocked"),
        "user.unblocked" => l.Pick("разблокирован", "unblocked"),
        "admin.appointed" => l.Pick("назначение", "appointed"),
        "admin.role" => l.Pick("роль изменена", "role changed"),
        "admin.limited" => l.Pick("лимит изменён", "limit changed"),
        "admin.dismissed" => l.Pick("права сняты", "rights taken"),
        AuditPage.Refused => l.Pick("отказано в доступе", "access refused"),
        "payment.approved" => l.Pick("перевод зачислен", "transfer credited"),
        "payment.rejected" => l.Pick("перевод отклонён", "transfer rejected"),
        "payment.refund" => l.Pick("возврат пополнения", "top-up refunded"),
        "payment.refunded-in-part" => l.Pick("часть пополнения возвращена", "a part of a top-up was refunded"),
        "user.erased" => l.Pick("клиент стёр свои данные", "customer erased their data"),
        "order.given_back" => l.Pick("деньги за заказ возвращены", "money of an order given back"),
        "order.sent_again" => l.Pick("результат отправлен ещё раз", "result sent again"),
        "order.looked_at" => l.Pick("заказ проверен", "order looked at"),
        "order.inputs_read" => l.Pick("открыт ввод клиента", "customer's inputs read"),
        "order.files_read" => l.Pick("открыты файлы клиента", "customer's files opened"),
        "model.health" => l.Pick("продажа модели", "sale of a model"),
        "contract.accepted" => l.Pick("изменения модели приняты", "changes of a model accepted"),
        "cost.taken" => l.Pick("новая цена поставщика", "the supplier's new price"),
        "cost.accepted" => l.Pick("цена поставщика принята", "supplier's price taken"),
        "cost.set" => l.Pick("цена поставщика задана вручную", "supplier's price set by hand"),
        "cost.forgotten" => l.Pick("заданная цена забыта", "set price forgotten"),
        "setting.changed" => l.Pick("настройка изменена", "setting changed"),
        "setting.reset" => l.Pick("настройка сброшена", "setting reset"),
        "promo.created" => l.Pick("промокод создан", "promo code made"),
        "promo.disabled" => l.Pick("промокод выключен", "promo code switched off"),
        "data.exported" => l.Pick("выгрузка", "export"),
        "broadcast.started" => l.Pick("рассылка начата", "news sent"),
        "broadcast.stopped" => l.Pick("рассылка остановлена", "news stopped"),
        "dashboard.invited" => l.Pick("ссылка на сайт управления", "link to the dashboard"),
        "dashboard.entered" => l.Pick("вход на сайт управления", "signed in to the dashboard"),
        "dashboard.ended" => l.Pick("сеансы завершены", "sessions ended"),
        "outbox.parked" => l.Pick("работа отложена", "work put aside"),
        "outbox.replayed" => l.Pick("отложенная работа запущена снова", "work put aside started again"),
        "update.replayed" => l.Pick("сообщение обработано снова", "message handled again"),
        "callbacks.replayed" => l.Pick("сигналы разобраны снова", "callbacks looked at again"),
        "starts.opened" => l.Pick("запуск заказов открыт", "starts opened"),
        _ => action,
    };
}
