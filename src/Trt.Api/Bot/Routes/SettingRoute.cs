namespace Trt.Api.Bot.Routes;

/// <summary>Buttons about the settings of the shop. A setting is called by its name, which is short.</summary>
internal abstract record SettingRoute(string Name, params string[] Arguments) : AdminRoute(Name, Arguments)
{
    public static new readonly IReadOnlyDictionary<string, Func<string[], Route?>> Readers = new Dictionary<string, Func<string[], Route?>>
    {
        ["admin_set"] = _ => new SettingsRoute(),
        ["admin_set_of"] = arguments => Enum.TryParse<SettingGroup>(At(arguments, 0), out var group) && Enum.IsDefined(group)
            ? new SettingGroupRoute(group)
            : null,
        ["admin_set_one"] = arguments => At(arguments, 0) is { } name ? new OneSettingRoute(name) : null,
        ["admin_set_ask"] = arguments => At(arguments, 0) is { } name ? new AskSettingRoute(name) : null,
        ["admin_set_to"] = arguments => arguments is [_, { Length: > 0 } name, ..] && Whole(arguments[2..]) is { } value
            ? new SetSettingRoute(name, value, Flag(arguments, 0))
            : null,
        ["admin_set_undo"] = arguments => At(arguments, 0) is { } name ? new UndoSettingRoute(name) : null,
        ["admin_set_reset"] = arguments => At(arguments, 0) is { } name ? new ResetSettingRoute(name, Flag(arguments, 1)) : null,
    };
}

/// <summary>What belongs together on one screen.</summary>
internal enum SettingGroup
{
    Prices,
    Gifts,
    TopUps,
    Friends,
    Orders,
    Models,
    Texts,
}

internal sealed record SettingsRoute() : SettingRoute("admin_set");

internal sealed record SettingGroupRoute(SettingGroup Group) : SettingRoute("admin_set_of", Group.ToString());

internal sealed record OneSettingRoute(string Setting) : SettingRoute("admin_set_one", Setting);

/// <summary>Asks for another value.</summary>
internal sealed record AskSettingRoute(string Setting) : SettingRoute("admin_set_ask", Setting);

internal sealed record SetSettingRoute(string Setting, string Value, bool IsSure)
    : SettingRoute("admin_set_to", Text(IsSure), Setting, Value)
{
    /// <summary>Whether a button can carry it.</summary>
    public static bool Fits(string setting, string value) =>
        !value.Contains('\n') && System.Text.Encoding.UTF8.GetByteCount($"admin_set_to:1:{setting}:{value}") <= DataBytesMax;
}

internal sealed record UndoSettingRoute(string Setting) : SettingRoute("admin_set_undo", Setting);

internal sealed record ResetSettingRoute(string Setting, bool IsSure) : SettingRoute("admin_set_reset", Setting, Text(IsSure));
