namespace Trt.Api.Bot.Routes;

/// <summary>Buttons of an owner who looks into the machine.</summary>
internal abstract record InspectRoute(string Name, params string[] Arguments) : AdminRoute(Name, Arguments)
{
    public static new readonly IReadOnlyDictionary<string, Func<string[], Route?>> Readers = new Dictionary<string, Func<string[], Route?>>
    {
        ["admin_diag"] = _ => new DiagRoute(),
        ["admin_debug"] = arguments => new DebugRoute(At(arguments, 0) switch { "on" => true, "off" => false, _ => null }),
    };
}

/// <summary>How this instance stands.</summary>
internal sealed record DiagRoute() : InspectRoute("admin_diag");

/// <param name="TurnOn">Null only looks at the latest events.</param>
internal sealed record DebugRoute(bool? TurnOn = null)
    : InspectRoute("admin_debug", TurnOn switch { true => ["on"], false => ["off"], null => [] });
