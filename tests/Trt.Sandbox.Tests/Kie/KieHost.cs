using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Trt.Sandbox.Control;
using Trt.Testing;

namespace Trt.Sandbox.Tests.Kie;

/// <summary>The simulator on a free port, a client that holds a key, and somebody who can be called back.</summary>
internal sealed class KieHost : IAsyncDisposable
{
    private readonly WebApplication _sandbox;
    private readonly WebApplication _shop;

    private KieHost(WebApplication sandbox, WebApplication shop, SandboxClock clock, CallbackInbox inbox)
    {
        (_sandbox, _shop, Clock, Inbox) = (sandbox, shop, clock, inbox);
        Client = new HttpClient { BaseAddress = new Uri(sandbox.Urls.First()) };
        Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "test-key");
    }

    public IServiceProvider Services => _sandbox.Services;

    public HttpClient Client { get; }

    public SandboxClock Clock { get; }

    public CallbackInbox Inbox { get; }

    public string CallbackUrl => $"{_shop.Urls.First()}/callbacks/kie";

    public static async Task<KieHost> Start()
    {
        var clock = new SandboxClock();
        var sandbox = SandboxHost.Build(0, clock);
        await sandbox.StartAsync();

        var inbox = new CallbackInbox();
        var builder = WebApplication.CreateSlimBuilder(["--hostBuilder:reloadConfigOnChange=false"]);
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var shop = builder.Build();
        shop.MapPost("/callbacks/kie", (Delegate)inbox.Take);
        await shop.StartAsync();

        var host = new KieHost(sandbox, shop, clock, inbox);
        await host.Dial("""{"duration_ms": 0}""");
        return host;
    }

    public async Task<JsonObject> Dial(string json)
    {
        using var response = await Client.PostAsync("/control/kie", Json(json));
        response.EnsureSuccessStatusCode();
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject();
    }

    public async Task<JsonObject> Post(string path, string json) =>
        JsonNode.Parse(await (await Client.PostAsync(path, Json(json))).Content.ReadAsStringAsync())!.AsObject();

    public async Task<JsonObject> Get(string path) => JsonNode.Parse(await Client.GetStringAsync(path))!.AsObject();

    public Task<JsonObject> Create(string model, string input, bool callback = false) =>
        Post("/kie/api/v1/jobs/createTask", $$"""{"model":"{{model}}"{{(callback ? $",\"callBackUrl\":\"{CallbackUrl}\"" : "")}},"input":{{input}}}""");

    public async Task<string> CreateTask(string model, string input, bool callback = false) =>
        (await Create(model, input, callback))["data"]!["taskId"]!.GetValue<string>();

    public async Task<JsonObject> Record(string taskId) => (await Get($"/kie/api/v1/jobs/recordInfo?taskId={taskId}"))["data"]!.AsObject();

    public async Task<Uri> Result(string model, string input)
    {
        var record = await Record(await CreateTask(model, input));
        return new Uri(JsonNode.Parse(record["resultJson"]!.GetValue<string>())!["resultUrls"]![0]!.GetValue<string>());
    }

    public async Task<string> Upload(byte[] bytes, string name, string mime)
    {
        using var form = new MultipartFormDataContent();
        var file = new ByteArrayContent(bytes);
        file.Headers.ContentType = new MediaTypeHeaderValue(mime);
        form.Add(file, "file", name);
        form.Add(new StringContent("trt"), "uploadPath");
        using var response = await Client.PostAsync("/kie/api/file-stream-upload", form);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!["data"]!["downloadUrl"]!.GetValue<string>();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _shop.DisposeAsync();
        await _sandbox.DisposeAsync();
    }

    private static StringContent Json(string json) => new(json, Encoding.UTF8, "application/json");
}

/// <summary>Keeps what was called back; answers as it is told.</summary>
internal sealed class CallbackInbox
{
    private readonly Lock _gate = new();
    private readonly List<ReceivedCallback> _received = [];

    public int Answer { get; set; } = 200;

    public IReadOnlyList<ReceivedCallback> Received
    {
        get
        {
            lock (_gate)
            {
                return [.. _received];
            }
        }
    }

    public async Task<IResult> Take(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var body = JsonNode.Parse(await reader.ReadToEndAsync())!.AsObject();
        lock (_gate)
        {
            _received.Add(new ReceivedCallback(body, http.Request.Headers["X-Webhook-Timestamp"], http.Request.Headers["X-Webhook-Signature"]));
        }

        return Results.Json(new { code = Answer }, statusCode: Answer);
    }

    public async Task<IReadOnlyList<ReceivedCallback>> WaitFor(int count)
    {
        await Eventually.Holds($"{count} callbacks", () => Received.Count >= count);
        return Received;
    }
}

internal sealed record ReceivedCallback(JsonObject Body, string? Timestamp, string? Signature);
