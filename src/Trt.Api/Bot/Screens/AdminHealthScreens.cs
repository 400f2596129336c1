using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Texts;
using Trt.Application.Health;
using Trt.Application.Mapping;
using Trt.Domain.Health;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Screens;

/// <summary>Behind the counter: how the models do, and a person's word about one.</summary>
internal static class AdminHealthScreens
{
    public static Screen List(Language l, Page<HealthLine> page) => new(
        Html.Paragraphs(AdminHealthTexts.Title(l), Html.Lines([.. page.Items.Select(line => AdminHealthTexts.Line(l, line))])),
        new Keyboard()
            .Grid(page.Items.Select(line => new AdminModelRoute(line.Model).Button(AdminHealthTexts.Button(line))), perRow: 1)
            .Leaf(page, number => new AdminHealthRoute(number))
            .Row(new AdminHealthRoute(page.Number).Button(GenerationTexts.Refresh(l)))
            .Row(AdminScreens.Back(l)));

    public static Screen Model(Language l, HealthLine? line, Html notice = default) => line is null
        ? new Screen(AdminHealthTexts.Unknown(l), new Keyboard().Row(List(l)).Row(AdminScreens.Back(l)))
        : new Screen(
            Html.Paragraphs(notice, AdminHealthTexts.Model(l, line)),
            new Keyboard()
                .Row(line.Hand == HandWord.Pause ? null : new AdminSayRoute(line.Model, HandWord.Pause).Button(AdminHealthTexts.Pause(l)))
                .Row(line.Hand == HandWord.Sell ? null : new AdminSayRoute(line.Model, HandWord.Sell).Button(AdminHealthTexts.Sell(l)))
                .Row(line.Hand is null ? null : new AdminSayRoute(line.Model, null).Button(AdminHealthTexts.TakeBack(l)))
                .Row(List(l))
                .Row(AdminScreens.Back(l)));

    private static Button List(Language l) => new AdminHealthRoute().Button(AdminHealthTexts.Health(l));
}
