using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Trt.Api;
using Trt.Api.Options;
using Trt.Sandbox.Control;
using Trt.Sandbox.Telegram;
using Trt.Sandbox.YooKassa;

namespace Trt.Sandbox;

/// <summary>
/// The whole product on one machine: the simulators, and beside them the real shop, which talks to them over HTTP as it would
/// to Telegram and to the provider.
/// </summary>
public sealed class Sandbox : IAsyncDisposable
{
    /// <summary>What a dry run sets by itself, whatever the environment says.</summary>
    private static readonly string[] OfTheProvider =
        ["KIE_API_KEY", "KIE_API_BASE", "KIE_UPLOAD_BASE", "LOCAL_RESULT_HOSTS", "PUBLIC_BASE_URL", "PORT"];

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    internal static string UsualDataFolder => Path.Combine(Environment.CurrentDirectory, ".data", "sandbox");

    private readonly WebApplication _simulators;
    private readonly TrtOptions _settings;
    private readonly CancellationTokenSource _closing = new();
    private WebApplication _shop;

    private Sandbox(WebApplication simulators, WebApplication shop, TrtOptions options, SandboxClock clock, Uri address, Uri shopAddress)
    {
        (_simulators, _shop, _settings) = (simulators, shop, options);
        (Clock, Address, ShopAddress) = (clock, address, shopAddress);
        Opened = Open();
    }

    /// <summary>Ends when the shop answers; until then the page says that it is opening.</summary>
    public Task Opened { get; private set; }

    /// <summary>The chat page and both simulators.</summary>
    public Uri Address { get; }

    /// <summary>The shop's own endpoints.</summary>
    public Uri ShopAddress { get; }

    public SandboxClock Clock { get; }

    /// <summary>The shop's services, for tests that look inside.</summary>
    internal IServiceProvider Shop => _shop.Services;

    /// <summary>The chats with the shop, to be kept in a folder.</summary>
    internal ChatMemory Chats(string folder)
    {
        var world = _simulators.Services.GetRequiredService<TelegramWorld>();
        return new ChatMemory(world.Bot(SandboxDefaults.BotToken)!, world.Files, folder);
    }

    /// <param name="port">0 takes a free one; the shop takes the next.</param>
    /// <param name="options">Settings of the shop that differ from the sandbox's, by the names of its environment variables.</param>
    public static Task<Sandbox> Start(int port, IReadOnlyDictionary<string, string?> options, CancellationToken token) =>
        Start(port, options, (address, shop) => Provider(address, shop).Concat(Neighbours(address, shop)).ToDictionary(), token);

    /// <summary>The real messenger, as the environment names it, and the simulated provider: nothing is ordered, nothing costs.</summary>
    public static Task<Sandbox> StartDryRun(int port, IReadOnlyDictionary<string, string?> environment, CancellationToken token) => Start(
        port,
        environment.Where(setting => !OfTheProvider.Contains(setting.Key)).ToDictionary(),
        Provider,
        token);

    private static async Task<Sandbox> Start(
        int port, IReadOnlyDictionary<string, string?> options, Func<Uri, Uri, Dictionary<string, string?>> usual, CancellationToken token)
    {
        var clock = new SandboxClock();
        var simulators = SandboxHost.Build(port, clock);
        simulators.Services.GetRequiredService<ShopDoor>().Close();
        await simulators.StartAsync(token);
        var address = new Uri(simulators.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        var shopAddress = new Uri($"http://127.0.0.1:{(port == 0 ? FreePort() : port + 1)}");

        var (shopSettings, problems) = OptionsReader.Read(new ConfigurationBuilder()
            .AddInMemoryCollection(usual(address, shopAddress))
            .AddInMemoryCollection(options)
            .Build());
        if (shopSettings is null)
        {
            await simulators.DisposeAsync();
            throw new ArgumentException(string.Join(Environment.NewLine, problems), nameof(options));
        }

        simulators.Services.GetRequiredService<Cabinet>().NotifyAt = new Uri(shopAddress, "payments/yookassa");
        var shop = TrtApp.Build(shopSettings, clock);
        await shop.StartAsync(token);
        return new Sandbox(simulators, shop, shopSettings, clock, address, shopAddress);
    }

    /// <summary>Closes the shop as a deploy does and opens it anew beside the same neighbours.</summary>
    public async Task RestartShop(CancellationToken token)
    {
        _simulators.Services.GetRequiredService<ShopDoor>().Close();
        await _shop.StopAsync(token);
        await _shop.DisposeAsync();
        _shop = TrtApp.Build(_settings, Clock);
        await _shop.StartAsync(token);
        Opened = Open();
    }

    public Task WaitForShutdown(CancellationToken token) => _shop.WaitForShutdownAsync(token);

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await Opened.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _closing.Dispose();
        await _shop.StopAsync();
        await _shop.DisposeAsync();
        await _simulators.StopAsync();
        await _simulators.DisposeAsync();
    }

    /// <summary>Asked as anybody would ask: what the shop believes of itself is not what its customers meet.</summary>
    private async Task Open()
    {
        using var http = new HttpClient { BaseAddress = ShopAddress };
        while (!await IsReady(http))
        {
            await Task.Delay(BetweenLooks, TimeProvider.System, _closing.Token);
        }

        _simulators.Services.GetRequiredService<ShopDoor>().Open();
    }

    private async Task<bool> IsReady(HttpClient http)
    {
        try
        {
            using var answer = await http.GetAsync("health/ready", _closing.Token);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>The provider, which finds the shop on this machine.</summary>
    private static Dictionary<string, string?> Provider(Uri address, Uri shopAddress) => new()
    {
        ["KIE_API_KEY"] = "sandbox",
        ["KIE_API_BASE"] = new Uri(address, "kie").AbsoluteUri,
        ["KIE_UPLOAD_BASE"] = new Uri(address, "kie").AbsoluteUri,
        ["LOCAL_RESULT_HOSTS"] = $"{address.Host}:{address.Port}",
        ["PUBLIC_BASE_URL"] = shopAddress.AbsoluteUri,
        ["PORT"] = shopAddress.Port.ToString(CultureInfo.InvariantCulture),
    };

    private static Dictionary<string, string?> Neighbours(Uri address, Uri shopAddress) => new()
    {
        ["TELEGRAM_BOT_TOKEN"] = SandboxDefaults.BotToken,
        ["TELEGRAM_API_BASE"] = new Uri(address, "telegram").AbsoluteUri,
        ["WEBHOOK_BASE_URL"] = shopAddress.AbsoluteUri,
        ["YOOKASSA_SHOP_ID"] = CardDefaults.ShopId,
        ["YOOKASSA_SECRET_KEY"] = CardDefaults.SecretKey,
        ["YOOKASSA_API_BASE"] = new Uri(address, "yookassa/v3").AbsoluteUri,
        ["YOOKASSA_RETURN_URL"] = address.AbsoluteUri,
        ["LISTEN_LOCAL_ONLY"] = "true",
        ["DATA_DIR"] = UsualDataFolder,
        ["PAYMENT_PROVIDER_TOKEN"] = SandboxDefaults.ProviderToken,
        ["WELCOME_BALANCE_RUB"] = "300",
        ["GIFT_MIN_RUB"] = "10",
        ["GIFT_MAX_RUB"] = "30",
    };

    internal static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
