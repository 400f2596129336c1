using System.Security.Cryptography;
using System.Text;
using Trt.Application.BackOffice.Costs;
using Trt.Domain.Health;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Routes;

/// <summary>Buttons behind the counter about what is sold: how models do, what they cost, what the supplier has changed.</summary>
internal abstract record RangeRoute(string Name, params string[] Arguments) : AdminRoute(Name, Arguments)
{
    public static new readonly IReadOnlyDictionary<string, Func<string[], Route?>> Readers = new Dictionary<string, Func<string[], Route?>>
    {
        ["admin_health"] = arguments => new AdminHealthRoute(PageAt(arguments, 0)),
        ["admin_model"] = arguments => Whole(arguments) is { } id ? new AdminModelRoute(new ModelId(id)) : null,
        ["admin_say"] = arguments => arguments is [var word, ..] && AdminSayRoute.Words.TryGetValue(word, out var said)
            && Whole(arguments[1..]) is { } id
                ? new AdminSayRoute(new ModelId(id), said)
                : null,
        ["admin_prices"] = arguments => new AdminPricesRoute(PageAt(arguments, 0)),
        ["admin_price"] = arguments => Whole(arguments) is { } id ? new AdminPriceRoute(new ModelId(id)) : null,
        ["admin_price_say"] = arguments => arguments is [var word, var sure, ..] && AdminPriceSayRoute.Words.TryGetValue(word, out var said)
            && Whole(arguments[2..]) is { } id
                ? new AdminPriceSayRoute(new ModelId(id), said, sure == "1")
                : null,
        ["admin_drift"] = arguments => new AdminContractsRoute(PageAt(arguments, 0)),
        ["admin_contract"] = arguments => Whole(arguments) is { } id ? new AdminContractRoute(new ModelId(id)) : null,
        ["admin_agree"] = arguments => arguments is [var mark, ..] && Whole(arguments[1..]) is { } id
            ? new AdminAgreeRoute(new ModelId(id), mark)
            : null,
        ["admin_hide"] = arguments => Whole(arguments) is { } id ? new HideModelRoute(new ModelId(id)) : null,
        ["admin_hide_for"] = arguments => arguments is [var hours, ..] && Number(hours, HideForRoute.HoursMax) is { } count
            && Whole(arguments[1..]) is { } id
                ? new HideForRoute(new ModelId(id), hours == "0" ? 0 : count)
                : null,
        ["admin_unhide"] = arguments => Whole(arguments) is { } id ? new BringBackRoute(new ModelId(id)) : null,
        ["admin_own"] = arguments => arguments is [{ Length: OwnPriceRoute.MarkLength } mark, ..] && Whole(arguments[1..]) is { } id
            ? new OwnPriceRoute(new ModelId(id), mark)
            : null,
        ["admin_op"] = arguments =>
            arguments is [{ Length: OwnPriceRoute.MarkLength } mark, var kopecks, ..] && Whole(arguments[2..]) is { } id
            && (kopecks == "0" ? 0 : Number(kopecks, int.MaxValue)) is { } price
                ? new SetOwnPriceRoute(new ModelId(id), mark, price)
                : null,
        ["admin_starts"] = _ => new OpenStartsRoute(),
    };
}

/// <summary>The pause of the starts ends now.</summary>
internal sealed record OpenStartsRoute() : RangeRoute("admin_starts");

internal sealed record AdminHealthRoute(int Page = 1) : RangeRoute("admin_health", Text(Page));

internal sealed record AdminModelRoute(ModelId Model) : RangeRoute("admin_model", Model.Value);

/// <param name="Word">Null takes it back.</param>
internal sealed record AdminSayRoute(ModelId Model, HandWord? Word)
    : RangeRoute("admin_say", Words.First(pair => pair.Value == Word).Key, Model.Value)
{
    internal static readonly IReadOnlyDictionary<string, HandWord?> Words = new Dictionary<string, HandWord?>
    {
        ["stop"] = HandWord.Pause,
        ["sell"] = HandWord.Sell,
        ["auto"] = null,
    };
}

internal sealed record AdminPricesRoute(int Page = 1) : RangeRoute("admin_prices", Text(Page));

internal sealed record AdminPriceRoute(ModelId Model) : RangeRoute("admin_price", Model.Value);

internal sealed record AdminPriceSayRoute(ModelId Model, CostWord Word, bool IsSure)
    : RangeRoute("admin_price_say", Words.First(pair => pair.Value == Word).Key, Text(IsSure), Model.Value)
{
    internal static readonly IReadOnlyDictionary<string, CostWord> Words = new Dictionary<string, CostWord>
    {
        ["a"] = CostWord.Accept,
        ["f"] = CostWord.Forget,
    };
}

internal sealed record AdminContractsRoute(int Page = 1) : RangeRoute("admin_drift", Text(Page));

internal sealed record AdminContractRoute(ModelId Model) : RangeRoute("admin_contract", Model.Value);

/// <param name="Mark">Of the schema that the screen has told of.</param>
internal sealed record AdminAgreeRoute(ModelId Model, string Mark) : RangeRoute("admin_agree", Mark, Model.Value);

/// <summary>Asks why a model is to be hidden.</summary>
internal sealed record HideModelRoute(ModelId Model) : RangeRoute("admin_hide", Model.Value);

/// <param name="Hours">0 until somebody brings it back.</param>
internal sealed record HideForRoute(ModelId Model, int Hours) : RangeRoute("admin_hide_for", Text(Hours), Model.Value)
{
    public const int HoursMax = 8_760;
}

internal sealed record BringBackRoute(ModelId Model) : RangeRoute("admin_unhide", Model.Value);

/// <summary>Asks for a price of a line's own.</summary>
/// <param name="Mark">Of the line, whose name may be longer than a button takes.</param>
internal sealed record OwnPriceRoute(ModelId Model, string Mark) : RangeRoute("admin_own", Mark, Model.Value)
{
    public const int MarkLength = 4;

    public static string MarkOf(string sku) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sku)))[..MarkLength];
}

/// <param name="Kopecks">0 goes back to the formula.</param>
internal sealed record SetOwnPriceRoute(ModelId Model, string Mark, int Kopecks)
    : RangeRoute("admin_op", Mark, Text(Kopecks), Model.Value);
