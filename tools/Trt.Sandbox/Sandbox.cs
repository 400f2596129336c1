using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Trt.Api;
using Trt.Api.Options;
using Trt.Sandbox.Control;
using Trt.Sandbox.YooKassa;

namespace Trt.Sandbox;

/// <summary>
/// The whole product on one machine: the simulators, and beside them the real shop, which talks to them over HTTP as it would
/// to Telegram and to the provider.
/// </summary>
public sealed class Sandbox : IAsyncDisposable
{
    private readonly WebApplication _simulators;
    private readonly TrtOptions _settings;
    private WebApplication _shop;

    private Sandbox(WebApplication simulators, WebApplication shop, TrtOptions options, SandboxClock clock, Uri address, Uri shopAddress)
    {
        (_simulators, _shop, _settings) = (simulators, shop, options);
        (Clock, Address, ShopAddress) = (clock, address, shopAddress);
    }

    /// <summary>The chat page and both simulators.</summary>
    public Uri Address { get; }

    /// <summary>The shop's own endpoints.</summary>
    public Uri ShopAddress { get; }

    public SandboxClock Clock { get; }

    /// <summary>The shop's services, for tests that look inside.</summary>
    internal IServiceProvider Shop => _shop.Services;

    /// <param name="port">0 takes a free one; the shop takes the next.</param>
    /// <param name="options">Settings of the shop that differ from the sandbox's, by the names of its environment variables.</param>
    public static async Task<Sandbox> Start(int port, IReadOnlyDictionary<string, string?> options, CancellationToken token)
    {
        var clock = new SandboxClock();
        var simulators = SandboxHost.Build(port, clock);
        await simulators.StartAsync(token);
        var address = new Uri(simulators.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        var shopAddress = new Uri($"http://127.0.0.1:{(port == 0 ? FreePort() : port + 1)}");

        var (shopSettings, problems) = OptionsReader.Read(new ConfigurationBuilder()
            .AddInMemoryCollection(Defaults(address, shopAddress))
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
        await _shop.StopAsync(token);
        await _shop.DisposeAsync();
        _shop = TrtApp.Build(_settings, Clock);
        await _shop.StartAsync(token);
    }

    public Task WaitForShutdown(CancellationToken token) => _shop.WaitForShutdownAsync(token);

    public async ValueTask DisposeAsync()
    {
        await _shop.StopAsync();
        await _shop.DisposeAsync();
        await _simulators.StopAsync();
        await _simulators.DisposeAsync();
    }

    private static Dictionary<string, string?> Defaults(Uri address, Uri shopAddress) => new()
    {
        ["TELEGRAM_BOT_TOKEN"] = SandboxDefaults.BotToken,
        ["TELEGRAM_API_BASE"] = new Uri(address, "telegram").AbsoluteUri,
        ["WEBHOOK_BASE_URL"] = shopAddress.AbsoluteUri,
        ["KIE_API_KEY"] = "sandbox",
        ["KIE_API_BASE"] = new Uri(address, "kie").AbsoluteUri,
        ["KIE_UPLOAD_BASE"] = new Uri(address, "kie").AbsoluteUri,
        ["YOOKASSA_SHOP_ID"] = CardDefaults.ShopId,
        ["YOOKASSA_SECRET_KEY"] = CardDefaults.SecretKey,
        ["YOOKASSA_API_BASE"] = new Uri(address, "yookassa/v3").AbsoluteUri,
        ["YOOKASSA_RETURN_URL"] = address.AbsoluteUri,
        ["LOCAL_RESULT_HOSTS"] = $"{address.Host}:{address.Port}",
        ["PORT"] = shopAddress.Port.ToString(CultureInfo.InvariantCulture),
        ["LISTEN_LOCAL_ONLY"] = "true",
        ["DATA_DIR"] = Path.Combine(Environment.CurrentDirectory, ".data", "sandbox"),
        ["PAYMENT_PROVIDER_TOKEN"] = SandboxDefaults.ProviderToken,
        ["WELCOME_BALANCE_RUB"] = "300",
        ["GIFT_MIN_RUB"] = "10",
        ["GIFT_MAX_RUB"] = "30",
    };

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
