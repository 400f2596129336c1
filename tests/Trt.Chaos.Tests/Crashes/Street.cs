using System.Globalization;
using Npgsql;
using Trt.Testing;
using Trt.Testing.Shop;

namespace Trt.Chaos.Tests.Crashes;

/// <summary>
/// A shop that dies at a point and is opened again by its supervisor, its neighbours, and time that passes when somebody says so.
/// </summary>
internal sealed class Street : IAsyncDisposable
{
    /// <summary>What a dead shop held moves within this time.</summary>
    public static readonly TimeSpan LeaseAndAMoment = TimeSpan.FromSeconds(31);

    /// <summary>Starts of programs included, on a machine that does other things beside.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pass = TimeSpan.FromSeconds(10);

    private readonly TestDatabase _database;
    private readonly NpgsqlDataSource _source;
    private readonly Neighbours _neighbours;
    private readonly CancellationTokenSource _closed = new();
    private readonly int _port = ShopProgram.FreePort();
    private readonly Task<int> _death;
    private readonly int _graceSeconds;
    private ShopProgram _shop;

    private Street(TestDatabase database, Neighbours neighbours, string crash, int graceSeconds)
    {
        (_database, _neighbours, _graceSeconds) = (database, neighbours, graceSeconds);
        _source = NpgsqlDataSource.Create(database.ConnectionString);
        _shop = Start(crash);
        _death = KeepOpen();
    }

    public Books Books => new(_source);

    public Levers Levers => _neighbours.Levers;

    private Customer Anna => new(Levers, 1, "Анна", "ru");

    public string ConnectionString => _database.ConnectionString;

    /// <summary>What all shops have said.</summary>
    public string Output { get; private set; } = "";

    public static async Task<Street> Open(string crash, object provider, DatabaseTemplate? database = null, int graceSeconds = 0)
    {
        var neighbours = await Neighbours.Open();
        await neighbours.Levers.Post("settings", new { webhook_retry_scale = 0.01 });
        await neighbours.Levers.Post("kie", provider);
        return new Street(await (database ?? DatabaseTemplate.OfShop).Create(), neighbours, crash, graceSeconds);
    }

    public async Task<Customer> Arrives()
    {
        await Eventually.Holds("the shop is open", () => _shop.IsReady(), Patience);
        await Anna.Arrives();
        return Anna;
    }

    /// <summary>The shop dies, the next one is open, and the lease of the dead one is over.</summary>
    /// <returns>How it died.</returns>
    public async Task<int> Dies()
    {
        await TimePassesUntil("the shop has died and another is open", () => Task.FromResult(_death.IsCompleted));
        return await _death;
    }

    /// <summary>The same where nothing may pass by: a checkout is open for ten seconds.</summary>
    public Task<int> DiesSoon() => _death.WaitAsync(Patience);

    /// <summary>Hours in moments: the clocks of all go ahead whenever nobody has anything to do.</summary>
    public Task TimePassesUntil(string what, Func<Task<bool>> ask) => Eventually.Holds(what, async () =>
    {
        if (await ask())
        {
            return true;
        }

        if (!_shop.HasEnded && await Count("parked_at IS NULL AND (leased_until > @now OR due_at <= @now)") == 0)
        {
            Advance(Pass);
        }

        return false;
    }, Patience);

    /// <summary>Rows whose worker is gone and that nobody has taken over.</summary>
    public Task<long> Abandoned() => Count("leased_until < @now");

    public async Task<int> TasksAtTheProvider() => (await _neighbours.Tasks()).Count;

    public async ValueTask DisposeAsync()
    {
        await _closed.CancelAsync();
        Output += _shop.Output;
        // Nobody can look again at what has crashed once.
        await TestContext.Out.WriteLineAsync($"{await Books.Standing(Anna)}\n{Output}");
        await _shop.DisposeAsync();
        await _neighbours.DisposeAsync();
        await _source.DisposeAsync();
        await _database.DisposeAsync();
        _closed.Dispose();
    }

    private async Task<int> KeepOpen()
    {
        var dead = _shop;
        var code = await dead.Exit(_closed.Token);
        _shop = Start(crash: "");
        Output += dead.Output;
        await dead.DisposeAsync();
        await Eventually.Holds("the next shop is open", _shop.IsReady, Patience);
        Advance(LeaseAndAMoment);
        return code;
    }

    private ShopProgram Start(string crash)
    {
        var settings = _neighbours.Settings(new Uri($"http://127.0.0.1:{_port}"), ConnectionString);
        settings["ORDER_GRACE_SECONDS"] = _graceSeconds.ToString(CultureInfo.InvariantCulture);
        settings[CrashingShop.Ahead] = Text(_neighbours.Clock.Ahead);
        if (crash.Length > 0)
        {
            settings[CrashingShop.Crash] = crash;
        }

        return ShopProgram.Start([typeof(CrashingShop).Assembly.Location, CrashingShop.Verb], _port, settings);
    }

    private void Advance(TimeSpan by)
    {
        _neighbours.Clock.Advance(by);
        _shop.Tell(Text(by));
    }

    private async Task<long> Count(string rows)
    {
        await using var command = _source.CreateCommand($"SELECT count(*) FROM outbox WHERE {rows}");
        command.Parameters.AddWithValue("now", _neighbours.Clock.GetUtcNow().ToUniversalTime());
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static string Text(TimeSpan time) => time.TotalMilliseconds.ToString(CultureInfo.InvariantCulture);
}
