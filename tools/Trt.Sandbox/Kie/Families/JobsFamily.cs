using System.Globalization;
using System.Text.Json.Nodes;
using Trt.Sandbox.Kie.Faults;
using Trt.Sandbox.Kie.Protocol;
using Trt.Sandbox.Kie.Tasks;

namespace Trt.Sandbox.Kie.Families;

/// <summary>createTask and recordInfo: the common door of most models.</summary>
internal sealed class JobsFamily(KieModels models, KieDial dial) : IKieFamily
{
    public IResult Unknown => KieReply.Of(422, "recordInfo is null");

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

    public JsonObject Receipt(KieTask task) => new() { ["taskId"] = task.Id, ["recordId"] = task.Id };

    /// <summary>As it has been since September 2026. What is not known yet is null; the result alone is an empty text.</summary>
    public JsonObject Record(KieTask task, DateTimeOffset now)
    {
        var state = task.StateAt(now);
        var done = task.IsFinal(now);
        var record = new JsonObject
        {
            ["taskId"] = task.Id,
            ["model"] = task.Model.Id,
            ["state"] = state.Wire(),
            ["param"] = Param(task),
            ["resultJson"] = "",
            ["failCode"] = state == KieTaskState.Fail ? task.Failure!.FailCode : null,
            ["failMsg"] = state == KieTaskState.Fail ? task.Failure!.FailMsg : null,
            ["costTime"] = done ? (long)task.Duration.TotalSeconds : null,
            ["completeTime"] = done ? task.CompletedAt.ToUnixTimeMilliseconds() : null,
            ["createTime"] = task.CreatedAt.ToUnixTimeMilliseconds(),
            ["creditsConsumed"] = task.CreditsSpent,
            ["operationType"] = task.Model.Id,
            ["successFlag"] = state switch { KieTaskState.Success => 1, KieTaskState.Fail => 3, _ => 0 },
            ["paramJson"] = Param(task),
        };
        if (state == KieTaskState.Success)
        {
            var result = task.Model.Output == "text" ? TextResult(task) : FileResult(task);
            record["resultJson"] = result.ToJsonString(KieReply.Readable);
            record["response"] = result;
        }

        return record;
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

    /// <summary>The order as a text, and its inputs as a text within.</summary>
    private static string Param(KieTask task)
    {
        var order = task.Body.DeepClone().AsObject();
        order["input"] = task.Input.ToJsonString(KieReply.Readable);
        return order.ToJsonString(KieReply.Readable);
    }

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
