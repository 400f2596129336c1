using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Texts;
using Trt.Application.BackOffice.Health;
using Trt.Domain.Health;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Screens;

/// <summary>Behind the counter: how the models do, and a person's word about one.</summary>
internal static class AdminHealthScreens
{
    /// <summary>Each model is a button; words are for those in trouble.</summary>
    public static Screen List(Language l, HealthSheet sheet) => new(
        Html.Paragraphs(
        [
            AdminHealthTexts.Title(l, sheet),
            .. sheet.Lines.Items.Where(AdminHealthTexts.IsInTrouble).Select(line => AdminHealthTexts.Trouble(l, line)),
        ]),
        new Keyboard()
            .Grid(sheet.Lines.Items.Select(line => new AdminModelRoute(line.Model).Button(AdminHealthTexts.Button(line))), perRow: 1)
            .Leaf(sheet.Lines, number => new AdminHealthRoute(number))
            .Row(new AdminHealthRoute(sheet.Lines.Number).Button(GenerationTexts.Refresh(l)))
            .Row(AdminScreens.Back(l)));

    public static Screen Model(Language l, HealthCase? found, Html notice = default) => found is not { Line: var line }
        ? new Screen(AdminHealthTexts.Unknown(l), new Keyboard().Row(List(l)).Row(AdminScreens.Back(l)))
        : new Screen(
            Html.Paragraphs(notice, AdminHealthTexts.Model(l, line), AdminHealthTexts.Instead(l, found.Instead)),
            new Keyboard()
                .Row(line.Hand == HandWord.Pause ? null : new AdminSayRoute(line.Model, HandWord.Pause).Button(AdminHealthTexts.Pause(l)))
                .Row(line.Hand == HandWord.Sell ? null : new AdminSayRoute(line.Model, HandWord.Sell).Button(AdminHealthTexts.Sell(l)))
                .Row(line.Hand is null ? null : new AdminSayRoute(line.Model, null).Button(AdminHealthTexts.TakeBack(l)))
                .Row(new AdminModelRoute(line.Model).Button(GenerationTexts.Refresh(l)))
                .Row(List(l))
                .Row(AdminScreens.Back(l)));

    private static Button List(Language l) => new AdminHealthRoute().Button(AdminHealthTexts.Health(l));
}
