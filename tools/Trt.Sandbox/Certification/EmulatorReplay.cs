using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Trt.Sandbox.Control;
using Trt.Sandbox.Kie.Faults;
using Trt.Sandbox.Kie.Tasks;

namespace Trt.Sandbox.Certification;

/// <summary>
/// Plays a recorded scenario to the simulated provider. Its own ids and addresses take the place of the recorded ones, its clock is put
/// to where the task has the recorded state, and a task that failed in the recording is made to fail.
/// </summary>
internal sealed partial class EmulatorReplay : IAsyncDisposable
{
    private static readonly TimeSpan TaskLength = TimeSpan.FromMinutes(10);

    private readonly SandboxClock _clock = new();
    private readonly WebApplication _emulator;
    private readonly HttpClient _http = new();
    private readonly Dictionary<string, string> _ours = new(StringComparer.Ordinal);

    private EmulatorReplay() => _emulator = SandboxHost.Build(0, _clock);

    public static async Task<EmulatorReplay> Start(CancellationToken token)
    {
        var replay = new EmulatorReplay();
        await replay._emulator.StartAsync(token);
        replay._http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "certification");
        return replay;
    }

    public void Begin()
    {
        foreach (var state in _emulator.Services.GetServices<ISandboxState>())
        {
            state.Reset();
        }

        _ours.Clear();
    }

    /// <summary>The emulator's answer to one exchange; null where it has no such door, or never took the task's order.</summary>
    public async Task<JsonNode?> Answer(Scenario scenario, RecordedExchange exchange, CancellationToken token)
    {
        if (exchange is { Method: "GET", Data: JsonObject record } && record["taskId"]?.ToString() is { } task && !_ours.ContainsKey(task))
        {
            return null;
        }

        SetDial(scenario, exchange);
        SetClock(exchange);
        await LendFiles(exchange, token);
        await LendTask(exchange, token);
        using var request = new HttpRequestMessage(new HttpMethod(exchange.Method), $"{_emulator.Urls.First()}/kie{Ours(exchange.Path)}");
        request.Content = Body(exchange.Request);
        using var response = await _http.SendAsync(request, token);
        var text = await response.Content.ReadAsStringAsync(token);
        var answer = response.Content.Headers.ContentType?.MediaType == "application/json" ? JsonNode.Parse(text) : null;
        Learn(exchange.Response, answer);
        return answer;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _emulator.DisposeAsync();
    }

    private void SetDial(Scenario scenario, RecordedExchange exchange)
    {
        var task = exchange.Data is JsonObject data ? data["taskId"]?.ToString() : null;
        var end = task is null ? null : scenario.Exchanges.Select(other => other.Data as JsonObject)
            .LastOrDefault(record => record?["taskId"]?.ToString() == task && record.ContainsKey("createTime"));
        var error = end?["errorMessage"] ?? end?["failMsg"];
        _emulator.Services.GetRequiredService<KieDial>().Set(new Dial
        {
            RateLimit = false,
            DurationMs = (int)TaskLength.TotalMilliseconds,
            Task = error is null ? null : new TaskFault
            {
                FailMsg = error.ToString(),
                FailCode = (end!["errorCode"] ?? end["failCode"])?.ToString() ?? "500",
            },
        });
    }

    /// <summary>Time only goes on: a task that is asked for later is as far as the recording says.</summary>
    private void SetClock(RecordedExchange exchange)
    {
        if (exchange.Method != "GET" || exchange.Data is not JsonObject record || record["taskId"]?.ToString() is not { } id
            || _emulator.Services.GetRequiredService<KieTasks>().Find(_ours.GetValueOrDefault(id)) is not { } task)
        {
            return;
        }

        var share = RecordedState.Of(record) switch { RecordedState.Waiting => 0, RecordedState.UnderWay => 0.5, _ => 1 };
        var due = task.CreatedAt + TaskLength * share;
        if (due > _clock.GetUtcNow())
        {
            _clock.Advance(due - _clock.GetUtcNow());
        }
    }

    /// <summary>What the recorded order was given to look at lies elsewhere; something of the same kind takes its place.</summary>
    private async Task LendFiles(RecordedExchange exchange, CancellationToken token)
    {
        if (exchange is not { Method: "POST", Code: 200, Request: JsonObject body })
        {
            return;
        }

        foreach (var address in Address().Matches(body.ToJsonString()).Select(match => match.Value)
            .Where(address => !_ours.ContainsKey(address) && address != body["callBackUrl"]?.ToString()))
        {
            var name = Path.GetFileName(new Uri(address).AbsolutePath) is { Length: > 0 } given ? given : "file.png";
            using var form = Form([("file", name), ("uploadPath", "certification"), ("fileName", name)]);
            using var response = await _http.PostAsync($"{_emulator.Urls.First()}/kie/api/file-stream-upload", form, token);
            _ours[address] = JsonNode.Parse(await response.Content.ReadAsStringAsync(token))!["data"]!["downloadUrl"]!.ToString();
        }
    }

    /// <summary>A recorded order that goes on from a task of another recording goes on from one that is made for it.</summary>
    private async Task LendTask(RecordedExchange exchange, CancellationToken token)
    {
        if (exchange is not { Method: "POST", Code: 200, Request: JsonObject body }
            || body["input"]?["task_id"]?.ToString() is not { } old || _ours.ContainsKey(old))
        {
            return;
        }

        var source = body["model"]!.ToString().StartsWith("grok-imagine/", StringComparison.Ordinal)
            ? "grok-imagine/text-to-video"
            : $"{body["model"]!.ToString().Split('/')[0]}/text-to-image";
        var order = new JsonObject { ["model"] = source, ["input"] = new JsonObject { ["prompt"] = "something to go on from" } };
        using var content = new StringContent(order.ToJsonString(), Encoding.UTF8, "application/json");
        using var response = await _http.PostAsync($"{_emulator.Urls.First()}/kie/api/v1/jobs/createTask", content, token);
        if (JsonNode.Parse(await response.Content.ReadAsStringAsync(token))?["data"]?["taskId"]?.ToString() is { } task)
        {
            _ours[old] = task;
            _clock.Advance(TaskLength);
        }
    }

    /// <summary>Ids and addresses of the two answers that stand at the same place belong together.</summary>
    private void Learn(JsonNode? recorded, JsonNode? answered, string of = "")
    {
        switch (recorded, answered)
        {
            case (JsonObject theirs, JsonObject ours):
                foreach (var (name, value) in theirs)
                {
                    Learn(name == "resultJson" ? Parsed(value) : value, name == "resultJson" ? Parsed(ours[name]) : ours[name], name);
                }

                break;
            case (JsonArray theirs, JsonArray ours):
                foreach (var (first, second) in theirs.Zip(ours))
                {
                    Learn(first, second);
                }

                break;
            case (JsonValue theirs, JsonValue ours) when theirs.TryGetValue(out string? old) && ours.TryGetValue(out string? own)
                && (of == "id" || Uri.IsWellFormedUriString(old, UriKind.Absolute) || Id().IsMatch(old)):
                _ours[old] = own;
                break;
            default:
                break;
        }
    }

    private static JsonNode? Parsed(JsonNode? json) => json?.ToString() is { Length: > 0 } text ? JsonNode.Parse(text) : null;

    private string Ours(string text) => _ours.Aggregate(text, (rest, pair) => rest.Replace(pair.Key, pair.Value, StringComparison.Ordinal));

    private HttpContent? Body(JsonNode? request) => request switch
    {
        null => null,
        JsonObject form when IsForm(form) => Form(Parts(form)),
        _ => new StringContent(Ours(request.ToJsonString(Readable)), Encoding.UTF8, "application/json"),
    };

    /// <summary>A recording describes a form by its parts, or says no more than that it was one.</summary>
    private static bool IsForm(JsonObject request) =>
        request.ContainsKey("$multipart") || request.ContainsKey("_multipart") || request.ContainsKey("$mimeType");

    private static IEnumerable<(string Name, string Value)> Parts(JsonObject form)
    {
        var parts = form["$multipart"] is JsonArray listed
            ? listed.Select(part => (part!["name"]!.ToString(), (part["filename"] ?? part["value"])?.ToString() ?? ""))
            : form.Where(part => part.Key is "file" or "uploadPath" or "fileName")
                .Select(part => (part.Key, (part.Value as JsonObject)?["filename"]?.ToString() ?? part.Value?.ToString() ?? ""));
        return [.. parts.Concat([("file", "file.png"), ("uploadPath", "uploads")]).DistinctBy(part => part.Item1)];
    }

    private static MultipartFormDataContent Form(IEnumerable<(string Name, string Value)> parts)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in parts)
        {
            if (name == "file")
            {
                var file = new ByteArrayContent([1, 2, 3]);
                file.Headers.ContentType = new MediaTypeHeaderValue(Path.GetExtension(value) switch
                {
                    ".mp4" or ".mov" => "video/mp4",
                    ".mp3" or ".wav" => "audio/mpeg",
                    _ => "image/png",
                });
                form.Add(file, name, value);
            }
            else
            {
                form.Add(new StringContent(value), name);
            }
        }

        return form;
    }

    private static readonly JsonSerializerOptions Readable = Kie.Protocol.KieReply.Readable;

    [GeneratedRegex("""https?://[^"\\\s]+""")]
    private static partial Regex Address();

    [GeneratedRegex("^[0-9a-f]{32}$|^task_")]
    private static partial Regex Id();
}
