using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Trt.Infrastructure.Telegram;

namespace Trt.Infrastructure.Tests.Telegram;

/// <summary>A server that writes down what it is asked and answers what the test says.</summary>
internal sealed class BotApiStub : IAsyncDisposable
{
    public const string Token = "123456:CANARY-token_0123456789abcdef";

    private readonly WebApplication _app;

    private BotApiStub(WebApplication app) => _app = app;

    public ConcurrentQueue<Asked> Requests { get; } = new();

    public RequestDelegate Answer { get; set; } = context => Json(context, 200, """{"ok":true,"result":true}""");

    public Asked Last => Requests.Last();

    public static async Task<BotApiStub> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Limits.MaxRequestBodySize = null;
        });
        var stub = new BotApiStub(builder.Build());
        stub._app.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            stub.Requests.Enqueue(new Asked(context.Request.Path.Value!, context.Request.ContentType ?? "", body.ToArray()));
            await stub.Answer(context);
        });
        await stub._app.StartAsync();
        return stub;
    }

    public BotApi Client(TimeProvider? time = null, string path = "") => new(
        new BotApiOptions { Token = Token, ApiBase = new Uri(_app.Urls.Single() + path) }, time ?? TimeProvider.System);

    public void AnswerWith(int status, string json) => Answer = context => Json(context, status, json);

    public void AnswerWithHtml(int status, string html) => Answer = async context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html";
        await context.Response.WriteAsync(html);
    };

    public void CutTheConnection() => Answer = context =>
    {
        context.Abort();
        return Task.CompletedTask;
    };

    public void NeverAnswer() => Answer = context => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.Zero);
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }

    private static async Task Json(HttpContext context, int status, string json)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(json);
    }
}

internal sealed record Asked(string Path, string ContentType, byte[] Body)
{
    public string Text => System.Text.Encoding.UTF8.GetString(Body);
}

/// <summary>A clock whose timers ring a thousand times sooner.</summary>
internal sealed class HurriedTime : TimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, dueTime / 1000, period);
}
