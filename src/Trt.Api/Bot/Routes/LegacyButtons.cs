using System.Collections.Frozen;

namespace Trt.Api.Bot.Routes;

/// <summary>
/// Buttons of the shop's former life that still hang in people's chats. Each leads to the place that took over its purpose;
/// where the purpose is gone, the menu is the honest answer.
/// </summary>
internal static class LegacyButtons
{
    private static readonly FrozenDictionary<string, Route> Exact = new Dictionary<string, Route>
    {
        ["back_to_menu"] = new MainMenuRoute(),
        ["reset_step"] = new MainMenuRoute(),
        ["show_models"] = new MainMenuRoute(),
        ["all_models"] = new AllModelsRoute(),
        ["other_models"] = new AllModelsRoute(),
        ["add_image"] = new ShowDraftRoute(),
        ["add_audio"] = new ShowDraftRoute(),
        ["skip_image"] = new SkipRoute(),
        ["skip_audio"] = new SkipRoute(),
        ["generate_again"] = new HistoryRoute(),
        ["change_language"] = new HelpRoute(),
        ["support_contact"] = new HelpRoute(),
        ["copy_bot"] = new HelpRoute(),
        ["tutorial_start"] = new HelpRoute(),
        ["tutorial_step1"] = new HelpRoute(),
        ["tutorial_step2"] = new HelpRoute(),
        ["tutorial_step3"] = new HelpRoute(),
        ["tutorial_step4"] = new HelpRoute(),
        ["tutorial_complete"] = new MainMenuRoute(),
        ["my_bonuses"] = new InviteRoute(),
        ["view_payment_screenshots"] = new AdminTransfersRoute(),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly (string Prefix, Route Route)[] Prefixes =
    [
        ("pay_sbp:", new TopUpRoute()),
        ("pay_card:", new TopUpRoute()),
        ("payment_screenshot_nav:", new AdminTransfersRoute()),
    ];

    public static Route? Read(string data) =>
        Exact.GetValueOrDefault(data)
        ?? Prefixes.FirstOrDefault(legacy => data.StartsWith(legacy.Prefix, StringComparison.Ordinal)).Route
        ?? LegacyAdminButtons.Read(data);
}
