using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Trt.Benchmarks.Neighbours;

/// <summary>
/// Telegram and the provider in one small server. Telegram accepts everything at once; the provider takes its time over every order,
/// as it does in life, so that work on orders does not mix into what is measured, or does what it was given to do.
/// </summary>
internal sealed class NeighbourSink : IAsyncDisposable
{
    private static readonly byte[] Yes = """{"ok":true,"result":true}"""u8.ToArray();
    private static readonly byte[] Bot = """{"ok":true,"result":{"id":1000000001,"is_bot":true,"first_name":"Bench","username":"bench_bot"}}"""u8.ToArray();

    private readonly WebApplication _app;
    private readonly Provider _provider;
    private Action<TelegramCall>? _listener;
    private int _lastMessage = 100;
    private string _webhook = "";

    private NeighbourSink(WebApplication app, Provider provider, ProviderPrices? prices) =>
        (_app, _provider, Prices) = (app, provider, prices);

    /// <summary>The provider's list; null where it keeps that to itself.</summary>
    public ProviderPrices? Prices { get; }

    public string Address { get; private set; } = "";

    public static async Task<NeighbourSink> Start(CancellationToken token, ProviderPrices? prices = null, Provider? provider = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var sink = new NeighbourSink(app, provider ?? new Provider(), prices);
        app.Run(sink.Answer);
        await app.StartAsync(token);
        sink.Address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return sink;
    }

    /// <summary>Hears what the shop says to Telegram, until it is let go; one listener at a time.</summary>
    public IDisposable Listen(Action<TelegramCall> listener)
    {
        _listener = _listener is null ? listener : throw new InvalidOperationException("Somebody listens already");
        return new Listening(() => _listener = null);
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task Answer(HttpContext http)
    {
        var path = http.Request.Path.Value ?? "";
        if (Prices is not null && path == "/api/v1/models")
        {
            http.Response.ContentType = "application/json";
            await http.Response.Body.WriteAsync(Prices.Next(), http.RequestAborted);
        }
        else if (Provider.IsAt(path))
        {
            await _provider.Answer(http, path, Address);
        }
        else
        {
            http.Response.ContentType = "application/json";
            await http.Response.Body.WriteAsync(await TelegramsAnswer(http, path), http.RequestAborted);
        }
    }

    private async Task<byte[]> TelegramsAnswer(HttpContext http, string path)
    {
        var method = path[(path.LastIndexOf('/') + 1)..];
        var isEdited = method.StartsWith("edit", StringComparison.OrdinalIgnoreCase);
        var isSent = method.StartsWith("send", StringComparison.OrdinalIgnoreCase) && method != "sendChatAction";
        var message = isSent ? Interlocked.Increment(ref _lastMessage) : 7;
        if (_listener is not null || method == "setWebhook")
        {
            using var reader = new StreamReader(http.Request.Body);
            var call = new TelegramCall(method, await reader.ReadToEndAsync(http.RequestAborted), message);
            _webhook = method == "setWebhook" ? call.Text("url") ?? "" : _webhook;
            _listener?.Invoke(call);
        }

        return isSent || isEdited ? TelegramCall.MessageWith(message) : method switch
        {
            "getMe" => Bot,
            "getWebhookInfo" => JsonSerializer.SerializeToUtf8Bytes(new
            {
                ok = true,
                result = new { url = _webhook, has_custom_certificate = false, pending_update_count = 0 },
            }),
            _ => Yes,
        };
    }

    private sealed class Listening(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
