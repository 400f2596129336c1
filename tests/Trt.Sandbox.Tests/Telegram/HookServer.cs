using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Trt.Sandbox.Tests.Telegram;

/// <summary>The bot's end of a webhook: notes what arrives and answers as the test says.</summary>
internal sealed class HookServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private HookServer(WebApplication app) => _app = app;

    public string Url { get; private set; } = "";

    public ConcurrentQueue<Delivery> Deliveries { get; } = [];

    /// <summary>How to answer; 200 without a body unless the test says otherwise.</summary>
    public Func<HttpContext, JsonElement, Task> Answer { get; set; } = (_, _) => Task.CompletedTask;

    public IEnumerable<string> Texts => Deliveries.Select(delivery => delivery.Update.GetProperty("message").GetProperty("text").GetString()!);

    public static async Task<HookServer> Start()
    {
        var builder = WebApplication.CreateSlimBuilder(["--hostBuilder:reloadConfigOnChange=false"]);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var server = new HookServer(app);
        app.MapPost("/hook", server.Receive);
        await app.StartAsync();
        server.Url = app.Urls.First() + "/hook";
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task Receive(HttpContext context)
    {
        var update = await JsonSerializer.DeserializeAsync<JsonElement>(context.Request.Body);
        Deliveries.Enqueue(new Delivery(update, context.Request.Headers["X-Telegram-Bot-Api-Secret-Token"].ToString()));
        await Answer(context, update);
    }

    internal sealed record Delivery(JsonElement Update, string Secret);
}
