using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Trt.Application.Ports;
using Trt.Infrastructure.Tests.Kie;
using Trt.Infrastructure.YooKassa;
using Trt.Sandbox;
using Trt.Sandbox.Control;
using Trt.Sandbox.YooKassa;

namespace Trt.Infrastructure.Tests.YooKassa;

/// <summary>The real client, talking to the simulated payment provider over real HTTP.</summary>
internal sealed class CardHost : IAsyncDisposable
{
    private readonly WebApplication _sandbox;
    private readonly ServiceProvider _services;
    private readonly HttpClient _hand;

    private CardHost(WebApplication sandbox, string secretKey)
    {
        _sandbox = sandbox;
        var root = new Uri(sandbox.Urls.First());
        _hand = new HttpClient { BaseAddress = root };
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log));
        services.AddCardPayments(new YooKassaOptions
        {
            ShopId = CardDefaults.ShopId,
            SecretKey = secretKey,
            ApiBase = new Uri(root, "yookassa/v3"),
            ReturnTo = new Uri("https://t.me/bot"),
            Timeout = TimeSpan.FromSeconds(3),
        });
        _services = services.BuildServiceProvider(validateScopes: true);
        Cards = _services.GetRequiredService<IBankCardPayments>();
    }

    public IBankCardPayments Cards { get; }

    public RecordingLog Log { get; } = new();

    public static async Task<CardHost> Start(string secretKey = CardDefaults.SecretKey)
    {
        var sandbox = SandboxHost.Build(0, new SandboxClock());
        await sandbox.StartAsync();
        return new CardHost(sandbox, secretKey);
    }

    public Task Dial(string json) => Post("/control/yookassa", json);

    public Task Act(string charge, string act) => Post("/control/yookassa/act", $$"""{"payment_id":"{{charge}}","act":"{{act}}"}""");

    public async Task<JsonArray> Payments() => JsonNode.Parse(await _hand.GetStringAsync("/control/yookassa/payments"))!["payments"]!.AsArray();

    public async ValueTask DisposeAsync()
    {
        _hand.Dispose();
        await _services.DisposeAsync();
        await _sandbox.DisposeAsync();
    }

    private async Task Post(string path, string json)
    {
        using var response = await _hand.PostAsync(path, new StringContent(json, Encoding.UTF8, "application/json"));
        response.EnsureSuccessStatusCode();
    }
}
