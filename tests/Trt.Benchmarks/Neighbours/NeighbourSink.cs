using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Trt.Benchmarks.Neighbours;

/// <summary>
/// Telegram and the provider in one small server. Telegram accepts everything at once; the provider takes its time over every order,
/// as it does in life, so that work on orders does not mix into what is measured.
/// </summary>
internal sealed class NeighbourSink : IAsyncDisposable
{
    private static readonly byte[] Yes = """{"ok":true,"result":true}"""u8.ToArray();
    private static readonly byte[] Message = Encoding.UTF8.GetBytes(
        """{"ok":true,"result":{"message_id":7,"date":1767225600,"chat":{"id":1,"type":"private"},"text":"…"}}""");

    private static readonly byte[] Bot = """{"ok":true,"result":{"id":1000000001,"is_bot":true,"first_name":"Bench","username":"bench_bot"}}"""u8.ToArray();

    private readonly WebApplication _app;

    private NeighbourSink(WebApplication app, string address, ProviderPrices? prices) => (_app, Address, Prices) = (app, address, prices);

    /// <summary>The provider's list; null where it keeps that to itself.</summary>
    public ProviderPrices? Prices { get; }

    public string Address { get; }

    public static async Task<NeighbourSink> Start(CancellationToken token, ProviderPrices? prices = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        app.Run(http => Answer(http, prices));
        await app.StartAsync(token);
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return new NeighbourSink(app, address, prices);
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private static async Task Answer(HttpContext http, ProviderPrices? prices)
    {
        var path = http.Request.Path.Value ?? "";
        if (prices is not null && path == "/api/v1/models")
        {
            http.Response.ContentType = "application/json";
            await http.Response.Body.WriteAsync(prices.Next(), http.RequestAborted);
            return;
        }

        if (path.StartsWith("/api/", StringComparison.Ordinal))
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return;
        }

        var isMessage = path.Contains("/send", StringComparison.OrdinalIgnoreCase) || path.Contains("/edit", StringComparison.OrdinalIgnoreCase);
        http.Response.ContentType = "application/json";
        var answer = isMessage ? Message : path.EndsWith("/getMe", StringComparison.OrdinalIgnoreCase) ? Bot : Yes;
        await http.Response.Body.WriteAsync(answer, http.RequestAborted);
    }
}
