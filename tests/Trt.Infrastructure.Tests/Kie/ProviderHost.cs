using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Infrastructure.Kie;
using Trt.Sandbox;
using Trt.Sandbox.Control;

namespace Trt.Infrastructure.Tests.Kie;

/// <summary>The real client, talking to the simulator over real HTTP.</summary>
internal sealed class ProviderHost : IAsyncDisposable
{
    public const string Key = "canary-key-7f3a";

    private readonly WebApplication _sandbox;
    private readonly ServiceProvider _services;
    private readonly HttpClient _hand;

    private ProviderHost(WebApplication sandbox, SandboxClock clock, TimeSpan timeout)
    {
        _sandbox = sandbox;
        Clock = clock;
        Root = new Uri(sandbox.Urls.First());
        _hand = new HttpClient { BaseAddress = Root };
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log));
        services.AddKie(new KieOptions { ApiBase = new Uri(Root, "/kie"), UploadBase = new Uri(Root, "/kie"), ApiKey = Key, Timeout = timeout });
        _services = services.BuildServiceProvider(validateScopes: true);
        Provider = _services.GetRequiredService<IGenerationProvider>();
    }

    public Uri Root { get; }

    public SandboxClock Clock { get; }

    public RecordingLog Log { get; } = new();

    public IGenerationProvider Provider { get; }

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public static async Task<ProviderHost> Start(TimeSpan? timeout = null)
    {
        var clock = new SandboxClock();
        var sandbox = SandboxHost.Build(0, clock);
        await sandbox.StartAsync();
        var host = new ProviderHost(sandbox, clock, timeout ?? TimeSpan.FromSeconds(10));
        await host.Dial("""{"duration_ms": 0, "rate_limit": false}""");
        return host;
    }

    public async Task Dial(string json)
    {
        using var response = await _hand.PostAsync("/control/kie", new StringContent(json, Encoding.UTF8, "application/json"));
        response.EnsureSuccessStatusCode();
    }

    public async Task<JsonArray> Tasks() => JsonNode.Parse(await _hand.GetStringAsync("/control/kie/tasks"))!["tasks"]!.AsArray();

    public Task<byte[]> Fetch(Uri address) => _hand.GetByteArrayAsync(address);

    public Task<SubmitOutcome> Submit(ModelCard card, params (string Name, InputValue Value)[] inputs) => Submit(card, new Dictionary<string, Uri>(), inputs);

    public Task<SubmitOutcome> Submit(ModelCard card, IReadOnlyDictionary<string, Uri> uploads, params (string Name, InputValue Value)[] inputs) =>
        Provider.Submit(Order(card, uploads, inputs), CancellationToken.None);

    public ProviderOrder Order(ModelCard card, IReadOnlyDictionary<string, Uri> uploads, params (string Name, InputValue Value)[] inputs) =>
        new(card, inputs.ToDictionary(input => input.Name, input => input.Value), uploads, new Uri(Root, "/callbacks/kie/g1/secret"));

    public async Task<string> Accepted(ModelCard card, params (string Name, InputValue Value)[] inputs) =>
        (await Submit(card, inputs)).ShouldBeOfType<SubmitOutcome.Accepted>().TaskId;

    public async Task<Uri> Uploaded(byte[] bytes, string mime = "image/png") =>
        (await Provider.Upload(new ProviderFile(new MemoryStream(bytes), "a", mime), CancellationToken.None)).ShouldBeOfType<UploadOutcome.Stored>().Address;

    public async ValueTask DisposeAsync()
    {
        _hand.Dispose();
        await _services.DisposeAsync();
        await _sandbox.DisposeAsync();
    }
}

/// <summary>Keeps every line that was logged, to look for what must not be there.</summary>
internal sealed class RecordingLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _lines = new();

    public string Everything => string.Join('\n', _lines);

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue($"{formatter(state, exception)} {exception}");

    public void Dispose()
    {
    }
}
