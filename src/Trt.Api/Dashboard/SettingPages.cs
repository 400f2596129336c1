using Trt.Api.Bot.Texts;
using Trt.Api.Dashboard.Pages;
using Trt.Application.BackOffice;
using Trt.Application.BackOffice.Settings;

namespace Trt.Api.Dashboard;

/// <summary>The settings of the shop: all of them, and one to change.</summary>
internal static class SettingPages
{
    public static Task<DeskAnswer> List(Call call) => call.Ask(
        new BrowseSettings(call.By), all => new DeskAnswer.Page(call.L.Pick("Настройки", "Settings"), typeof(SettingsPage), all));

    public static Task<DeskAnswer> Show(Call call) => About(call, sheet => Task.FromResult<DeskAnswer>(
        new DeskAnswer.Page(SettingTexts.Name(call.L, sheet.Setting.Name), typeof(SettingPage), sheet)));

    /// <summary>What reaches far is ticked first; without a tick nothing is changed, whatever the browser let through.</summary>
    public static Task<DeskAnswer> Change(Call call) => About(call, async sheet => sheet.Setting.IsFarReaching && !call.IsTicked("sure")
        ? new DeskAnswer.GoTo(Place(sheet), call.L.Pick("Отметьте, что понимаете последствия. Ничего не изменено.", "Tick that you know what it does. Nothing has changed."))
        : await Say(call, sheet, new TuneSetting(call.By, sheet.Setting.Name, call.Said("value"))));

    public static Task<DeskAnswer> Undo(Call call) => About(call, sheet => Say(call, sheet, new UndoSetting(call.By, sheet.Setting.Name)));

    public static Task<DeskAnswer> Reset(Call call) =>
        About(call, sheet => Say(call, sheet, new TuneSetting(call.By, sheet.Setting.Name, null)));

    private static Task<DeskAnswer> Say<T>(Call call, SettingSheet sheet, IAdminRequest<T> request)
        where T : SettingResult? =>
        call.Do(request, result => SettingTexts.Said(call.L, sheet.Setting, result), Place(sheet));

    private static string Place(SettingSheet sheet) => $"settings/{sheet.Setting.Name}";

    /// <summary>Those of single models are changed where the model is.</summary>
    private static Task<DeskAnswer> About(Call call, Func<SettingSheet, Task<DeskAnswer>> serve) => call.AskThen(
        new LookAtSetting(call.By, call.Rest[0]),
        sheet => sheet is null || sheet.Setting.Name.Contains(':') ? Task.FromResult<DeskAnswer>(new DeskAnswer.NotFound()) : serve(sheet));
}
