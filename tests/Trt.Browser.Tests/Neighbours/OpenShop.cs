using System.Net;
using Trt.Testing;

namespace Trt.Browser.Tests.Neighbours;

/// <summary>The whole product in this process: the sandbox with the real shop behind it, open for customers.</summary>
internal sealed class OpenShop : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan BetweenQuestions = TimeSpan.FromMilliseconds(100);

    private readonly TestDatabase _database;
    private readonly Trt.Sandbox.Sandbox _sandbox;

    private OpenShop(TestDatabase database, Trt.Sandbox.Sandbox sandbox) => (_database, _sandbox) = (database, sandbox);

    /// <summary>The chat page.</summary>
    public Uri Address => _sandbox.Address;

    /// <summary>The shop's own port.</summary>
    public Uri ShopAddress => _sandbox.ShopAddress;

    public static async Task<OpenShop> Start()
    {
        var database = await DatabaseTemplate.Empty.Create();
        var settings = new Dictionary<string, string?>
        {
            ["DATABASE_URL"] = database.ConnectionString,
            ["ORDER_GRACE_SECONDS"] = "0",
            ["ADMIN_IDS"] = "1000",
        };
        var shop = new OpenShop(database, await Trt.Sandbox.Sandbox.Start(port: 0, settings, CancellationToken.None));
        await shop.WaitUntilReady();
        return shop;
    }

    public async ValueTask DisposeAsync()
    {
        await _sandbox.DisposeAsync();
        await _database.DisposeAsync();
    }

    private async Task WaitUntilReady()
    {
        using var http = new HttpClient();
        using var deadline = new CancellationTokenSource(Patience);
        while (true)
        {
            using var health = await http.GetAsync(new Uri(_sandbox.ShopAddress, "/health/ready"), deadline.Token);
            if (health.StatusCode == HttpStatusCode.OK)
            {
                return;
            }

            await Task.Delay(BetweenQuestions, TimeProvider.System, deadline.Token);
        }
    }
}
