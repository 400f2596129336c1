using System.Diagnostics;
using System.Globalization;
using Trt.Infrastructure.PrivatePostgres;
using Trt.Testing;

namespace Trt.Chaos.Tests.Storms;

/// <summary>Kills, freezes and cuts, one blow after the other, as the seed says.</summary>
internal sealed class Nemesis(IReadOnlyList<Place> places, PrivateServer postgres, Random random)
{
    private static readonly Blow[] Deck =
    [
        Blow.KillShop, Blow.KillShop, Blow.KillShop, Blow.StopShop, Blow.StopShop, Blow.KillPostgres, Blow.CutWire, Blow.CutWire, Blow.SlowWire,
        Blow.SilentWire, Blow.LostWire, Blow.FreezeShop,
    ];

    /// <summary>So many blows, then a lull: where nothing stands for a while nobody orders what could be lost.</summary>
    private const int Gust = 4;

    private readonly List<Task> _frozen = [];

    private enum Blow
    {
        KillShop,
        StopShop,
        FreezeShop,
        KillPostgres,
        CutWire,
        SlowWire,
        SilentWire,
        LostWire,
    }

    public IReadOnlyDictionary<string, int> Struck => _struck.ToDictionary(pair => $"{pair.Key}", pair => pair.Value);

    /// <summary>Those that may fall between a message and the note about it: each may cost one copy.</summary>
    public int Kills => Of(Blow.KillShop) + Of(Blow.KillPostgres) + Of(Blow.FreezeShop);

    private readonly SortedDictionary<Blow, int> _struck = [];

    public async Task Rage(CancellationToken evening)
    {
        for (var blows = 1; !evening.IsCancellationRequested; blows++)
        {
            await (blows % Gust == 0 ? Pause(15, 25) : Pause(2, 8));
            var (blow, place) = (Deck[random.Next(Deck.Length)], places[random.Next(places.Count)]);
            if (place.IsFrozen || (!place.IsReady && blow is Blow.StopShop or Blow.FreezeShop))
            {
                continue;
            }

            _struck[blow] = Of(blow) + 1;
            await Strike(blow, place);
        }

        await Task.WhenAll(_frozen);
    }

    private async Task Strike(Blow blow, Place place)
    {
        switch (blow)
        {
            case Blow.KillShop:
                place.Kill();
                break;
            case Blow.StopShop:
                place.Terminate();
                break;
            case Blow.FreezeShop:
                _frozen.Add(place.Freeze(TimeSpan.FromSeconds(random.Next(32, 40))));
                break;
            case Blow.KillPostgres:
                KillPostgres();
                await Pause(0, 4);
                await Eventually.Holds("PostgreSQL runs again", () => postgres.Revive(CancellationToken.None));
                break;
            case Blow.CutWire:
                place.Wire.Cut();
                await Pause(0, 4);
                place.Wire.Mend();
                break;
            case Blow.SlowWire:
                place.Wire.GetSlow(TimeSpan.FromMilliseconds(random.Next(100, 600)));
                await Pause(2, 6);
                place.Wire.Mend();
                break;
            case Blow.SilentWire:
                place.Wire.FallSilent();
                await Pause(1, 6);
                place.Wire.Mend();
                break;
            case Blow.LostWire:
                place.Wire.FallSilent();
                await Pause(1, 6);
                place.Wire.Replace();
                break;
        }
    }

    private void KillPostgres()
    {
        var pidFile = Directory.EnumerateFiles(postgres.Folder, "postmaster.pid", SearchOption.AllDirectories).Single();
        using var server = Process.GetProcessById(int.Parse(File.ReadLines(pidFile).First(), CultureInfo.InvariantCulture));
        server.Kill();
        server.WaitForExit();
    }

    private int Of(Blow blow) => _struck.GetValueOrDefault(blow);

    private Task Pause(int fromSeconds, int toSeconds) =>
        Task.Delay(TimeSpan.FromMilliseconds(random.Next(fromSeconds * 1000, toSeconds * 1000)), TimeProvider.System);
}
