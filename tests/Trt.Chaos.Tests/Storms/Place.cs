using System.Collections.Concurrent;
using Trt.Testing;

namespace Trt.Chaos.Tests.Storms;

/// <summary>Where one shop stands: its port, its wire to the database, and a supervisor who opens it again whenever it has ended.</summary>
internal sealed class Place(int number, Wire wire) : IAsyncDisposable
{
    private const int OutputShownMax = 2000;

    private readonly CancellationTokenSource _closed = new();
    private Task _kept = Task.CompletedTask;
    private ShopProgram? _shop;
    private TimeSpan _clockOff;
    private volatile bool _isMeant;
    private int _shops;

    public int Number => number;

    public int Port { get; } = ShopProgram.FreePort();

    public Wire Wire => wire;

    public bool IsReady { get; set; }

    /// <summary>Nobody does anything to a shop that is frozen.</summary>
    public bool IsFrozen { get; private set; }

    /// <summary>How many shops have stood here by now.</summary>
    public int Shops => Volatile.Read(ref _shops);

    /// <summary>With which code each ended that somebody had asked or killed.</summary>
    public ConcurrentQueue<int> Codes { get; } = [];

    /// <summary>How the shop ended when nobody had asked it to.</summary>
    public List<string> Deaths { get; } = [];

    /// <summary>The end of what the shop that stands here has said.</summary>
    public string Said => _shop?.Output is { } output ? output[^Math.Min(OutputShownMax, output.Length)..] : "";

    public void Open(IReadOnlyDictionary<string, string> settings) => _kept = KeepOpen(settings);

    public async Task<bool> Answers() => _shop is { } shop && await shop.IsReady();

    public void Kill()
    {
        _isMeant = true;
        _shop!.Kill();
    }

    public void Terminate()
    {
        _isMeant = true;
        _shop!.Terminate();
    }

    public async Task Freeze(TimeSpan time)
    {
        var shop = _shop!;
        IsFrozen = true;
        shop.Freeze();
        await Task.Delay(time, TimeProvider.System);
        shop.Thaw();
        IsFrozen = false;
    }

    /// <summary>The clock of this machine is set; the next shop finds it so as well.</summary>
    public void SetClock(TimeSpan off)
    {
        _clockOff = off;
        _shop!.Tell(StormShop.Write(off));
    }

    public async ValueTask DisposeAsync()
    {
        await _closed.CancelAsync();
        await _kept.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (_shop is not null)
        {
            await _shop.DisposeAsync();
        }

        await wire.DisposeAsync();
        _closed.Dispose();
    }

    private async Task KeepOpen(IReadOnlyDictionary<string, string> settings)
    {
        while (true)
        {
            _isMeant = false;
            var ownSettings = new Dictionary<string, string>(settings) { [StormShop.ClockOff] = StormShop.Write(_clockOff) };
            var (dead, shop) = (_shop, ShopProgram.Start([typeof(StormShop).Assembly.Location, StormShop.Verb], Port, ownSettings));
            _shop = shop;
            Interlocked.Increment(ref _shops);
            if (dead is not null)
            {
                await dead.DisposeAsync();
            }

            var code = await shop.Exit(_closed.Token);
            if (_isMeant)
            {
                Codes.Enqueue(code);
            }
            else
            {
                Deaths.Add($"shop {number} ended with {code}: {Said}");
            }
        }
    }
}
