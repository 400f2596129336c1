using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Texts;
using Trt.Application.BackOffice.Settings;
using Trt.Application.Terms;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Screens;

/// <summary>Behind the counter: the settings of the shop.</summary>
internal static class SettingScreens
{
    public static Screen Groups(Language l) => new(
        SettingTexts.Title(l),
        new Keyboard()
            .Grid(Enum.GetValues<SettingGroup>().Select(group => new SettingGroupRoute(group).Button(SettingTexts.Group(l, group))), 2)
            .Row(AdminScreens.Back(l)));

    public static Screen Group(Language l, SettingGroup group, IReadOnlyList<SettingView> settings) => new(
        Html.Of($"<b>{SettingTexts.Group(l, group)}</b>"),
        new Keyboard()
            .Grid(
                settings.Where(setting => SettingTexts.GroupOf(setting.Name) == group)
                    .Select(setting => new OneSettingRoute(setting.Name).Button(SettingTexts.Row(l, setting))),
                perRow: 1)
            .Row(new SettingsRoute().Button(SettingTexts.ToGroups(l)), AdminScreens.Back(l)));

    public static Screen One(Language l, SettingSheet? sheet, SettingResult? said = null, bool isSaid = false)
    {
        if (sheet is not { Setting: var setting })
        {
            return AdminScreens.Said(l, SettingTexts.Unknown(l));
        }

        return new Screen(
            Html.Paragraphs(isSaid ? SettingTexts.Said(l, setting, said) : Html.Empty, SettingTexts.Sheet(l, sheet)),
            Choices(l, setting)
                .Row(
                    setting.Shape.Kind is SettingKind.Flag or SettingKind.Choice
                        ? null
                        : new AskSettingRoute(setting.Name).Button(SettingTexts.Change(l)))
                .Row(
                    sheet.Last is null ? null : new UndoSettingRoute(setting.Name).Button(SettingTexts.Undo(l)),
                    setting.IsChanged ? new ResetSettingRoute(setting.Name, IsSure: false).Button(SettingTexts.Reset(l)) : null)
                .Row(
                    new SettingGroupRoute(SettingTexts.GroupOf(setting.Name)).Button(MenuTexts.Back(l)),
                    new SettingsRoute().Button(SettingTexts.ToGroups(l)))
                .Row(AdminScreens.Back(l)));
    }

    public static Screen Ask(Language l, SettingView setting, Html problem = default) => new(
        Html.Paragraphs(problem, SettingTexts.Ask(l, setting)),
        new Keyboard().Row(new OneSettingRoute(setting.Name).Button(MenuTexts.Back(l)), AdminScreens.Back(l)));

    public static Screen Sure(Language l, SettingView setting, string before, string after, Route surely) => new(
        SettingTexts.Sure(l, setting, before, after),
        new Keyboard()
            .Row(surely.Button(SettingTexts.Surely(l)))
            .Row(new OneSettingRoute(setting.Name).Button(MenuTexts.Back(l)), AdminScreens.Back(l)));

    /// <summary>What a press can say stands on buttons.</summary>
    private static Keyboard Choices(Language l, SettingView setting) => setting.Shape switch
    {
        { Kind: SettingKind.Flag or SettingKind.Choice, Choices: { } choices } => new Keyboard().Grid(
            choices.Where(choice => choice != setting.Value).Select(choice =>
                new SetSettingRoute(setting.Name, choice, IsSure: false).Button(SettingTexts.Choice(l, choice))),
            perRow: 2),
        { Kind: SettingKind.Several, Choices: { } choices } => new Keyboard().Grid(
            choices.Select(choice => Toggle(l, setting, choice, choices)), perRow: 1),
        _ => new Keyboard(),
    };

    /// <summary>One of several, taken in or out; when none is left all are meant.</summary>
    private static Button Toggle(Language l, SettingView setting, string choice, IReadOnlyList<string> choices)
    {
        var chosen = setting.Value == SettingShape.Nothing ? choices : setting.Value.Split(", ");
        var isIn = chosen.Contains(choice);
        var next = choices.Where(other => other == choice ? !isIn : chosen.Contains(other)).ToList();
        var value = next.Count == 0 || next.Count == choices.Count ? SettingShape.Nothing : string.Join(',', next);
        return new SetSettingRoute(setting.Name, value, IsSure: false).Button($"{(isIn ? "☑️" : "⬜️")} {SettingTexts.Choice(l, choice)}");
    }
}
