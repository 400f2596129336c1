using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Trt.Sandbox;
using Trt.Sandbox.Control;
using Trt.Testing.Shop;

namespace Trt.Chaos.Tests;

/// <summary>Both simulators without a shop, and what a shop must be told to find them.</summary>
internal sealed class Neighbours : IAsyncDisposable
{
    private readonly WebApplication _simulators;

    private Neighbours(WebApplication simulators, SandboxClock clock)
    {
        (_simulators, Clock) = (simulators, clock);
        Address = new Uri(simulators.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        Levers = new Levers(Address);
    }

    public SandboxClock Clock { get; }

    public Uri Address { get; }

    public Levers Levers { get; }

    public static async Task<Neighbours> Open()
    {
        var clock = new SandboxClock();
        var simulators = SandboxHost.Build(port: 0, clock);
        await simulators.StartAsync();
        return new Neighbours(simulators, clock);
    }

    /// <param name="door">Where they reach the shop.</param>
    public Dictionary<string, string> Settings(Uri door, string connectionString) => new()
    {
        ["TELEGRAM_BOT_TOKEN"] = SandboxDefaults.BotToken,
        ["TELEGRAM_API_BASE"] = new Uri(Address, "telegram").AbsoluteUri,
        ["WEBHOOK_BASE_URL"] = door.AbsoluteUri,
        ["KIE_API_KEY"] = "sandbox",
        ["KIE_API_BASE"] = new Uri(Address, "kie").AbsoluteUri,
        ["KIE_UPLOAD_BASE"] = new Uri(Address, "kie").AbsoluteUri,
        ["LOCAL_RESULT_HOSTS"] = $"{Address.Host}:{Address.Port}",
        ["DATABASE_URL"] = connectionString,
        ["WELCOME_BALANCE_RUB"] = "300",
        ["ORDER_GRACE_SECONDS"] = "0",
        ["LOG_LEVEL"] = "Warning",
    };

    /// <summary>Everything that was ever started at the provider.</summary>
    public async Task<IReadOnlyList<JsonElement>> Tasks() => [.. (await Levers.Get("kie/tasks")).GetProperty("tasks").EnumerateArray()];

    public async ValueTask DisposeAsync()
    {
        Levers.Dispose();
        await _simulators.StopAsync();
        await _simulators.DisposeAsync();
    }
}
