using System.Diagnostics;
using System.Globalization;
using Npgsql;
using Trt.Infrastructure.Persistence;
using Trt.Infrastructure.PrivatePostgres;
using Trt.Testing;

namespace Trt.Chaos.Tests.Storms;

/// <summary>Kills, freezes and cuts, one blow after the other, as the seed says.</summary>
internal sealed class Nemesis(IReadOnlyList<Place> places, PrivateServer postgres, string address, SmallDisk? disk, Random random)
{
    private static readonly Blow[] Deck =
    [
        Blow.KillShop, Blow.KillShop, Blow.KillShop, Blow.StopShop, Blow.StopShop, Blow.KillPostgres, Blow.CutWire, Blow.CutWire, Blow.SlowWire,
        Blow.SilentWire, Blow.LostWire, Blow.FreezeShop, Blow.JumpClock, Blow.JumpClock, Blow.FillDisk, Blow.FillLog,
    ];

    /// <summary>So many blows, then a lull: where nothing stands for a while nobody orders what could be lost.</summary>
    private const int Gust = 4;

    /// <summary>Where a clock that was set may stand.</summary>
    private static readonly TimeSpan[] ClocksOff =
    [
        TimeSpan.Zero, TimeSpan.FromSeconds(40), TimeSpan.FromSeconds(-40), TimeSpan.FromMinutes(7), TimeSpan.FromMinutes(-7),
        TimeSpan.FromHours(1), TimeSpan.FromHours(-1), TimeSpan.FromHours(25),
    ];

    /// <summary>The log takes at most so many files before it needs one that is not there yet.</summary>
    private const int LogFilesMax = 20;

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
        JumpClock,
        FillDisk,
        FillLog,
    }

    public IReadOnlyDictionary<string, int> Struck => _struck.ToDictionary(pair => $"{pair.Key}", pair => pair.Value);

    /// <summary>Those that may fall between a message and the note about it: each may cost one copy.</summary>
    public int Kills => Of(Blow.KillShop) + Of(Blow.KillPostgres) + Of(Blow.FreezeShop) + Of(Blow.FillDisk) + Of(Blow.FillLog);

    private readonly SortedDictionary<Blow, int> _struck = [];

    public async Task Rage(CancellationToken evening)
    {
        for (var blows = 1; !evening.IsCancellationRequested; blows++)
        {
            await (blows % Gust == 0 ? Pause(15, 25) : Pause(2, 8));
            var (blow, place) = (Deck[random.Next(Deck.Length)], places[random.Next(places.Count)]);
            if (place.IsFrozen || (disk is null && blow is Blow.FillDisk or Blow.FillLog) || (!place.IsReady && blow is Blow.StopShop or Blow.FreezeShop))
            {
                continue;
            }

            _struck[blow] = Of(blow) + 1;
            await Strike(blow, place);
        }

        await Task.WhenAll(_frozen);
        foreach (var place in places)
        {
            place.SetClock(TimeSpan.Zero);
        }
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
            case Blow.JumpClock:
                place.SetClock(ClocksOff[random.Next(ClocksOff.Length)]);
                break;
            case Blow.FillDisk:
                await FillDisk(GrowTable);
                break;
            case Blow.FillLog:
                await FillDisk(ExhaustLog);
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

    /// <param name="feel">Lets PostgreSQL meet it.</param>
    private async Task FillDisk(Func<Task> feel)
    {
        disk!.Fill();
        await feel();
        await Pause(4, 10);
        disk.Free();
        await Eventually.Holds("PostgreSQL runs and writes again", async () =>
        {
            try
            {
                await postgres.Revive(CancellationToken.None);
                await Execute("CREATE TABLE room (); DROP TABLE room");
                return true;
            }
            catch (Exception notYet) when (notYet is NpgsqlException or PrivatePostgresException)
            {
                return false;
            }
        }, TimeSpan.FromMinutes(1));
    }

    /// <exception cref="InvalidOperationException">The blow has missed.</exception>
    private async Task GrowTable()
    {
        try
        {
            await Execute("CREATE TABLE ballast AS SELECT repeat(md5(n::text), 100) FROM generate_series(1, 100000) n");
        }
        catch (NpgsqlException felt) when (Database.IsAway(felt))
        {
            // Full, or the log has met the full disk first and PostgreSQL has ended.
            return;
        }

        throw new InvalidOperationException("The disk of PostgreSQL was filled, and its tables grow on.");
    }

    /// <summary>PostgreSQL ends where its log gets no new file.</summary>
    /// <exception cref="InvalidOperationException">The blow has missed.</exception>
    private async Task ExhaustLog()
    {
        try
        {
            for (var files = 0; files < LogFilesMax; files++)
            {
                await Execute("SELECT pg_logical_emit_message(false, '', ''), pg_switch_wal()");
            }
        }
        catch (NpgsqlException)
        {
            return;
        }

        throw new InvalidOperationException("The disk of PostgreSQL was filled, and its log goes on.");
    }

    private async Task Execute(string sql)
    {
        await using var connection = new NpgsqlConnection(address);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private int Of(Blow blow) => _struck.GetValueOrDefault(blow);

    private Task Pause(int fromSeconds, int toSeconds) =>
        Task.Delay(TimeSpan.FromMilliseconds(random.Next(fromSeconds * 1000, toSeconds * 1000)), TimeProvider.System);
}
