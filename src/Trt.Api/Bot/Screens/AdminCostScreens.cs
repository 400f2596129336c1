using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Texts;
using Trt.Application.BackOffice.Costs;
using Trt.Application.BackOffice.Settings;
using Trt.Domain.BackOffice;
using Trt.Domain.Costs;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Screens;

/// <summary>Behind the counter: what the provider takes, and a person's word about it.</summary>
internal static class AdminCostScreens
{
    private const int LinesMax = 12;

    public static Screen List(Language l, ModelTitles titles, CostWatchPage page) => new(
        Html.Paragraphs(
            AdminCostTexts.Title(l, page.Age),
            page.Models.Items.Count == 0
                ? AdminCostTexts.Nothing(l)
                : Html.Lines([.. page.Models.Items.Select(model => AdminCostTexts.Line(l, titles, model, page.At))])),
        new Keyboard()
            .Grid(
                page.Models.Items.Select(model => new AdminPriceRoute(model.Model).Button(AdminCostTexts.Button(l, titles, model))),
                perRow: 1)
            .Leaf(page.Models, number => new AdminPricesRoute(number))
            .Row(new AdminPricesRoute(page.Models.Number).Button(GenerationTexts.Refresh(l)))
            .Row(AdminScreens.Back(l)));

    public static Screen Model(Language l, ModelTitles titles, ModelCostView? view, Html notice = default) => view is null
        ? new Screen(AdminHealthTexts.Unknown(l), new Keyboard().Row(List(l)).Row(AdminScreens.Back(l)))
        : new Screen(
            Html.Paragraphs(notice, AdminCostTexts.Model(l, titles, view)),
            new Keyboard()
                .Row(
                    view.Model is { Text: not null } and ({ Objection: not null } or { Trouble: not null })
                        ? Ask(view.Model.Model, CostWord.Accept).Button(AdminCostTexts.Accept(l))
                        : null)
                .Row(
                    view.Lines.Any(line => line.Source == CostSource.Hand)
                        ? Ask(view.Model.Model, CostWord.Forget).Button(AdminCostTexts.Forget(l))
                        : null)
                .Append(OwnPrices(l, view))
                .Row(List(l))
                .Row(AdminScreens.Back(l)));

    public static Screen AskPrice(Language l, ModelTitles titles, ModelId model, SoldLine line, Html problem = default) => new(
        Html.Paragraphs(
            problem, RangeTexts.AskPrice(l, titles.Of(l, model), new SoldLineName(line.Sku), line.Price, line.Cost)),
        new Keyboard()
            .Row(line.IsOwn ? new SetOwnPriceRoute(model, OwnPriceRoute.MarkOf(line.Sku), 0).Button(RangeTexts.ByFormula(l)) : null)
            .Row(new AdminPriceRoute(model).Button(MenuTexts.Back(l)), AdminScreens.Back(l)));

    public static Screen Preview(Language l, ModelTitles titles, ModelId model, SoldLine line, PricedLine.Priced priced) => new(
        RangeTexts.Preview(l, titles.Of(l, model), new SoldLineName(line.Sku), priced),
        new Keyboard()
            .Row(
                new SetOwnPriceRoute(model, OwnPriceRoute.MarkOf(line.Sku), (int)priced.After.Kopecks).Button(
                    RangeTexts.Set(l, priced.After)))
            .Row(new AdminPriceRoute(model).Button(MenuTexts.Back(l)), AdminScreens.Back(l)));

    /// <summary>As many as a screen takes; the console knows them all.</summary>
    private static Keyboard OwnPrices(Language l, ModelCostView view) => view.Rights.May(AdminAct.RunShop)
        ? new Keyboard().Grid(
            view.Lines.Take(LinesMax).Select(line => new OwnPriceRoute(view.Model.Model, OwnPriceRoute.MarkOf(line.Sku)).Button(
                RangeTexts.OwnPrice(l, new SoldLineName(line.Sku)))),
            perRow: 1)
        : new Keyboard();

    public static Screen Sure(Language l, ModelTitles titles, ModelCostView? view, CostWord word) => view is null
        ? Model(l, titles, view)
        : new Screen(
            Html.Paragraphs(AdminCostTexts.Question(l, titles, view.Model.Model, word), AdminCostTexts.Model(l, titles, view)),
            new Keyboard()
                .Row(new AdminPriceSayRoute(view.Model.Model, word, IsSure: true).Button(AdminCostTexts.Surely(l)))
                .Row(new AdminPriceRoute(view.Model.Model).Button(MenuTexts.Back(l))));

    private static AdminPriceSayRoute Ask(ModelId model, CostWord word) => new(model, word, IsSure: false);

    private static Button List(Language l) => new AdminPricesRoute().Button(AdminCostTexts.Prices(l));
}
