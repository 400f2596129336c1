using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Trt.Api.Tests.Observability;

/// <summary>Where OTLP is sent to: takes everything, over HTTP or gRPC, and keeps it as it came.</summary>
internal sealed class Collector : IAsyncDisposable
{
    /// <summary>An empty message in gRPC's frame.</summary>
    private static readonly byte[] Nothing = new byte[5];

    private readonly WebApplication _app;

    private Collector(WebApplication app) => _app = app;

    public ConcurrentQueue<Export> Exports { get; } = new();

    public Uri Address => new(_app.Urls.Single());

    /// <summary>All that came for this kind of telemetry: <c>trace</c> or <c>metrics</c>. Names and values are readable in it.</summary>
    public string All(string kind) => string.Concat(Exports.Where(export => export.Path.Contains(kind, StringComparison.OrdinalIgnoreCase)).Select(export => export.Text));

    public static async Task<Collector> Start(HttpProtocols protocols)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = protocols));
        var collector = new Collector(builder.Build());
        collector._app.Run(collector.Take);
        await collector._app.StartAsync();
        return collector;
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.Zero);
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }

    private async Task Take(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        Exports.Enqueue(new Export(http.Request.Path.Value!, http.Request.Headers["x-key"].ToString(), Encoding.UTF8.GetString(body.ToArray())));
        http.Response.ContentType = http.Request.ContentType;
        if (HttpProtocol.IsHttp2(http.Request.Protocol))
        {
            await http.Response.Body.WriteAsync(Nothing, http.RequestAborted);
            http.Response.AppendTrailer("grpc-status", "0");
        }
    }
}

internal sealed record Export(string Path, string Key, string Text);
