using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Texts;
using Trt.Application.BackOffice.Costs;
using Trt.Domain.Costs;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Screens;

/// <summary>Behind the counter: what the provider takes, and a person's word about it.</summary>
internal static class AdminCostScreens
{
    public static Screen List(Language l, CostWatchPage page) => new(
        Html.Paragraphs(
            AdminCostTexts.Title(l, page.Age),
            page.Models.Items.Count == 0
                ? AdminCostTexts.Nothing(l)
                : Html.Lines([.. page.Models.Items.Select(model => AdminCostTexts.Line(l, model, page.At))])),
        new Keyboard()
            .Grid(page.Models.Items.Select(model => new AdminPriceRoute(model.Model).Button(AdminCostTexts.Button(model))), perRow: 1)
            .Leaf(page.Models, number => new AdminPricesRoute(number))
            .Row(new AdminPricesRoute(page.Models.Number).Button(GenerationTexts.Refresh(l)))
            .Row(AdminScreens.Back(l)));

    public static Screen Model(Language l, ModelCostView? view, Html notice = default) => view is null
        ? new Screen(AdminHealthTexts.Unknown(l), new Keyboard().Row(List(l)).Row(AdminScreens.Back(l)))
        : new Screen(
            Html.Paragraphs(notice, AdminCostTexts.Model(l, view)),
            new Keyboard()
                .Row(
                    view.Model is { Text: not null } and ({ Objection: not null } or { Trouble: not null })
                        ? Ask(view.Model.Model, CostWord.Accept).Button(AdminCostTexts.Accept(l))
                        : null)
                .Row(
                    view.Lines.Any(line => line.Source == CostSource.Hand)
                        ? Ask(view.Model.Model, CostWord.Forget).Button(AdminCostTexts.Forget(l))
                        : null)
                .Row(List(l))
                .Row(AdminScreens.Back(l)));

    public static Screen Sure(Language l, ModelCostView? view, CostWord word) => view is null
        ? Model(l, view)
        : new Screen(
            Html.Paragraphs(AdminCostTexts.Question(l, view.Model.Model, word), AdminCostTexts.Model(l, view)),
            new Keyboard()
                .Row(new AdminPriceSayRoute(view.Model.Model, word, IsSure: true).Button(AdminCostTexts.Surely(l)))
                .Row(new AdminPriceRoute(view.Model.Model).Button(MenuTexts.Back(l))));

    private static AdminPriceSayRoute Ask(ModelId model, CostWord word) => new(model, word, IsSure: false);

    private static Button List(Language l) => new AdminPricesRoute().Button(AdminCostTexts.Prices(l));
}
