using System.Globalization;
using Trt.Application.BackOffice.Reports;
using Trt.Application.Ports;
using Trt.Domain.Generations;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Texts;

/// <summary>The shop in figures.</summary>
internal static class StatisticsTexts
{
    public static Html Title(Language l, DateTimeOffset at) => l.Pick(
        Html.Of($"<b>Статистика</b> · {AdminTexts.Moment(at)}"),
        Html.Of($"<b>Statistics</b> · {AdminTexts.Moment(at)}"));

    public static Html People(Language l, PeopleFigures people) => l.Pick(
        Html.Of($"👥 Всего клиентов: <b>{people.All}</b>\nНовые: {people.NewToday} сегодня · {people.NewThisWeek} за 7 дней · {people.NewThisMonth} за 30 дней\nСегодня заходили: {people.ActiveToday} · заблокированы: {people.Blocked}"),
        Html.Of($"👥 Customers in all: <b>{people.All}</b>\nNew: {people.NewToday} today · {people.NewThisWeek} in 7 days · {people.NewThisMonth} in 30 days\nSeen today: {people.ActiveToday} · blocked: {people.Blocked}"));

    public static Html Generations(Language l, IReadOnlyDictionary<GenerationStatus, int> today)
    {
        var total = today.Values.Sum();
        return Html.Lines(
        [
            l.Pick(Html.Of($"🎨 Генерации сегодня: <b>{total}</b>"), Html.Of($"🎨 Generations today: <b>{total}</b>")),
            .. today.OrderBy(count => count.Key).Select(count => Html.Of($"{GenerationTexts.Status(l, count.Key)}: {count.Value}")),
        ]);
    }

    public static Html Revenue(Language l, RevenueFigures revenue) => l.Pick(
        Html.Of($"💰 Выручка: <b>{revenue.Today.In(l)}</b> сегодня · {revenue.Week.In(l)} за 7 дней · {revenue.Month.In(l)} за 30 дней"),
        Html.Of($"💰 Revenue: <b>{revenue.Today.In(l)}</b> today · {revenue.Week.In(l)} in 7 days · {revenue.Month.In(l)} in 30 days"));

    public static Html Margin(Language l, MarginSum today, MarginSum month) => Html.Lines(
        l.Pick(
            Html.Of($"📈 Маржа: <b>{today.Margin.In(l)}</b> сегодня · {month.Margin.In(l)} за 30 дней"),
            Html.Of($"📈 Margin: <b>{today.Margin.In(l)}</b> today · {month.Margin.In(l)} in 30 days")),
        month.BelowCost == 0 ? Html.Empty : l.Pick(
            Html.Of($"Ниже себестоимости за 30 дней: {month.BelowCost} заказов, потеряно {month.Lost.In(l)}"),
            Html.Of($"Below cost in 30 days: {month.BelowCost} orders, {month.Lost.In(l)} lost")));

    public static Html Models(Language l, IReadOnlyList<WantedModel> models) => Html.Lines(
    [
        l.Pick(Html.Of($"🏆 Чаще всего за 30 дней:"), Html.Of($"🏆 Most wanted in 30 days:")),
        .. models.Select((model, index) => Html.Of($"{index + 1}. {model.Card?.Title.In(l) ?? model.Model.Value} · {model.Orders}")),
    ]);

    public static Html Limbo(Language l, LimboFigures limbo) => l.Pick(
        Html.Of($"⏳ Отложено на работу: {limbo.Reserved.In(l)}, из них без вестей: {limbo.Uncertain.In(l)} (заказов: {limbo.UncertainOrders})"),
        Html.Of($"⏳ Set aside for work: {limbo.Reserved.In(l)}, of it without news: {limbo.Uncertain.In(l)} (orders: {limbo.UncertainOrders})"));

    public static Html Credits(Language l, decimal? credits) => credits is { } left
        ? l.Pick(Html.Of($"🔋 У поставщика осталось: {Amount(left)} кредитов"), Html.Of($"🔋 Left at the supplier: {Amount(left)} credits"))
        : l.Pick(Html.Of($"🔋 Остаток у поставщика сейчас не узнать"), Html.Of($"🔋 The supplier does not tell its balance right now"));

    public static Html Work(Language l, int updates, int rows, int waiting) => l.Pick(
        Html.Of($"🧰 Отложены с ошибкой: сообщений {updates}, задач {rows} · задач в работе: {waiting}"),
        Html.Of($"🧰 Put aside with an error: {updates} messages, {rows} tasks · tasks in work: {waiting}"));

    private static string Amount(decimal credits) => credits.ToString("0.##", CultureInfo.InvariantCulture);
}
