namespace Trt.Api.Bot.Routes;

/// <summary>Buttons about the dashboard, which is a site beside the chat.</summary>
internal abstract record DashboardRoute(string Name, params string[] Arguments) : AdminRoute(Name, Arguments)
{
    public static new readonly IReadOnlyDictionary<string, Func<string[], Route?>> Readers = new Dictionary<string, Func<string[], Route?>>
    {
        ["admin_site"] = _ => new AskDashboardRoute(),
        ["admin_site_end"] = _ => new LeaveDashboardRoute(),
    };
}

/// <summary>Makes a link that opens it once.</summary>
internal sealed record AskDashboardRoute() : DashboardRoute("admin_site");

/// <summary>Ends every session and link of whoever presses.</summary>
internal sealed record LeaveDashboardRoute() : DashboardRoute("admin_site_end")
{
    public override Tone Tone => Tone.Stop;
}
