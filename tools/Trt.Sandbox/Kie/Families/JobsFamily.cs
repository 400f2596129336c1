using System.Globalization;
using System.Text.Json.Nodes;
using Trt.Sandbox.Kie.Faults;
using Trt.Sandbox.Kie.Protocol;
using Trt.Sandbox.Kie.Tasks;

namespace Trt.Sandbox.Kie.Families;

/// <summary>createTask and recordInfo: the common door of most models.</summary>
internal sealed class JobsFamily(KieModels models, KieDial dial) : IKieFamily
{
    /// <summary>The one model of this door whose pieces have names and covers.</summary>
    private const string Song = "ai-music-api/generate";

    public IResult Unknown => KieReply.Of(422, "recordInfo is null");

    public void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/api/v1/jobs/createTask", (HttpContext http, OrderIntake desk) => desk.Create(http, this, body =>
            (body.Text("model") is { } name ? models.Find(name) : null, body["input"] as JsonObject)));
        api.MapGet("/api/v1/jobs/recordInfo", (HttpContext http, OrderIntake desk) => desk.Read(http, this));
    }

    public int ResultCount(KieModel model, JsonObject input)
    {
        if (model.Id == Song)
        {
            return 2;
        }

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
        var result = state == KieTaskState.Success ? Result(task) : null;
        var param = Param(task);
        var record = new JsonObject
        {
            ["taskId"] = task.Id,
            ["model"] = task.Model.Id,
            ["state"] = state.Wire(),
            ["param"] = param,
            ["resultJson"] = result?.ToJsonString(KieReply.Readable) ?? "",
            ["failCode"] = state == KieTaskState.Fail ? task.Failure!.FailCode : null,
            ["failMsg"] = state == KieTaskState.Fail ? task.Failure!.FailMsg : null,
            ["costTime"] = done ? (long)task.Duration.TotalSeconds : null,
            ["completeTime"] = done ? task.CompletedAt.ToUnixTimeMilliseconds() : null,
            ["createTime"] = task.CreatedAt.ToUnixTimeMilliseconds(),
            // The charge is visible from the first look on, but tokens can only be counted at the end.
            ["creditsConsumed"] = done || task.Model.Tokens is null ? task.CreditsSpent : 0,
            ["operationType"] = task.Model.Id,
            ["successFlag"] = state switch { KieTaskState.Success => 1, KieTaskState.Fail => 3, _ => 0 },
            ["paramJson"] = param,
        };
        if (result is not null)
        {
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

    private JsonObject Result(KieTask task) => task.Model switch
    {
        { Output: "text" } => TextResult(task),
        { Id: Song } => new JsonObject { ["data"] = new JsonArray([.. task.Results.Select((url, index) => Track(task, url, index))]) },
        _ => FileResult(task),
    };

    private static JsonObject Track(KieTask task, Uri url, int index) => new()
    {
        ["id"] = task.TrackId(index),
        ["audio_url"] = url.AbsoluteUri,
        ["stream_audio_url"] = url.AbsoluteUri,
        ["image_url"] = "",
        ["title"] = task.Input.Text("title") ?? "Sandbox tune",
        ["duration"] = 20,
    };

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
        ["resultObject"] = task.Model.Id switch
        {
            "sora-2-characters" => new JsonObject { ["character_id"] = $"char_{task.Id}" },
            "grok-imagine-image-2-0/segment-map" => Segments(task),
            _ => Transcript.Of(task.Id, dial.Current.TranscriptWords),
        },
    };

    private static JsonObject Segments(KieTask task) => new()
    {
        ["segments_count"] = 2,
        ["segments"] = new JsonArray(
            new JsonObject { ["maskUrl"] = $"{task.PublicRoot}/kie/files/{task.Id}_0.png", ["name"] = "sky", ["index"] = 0 },
            new JsonObject { ["maskUrl"] = $"{task.PublicRoot}/kie/files/{task.Id}_1.png", ["name"] = "sky", ["index"] = 1 }),
    };
}
