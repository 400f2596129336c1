using System.Collections.Frozen;
using Trt.Application.Storefront;
using Trt.Domain.Shared;

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
        ["show_models"] = new AllModelsRoute(),
        ["all_models"] = new AllModelsRoute(),
        ["other_models"] = new AllModelsRoute(),
        ["add_image"] = new ShowDraftRoute(),
        ["add_audio"] = new ShowDraftRoute(),
        ["skip_image"] = new SkipRoute(),
        ["skip_audio"] = new SkipRoute(),
        ["back_to_models"] = new AllModelsRoute(),
        ["fast_tools"] = new FreeModelsRoute(),
        ["special_tools"] = new IntentRoute(Intent.Improve),
        ["menu:balance"] = new BalanceRoute(),
        ["menu:history"] = new HistoryRoute(),
        ["menu:free"] = new FreeModelsRoute(),
        ["menu:help"] = new HelpRoute(),
        ["history:main"] = new HistoryRoute(),
        ["history:transactions"] = new BalanceRoute(),
        ["change_language"] = new HelpRoute(),
        ["support_contact"] = new HelpRoute(),
        ["copy_bot"] = new HelpRoute(),
        ["tutorial_start"] = new TutorialRoute(1),
        ["tutorial_step1"] = new TutorialRoute(1),
        ["tutorial_step2"] = new TutorialRoute(2),
        ["tutorial_step3"] = new TutorialRoute(3),
        ["tutorial_step4"] = new TutorialRoute(4),
        ["tutorial_complete"] = new MainMenuRoute(),
        ["my_bonuses"] = new InviteRoute(),
        ["view_payment_screenshots"] = new AdminTransfersRoute(),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What stood before a value. A value that says nothing to us leads to where one is chosen.</summary>
    private static readonly FrozenDictionary<string, Func<string[], Route?>> ByPrefix = new Dictionary<string, Func<string[], Route?>>
    {
        ["pay_sbp"] = _ => new TopUpRoute(),
        ["payment_screenshot_nav"] = _ => new AdminTransfersRoute(),
        ["m"] = Card,
        ["info"] = Card,
        ["example"] = Card,
        ["sel"] = Begin,
        ["start"] = Begin,
        ["gen"] = Begin,
        ["select_mode"] = arguments => Begin(arguments.Length > 1 ? arguments[..^1] : arguments),
        ["retry_generate"] = arguments => WithOrder(arguments, id => new RepeatRoute(id)) ?? Begin(arguments),
        ["retry_delivery"] = arguments => WithOrder(arguments, id => new ResendRoute(id)) ?? new HistoryRoute(),
        ["gen_history"] = _ => new HistoryRoute(),
        ["confirm_param"] = WizardRoute.Readers["set_param"],
        ["type_header"] = arguments => FrontRoute.Readers["gen_type"](arguments) ?? new NowhereRoute(),
        ["provider_header"] = _ => new NowhereRoute(),
        ["category"] = arguments => FrontRoute.Readers["cat"](arguments) ?? new AllModelsRoute(),
        ["sku"] = _ => new FreeModelsRoute(),
        ["sk"] = _ => new FreeModelsRoute(),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static Route? Read(string data) =>
        Exact.GetValueOrDefault(data)
        ?? WithValue(data.Split(':'))
        ?? LegacyAdminButtons.Read(data);

    private static Route? WithValue(string[] parts) => ByPrefix.TryGetValue(parts[0], out var read) ? read(parts[1..]) : null;

    private static Route? Card(string[] arguments) => FrontRoute.Readers["model"](arguments);

    private static Route? Begin(string[] arguments) => WizardRoute.Readers["select_model"](arguments);

    private static Route? WithOrder(string[] arguments, Func<GenerationId, Route> make) =>
        arguments is [var text] && Route.Id(text) is { } id && id.Value != Guid.Empty ? make(id) : null;
}
