using System.Text.Json;
using Npgsql;

namespace Trt.Testing.Shop;

/// <summary>The real shop beside both simulators, over HTTP, on a database of its own.</summary>
public sealed class RunningShop : IAsyncDisposable
{
    private static long _lastCustomer = 9000;

    private readonly TestDatabase _database;
    private readonly NpgsqlDataSource _source;

    private readonly Wire? _wire;

    private readonly Canaries _canaries = new();

    private RunningShop(TestDatabase database, Wire? wire, Sandbox.Sandbox sandbox)
    {
        (_database, _wire, Sandbox) = (database, wire, sandbox);
        _source = NpgsqlDataSource.Create(database.ConnectionString);
        Levers = new Levers(sandbox.Address);
        Http = new HttpClient { BaseAddress = sandbox.ShopAddress };
    }

    public Sandbox.Sandbox Sandbox { get; }

    public Levers Levers { get; }

    public HttpClient Control => Levers.Http;

    /// <summary>The shop's own endpoints.</summary>
    public HttpClient Http { get; }

    public string ConnectionString => _database.ShopConnectionString;

    /// <summary>What is written down about customers, orders and money.</summary>
    public Books Books => new(_source);

    /// <summary>What somebody does past the shop.</summary>
    public ByHand ByHand => new(_source);

    /// <summary>The wire between the shop and its database, for a shop that was opened by one.</summary>
    public Wire Wire => _wire ?? throw new InvalidOperationException("This shop was not opened by a wire");

    public static async Task<RunningShop> Open(params (string Name, string Value)[] settings) =>
        await Open(await DatabaseTemplate.OfShop.Create(), wire: null, settings);

    /// <param name="connection">More words of its connection string.</param>
    /// <param name="cutOnceAt">A statement at which the wire breaks while the shop opens.</param>
    public static async Task<RunningShop> OpenByWire(
        string connection = "", string? cutOnceAt = null, params (string Name, string Value)[] settings)
    {
        var database = await DatabaseTemplate.OfShop.Create();
        var wire = Wire.To(database.ShopConnectionString);
        if (cutOnceAt is not null)
        {
            wire.CutOnceAt(cutOnceAt);
        }

        return await Open(database, wire, [.. settings, ("DATABASE_URL", $"{wire.ConnectionString};{connection}")]);
    }

    private static async Task<RunningShop> Open(TestDatabase database, Wire? wire, (string Name, string Value)[] settings)
    {
        var all = settings.ToDictionary(setting => setting.Name, string? (setting) => setting.Value);
        all.TryAdd("DATABASE_URL", database.ShopConnectionString);
        all.TryAdd("LOG_LEVEL", "Error");
        all.TryAdd("KIE_API_KEY", Canaries.ProviderKey);
        // Nobody changes their mind here unless the story says so.
        all.TryAdd("ORDER_GRACE_SECONDS", "0");
        var sandbox = await Trt.Sandbox.Sandbox.Start(port: 0, all, CancellationToken.None);
        var shop = new RunningShop(database, wire, sandbox);
        shop._canaries.Watch(sandbox.Shop);
        await shop.IsReady();
        await shop.Provider(new { duration_ms = 20, rate_limit = false });
        return shop;
    }

    public async Task Restart()
    {
        await Sandbox.RestartShop(CancellationToken.None);
        _canaries.Watch(Sandbox.Shop);
        await IsReady();
    }

    /// <summary>A person who has not written yet.</summary>
    public Customer NewCustomer(string name = "Анна", string language = "ru") =>
        new(this, Interlocked.Increment(ref _lastCustomer), name, language);

    /// <summary>Friends who know each other; the first has founded the group.</summary>
    public Task<FriendGroup> NewGroup(params Customer[] members) => new FriendGroup(Levers, "Друзья", members).Found();

    /// <summary>Sets what goes wrong at the provider.</summary>
    public async Task Provider(object dial) => await Post("kie", dial);

    public Task<JsonElement> Post(string path, object body) => Levers.Post(path, body);

    public Task<JsonElement> Get(string path) => Levers.Get(path);

    /// <summary>Ten seconds pass in one until it is done: what has its hour need not be waited for.</summary>
    public async Task TimeFlies(Func<Task> until)
    {
        var done = until();
        while (await Task.WhenAny(done, Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System)) != done)
        {
            await Post("clock", new { advance_ms = 1_000 });
        }

        await done;
    }

    public Task IsReady() => Eventually.Holds("the shop is ready", async () => (await Http.GetAsync("/health/ready")).IsSuccessStatusCode);

    public async ValueTask DisposeAsync()
    {
        try
        {
            await _canaries.Judge(_source, Http, Levers);
        }
        finally
        {
            _canaries.Dispose();
            Levers.Dispose();
            Http.Dispose();
            await Sandbox.DisposeAsync();
            await _source.DisposeAsync();
            if (_wire is not null)
            {
                await _wire.DisposeAsync();
            }

            await _database.DisposeAsync();
        }
    }
}
