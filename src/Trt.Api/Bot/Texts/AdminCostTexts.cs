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

    public static Html Line(Language l, ModelTitles titles, CostView model, DateTimeOffset now) =>
        Html.Of($"{Mark(model)} {titles.Of(l, model.Model)} · {Standing(l, model.Standing)}, {Ago(l, now - model.ReadAt)}");

    public static string Button(Language l, ModelTitles titles, CostView model) => $"{Mark(model)} {titles.Of(l, model.Model)}";

    public static Html Model(Language l, ModelTitles titles, ModelCostView view) => Html.Paragraphs(
        Html.Of($"{Mark(view.Model)} <b>{titles.Of(l, view.Model.Model)}</b> <code>{view.Model.Model.Value}</code>\n{Standing(l, view.Model.Standing)}, {l.Pick("цена проверена", "price checked")} {Ago(l, view.At - view.Model.ReadAt)}"),
        view.Model.Objection is { } objection
            ? Html.Lines(Html.Of($"{Halted(l, view.Model.Halt)}"), Details(l, objection))
            : Html.Empty,
        view.Model.Trouble is { } trouble
            ? Html.Lines(
                l.Pick(
                    Html.Of($"То, что показывает поставщик, пока не принято: действует прежняя цена."),
                    Html.Of($"What the supplier shows is not taken yet: the price before counts.")),
                Details(l, trouble))
            : Html.Empty,
        view.Model.Difference is { } difference
            ? Html.Lines(
                l.Pick(Html.Of($"На открытой странице цены другие."), Html.Of($"The public page says otherwise.")), Details(l, difference))
            : Html.Empty,
        Html.Lines(
        [
            .. view.Lines.Take(LinesMax).Select(line => SoldLine(l, line)),
            view.Lines.Count > LinesMax
                ? l.Pick(Html.Of($"… и ещё {view.Lines.Count - LinesMax}"), Html.Of($"… and {view.Lines.Count - LinesMax} more"))
                : Html.Empty,
        ]));

    public static Html Question(Language l, ModelTitles titles, ModelId model, CostWord word) => word switch
    {
        CostWord.Accept => l.Pick(
            Html.Of($"<b>Принять цену поставщика для {titles.Of(l, model)}?</b>\nОна будет действовать, как бы далеко ни ушла, и модель вернётся в продажу."),
            Html.Of($"<b>Take the supplier's price for {titles.Of(l, model)}?</b>\nIt counts however far it has moved, and the model is sold again.")),
        CostWord.Forget => l.Pick(
            Html.Of($"<b>Забыть цены, заданные для {titles.Of(l, model)}?</b>\nДо следующего прайс-листа действует карточка."),
            Html.Of($"<b>Forget what was set for {titles.Of(l, model)}?</b>\nThe card counts until the next list.")),
    };

    public static Html Said(Language l, CostChange change) => change switch
    {
        CostChange.Done => l.Pick(Html.Of($"✅ Записано, действует через пару секунд."), Html.Of($"✅ Written down; it holds within seconds.")),
        CostChange.Refused refused => Html.Of($"☝️ {Refusal(l, refused.Why)}"),
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

    public static string Standing(Language l, CostStanding standing) => standing switch
    {
        CostStanding.OffSale => l.Pick("снята с продажи", "not on sale"),
        CostStanding.NotTaken => l.Pick("действует прежняя цена", "the price before counts"),
        CostStanding.Differs => l.Pick("второй источник не согласен", "the second source differs"),
        CostStanding.ByHand => l.Pick("цена задана вручную", "set by hand"),
        CostStanding.Well => l.Pick("в порядке", "well"),
    };

    private static Html SoldLine(Language l, SoldLine line) => Html.Of(
        $"<code>{line.Sku}</code>: {Number(line.Credits)} {l.Pick("кр.", "cr.")} → {line.Price.In(l)} · {Source(l, line)}");

    public static string Source(Language l, SoldLine line) => line is { Source: { } source, Since: { } since }
        ? $"{Source(l, source)}, {AdminTexts.Moment(since)}"
        : l.Pick("карточка", "card");

    private static string Source(Language l, CostSource source) => source switch
    {
        CostSource.Sync => l.Pick("прайс-лист", "list"),
        CostSource.Hand => l.Pick("вручную", "by hand"),
    };

    private static string Halted(Language l, CostHalt? halt) => halt switch
    {
        CostHalt.Vanished => l.Pick("Поставщик больше не показывает её в прайс-листе.", "The supplier does not list it any more."),
        CostHalt.Leapt => l.Pick("Цена ушла слишком далеко за один раз.", "Its price has moved too far at once."),
        CostHalt.ChargedMore => l.Pick("Поставщик взял больше, чем по прайс-листу.", "The supplier took more than its price says."),
        null => l.Pick("Цену давно не удаётся прочитать.", "Its price could not be read for long."),
    };

    private static string Refusal(Language l, CostRefusal why) => why switch
    {
        CostRefusal.Unknown => l.Pick("Такой модели больше нет.", "There is no such model any more."),
        CostRefusal.NeverListed => l.Pick(
            "Поставщик никогда не показывал её в прайс-листе: действует карточка.", "The supplier has never listed it: the card counts."),
        CostRefusal.NoPriceToTake => l.Pick(
            "Принимать нечего: понятной цены у поставщика сейчас нет. Задайте свою цену строке ниже.",
            "There is nothing to take: the supplier shows no clear price now. Set your own price for a line below."),
        CostRefusal.CountsAlready => l.Pick("Эта цена уже действует.", "That price counts already."),
        CostRefusal.NothingWasSet => l.Pick("Здесь ничего не задано: действует карточка.", "Nothing was set here: the card counts."),
    };

    private static Html Details(Language l, string why) => AdminTexts.Details(l, why);

    private static string Ago(Language l, TimeSpan age) => age.TotalMinutes < 1 ? l.Pick("только что", "just now")
        : age.TotalHours < 1 ? l.Pick($"{Whole(age.TotalMinutes)} мин назад", $"{Whole(age.TotalMinutes)} min ago")
        : age.TotalDays < 2 ? l.Pick($"{Whole(age.TotalHours)} ч назад", $"{Whole(age.TotalHours)} h ago")
        : l.Pick($"{Whole(age.TotalDays)} дн. назад", $"{Whole(age.TotalDays)} days ago");

    private static string Whole(double number) => Math.Floor(number).ToString("0", CultureInfo.InvariantCulture);

    private static string Number(decimal credits) => credits.ToString("0.####", CultureInfo.InvariantCulture);
}
