using System.Reflection;
using System.Reflection.Emit;
using Trt.Api.Bot.Desks;
using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Updates;

namespace Trt.Api.Cli;

/// <param name="Button">What its data begins with.</param>
/// <param name="Screens">Who makes it; nobody for a button that only hangs in old messages.</param>
/// <param name="Handlers">Who follows it.</param>
internal sealed record RouteLine(string Button, string Route, IReadOnlyList<string> Screens, IReadOnlyList<string> Handlers)
{
    /// <summary>Whoever presses it gets nowhere.</summary>
    public bool IsDead => Handlers.Count == 0;
}

/// <summary>
/// Every button with the screens it stands on and the desk it leads to, read from the compiled code: a list written by hand would lie.
/// </summary>
internal static class RouteInventory
{
    private static readonly string Routes = typeof(Route).Namespace!;
    private static readonly string Desks = typeof(FrontDesk).Namespace!;
    private static readonly string Updates = typeof(UpdateRouter).Namespace!;

    public static IReadOnlyList<RouteLine> Read() => Read(typeof(Route).Assembly.GetTypes(), RouteTable.ReadersByName);

    public static IReadOnlyList<RouteLine> Read(IReadOnlyCollection<Type> code, IEnumerable<KeyValuePair<string, MethodInfo>> readers)
    {
        var uses = code.Where(type => !IsOfRoutes(type))
            .SelectMany(type => Bodies(type).SelectMany(Uses).Select(use => (use, By: Outermost(type))))
            .ToLookup(found => (found.use.Code, found.use.Route), found => found.By);
        return
        [
            .. readers
                .SelectMany(reader => Made(reader.Value, []).Distinct().Select(route => Line(reader.Key, route, uses)))
                .OrderBy(line => line.Button, StringComparer.Ordinal).ThenBy(line => line.Route, StringComparer.Ordinal),
        ];
    }

    private static RouteLine Line(string button, Type route, ILookup<(OpCode, Type), Type> uses)
    {
        var followed = Family(route).SelectMany(type => uses[(OpCodes.Isinst, type)]).ToList();
        var desks = followed.Where(type => type.Namespace == Desks).ToList();
        return new RouteLine(
            button,
            route.Name,
            Names(uses[(OpCodes.Newobj, route)]),
            Names(desks.Count > 0 ? desks : followed.Where(type => type.Namespace == Updates)));
    }

    private static List<string> Names(IEnumerable<Type> types) =>
        [.. types.Select(type => type.Name).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>A desk may follow a kind of routes as one; the families themselves are only led to their desks.</summary>
    private static IEnumerable<Type> Family(Type route)
    {
        for (var type = route; type.BaseType is { } parent && type != typeof(Route); type = parent)
        {
            if (type == route || parent != typeof(Route))
            {
                yield return type;
            }
        }
    }

    /// <summary>What a reader makes, itself or by the helpers of its family.</summary>
    private static IEnumerable<Type> Made(MethodBase reader, HashSet<MethodBase> seen)
    {
        if (!seen.Add(reader))
        {
            return [];
        }

        var members = Instructions.Of(reader).ToList();
        return members
            .Where(step => step.Code == OpCodes.Newobj && IsRoute(step.Member.DeclaringType))
            .Select(step => step.Member.DeclaringType!)
            .Concat(members.Select(step => step.Member).OfType<MethodInfo>().Where(method => IsOfRoutes(method.DeclaringType))
                .SelectMany(method => Made(method, seen)));
    }

    private static IEnumerable<(OpCode Code, Type Route)> Uses(MethodBase body) => Instructions.Of(body)
        .Where(step => step.Code == OpCodes.Newobj || step.Code == OpCodes.Isinst)
        .Select(step => (step.Code, Type: step.Member as Type ?? step.Member.DeclaringType))
        .Where(step => step.Type?.IsSubclassOf(typeof(Route)) == true)
        .Select(step => (step.Code, step.Type!));

    private static IEnumerable<MethodBase> Bodies(Type type) => type.GetMembers(Instructions.Own).OfType<MethodBase>();

    private static bool IsRoute(Type? type) => type is { IsAbstract: false } && type.IsSubclassOf(typeof(Route));

    private static bool IsOfRoutes(Type? type) => type is not null && Outermost(type).Namespace == Routes;

    private static Type Outermost(Type type) => type.DeclaringType is { } around ? Outermost(around) : type;
}
