using System.Globalization;
using Trt.Application.BackOffice.Costs;
using Trt.Application.Costs;
using Trt.Domain.Costs;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Texts;

/// <summary>What the provider takes, for those behind the counter.</summary>
internal static class AdminCostTexts
{
    private const int LinesMax = 24;

    public static string Prices(Language l) => l.Pick("🏷 Цены", "🏷 Prices");

    public static Html Title(Language l, TimeSpan? age) => Html.Paragraphs(
        l.Pick(Html.Of($"<b>Цены поставщика</b>"), Html.Of($"<b>The supplier's prices</b>")),
        age is { } old
            ? l.Pick(Html.Of($"Прайс-лист прочитан {Ago(l, old)}."), Html.Of($"The list was read {Ago(l, old)}."))
            : l.Pick(
                Html.Of($"Прайс-лист ещё не прочитан, действуют цены карточек."),
                Html.Of($"The list has not been read yet; the cards count.")));

    public static Html Nothing(Language l) => l.Pick(
        Html.Of($"✅ Все цены понятны, решать нечего."), Html.Of($"✅ All prices are clear; there is nothing to decide."));

    public static Html Line(Language l, CostView model, DateTimeOffset now) =>
        Html.Of($"{Mark(model)} <code>{model.Model.Value}</code> · {Standing(l, model)}, {Ago(l, now - model.ReadAt)}");

    public static string Button(CostView model) => $"{Mark(model)} {model.Model.Value}";

    public static Html Model(Language l, ModelCostView view) => Html.Paragraphs(
        Html.Of($"{Mark(view.Model)} <b>{view.Model.Model.Value}</b>\n{Standing(l, view.Model)}, {l.Pick("цена проверена", "price checked")} {Ago(l, view.At - view.Model.ReadAt)}"),
        Reason(view.Model.Objection),
        Reason(view.Model.Trouble),
        view.Model.Difference is { } difference
            ? l.Pick(
                Html.Of($"На открытой странице иначе: <i>{Words.Shorten(difference, 300)}</i>"),
                Html.Of($"The public page says otherwise: <i>{Words.Shorten(difference, 300)}</i>"))
            : Html.Empty,
        Html.Lines(
        [
            .. view.Lines.Take(LinesMax).Select(line => SoldLine(l, line)),
            view.Lines.Count > LinesMax
                ? l.Pick(Html.Of($"… и ещё {view.Lines.Count - LinesMax}"), Html.Of($"… and {view.Lines.Count - LinesMax} more"))
                : Html.Empty,
        ]));

    public static Html Question(Language l, ModelId model, CostWord word) => word switch
    {
        CostWord.Accept => l.Pick(
            Html.Of($"<b>Принять цену поставщика для {model.Value}?</b>\nОна будет действовать, как бы далеко ни ушла, и модель вернётся в продажу."),
            Html.Of($"<b>Take the supplier's price for {model.Value}?</b>\nIt counts however far it has moved, and the model is sold again.")),
        CostWord.Forget => l.Pick(
            Html.Of($"<b>Забыть цены, заданные для {model.Value}?</b>\nДо следующего прайс-листа действует карточка."),
            Html.Of($"<b>Forget what was set for {model.Value}?</b>\nThe card counts until the next list.")),
    };

    public static Html Said(Language l, CostChange change) => change switch
    {
        CostChange.Done => l.Pick(Html.Of($"✅ Записано, действует через пару секунд."), Html.Of($"✅ Written down; it holds within seconds.")),
        CostChange.Refused refused => l.Pick(
            Html.Of($"Не получилось: <i>{Words.Shorten(refused.Explanation, 300)}</i>"),
            Html.Of($"It did not work: <i>{Words.Shorten(refused.Explanation, 300)}</i>")),
        _ => throw new InvalidOperationException($"No text for {change}"),
    };

    public static string Accept(Language l) => l.Pick("✅ Принять цену поставщика", "✅ Take the supplier's price");

    public static string Forget(Language l) => l.Pick("↩️ Забыть заданное вручную", "↩️ Forget what was set by hand");

    public static string Surely(Language l) => l.Pick("Да, всё верно", "Yes, do it");

    private static string Mark(CostView model) => model.Standing switch
    {
        CostStanding.OffSale => "🔴",
        CostStanding.NotTaken => "🟡",
        CostStanding.Differs => "🔎",
        CostStanding.ByHand => "✍️",
        CostStanding.Well => "🟢",
    };

    private static string Standing(Language l, CostView model) => model.Standing switch
    {
        CostStanding.OffSale => l.Pick("снята с продажи", "not on sale"),
        CostStanding.NotTaken => l.Pick("действует прежняя цена", "the price before counts"),
        CostStanding.Differs => l.Pick("второй источник не согласен", "the second source differs"),
        CostStanding.ByHand => l.Pick("цена задана вручную", "set by hand"),
        CostStanding.Well => l.Pick("в порядке", "well"),
    };

    private static Html SoldLine(Language l, SoldLine line) => Html.Of(
        $"<code>{line.Sku}</code>: {Number(line.Credits)} {l.Pick("кр.", "cr.")} → {line.Price.In(l)} · {Source(l, line)}");

    private static string Source(Language l, SoldLine line) => line is { Source: { } source, Since: { } since }
        ? $"{Source(l, source)}, {AdminTexts.Moment(since)}"
        : l.Pick("карточка", "card");

    private static string Source(Language l, CostSource source) => source switch
    {
        CostSource.Sync => l.Pick("прайс-лист", "list"),
        CostSource.Hand => l.Pick("вручную", "by hand"),
    };

    private static Html Reason(string? why) => why is null ? Html.Empty : Html.Of($"<i>{Words.Shorten(why, 300)}</i>");

    private static string Ago(Language l, TimeSpan age) => age.TotalMinutes < 1 ? l.Pick("только что", "just now")
        : age.TotalHours < 1 ? l.Pick($"{Whole(age.TotalMinutes)} мин назад", $"{Whole(age.TotalMinutes)} min ago")
        : age.TotalDays < 2 ? l.Pick($"{Whole(age.TotalHours)} ч назад", $"{Whole(age.TotalHours)} h ago")
        : l.Pick($"{Whole(age.TotalDays)} дн. назад", $"{Whole(age.TotalDays)} days ago");

    private static string Whole(double number) => Math.Floor(number).ToString("0", CultureInfo.InvariantCulture);

    private static string Number(decimal credits) => credits.ToString("0.####", CultureInfo.InvariantCulture);
}
