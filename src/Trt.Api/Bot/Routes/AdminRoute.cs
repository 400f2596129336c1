using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Trt.Application.BackOffice.Costs;
using Trt.Application.Ports;
using Trt.Domain.Health;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Routes;

/// <summary>Buttons behind the counter. Anyone may write one: what it leads to is decided by who pressed it.</summary>
internal abstract record AdminRoute(string Name, params string[] Arguments) : Route(Name, Arguments)
{
    public static readonly IReadOnlyDictionary<string, Func<string[], Route?>> Readers = new Dictionary<string, Func<string[], Route?>>
    {
        ["admin_menu"] = _ => new AdminMenuRoute(),
        ["admin_moved"] = arguments => arguments is [var word] && Enum.TryParse<Moved>(word, out var what) && Enum.IsDefined(what)
            ? new AdminMovedRoute(what)
            : null,
        ["admin_stats"] = _ => new AdminStatisticsRoute(),
        ["admin_transfers"] = _ => new AdminTransfersRoute(),
        ["admin_find"] = _ => new AdminFindRoute(),
        ["admin_users"] = arguments => new AdminUsersRoute(Page(arguments, 0), string.Join(':', arguments.Skip(1))),
        ["admin_user"] = arguments => WithUser(arguments, user => new AdminUserRoute(user)),
        ["admin_user_gens"] = arguments => WithUser(arguments, user => new AdminUserGenerationsRoute(user, Page(arguments, 1))),
        ["admin_adjust"] = arguments => WithUser(arguments, user => new AdminAdjustRoute(user)),
        ["admin_sign"] = arguments => WithGuid(arguments, id => new AdminSignRoute(id, Flag(arguments, 1), Flag(arguments, 2))),
        ["admin_drop"] = arguments => WithGuid(arguments, id => new AdminDropRoute(id)),
        ["admin_block"] = arguments => WithUser(arguments, user => new AdminBlockRoute(user)),
        ["admin_unblock"] = arguments => WithUser(arguments, user => new AdminUnblockRoute(user)),
        ["admin_export"] = arguments => arguments.Length == 0
            ? new AdminExportsRoute()
            : Enum.TryParse<ExportTable>(arguments[0], ignoreCase: true, out var table) && Enum.IsDefined(table)
                ? new AdminExportRoute(table, arguments.Length > 1 ? Number(arguments[1], 366) : null)
                : null,
        ["admin_audit"] = arguments => new AdminAuditRoute(Page(arguments, 0)),
        ["admin_health"] = arguments => new AdminHealthRoute(Page(arguments, 0)),
        ["admin_model"] = arguments => Whole(arguments) is { } id ? new AdminModelRoute(new ModelId(id)) : null,
        ["admin_say"] = arguments => arguments is [var word, ..] && AdminSayRoute.Words.TryGetValue(word, out var said)
            && Whole(arguments[1..]) is { } id
                ? new AdminSayRoute(new ModelId(id), said)
                : null,
        ["admin_prices"] = arguments => new AdminPricesRoute(Page(arguments, 0)),
        ["admin_price"] = arguments => Whole(arguments) is { } id ? new AdminPriceRoute(new ModelId(id)) : null,
        ["admin_price_say"] = arguments => arguments is [var word, var sure, ..] && AdminPriceSayRoute.Words.TryGetValue(word, out var said)
            && Whole(arguments[2..]) is { } id
                ? new AdminPriceSayRoute(new ModelId(id), said, sure == "1")
                : null,
        ["admin_drift"] = arguments => new AdminContractsRoute(Page(arguments, 0)),
        ["admin_contract"] = arguments => Whole(arguments) is { } id ? new AdminContractRoute(new ModelId(id)) : null,
        ["admin_agree"] = arguments => arguments is [var mark, ..] && Whole(arguments[1..]) is { } id
            ? new AdminAgreeRoute(new ModelId(id), mark)
            : null,
        ["admin_team"] = arguments => arguments.Length == 0
            ? new AdminTeamRoute()
            : WithUser(arguments, user => new AdminMemberRoute(user)),
        ["admin_appoint"] = _ => new AdminAppointRoute(),
        ["admin_limit"] = arguments => WithUser(arguments, user => new AdminLimitRoute(user)),
        ["admin_dismiss"] = arguments => WithUser(arguments, user => new AdminDismissRoute(user, Flag(arguments, 1))),
    };

    protected static string Text(UserId user) => user.ToString();

    protected static string Text(Guid id) => Base64Url.EncodeToString(id.ToByteArray(bigEndian: true));

    protected static string Text(bool flag) => flag ? "1" : "0";

    private static int Page(string[] arguments, int index) =>
        arguments.Length > index && Number(arguments[index], 1000) is { } page ? page : 1;

    private static bool Flag(string[] arguments, int index) => arguments.Length > index && arguments[index] == "1";

    private static int? Number(string text, int max) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, 1, max) : null;

    private static Route? WithUser(string[] arguments, Func<UserId, Route> make) =>
        arguments.Length > 0 && long.TryParse(arguments[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0
            ? make(new UserId(id))
            : null;

    private static Route? WithGuid(string[] arguments, Func<Guid, Route> make) =>
        arguments.Length > 0 && Id(arguments[0]) is { } id ? make(id.Value) : null;
}

internal sealed record AdminMenuRoute() : AdminRoute("admin_menu");

/// <summary>The panel, with a word about where something of former times has gone.</summary>
internal sealed record AdminMovedRoute(Moved What) : AdminRoute("admin_moved", What.ToString());

/// <summary>What operators did in the chat once and do elsewhere now.</summary>
internal enum Moved
{
    Settings,
    PromoCodes,
    Broadcasts,
    Checks,
}

internal sealed record AdminStatisticsRoute() : AdminRoute("admin_stats");

internal sealed record AdminTransfersRoute() : AdminRoute("admin_transfers");

/// <summary>Asks whom to look for.</summary>
internal sealed record AdminFindRoute() : AdminRoute("admin_find");

/// <param name="Query">As much of it as a button can carry: <see cref="Fit"/>.</param>
internal sealed record AdminUsersRoute(int Page = 1, string Query = "") : AdminRoute("admin_users", Text(Page), Query)
{
    private const int QueryBytesMax = 40;

    /// <summary>The beginning of a query, cut between characters; pages are of what was cut, and say so.</summary>
    public static string Fit(string query)
    {
        var text = query.ReplaceLineEndings(" ").Trim();
        var bytes = 0;
        var fitting = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > QueryBytesMax)
            {
                break;
            }

            fitting.Append(rune);
        }

        return fitting.ToString().TrimEnd();
    }
}

internal sealed record AdminUserRoute(UserId User) : AdminRoute("admin_user", Text(User));

internal sealed record AdminUserGenerationsRoute(UserId User, int Page = 1) : AdminRoute("admin_user_gens", Text(User), Text(Page));

internal sealed record AdminAdjustRoute(UserId User) : AdminRoute("admin_adjust", Text(User));

internal sealed record AdminSignRoute(Guid Adjustment, bool IsSecond, bool IsSilent)
    : AdminRoute("admin_sign", Text(Adjustment), Text(IsSecond), Text(IsSilent));

internal sealed record AdminDropRoute(Guid Adjustment) : AdminRoute("admin_drop", Text(Adjustment));

internal sealed record AdminBlockRoute(UserId User) : AdminRoute("admin_block", Text(User));

internal sealed record AdminUnblockRoute(UserId User) : AdminRoute("admin_unblock", Text(User));

/// <summary>What can be exported.</summary>
internal sealed record AdminExportsRoute() : AdminRoute("admin_export");

/// <param name="Days">Null = everything.</param>
internal sealed record AdminExportRoute(ExportTable Table, int? Days)
    : AdminRoute("admin_export", Days is { } days ? [Slug(Table), Text(days)] : [Slug(Table)])
{
    private static string Slug(ExportTable table) => table.ToString().ToLowerInvariant();
}

internal sealed record AdminAuditRoute(int Page = 1) : AdminRoute("admin_audit", Text(Page));

internal sealed record AdminHealthRoute(int Page = 1) : AdminRoute("admin_health", Text(Page));

internal sealed record AdminModelRoute(ModelId Model) : AdminRoute("admin_model", Model.Value);

/// <param name="Word">Null takes it back.</param>
internal sealed record AdminSayRoute(ModelId Model, HandWord? Word)
    : AdminRoute("admin_say", Words.First(pair => pair.Value == Word).Key, Model.Value)
{
    internal static readonly IReadOnlyDictionary<string, HandWord?> Words = new Dictionary<string, HandWord?>
    {
        ["stop"] = HandWord.Pause,
        ["sell"] = HandWord.Sell,
        ["auto"] = null,
    };
}

internal sealed record AdminPricesRoute(int Page = 1) : AdminRoute("admin_prices", Text(Page));

internal sealed record AdminPriceRoute(ModelId Model) : AdminRoute("admin_price", Model.Value);

internal sealed record AdminPriceSayRoute(ModelId Model, CostWord Word, bool IsSure)
    : AdminRoute("admin_price_say", Words.First(pair => pair.Value == Word).Key, Text(IsSure), Model.Value)
{
    internal static readonly IReadOnlyDictionary<string, CostWord> Words = new Dictionary<string, CostWord>
    {
        ["a"] = CostWord.Accept,
        ["f"] = CostWord.Forget,
    };
}

internal sealed record AdminContractsRoute(int Page = 1) : AdminRoute("admin_drift", Text(Page));

internal sealed record AdminContractRoute(ModelId Model) : AdminRoute("admin_contract", Model.Value);

/// <param name="Mark">Of the schema that the screen has told of.</param>
internal sealed record AdminAgreeRoute(ModelId Model, string Mark) : AdminRoute("admin_agree", Mark, Model.Value);

internal sealed record AdminTeamRoute() : AdminRoute("admin_team");

internal sealed record AdminMemberRoute(UserId User) : AdminRoute("admin_team", Text(User));

internal sealed record AdminAppointRoute() : AdminRoute("admin_appoint");

internal sealed record AdminLimitRoute(UserId User) : AdminRoute("admin_limit", Text(User));

internal sealed record AdminDismissRoute(UserId User, bool IsSure) : AdminRoute("admin_dismiss", Text(User), Text(IsSure));
