using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Trt.Application.BackOffice.Figures;
using Trt.Application.Ports;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Routes;

/// <summary>Buttons behind the counter. Anyone may write one: what it leads to is decided by who pressed it.</summary>
internal abstract record AdminRoute(string Name, params string[] Arguments) : Route(Name, Arguments)
{
    public static readonly IReadOnlyDictionary<string, Func<string[], Route?>> Readers = new Dictionary<string, Func<string[], Route?>>
    {
        ["admin_menu"] = _ => new AdminMenuRoute(),
        ["admin_moved"] = arguments => At(arguments, 0) switch
        {
            "Settings" => new SettingsRoute(),
            "PromoCodes" => new PromoCodesRoute(),
            "Broadcasts" => new BroadcastsRoute(),
            var word => Enum.TryParse<Moved>(word, out var what) && Enum.IsDefined(what) ? new AdminMovedRoute(what) : null,
        },
        ["admin_figures"] = arguments => Period(At(arguments, 0)) is { } period ? new AdminFiguresRoute(period) : null,
        ["admin_charts"] = arguments => Period(At(arguments, 0)) is { } period ? new AdminChartsRoute(period) : null,
        ["admin_stats"] = _ => new AdminStatisticsRoute(),
        ["admin_transfers"] = _ => new AdminTransfersRoute(),
        ["admin_find"] = _ => new AdminFindRoute(),
        ["admin_users"] = arguments => new AdminUsersRoute(PageAt(arguments, 0), string.Join(':', arguments.Skip(1))),
        ["admin_user"] = arguments => WithUser(arguments, user => new AdminUserRoute(user)),
        ["admin_user_gens"] = arguments => WithUser(arguments, user => new AdminUserGenerationsRoute(user, PageAt(arguments, 1))),
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
        ["admin_backups"] = _ => new AdminBackupsRoute(),
        ["admin_audit"] = arguments => new AdminAuditRoute(PageAt(arguments, 0)),
    };

    protected static string Text(UserId user) => user.ToString();

    protected static string Text(Guid id) => Base64Url.EncodeToString(id.ToByteArray(bigEndian: true));

    protected static string Text(bool flag) => flag ? "1" : "0";

    protected static int PageAt(string[] arguments, int index) =>
        arguments.Length > index && Number(arguments[index], 1000) is { } page ? page : 1;

    protected static string Text(FigurePeriod period) => period.ToString().ToLowerInvariant();

    private static FigurePeriod? Period(string? text) =>
        Enum.GetValues<FigurePeriod>().Where(period => Text(period) == text).Select(period => (FigurePeriod?)period).FirstOrDefault();

    protected static bool Flag(string[] arguments, int index) => arguments.Length > index && arguments[index] == "1";

    protected static int? Number(string text, int max) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, 1, max) : null;

    protected static Route? WithUser(string[] arguments, Func<UserId, Route> make) =>
        arguments.Length > 0 && long.TryParse(arguments[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0
            ? make(new UserId(id))
            : null;

    protected static Route? WithGuid(string[] arguments, Func<Guid, Route> make) =>
        arguments.Length > 0 && Id(arguments[0]) is { } id ? make(id.Value) : null;
}

internal sealed record AdminMenuRoute() : AdminRoute("admin_menu");

/// <summary>The panel, with a word about where something of former times has gone.</summary>
internal sealed record AdminMovedRoute(Moved What) : AdminRoute("admin_moved", What.ToString());

/// <summary>What operators did in the chat once and do elsewhere now.</summary>
internal enum Moved
{
    Checks,
}

/// <summary>The panel with the figures of this time.</summary>
internal sealed record AdminFiguresRoute(FigurePeriod Period) : AdminRoute("admin_figures", Text(Period));

/// <summary>The same as a picture.</summary>
internal sealed record AdminChartsRoute(FigurePeriod Period) : AdminRoute("admin_charts", Text(Period));

internal sealed record AdminStatisticsRoute() : AdminRoute("admin_stats");

internal sealed record AdminBackupsRoute() : AdminRoute("admin_backups");

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
    : AdminRoute("admin_sign", Text(Adjustment), Text(IsSecond), Text(IsSilent))
{
    public override Tone Tone => Tone.Agree;
}

internal sealed record AdminDropRoute(Guid Adjustment) : AdminRoute("admin_drop", Text(Adjustment))
{
    public override Tone Tone => Tone.Stop;
}

internal sealed record AdminBlockRoute(UserId User) : AdminRoute("admin_block", Text(User))
{
    public override Tone Tone => Tone.Stop;
}

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
