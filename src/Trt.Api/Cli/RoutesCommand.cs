using System.CommandLine;

namespace Trt.Api.Cli;

/// <summary><c>routes</c>: the inventory of all buttons.</summary>
internal static class RoutesCommand
{
    private const int NamesMax = 3;

    public static Command Create()
    {
        var command = new Command("routes", "Every button with the screens it stands on and the desk it leads to. Ends with 1 when one is dead.")
        {
            Answer.AsJson,
        };
        command.SetAction(input => Tell(input, RouteInventory.Read()));
        return command;
    }

    internal static int Tell(ParseResult input, IReadOnlyList<RouteLine> routes)
    {
        var dead = routes.Count(route => route.IsDead);
        if (input.GetValue(Answer.AsJson))
        {
            return input.Give(routes, "", dead == 0 ? 0 : 1);
        }

        var paper = Paper.On(input.InvocationConfiguration.Output);
        paper.Table(
            ["Button", "Route", "Screen", "Handler"],
            routes.Select(route => (string[])
                [route.Button, route.Route, Names(route.Screens, "old messages only"), Names(route.Handlers, "NOBODY")]));
        paper.Verdict(
            dead == 0 ? $"{routes.Count} buttons, none is dead." : $"{dead} of {routes.Count} buttons are dead: nobody follows them.",
            dead == 0);
        return dead == 0 ? 0 : 1;
    }

    private static string Names(IReadOnlyList<string> names, string none) => names.Count switch
    {
        0 => none,
        <= NamesMax => string.Join(", ", names),
        _ => $"{string.Join(", ", names.Take(NamesMax))} and {names.Count - NamesMax} more",
    };
}
