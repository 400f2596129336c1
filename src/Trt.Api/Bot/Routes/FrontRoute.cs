using System.Globalization;
using Trt.Application.Storefront;
using Trt.Domain.Catalog;
using Trt.Domain.Growth;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Routes;

/// <summary>Buttons of the menu, the shelves, help and language.</summary>
internal abstract record FrontRoute(string Name, params string[] Arguments) : Route(Name, Arguments)
{
    public static readonly IReadOnlyDictionary<string, Func<string[], Route?>> Readers = new Dictionary<string, Func<string[], Route?>>
    {
        ["main_menu"] = _ => new MainMenuRoute(),
        [ComeInRoute.Key] = arguments => Whole(arguments) is { } link && ComeInRoute.Fits(link) ? new ComeInRoute(link) : null,
        ["gen_type"] = arguments => RouteTable.TypeOf(At(arguments, 0)) is { } type
            ? new ModelsOfTypeRoute(type, PageIn(At(arguments, 1)))
            : null,
        ["free_tools"] = arguments => new FreeModelsRoute(PageIn(At(arguments, 0))),
        ["show_all_models_list"] = arguments => new AllModelsRoute(PageIn(At(arguments, 0))),
        ["model"] = arguments => Whole(arguments) is { } id ? new ModelRoute(new ModelId(id)) : null,
        ["card"] = arguments => arguments is [var shelf, var page, .. var rest] && ShelfPlace.Read(shelf, page) is { } place
            && Whole(rest) is { } id
                ? new ModelRoute(new ModelId(id), place)
                : null,
        ["cat"] = arguments => IntentRoute.Read(At(arguments, 0)) is { } intent ? new IntentRoute(intent) : null,
        ["tutorial"] = arguments => new TutorialRoute(Math.Min(PageIn(At(arguments, 0)), TutorialRoute.Pages)),
        ["mine"] = _ => new MineRoute(),
        ["my_time"] = _ => new ZonesRoute(),
        ["zone"] = arguments => ZoneRoute.Read(At(arguments, 0)),
        ["news"] = arguments => new NewsRoute(At(arguments, 0) switch { "on" => true, "off" => false, _ => null }),
        ["help_menu"] = _ => new HelpRoute(),
        ["set_language"] = arguments => RouteTable.LanguageOf(At(arguments, 0)) is { } language ? new LanguageRoute(language) : null,
        ["noop"] = _ => new NowhereRoute(),
    };
}

internal sealed record MainMenuRoute() : FrontRoute("main_menu");

/// <summary>/start anew, with what the link said that somebody came by while the shop was not open.</summary>
internal sealed record ComeInRoute(string Link) : FrontRoute(Key, Link)
{
    public const string Key = "go";

    private const string Beginning = $"{Key}:";

    /// <summary>Whether it says something to us and is short enough for a button's data.</summary>
    public static bool Fits(string link) => Beginning.Length + link.Length <= DataBytesMax && StartParameter.Read(link) is not null;

    /// <summary>Null for any other button.</summary>
    public static string? LinkIn(string data) =>
        data.StartsWith(Beginning, StringComparison.Ordinal) && Fits(data[Beginning.Length..]) ? data[Beginning.Length..] : null;
}

internal sealed record ModelsOfTypeRoute(GenerationType Type, int Page = 1) : FrontRoute("gen_type", Slug(Type), Text(Page));

internal sealed record FreeModelsRoute(int Page = 1) : FrontRoute("free_tools", Text(Page));

internal sealed record AllModelsRoute(int Page = 1) : FrontRoute("show_all_models_list", Text(Page));

/// <param name="From">The place on a shelf that the card was taken from, and goes back to; older buttons name none.</param>
internal sealed record ModelRoute(ModelId Model, ShelfPlace? From = null)
    : FrontRoute(From is null ? "model" : "card", From is null ? [Model.Value] : [From.Code, Text(From.Page), Model.Value]);

/// <summary>The kinds behind a large intent.</summary>
internal sealed record IntentRoute(Intent Intent) : FrontRoute("cat", WordOf(Intent))
{
    /// <summary>The last two are words of older buttons.</summary>
    private static readonly (string Key, Intent Value)[] Words =
    [
        ("image", Intent.Image), ("video", Intent.Video), ("audio", Intent.Voice), ("music", Intent.Music), ("enhance", Intent.Improve),
        ("edit", Intent.Improve), ("avatar", Intent.Video),
    ];

    private static string WordOf(Intent intent) => Words.First(pair => pair.Value == intent).Key;

    public static Intent? Read(string? word) => Words.Where(pair => pair.Key == word).Select(pair => (Intent?)pair.Value).FirstOrDefault();
}

/// <summary>Everything that is the customer's own.</summary>
internal sealed record MineRoute() : FrontRoute("mine");

/// <summary>The customer says what their clock shows.</summary>
internal sealed record ZonesRoute() : FrontRoute("my_time");

/// <param name="Hours">How far it is ahead of UTC.</param>
internal sealed record ZoneRoute(int Hours) : FrontRoute("zone", Text(Hours))
{
    public const int HoursMin = -11;
    public const int HoursMax = 12;

    public static ZoneRoute? Read(string? text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var hours)
        && hours is >= HoursMin and <= HoursMax
            ? new ZoneRoute(hours)
            : null;
}

/// <summary>How the shop is used, in four short pages.</summary>
internal sealed record TutorialRoute(int Page = 1) : FrontRoute("tutorial", Text(Page))
{
    public const int Pages = 4;
}

/// <summary>Whether the shop may write about more than the customer's own.</summary>
/// <param name="Wants">Null only asks.</param>
internal sealed record NewsRoute(bool? Wants = null)
    : FrontRoute("news", Wants switch { true => ["on"], false => ["off"], null => [] });

internal sealed record HelpRoute() : FrontRoute("help_menu");

internal sealed record LanguageRoute(Language Language) : FrontRoute("set_language", RouteTable.CodeOf(Language));

/// <summary>A label that looks like a button: the page number.</summary>
internal sealed record NowhereRoute() : FrontRoute("noop");
