using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Trt.Browser.Tests.Neighbours;

/// <summary>Orders real clips from the simulated generation provider, for the bot to send.</summary>
internal sealed class Provider : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan BetweenQuestions = TimeSpan.FromMilliseconds(100);

    private readonly HttpClient _http;
    private readonly Uri _sandbox;

    public Provider(Uri sandbox)
    {
        _sandbox = sandbox;
        _http = new HttpClient { BaseAddress = new Uri(sandbox, "/kie/api/v1/jobs/") };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "browser-tests");
    }

    public async Task<byte[]> Make(string model, JsonObject input)
    {
        using var dial = await _http.PostAsJsonAsync(new Uri(_sandbox, "/control/kie"), new JsonObject { ["duration_ms"] = 0 });
        dial.EnsureSuccessStatusCode();
        using var order = await _http.PostAsJsonAsync("createTask", new JsonObject { ["model"] = model, ["input"] = input });
        var taskId = (await order.Content.ReadFromJsonAsync<JsonNode>())!["data"]!["taskId"]!.GetValue<string>();

        using var deadline = new CancellationTokenSource(Patience);
        JsonNode record;
        while ((record = await Record(taskId))["state"]!.GetValue<string>() != "success")
        {
            await Task.Delay(BetweenQuestions, TimeProvider.System, deadline.Token);
        }

        var url = JsonNode.Parse(record["resultJson"]!.GetValue<string>())!["resultUrls"]![0]!.GetValue<string>();
        return await _http.GetByteArrayAsync(new Uri(url));
    }

    public void Dispose() => _http.Dispose();

    private async Task<JsonNode> Record(string taskId) =>
        (await _http.GetFromJsonAsync<JsonNode>($"recordInfo?taskId={taskId}"))!["data"]!;
}
