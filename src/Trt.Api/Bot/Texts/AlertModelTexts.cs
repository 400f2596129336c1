using System.Globalization;
using Trt.Application.Ports;
using Trt.Domain.Costs;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Texts;

/// <summary>Alerts about models and what they cost; null for all others.</summary>
internal static class AlertModelTexts
{
    private const int ShownMax = 6;

    public static AlertWords? Of(Language l, ModelTitles titles, Matter matter) => matter switch
    {
        Matter.ModelRefused refused => new AlertWords(
            "🟠", l.Pick($"Поставщик отказал модели: {titles.Of(l, refused.Model)}", $"The supplier refused a model: {titles.Of(l, refused.Model)}"),
            l.Pick(Html.Of($"деньги за заказ вернулись."), Html.Of($"the money for the order is back.")),
            l.Pick(Html.Of($"повторится — модель сама уйдёт с продажи и вернётся, когда оживёт."), Html.Of($"if it happens again, the model leaves sale by itself, and comes back when it is alive.")),
            refused.Detail),
        Matter.ModelsPaused { Models: var models } => new AlertWords(
            "🟠", l.Pick($"Не продаются из-за сбоев: {titles.Of(l, Ids(models))}", $"Not sold because they fail: {titles.Of(l, Ids(models))}"),
            l.Pick(Html.Of($"вместо них предлагаем похожие модели."), Html.Of($"they are offered similar models instead.")),
            l.Pick(Html.Of($"магазин проверяет сам и вернёт на витрину, когда заработают."), Html.Of($"the shop looks by itself, and sells them again when they work.")),
            Reasons(l, titles, models)),
        Matter.ModelsWell { Models: var models } => new AlertWords(
            "✅", l.Pick($"Снова работают: {titles.Of(l, models)}", $"Well again: {titles.Of(l, models)}"),
            l.Pick(Html.Of($"всё опять на витрине."), Html.Of($"they are on the shelf again.")), Html.Empty),
        Matter.ModelsGone { Models: var models } => new AlertWords(
            "🟠", l.Pick($"Исчезли у поставщика: {titles.Of(l, Ids(models))}", $"Gone at the supplier: {titles.Of(l, Ids(models))}"),
            l.Pick(Html.Of($"модели сняты с витрины."), Html.Of($"the models are off the shelf.")),
            l.Pick(Html.Of($"вернутся сами, если поставщик их вернёт."), Html.Of($"they come back by themselves if the supplier brings them back.")),
            Reasons(l, titles, models)),
        Matter.ProbeTaken { Models: var models } => new AlertWords(
            "🟠", l.Pick($"Пробный заказ принят всерьёз: {titles.Of(l, models)}", $"A trial order was taken seriously: {titles.Of(l, models)}"),
            Html.Empty,
            l.Pick(Html.Of($"поставщик может взять за него деньги; так эту модель больше не спросим."), Html.Of($"the supplier may charge for it; the model is not asked this way again."))),
        Matter.CostsNeedWord costs => new AlertWords(
            "🟠", l.Pick("Цены поставщика ждут вашего решения", "The supplier's prices wait for your word"),
            Html.Empty,
            Html.Lines(
            [
                l.Pick(Html.Of($"пока действуют прежние цены, остальное — по строкам."), Html.Of($"the prices before hold meanwhile; line by line:")),
                .. costs.News.Take(ShownMax).Select(news => Html.Of($"• {titles.Of(l, news.Model)}: {News(l, news.Event)}{Figures(news)}")),
                costs.News.Count + costs.More > ShownMax
                    ? l.Pick(Html.Of($"… и ещё {costs.News.Count + costs.More - ShownMax}"), Html.Of($"… and {costs.News.Count + costs.More - ShownMax} more"))
                    : Html.Empty,
            ])),
        Matter.ListDoubted doubted => new AlertWords(
            "🟠", l.Pick("Прайс-лист поставщика выглядит неправдоподобно", "The supplier's list looks implausible"),
            l.Pick(Html.Of($"цены и витрина прежние."), Html.Of($"prices and shelves are as before.")),
            l.Pick(Html.Of($"читаем снова каждые пять минут; верный — подтвердит разработчик."), Html.Of($"it is read again every five minutes; if it is right, a developer confirms it.")),
            doubted.Detail),
        Matter.CostsOld old => new AlertWords(
            "🟠", l.Pick($"Цены поставщика не читаются {old.Hours} ч", $"The supplier's prices have not been read for {old.Hours} h"),
            l.Pick(Html.Of($"пока ничего не изменилось."), Html.Of($"nothing has changed yet.")),
            l.Pick(
                Html.Of($"читаем снова каждые пять минут. Цена старше {old.HoursMax} ч снимает свою модель с продажи."),
                Html.Of($"they are tried again every five minutes. A price older than {old.HoursMax} h takes its model off sale.")),
            old.Detail),
        Matter.Overcharged over => new AlertWords(
            over.IsStopped ? "🟠" : "🔵",
            l.Pick($"Поставщик взял больше обещанного: {titles.Of(l, over.Model)}", $"The supplier took more than its price: {titles.Of(l, over.Model)}"),
            over.IsStopped
                ? l.Pick(Html.Of($"модель снята с продажи, вместо неё предлагаем похожие."), Html.Of($"the model is off sale; similar ones are offered."))
                : l.Pick(Html.Of($"модель продаётся: разница не больше {over.LimitPercent} %."), Html.Of($"it is still sold: the difference is within {over.LimitPercent} %.")),
            l.Pick(
                Html.Of($"взято {Credits(over.Spent)} кр. вместо {Credits(over.Expected)}. Цены перечитываются; вернёт в продажу ваше решение."),
                Html.Of($"{Credits(over.Spent)} credits instead of {Credits(over.Expected)}. Prices are read anew; your word sells it again."))),
        Matter.ModelChanged { IsStopped: true } changed => new AlertWords(
            "🟠", l.Pick($"Поставщик изменил модель: {titles.Of(l, changed.Model)}", $"The supplier has changed a model: {titles.Of(l, changed.Model)}"),
            l.Pick(Html.Of($"модель снята с продажи: заказы сорвались бы."), Html.Of($"it is off sale: orders would break.")),
            l.Pick(Html.Of($"вернёт прежнее — модель вернётся сама; или продавайте как есть."), Html.Of($"if the change is taken back, it is sold again by itself; or sell it as it is.")),
            changed.Detail),
        Matter.ModelChanged changed => new AlertWords(
            "🔵", l.Pick($"Карточка отличается от модели: {titles.Of(l, changed.Model)}", $"A card differs from its model: {titles.Of(l, changed.Model)}"),
            l.Pick(Html.Of($"модель продаётся как прежде."), Html.Of($"it is sold as before.")),
            l.Pick(Html.Of($"посмотрите, не срываются ли заказы."), Html.Of($"look whether orders fail.")),
            changed.Detail),
        Matter.ModelAsBefore { Model: var model } => new AlertWords(
            "✅", l.Pick($"Снова продаётся: {titles.Of(l, model)}", $"On sale again: {titles.Of(l, model)}"),
            l.Pick(Html.Of($"поставщик вернул прежнее, модель на витрине."), Html.Of($"the supplier took its change back; it is on the shelf.")), Html.Empty),
        _ => null,
    };

    /// <summary>What a look at the supplier's list has found about one model.</summary>
    public static string News(Language l, CostEvent news) => news switch
    {
        CostEvent.Taken => l.Pick("новая цена действует", "the new price holds"),
        CostEvent.Asked => l.Pick("снята с продажи, цена ушла слишком далеко", "off sale, its price moved too far"),
        CostEvent.Parked => l.Pick("цена не понята, действует прежняя", "its price is not understood, the last one holds"),
        CostEvent.Unpriced => l.Pick("цену больше не показывают, действует прежняя", "no price is shown any more, the last one holds"),
        CostEvent.Contradicted => l.Pick("снижение цены ждёт вас", "a fall of its price waits for you"),
        CostEvent.OpinionDiffers => l.Pick("открытая страница цен говорит другое", "the public price page says otherwise"),
        CostEvent.HandDiffers => l.Pick("действует ваша цена, у поставщика другая", "your own price holds, the supplier's is another"),
        CostEvent.Vanished => l.Pick("снята с продажи, её нет в прайс-листе", "off sale, it is not listed any more"),
        CostEvent.Returned => l.Pick("снова в прайс-листе", "listed again"),
        CostEvent.BelowCost => l.Pick("ваша цена ниже себестоимости", "your own price is below cost"),
    };

    /// <summary>Price lines and figures are the same in every language; what is said in words is left to the place itself.</summary>
    private static string Figures(CostNews news) =>
        news.Event is CostEvent.Asked && news.Detail.Length > 0 ? $" ({news.Detail.Replace(" credits", "", StringComparison.Ordinal)})" : "";

    private static List<ModelId> Ids(IReadOnlyList<Matter.ModelReason> models) => [.. models.Select(model => model.Model)];

    private static string Reasons(Language l, ModelTitles titles, IReadOnlyList<Matter.ModelReason> models) =>
        string.Join("; ", models.Take(ShownMax).Select(model => $"{titles.Of(l, model.Model)}: {model.Why}"));

    private static string Credits(decimal credits) => credits.ToString("0.####", CultureInfo.InvariantCulture);
}
