using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Texts;
using Trt.Application.BackOffice.Health;
using Trt.Domain.BackOffice;
using Trt.Domain.Health;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Screens;

/// <summary>Behind the counter: how the models do, and a person's word about one.</summary>
internal static class AdminHealthScreens
{
    private static readonly int[] HiddenFor = [1, 24, 168, 0];

    /// <summary>Each model is a button; words are for those in trouble.</summary>
    public static Screen List(Language l, ModelTitles titles, HealthSheet sheet) => new(
        Html.Paragraphs(
        [
            AdminHealthTexts.Title(l, sheet),
            .. sheet.Lines.Items.Where(AdminHealthTexts.IsInTrouble).Select(line => AdminHealthTexts.Trouble(l, titles, line)),
        ]),
        new Keyboard()
            .Grid(
                sheet.Lines.Items.Select(line => new AdminModelRoute(line.Model).Button(AdminHealthTexts.Button(l, titles, line))),
                perRow: 1)
            .Leaf(sheet.Lines, number => new AdminHealthRoute(number))
            .Row(new AdminHealthRoute(sheet.Lines.Number).Button(GenerationTexts.Refresh(l)))
            .Row(AdminScreens.Back(l)));

    public static Screen Model(Language l, ModelTitles titles, HealthCase? found, Html notice = default) => found is not { Line: var line }
        ? new Screen(AdminHealthTexts.Unknown(l), new Keyboard().Row(List(l)).Row(AdminScreens.Back(l)))
        : new Screen(
            Html.Paragraphs(notice, AdminHealthTexts.Model(l, titles, line), AdminHealthTexts.Instead(l, found.Instead)),
            new Keyboard()
                .Row(line.Hand == HandWord.Pause ? null : new AdminSayRoute(line.Model, HandWord.Pause).Button(AdminHealthTexts.Pause(l)))
                .Row(line.Hand == HandWord.Sell ? null : new AdminSayRoute(line.Model, HandWord.Sell).Button(AdminHealthTexts.Sell(l)))
                .Row(line.Hand is null ? null : new AdminSayRoute(line.Model, null).Button(AdminHealthTexts.TakeBack(l)))
                .Row(
                    !found.Rights.May(AdminAct.RunShop) ? null
                    : found.IsHidden ? new BringBackRoute(line.Model).Button(RangeTexts.BringBack(l))
                    : new HideModelRoute(line.Model).Button(RangeTexts.Hide(l)))
                .Row(
                    new AdminModelRoute(line.Model).Button(GenerationTexts.Refresh(l)),
                    new AdminPriceRoute(line.Model).Button(AdminCostTexts.Prices(l)))
                .Row(List(l))
                .Row(AdminScreens.Back(l)));

    public static Screen Why(Language l, ModelTitles titles, ModelId model, Html problem = default) => new(
        Html.Paragraphs(problem, RangeTexts.Why(l, titles.Of(l, model))), ToModel(l, model));

    public static Screen HowLong(Language l, ModelTitles titles, ModelId model) => new(
        RangeTexts.HowLong(l, titles.Of(l, model)),
        new Keyboard()
            .Grid(HiddenFor.Select(hours => new HideForRoute(model, hours).Button(RangeTexts.For(l, hours))), perRow: 2)
            .Append(ToModel(l, model)));

    private static Keyboard ToModel(Language l, ModelId model) =>
        new Keyboard().Row(new AdminModelRoute(model).Button(MenuTexts.Back(l)), AdminScreens.Back(l));

    private static Button List(Language l) => new AdminHealthRoute().Button(AdminHealthTexts.Health(l));
}
