using System.Globalization;
using Trt.Application.BackOffice.Health;
using Trt.Application.Health;
using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Domain.Health;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Texts;

/// <summary>How the models do, for those behind the counter.</summary>
internal static class AdminHealthTexts
{
    public static string Health(Language l) => l.Pick("🩺 Модели", "🩺 Models");

    public static Html Title(Language l, HealthSheet sheet) => Html.Paragraphs(
        l.Pick(Html.Of($"<b>Здоровье моделей</b>"), Html.Of($"<b>Health of models</b>")),
        sheet is { Stopped: 0, Slow: 0 }
            ? l.Pick(Html.Of($"✅ Все в порядке: {sheet.Well}."), Html.Of($"✅ All well: {sheet.Well}."))
            : l.Pick(
                Html.Of($"🔴 не продаются: {sheet.Stopped} · 🟡 медленно: {sheet.Slow} · 🟢 в порядке: {sheet.Well}"),
                Html.Of($"🔴 not sold: {sheet.Stopped} · 🟡 slow: {sheet.Slow} · 🟢 well: {sheet.Well}")));

    public static bool IsInTrouble(HealthLine line) => !line.IsSold || line is { IsOffered: true, IsSlow: true };

    /// <summary>What a person wants to know without another press: what, since when, why, and whether it ends by itself.</summary>
    public static Html Trouble(Language l, ModelTitles titles, HealthLine line) => Html.Lines(
        Html.Of($"{Mark(line)} <b>{titles.Of(l, line.Model)}</b>"),
        Html.Of($"{State(l, line)}{Since(l, line)}{OfDay(l, line)}"),
        line is { Hand: null, Why: { } why } ? AdminTexts.Details(l, why, lengthMax: 120) : Html.Empty,
        Ahead(l, line));

    public static string Button(Language l, ModelTitles titles, HealthLine line) => $"{Mark(line)} {titles.Of(l, line.Model)}";

    public static Html Model(Language l, ModelTitles titles, HealthLine line) => Html.Paragraphs(
        Html.Lines(
            Html.Of($"{Mark(line)} <b>{titles.Of(l, line.Model)}</b>"),
            Html.Of($"{State(l, line)}{Since(l, line)}"),
            line is { OffSale: { } off, Hand: not HandWord.Pause } ? AdminTexts.Details(l, off) : Html.Empty,
            line.Why is { } why ? AdminTexts.Details(l, why) : Html.Empty),
        Html.Lines(
            line.Hour is { } hour
                ? l.Pick(
                    Html.Of($"За час: удачных {hour.Done}, сбоев {hour.Failed}{Span(l, hour.Median)}"),
                    Html.Of($"Last hour: {hour.Done} good, {hour.Failed} failed{Span(l, hour.Median)}"))
                : l.Pick(Html.Of($"За час заказов не было"), Html.Of($"No orders within the hour")),
            Day(l, line.Day),
            line.ProviderPercent is { } percent
                ? l.Pick(Html.Of($"По данным поставщика: {Percent(percent)}"), Html.Of($"By the supplier's count: {Percent(percent)}"))
                : Html.Empty),
        Html.Lines(
            line.ProbedAt is { } at && line.Probe is { } answer
                ? l.Pick(Html.Of($"Проверка {AdminTexts.Moment(at)}: {Answer(l, answer)}"), Html.Of($"Checked {AdminTexts.Moment(at)}: {Answer(l, answer)}"))
                : Html.Empty,
            Ahead(l, line)));

    public static Html Instead(Language l, IReadOnlyList<ModelCard> cards) => cards.Count == 0
        ? Html.Empty
        : l.Pick(
            Html.Of($"Клиентам предлагаем: {Titles(l, cards)}"),
            Html.Of($"Customers are offered: {Titles(l, cards)}"));

    public static Html Unknown(Language l) => l.Pick(Html.Of($"Такой модели нет."), Html.Of($"There is no such model."));

    public static Html Said(Language l, SpokenFor outcome) => outcome switch
    {
        SpokenFor.Done => l.Pick(Html.Of($"✅ Записано, действует через пару секунд."), Html.Of($"✅ Written down; it holds within seconds.")),
        SpokenFor.UnknownModel => Unknown(l),
    };

    public static string Pause(Language l) => l.Pick("⏸ Снять с продажи", "⏸ Stop selling");

    public static string Sell(Language l) => l.Pick("▶️ Продавать в любом случае", "▶️ Sell whatever happens");

    public static string TakeBack(Language l) => l.Pick("↩️ Решать автоматически", "↩️ Let the shop decide");

    private static string Mark(HealthLine line) => line switch
    {
        { IsSold: false } => "🔴",
        { IsOffered: false } => "⚪️",
        { IsSlow: true } => "🟡",
        _ => "🟢",
    };

    private static string OfDay(Language l, HealthLine line) => line.DayPercent is { } percent
        ? $" · {l.Pick("удачных за сутки", "good within a day")} {Percent(percent)}"
        : "";

    public static string State(Language l, HealthLine line) => line switch
    {
        { Hand: HandWord.Pause, Who: var who } => l.Pick($"снята с продажи, {AuditTexts.Who(l, who ?? "")}", $"stopped by {AuditTexts.Who(l, who ?? "")}"),
        { Hand: HandWord.Sell, Who: var who } => l.Pick($"продаётся по вашему слову, {AuditTexts.Who(l, who ?? "")}", $"sold by a person's word, {AuditTexts.Who(l, who ?? "")}"),
        { State: HealthState.Paused } => l.Pick("приостановлена", "paused"),
        { State: HealthState.Gone } => l.Pick("исчезла у поставщика", "gone at the supplier"),
        { IsOffered: false } => l.Pick("не продаётся по другой причине", "not on sale for another reason"),
        { State: HealthState.Watched } => l.Pick("вернулась, под наблюдением", "back, under watch"),
        { State: HealthState.Slow } => l.Pick("работает медленно", "slow"),
        _ => l.Pick("в порядке", "well"),
    };

    private static Html Day(Language l, OrdersOfDay? day) => day is null
        ? Html.Empty
        : l.Pick(
            Html.Of($"За сутки: удачных {day.Done}, сбоев {day.Failed}{Span(l, day.Median)}"),
            Html.Of($"Last day: {day.Done} good, {day.Failed} failed{Span(l, day.Median)}"));

    /// <summary>What happens next without anybody.</summary>
    public static Html Ahead(Language l, HealthLine line) => line switch
    {
        { Hand: HandWord.Pause } => l.Pick(Html.Of($"Вернётся только по вашему решению."), Html.Of($"It comes back by your word only.")),
        { Hand: HandWord.Sell } => Html.Empty,
        { ProbeAt: { } next } => l.Pick(
            Html.Of($"Вернётся сама: следующая проверка {AdminTexts.Moment(next)} (МСК)."),
            Html.Of($"It comes back by itself: looked at next {AdminTexts.Moment(next)} (Moscow time).")),
        { State: HealthState.Watched } => l.Pick(
            Html.Of($"Первый удачный заказ снимет наблюдение, первый сбой вернёт паузу."),
            Html.Of($"Its first result ends the watch, its first failure pauses it again.")),
        _ => Html.Empty,
    };

    private static string Since(Language l, HealthLine line) => line is { Hand: null, State: not HealthState.Well, Since: { } since }
        ? $" {l.Pick("с", "since")} {AdminTexts.Moment(since)}"
        : "";

    private static string Titles(Language l, IReadOnlyList<ModelCard> cards) => string.Join(", ", cards.Select(card => card.Title.In(l)));

    private static string Answer(Language l, AliveCheck answer) => answer switch
    {
        AliveCheck.Alive => l.Pick("отвечает", "alive"),
        AliveCheck.Paused => l.Pick("на паузе у поставщика", "paused at the supplier"),
        AliveCheck.Gone => l.Pick("не найдена", "not found"),
        AliveCheck.Unclear => l.Pick("неясный ответ", "unclear"),
        AliveCheck.Started => l.Pick("приняла пустой заказ", "took an empty order"),
    };

    private static string Span(Language l, TimeSpan? median) => median is { } span
        ? string.Create(CultureInfo.InvariantCulture, $", {l.Pick("обычно", "usually")} {span.TotalSeconds:0} {l.Pick("с", "s")}")
        : "";

    private static string Percent(decimal percent) => string.Create(CultureInfo.InvariantCulture, $"{percent:0.#} %");
}
