using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Trt.Sandbox.Tests.Telegram;

/// <summary>Somewhere on the web: a picture, a redirect to it, and things that are no picture.</summary>
internal sealed class PictureServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private PictureServer(WebApplication app) => _app = app;

    public string Url => $"http://127.0.0.1:{new Uri(_app.Urls.First()).Port}";

    /// <summary>The same server by the machine's name, which is not loopback to whoever only reads the address.</summary>
    public string ForeignUrl => Url.Replace("127.0.0.1", Dns.GetHostName());

    public int Visits { get; private set; }

    public static async Task<PictureServer> Start()
    {
        var builder = WebApplication.CreateSlimBuilder(["--hostBuilder:reloadConfigOnChange=false"]);
        builder.WebHost.UseUrls("http://0.0.0.0:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var server = new PictureServer(app);
        app.MapGet("/picture.png", () =>
        {
            server.Visits++;
            return Results.Bytes(Pictures.Png(300, 200), "image/png");
        });
        app.MapGet("/moved", (string to) => Results.Redirect(to));
        app.MapGet("/page.html", () => Results.Content("<p>no picture", "text/html"));
        app.MapGet("/report.pdf", () => Results.Bytes("%PDF"u8.ToArray(), "application/pdf", "годовой отчёт.pdf"));
        app.MapGet("/huge.png", () => Results.Bytes(new byte[5 * 1024 * 1024 + 1], "image/png"));
        await app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
