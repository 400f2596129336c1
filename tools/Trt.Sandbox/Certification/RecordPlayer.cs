using System.Net.Mime;
using System.Text;

namespace Trt.Sandbox.Certification;

/// <summary>A provider that answers every call with the recorded answer it was given.</summary>
internal sealed class RecordPlayer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private RecordedExchange? _next;

    private RecordPlayer(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.First());

    public static async Task<RecordPlayer> Start(CancellationToken token)
    {
        var builder = WebApplication.CreateSlimBuilder(["--hostBuilder:reloadConfigOnChange=false"]);
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var player = new RecordPlayer(builder.Build());
        player._app.Run(player.Answer);
        await player._app.StartAsync(token);
        return player;
    }

    public void Play(RecordedExchange exchange) => _next = exchange;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task Answer(HttpContext http)
    {
        await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
        var exchange = _next ?? throw new InvalidOperationException("nothing is to be played");
        http.Response.StatusCode = exchange.Status;
        http.Response.ContentType = exchange.ContentType ?? MediaTypeNames.Application.Json;
        await http.Response.WriteAsync(exchange.Response?.ToJsonString() ?? "", Encoding.UTF8, http.RequestAborted);
    }
}
