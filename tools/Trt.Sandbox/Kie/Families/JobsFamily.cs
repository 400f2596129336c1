using System.Globalization;
using System.Text.Json.Nodes;
using Trt.Sandbox.Kie.Faults;
using Trt.Sandbox.Kie.Protocol;
using Trt.Sandbox.Kie.Tasks;

namespace Trt.Sandbox.Kie.Families;

/// <summary>createTask and recordInfo: the common door of most models.</summary>
internal sealed class JobsFamily(KieModels models, KieDial dial) : IKieFamily
{
    public void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/api/v1/jobs/createTask", (HttpContext http, OrderIntake desk) => desk.Create(http, this, body =>
            (body.Text("model") is { } name ? models.Find(name) : null, body["input"] as JsonObject)));
        api.MapGet("/api/v1/jobs/recordInfo", (HttpContext http, OrderIntake desk) => desk.Read(http, this));
    }

    public int ResultCount(KieModel model, JsonObject input)
    {
        // This one always gives a choice, smaller in its better quality.
        if (model.Id == "grok-imagine/text-to-image")
        {
            return input["enable_pro"]?.ToString() == "true" ? 4 : 6;
        }

        foreach (var name in (string[])["max_images", "num_images", "n"])
        {
            if (input[name] is JsonValue value
                && int.TryParse(value.ToString(), CultureInfo.InvariantCulture, out var count))
            {
                return Math.Clamp(count, 1, 10);
            }
        }

        return 1;
    }

    public JsonObject Record(KieTask task, DateTimeOffset now)
    {
        var state = task.StateAt(now);
        var done = task.IsFinal(now);
        return new JsonObject
        {
            ["taskId"] = task.Id,
            ["model"] = task.Model.Id,
            ["state"] = state.Wire(),
            ["param"] = task.Body.ToJsonString(KieReply.Readable),
            ["resultJson"] = state == KieTaskState.Success ? ResultJson(task) : "",
            ["failCode"] = state == KieTaskState.Fail ? task.Failure!.FailCode : "",
            ["failMsg"] = state == KieTaskState.Fail ? task.Failure!.FailMsg : "",
            ["costTime"] = done ? (long)task.Duration.TotalMilliseconds : 0,
            ["creditsConsumed"] = done ? task.CreditsSpent : 0,
            ["createTime"] = task.CreatedAt.ToUnixTimeMilliseconds(),
            ["updateTime"] = (done ? task.CompletedAt : now).ToUnixTimeMilliseconds(),
            ["completeTime"] = done ? task.CompletedAt.ToUnixTimeMilliseconds() : null,
        };
    }

    public IEnumerable<JsonObject> Callbacks(KieTask task)
    {
        var failed = task.Failure is not null;
        var data = Record(task, task.CompletedAt);
        data.Remove("creditsConsumed");
        data["consumeCredits"] = task.CreditsSpent;
        data["remainedCredits"] = task.RemainedCredits;
        yield return new JsonObject
        {
            ["code"] = failed ? 501 : 200,
            ["msg"] = failed ? "Playground task failed." : "Playground task completed successfully.",
            ["data"] = data,
        };
    }

    private string ResultJson(KieTask task) =>
        (task.Model.Output == "text" ? TextResult(task) : FileResult(task)).ToJsonString(KieReply.Readable);

    private static JsonObject FileResult(KieTask task)
    {
        var result = new JsonObject { ["resultUrls"] = Addresses(task) };
        // The copies with a watermark come along and are not the result.
        if (task.Model.Id.StartsWith("sora-2", StringComparison.Ordinal))
        {
            result["resultWaterMarkUrls"] = Addresses(task);
        }

        return result;
    }

    private static JsonArray Addresses(KieTask task) => new([.. task.Results.Select(url => JsonValue.Create(url.AbsoluteUri))]);

    private JsonObject TextResult(KieTask task) => new()
    {
        ["resultObject"] = task.Model.Id == "sora-2-characters"
            ? new JsonObject { ["character_id"] = $"char_{task.Id}" }
            : Transcript.Of(task.Id, dial.Current.TranscriptWords),
    };
}
