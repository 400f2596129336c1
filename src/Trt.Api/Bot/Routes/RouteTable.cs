using System.Collections.Frozen;
using System.Globalization;
using Trt.Domain.Catalog;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Routes;

/// <summary>Reads what a button carries. One line per name: this is the inventory of all buttons.</summary>
internal static class RouteTable
{
    private static readonly IReadOnlyDictionary<string, Func<string[], Route?>> ShopReaders = new Dictionary<string, Func<string[], Route?>>
    {
        ["main_menu"] = _ => new MainMenuRoute(),
        ["gen_type"] = arguments => TypeOf(At(arguments, 0)) is { } type ? new ModelsOfTypeRoute(type, Page(At(arguments, 1))) : null,
        ["free_tools"] = arguments => new FreeModelsRoute(Page(At(arguments, 0))),
        ["show_all_models_list"] = arguments => new AllModelsRoute(Page(At(arguments, 0))),
        ["model"] = arguments => Whole(arguments) is { } id ? new ModelRoute(new ModelId(id)) : null,
        ["select_model"] = arguments => Whole(arguments) is { } id ? new BeginRoute(new ModelId(id)) : null,
        ["set_param"] = arguments => arguments.Length >= 2 ? new ChooseRoute(arguments[0], string.Join(':', arguments[1..])) : null,
        ["choices"] = arguments => At(arguments, 0) is { } field ? new ChoicesRoute(field, Page(At(arguments, 1))) : null,
        ["pick_result"] = PickEarlier,
        ["take_caption"] = _ => new TakeCaptionRoute(),
        ["skip_param"] = arguments => new SkipRoute(At(arguments, 0)),
        ["image_done"] = arguments => new FilesDoneRoute(At(arguments, 0)),
        ["files_anew"] = arguments => new FilesAnewRoute(At(arguments, 0)),
        ["back_to_previous_step"] = _ => new StepBackRoute(),
        ["show_parameters"] = _ => new MoreSettingsRoute(),
        ["edit_param"] = arguments => At(arguments, 0) is { } field ? new EditRoute(field) : null,
        ["back_to_confirmation"] = _ => new ShowDraftRoute(),
        ["confirm_generate"] = arguments => WithId(arguments, id => new ConfirmRoute(id, Price(At(arguments, 1)))) ?? new ShowDraftRoute(),
        ["cancel"] = arguments => arguments.Length == 0 ? new CancelDraftRoute() : WithId(arguments, id => new CancelGenerationRoute(id)),
        ["status"] = arguments => WithId(arguments, id => new StatusRoute(id)),
        ["gen_repeat"] = arguments => WithId(arguments, id => new RepeatRoute(id)),
        ["my_generations"] = arguments => new HistoryRoute(Page(At(arguments, 0))),
        ["gen_view"] = arguments => WithId(arguments, id => new GenerationRoute(id)),
        ["gen_resend"] = arguments => WithId(arguments, id => new ResendRoute(id)),
        ["gen_originals"] = arguments => WithId(arguments, id => new OriginalsRoute(id)),
        ["receipt"] = arguments => WithId(arguments, id => new ReceiptRoute(id)),
        ["receipts"] = arguments => new ReceiptsRoute(Page(At(arguments, 0))),
        ["help_menu"] = _ => new HelpRoute(),
        ["set_language"] = arguments => LanguageOf(At(arguments, 0)) is { } language ? new LanguageRoute(language) : null,
        ["noop"] = _ => new NowhereRoute(),
    };

    private static readonly FrozenDictionary<string, Func<string[], Route?>> Readers =
        new[] { ShopReaders, MoneyRoute.Readers, TransferRoute.Readers, GrowthRoute.Readers, AdminRoute.Readers, AdminPaymentRoute.Readers }
            .SelectMany(readers => readers)
            .ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<GenerationType, string> Slugs =
        Enum.GetValues<GenerationType>().ToFrozenDictionary(type => type, type => SlugFrom(type.ToString()));

    private static readonly FrozenDictionary<string, GenerationType> Types = Slugs.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);

    public static IReadOnlyCollection<string> Names => Readers.Keys;

    /// <summary>Null when nothing of ours (any more) is behind this button.</summary>
    public static Route? Read(string data)
    {
        var parts = data.Split(':');
        return Readers.TryGetValue(parts[0], out var read) ? read(parts[1..]) : LegacyButtons.Read(data);
    }

    /// <summary>The name that a button's data begins with, when it is one of ours.</summary>
    public static string? NameIn(string data)
    {
        var end = data.IndexOf(':', StringComparison.Ordinal);
        var name = end < 0 ? data : data[..end];
        return Readers.ContainsKey(name) ? name : null;
    }

    public static string SlugOf(GenerationType type) => Slugs[type];

    public static string CodeOf(Language language) => language switch
    {
        Language.Russian => "ru",
        Language.English => "en",
    };

    private static Language? LanguageOf(string? code) => code switch
    {
        "ru" => Language.Russian,
        "en" => Language.English,
        _ => null,
    };

    private static GenerationType? TypeOf(string? slug) => slug is not null && Types.TryGetValue(slug, out var type) ? type : null;

    private static string? At(string[] arguments, int index) => index < arguments.Length && arguments[index].Length > 0 ? arguments[index] : null;

    private static string? Whole(string[] arguments) => string.Join(':', arguments) is { Length: > 0 } whole ? whole : null;

    private static int Page(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, 1000) : 1;

    private static Money? Price(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var kopecks) ? new Money(kopecks) : null;

    private static PickEarlierRoute? PickEarlier(string[] arguments) =>
        At(arguments, 0) is { } field && At(arguments, 1) is { } text && Route.Id(text) is { } id ? new PickEarlierRoute(field, id, Page(At(arguments, 2))) : null;

    private static Route? WithId(string[] arguments, Func<GenerationId, Route> make) =>
        At(arguments, 0) is { } text && Route.Id(text) is { } id ? make(id) : null;

    /// <summary>TextToImage → text-to-image.</summary>
    private static string SlugFrom(string name) =>
        string.Concat(name.Select((letter, index) => char.IsUpper(letter) && index > 0 ? $"-{char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"));
}
