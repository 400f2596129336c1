using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Trt.Sandbox.Control;
using Trt.Sandbox.YooKassa;

namespace Trt.Sandbox.Tests.YooKassa;

/// <summary>The payment provider on a free port, its merchant, and the merchant's ear for notifications: all over real HTTP.</summary>
internal sealed class CardHost : IAsyncDisposable
{
    private readonly WebApplication _provider;
    private readonly WebApplication _shop;

    private CardHost(WebApplication provider, WebApplication shop, SandboxClock clock)
    {
        (_provider, _shop, Clock) = (provider, shop, clock);
        Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(provider.Urls.First()) };
        Merchant = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes($"{CardDefaults.ShopId}:{CardDefaults.SecretKey}")));
    }

    public HttpClient Client { get; }

    public SandboxClock Clock { get; }

    public AuthenticationHeaderValue? Merchant { get; set; }

    public ConcurrentQueue<JsonObject> Notifications { get; } = [];

    /// <summary>How the shop answers, one after the other; afterwards 200.</summary>
    public ConcurrentQueue<int> Answers { get; } = [];

    public static async Task<CardHost> Start()
    {
        var clock = new SandboxClock();
        var provider = SandboxHost.Build(port: 0, clock);
        await provider.StartAsync();
        var builder = WebApplication.CreateSlimBuilder(["--hostBuilder:reloadConfigOnChange=false"]);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var shop = builder.Build();
        var host = new CardHost(provider, shop, clock);
        shop.MapPost("/told", (Delegate)host.Take);
        await shop.StartAsync();
        provider.Services.GetRequiredService<Cabinet>().NotifyAt = new Uri(new Uri(shop.Urls.First()), "told");
        return host;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _provider.DisposeAsync();
        await _shop.DisposeAsync();
    }

    public static JsonObject Order(string value = "100.00", string currency = "RUB") => new()
    {
        ["amount"] = new JsonObject { ["value"] = value, ["currency"] = currency },
        ["confirmation"] = new JsonObject { ["type"] = "redirect", ["return_url"] = "https://t.me/shop" },
        ["metadata"] = new JsonObject { ["payment_id"] = "ours-1" },
        ["description"] = "Top-up",
    };

    public async Task<(HttpStatusCode Status, JsonObject Body)> Call(HttpMethod method, string path, JsonObject? body = null, string? key = null)
    {
        using var request = new HttpRequestMessage(method, $"/yookassa/v3/{path}");
        request.Headers.Authorization = Merchant;
        if (body is not null)
        {
            request.Content = JsonContent.Create(body);
        }

        if (key is not null)
        {
            request.Headers.Add("Idempotence-Key", key);
        }

        using var response = await Client.SendAsync(request);
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject());
    }

    public Task<(HttpStatusCode Status, JsonObject Body)> Create(string key, JsonObject? order = null) => Call(HttpMethod.Post, "payments", order ?? Order(), key);

    public async Task<string> Created(string key) => (await Create(key)).Body["id"]!.GetValue<string>();

    public Task<(HttpStatusCode Status, JsonObject Body)> Refund(string payment, string value, string key) =>
        Call(HttpMethod.Post, "refunds", new JsonObject { ["payment_id"] = payment, ["amount"] = new JsonObject { ["value"] = value, ["currency"] = "RUB" } }, key);

    public async Task<JsonObject> Read(string payment) => (await Call(HttpMethod.Get, $"payments/{payment}")).Body;

    public async Task<HttpStatusCode> Act(string payment, string act)
    {
        using var response = await Client.PostAsJsonAsync("/control/yookassa/act", new { payment_id = payment, act });
        return response.StatusCode;
    }

    public async Task<HttpStatusCode> Dial(string faults)
    {
        using var response = await Client.PostAsync("/control/yookassa", new StringContent(faults, Encoding.UTF8, "application/json"));
        return response.StatusCode;
    }

    public async Task<int> PaymentsOnTheBooks() => JsonNode.Parse(await Client.GetStringAsync("/control/yookassa/payments"))!["payments"]!.AsArray().Count;

    private async Task Take(HttpContext http)
    {
        Notifications.Enqueue((await JsonNode.ParseAsync(http.Request.Body))!.AsObject());
        http.Response.StatusCode = Answers.TryDequeue(out var status) ? status : StatusCodes.Status200OK;
    }
}
