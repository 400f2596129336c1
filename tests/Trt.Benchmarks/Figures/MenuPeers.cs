using Trt.Benchmarks.Load;
using Trt.Benchmarks.Measuring;
using Trt.Benchmarks.Neighbours;

namespace Trt.Benchmarks.Figures;

/// <summary>
/// P1b: the same press of "menu" answered by bots on grammY and Telegraf. Held against the floor is the answer alone, which is all that
/// they do there; the shop renders and sends its screen as always. Beside it each of them once more, showing its menu as the shop does.
/// </summary>
internal static class MenuPeers
{
    private const int Connections = 32;
    private const int People = 2000;
    private const long FirstPerson = 2_000_000_000;
    private static readonly byte[] Answered = "answerCallbackQuery"u8.ToArray();
    private static readonly string[] Scripts = ["grammy", "telegraf"];

    public static async Task<IReadOnlyList<Figure>> Measure(Plan plan, CancellationToken token)
    {
        await Peer.Install(token);
        await using var street = await Street.Build(plan, token);
        await using var shop = await street.OpenShop(token);
        Arrivals.Come(shop, FirstPerson, People);
        var servers = new List<(string Name, bool ShowsMenu, ServerUnderTest Server, List<Sample> Samples)>();
        try
        {
            foreach (var (script, showsMenu) in Scripts.SelectMany(script => (bool[])[false, true], (script, shows) => (script, shows)))
            {
                servers.Add((script, showsMenu, await Peer.Start(script, street.Neighbours, showsMenu, plan.OutputFolder, token), []));
            }

            Load(shop, plan.WarmUp);
            servers.ForEach(peer => Load(peer.Server, plan.WarmUp));
            var ours = new List<Sample>();
            for (var round = 0; round < plan.Rounds; round++)
            {
                token.ThrowIfCancellationRequested();
                ours.Add(Load(shop, plan.Window));
                servers.ForEach(peer => peer.Samples.Add(Load(peer.Server, plan.Window)));
            }

            return [.. servers.OrderBy(peer => peer.ShowsMenu).Select(peer => Of(peer.Name, peer.ShowsMenu, ours, peer.Samples))];
        }
        finally
        {
            foreach (var (_, _, server, _) in servers)
            {
                await server.DisposeAsync();
            }
        }
    }

    private static Figure Of(string peer, bool showsMenu, List<Sample> ours, List<Sample> theirs) => new(
        "P1b",
        $"menu press vs {peer}{(showsMenu ? " that shows its menu too" : ", which only answers")}",
        "req/s",
        Versus.Speed(ours),
        Versus.Speed(theirs),
        Versus.Ratio(ours, theirs),
        showsMenu ? null : Bound.AtLeast(3, goal: 5))
    {
        Notes = new Dictionary<string, double>
        {
            ["processor µs per press, shop"] = Versus.Median(ours, sample => sample.ProcessorMicroseconds),
            [$"processor µs per press, {peer}"] = Versus.Median(theirs, sample => sample.ProcessorMicroseconds),
            ["p99 ms, shop"] = Versus.Median(ours, sample => sample.P99),
            [$"p99 ms, {peer}"] = Versus.Median(theirs, sample => sample.P99),
        },
    };

    private static Sample Load(ServerUnderTest server, TimeSpan time) =>
        Sample.Under(
            server, postgres: null, () => new ClosedLoop(server.Port, Connections).Run(new MenuPresses(FirstPerson, People), Answered, time));
}
