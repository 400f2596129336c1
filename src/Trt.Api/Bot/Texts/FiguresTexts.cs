using System.Globalization;
using Trt.Application.BackOffice.Figures;
using Trt.Application.Ports;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Texts;

/// <summary>How the shop does, in a few lines.</summary>
internal static class FiguresTexts
{
    public static string Charts(Language l) => l.Pick("📊 Графики", "📊 Charts");

    public static string Period(Language l, FigurePeriod period) => period switch
    {
        FigurePeriod.Day => l.Pick("24 ч", "24 h"),
        FigurePeriod.Week => l.Pick("7 дней", "7 days"),
        FigurePeriod.Month => l.Pick("30 дней", "30 days"),
    };

    public static string Title(Language l, FigurePeriod period) => period switch
    {
        FigurePeriod.Day => l.Pick("Сегодня: последние 24 часа", "Today: the last 24 hours"),
        FigurePeriod.Week => l.Pick("Последние 7 дней", "The last 7 days"),
        FigurePeriod.Month => l.Pick("Последние 30 дней", "The last 30 days"),
    };

    public static Html Of(Language l, FiguresView view) => Html.Paragraphs(
        Html.Lines(
            Html.Of($"<b>{Title(l, view.Period)}</b>"),
            MoneyIn(l, view.Money),
            Spent(l, view),
            Gifts(l, view)),
        Html.Lines([.. Orders(l, view), .. Failures(l, view)]),
        Html.Lines(Queue(l, view), Account(l, view.Account)));

    public static Html Caption(Language l, FiguresView view) => Html.Lines(
        Html.Of($"<b>{Title(l, view.Period)}</b> · {AdminTexts.Moment(view.At)}"), MoneyIn(l, view.Money), Spent(l, view));

    /// <summary>"45 с", "4 мин", "2 ч".</summary>
    public static string Duration(Language l, TimeSpan span) => span switch
    {
        { TotalSeconds: < 90 } => l.Pick($"{Number(span.TotalSeconds)} с", $"{Number(span.TotalSeconds)} s"),
        { TotalMinutes: < 90 } => l.Pick($"{Number(span.TotalMinutes)} мин", $"{Number(span.TotalMinutes)} min"),
        { TotalHours: < 48 } => l.Pick($"{Number(span.TotalHours)} ч", $"{Number(span.TotalHours)} h"),
        _ => l.Count((int)span.TotalDays, ("день", "дня", "дней"), ("day", "days")),
    };

    private static Html MoneyIn(Language l, MoneyFigure money) => Html.Of(
        $"💳 {l.Pick("Поступило", "Money in")}: <b>{money.In.In(l)}</b>{(money.Out.IsZero ? "" : l.Pick($", возвращено {money.Out.In(l)}", $", refunded {money.Out.In(l)}"))}");

    private static Html Spent(Language l, FiguresView view) => l.Pick(
        Html.Of($"💰 Клиенты потратили: <b>{view.Money.Spent.In(l)}</b>\nСебестоимость {view.Orders.Cost.In(l)} · маржа <b>{view.Margin.In(l)}</b>"),
        Html.Of($"💰 Customers spent: <b>{view.Money.Spent.In(l)}</b>\nCost {view.Orders.Cost.In(l)} · margin <b>{view.Margin.In(l)}</b>"));

    private static Html Gifts(Language l, FiguresView view)
    {
        var free = l.Count(
            view.Orders.Free, ("бесплатный заказ", "бесплатных заказа", "бесплатных заказов"), ("free order", "free orders"));
        return l.Pick(Html.Of($"🎁 Подарено: {view.Money.Gifts.In(l)} и {free}"), Html.Of($"🎁 Given away: {view.Money.Gifts.In(l)} and {free}"));
    }

    private static IEnumerable<Html> Orders(Language l, FiguresView view)
    {
        var orders = view.Orders;
        yield return l.Pick(
            Html.Of($"🎨 Заказов: <b>{orders.Begun}</b> · в работе сейчас {view.Open.Queued + view.Open.Running}"),
            Html.Of($"🎨 Orders: <b>{orders.Begun}</b> · under way now {view.Open.Queued + view.Open.Running}"));
        if (orders.Done + orders.Failed + orders.Expired + orders.Cancelled == 0)
        {
            yield break;
        }

        yield return l.Pick(
            Html.Of($"✅ готово {orders.Done} · ✕ сбои {orders.Failed} · ⌛ не успели {orders.Expired} · отменены {orders.Cancelled}"),
            Html.Of($"✅ done {orders.Done} · ✕ failed {orders.Failed} · ⌛ timed out {orders.Expired} · cancelled {orders.Cancelled}"));
        if (orders.SuccessPercent is { } percent)
        {
            var wait = orders.Wait is { } waited
                ? l.Pick($" · в среднем ждут {Duration(l, waited)}", $" · the usual wait is {Duration(l, waited)}")
                : "";
            yield return l.Pick(
                Html.Of($"Успешных {Number((double)percent)} %{wait}"), Html.Of($"Success {Number((double)percent)}%{wait}"));
        }
    }

    private static IEnumerable<Html> Failures(Language l, FiguresView view) => view.Failures.Count == 0
        ? []
        :
        [
            l.Pick(Html.Of($"Чаще не получалось:"), Html.Of($"What failed most:")),
            .. view.Failures.Select(model => l.Pick(
                Html.Of($"• {model.Card?.Title.In(l) ?? model.Model.Value}: {model.Failed} из {model.Ended}"),
                Html.Of($"• {model.Card?.Title.In(l) ?? model.Model.Value}: {model.Failed} of {model.Ended}"))),
        ];

    private static Html Queue(Language l, FiguresView view) => view.Open switch
    {
        { Queued: 0 } => l.Pick(Html.Of($"🧰 Очередь пуста"), Html.Of($"🧰 Nobody waits in the queue")),
        { Oldest: { } since } open => l.Pick(
            Html.Of($"🧰 В очереди {open.Queued}, дольше всех ждёт {Duration(l, view.At - since)}"),
            Html.Of($"🧰 {open.Queued} in the queue, the longest for {Duration(l, view.At - since)}")),
        var open => l.Pick(Html.Of($"🧰 В очереди {open.Queued}"), Html.Of($"🧰 {open.Queued} in the queue")),
    };

    private static Html Account(Language l, ProviderAccount account)
    {
        if (account is not { Credits: { } credits, Worth: { } worth })
        {
            return l.Pick(
                Html.Of($"🔋 Сколько осталось у поставщика, сейчас неизвестно"), Html.Of($"🔋 What is left at the supplier is not known right now"));
        }

        var amount = credits.ToString("#,0.##", CultureInfo.InvariantCulture);
        var left = l.Pick(amount.Replace(",", "\u00A0", StringComparison.Ordinal).Replace('.', ','), amount);
        return l.Pick(
            Html.Of($"🔋 У поставщика {left} кредитов ≈ {Rubles(worth).In(l)} · {Lasts(l, account.Lasts)}"),
            Html.Of($"🔋 At the supplier {left} credits ≈ {Rubles(worth).In(l)} · {Lasts(l, account.Lasts)}"));
    }

    /// <summary>How long the account at the provider will do.</summary>
    public static string Lasts(Language l, TimeSpan? lasts) => lasts switch
    {
        null => l.Pick("на сколько хватит, неизвестно: расхода не было", "for how long is not known: nothing was spent lately"),
        { TotalDays: > 365 } => l.Pick("хватит больше чем на год", "enough for over a year"),
        { } span => l.Pick($"хватит на {Duration(l, span)}", $"enough for {Duration(l, span)}"),
    };

    /// <summary>An estimate has no kopecks.</summary>
    public static Money Rubles(Money worth) => worth.Kopecks >= 10_000 ? new Money(worth.Kopecks / 100 * 100) : worth;

    private static string Number(double number) => Math.Round(number).ToString("0", CultureInfo.InvariantCulture);
}
