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
    public string All(string kind) => string.Concat(Of(kind).Select(export => export.Text));

    /// <summary>The spans among it, decoded.</summary>
    public IReadOnlyList<OtlpSpan> Spans => [.. Of("trace").SelectMany(export => Otlp.Spans(export.Message))];

    /// <summary>The histograms among it, decoded, the latest last.</summary>
    public IReadOnlyList<OtlpHistogram> Histograms => [.. Of("metrics").SelectMany(export => Otlp.Histograms(export.Message))];

    private IEnumerable<Export> Of(string kind) => Exports.Where(export => export.Path.Contains(kind, StringComparison.OrdinalIgnoreCase));

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
        var isGrpc = HttpProtocol.IsHttp2(http.Request.Protocol);
        Exports.Enqueue(new Export(
            http.Request.Path.Value!, http.Request.Headers["x-key"].ToString(), body.ToArray().AsMemory(isGrpc ? Nothing.Length : 0)));
        http.Response.ContentType = http.Request.ContentType;
        if (isGrpc)
        {
            await http.Response.Body.WriteAsync(Nothing, http.RequestAborted);
            http.Response.AppendTrailer("grpc-status", "0");
        }
    }
}

internal sealed record Export(string Path, string Key, ReadOnlyMemory<byte> Message)
{
    public string Text => Encoding.UTF8.GetString(Message.Span);
}
