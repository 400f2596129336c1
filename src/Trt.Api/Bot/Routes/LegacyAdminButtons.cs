using System.Collections.Frozen;

namespace Trt.Api.Bot.Routes;

/// <summary>The operators' buttons of the shop's former life. To everybody else they are as unknown as any other.</summary>
internal static class LegacyAdminButtons
{
    private static readonly FrozenDictionary<string, Func<string[], Route?>> ByName = new Dictionary<string, Func<string[], Route?>>
    {
        ["admin_user_info"] = AdminRoute.Readers["admin_user"],
        ["admin_topup_user"] = AdminRoute.Readers["admin_adjust"],
        ["admin_search"] = _ => new AdminFindRoute(),
        ["admin_add"] = _ => new AdminAppointRoute(),
        ["admin_view_generations"] = _ => new AdminStatisticsRoute(),
        ["admin_health"] = _ => new AdminStatisticsRoute(),
        ["admin_logs_24h"] = _ => new AdminAuditRoute(),
        ["admin_broadcast"] = _ => new BroadcastsRoute(),
        ["admin_broadcast_stats"] = _ => new BroadcastsRoute(),
        ["admin_create_broadcast"] = _ => new BroadcastDraftRoute(),
        ["admin_promocodes"] = _ => new PromoCodesRoute(),
        ["admin_settings"] = _ => new SettingsRoute(),
        ["admin_config_check"] = _ => new AdminMovedRoute(Moved.Checks),
        ["admin_set_currency_rate"] = _ => new AdminPricesRoute(),
        ["admin_test_ocr"] = _ => new AdminTransfersRoute(),
        ["admin_user_mode"] = _ => new MainMenuRoute(),
        ["adm"] = Section,
        ["admin"] = Section,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static Route? Read(string data)
    {
        var parts = data.Split(':');
        return ByName.TryGetValue(parts[0], out var read) ? read(parts[1..])
            : data.StartsWith("admin_", StringComparison.Ordinal) ? new AdminMenuRoute()
            : null;
    }

    /// <summary>adm:users, admin:users:find, admin:log …</summary>
    private static Route Section(string[] path) => path.FirstOrDefault() switch
    {
        "users" => path.ElementAtOrDefault(1) is null ? new AdminUsersRoute() : new AdminFindRoute(),
        "stats" or "analytics" => new AdminStatisticsRoute(),
        "export" => new AdminExportsRoute(),
        "log" or "changelog" => new AdminAuditRoute(),
        _ => new AdminMenuRoute(),
    };
}
