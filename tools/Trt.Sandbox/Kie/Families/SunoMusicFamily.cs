using System.Globalization;
using System.Text.Json.Nodes;
using Trt.Sandbox.Kie.Protocol;
using Trt.Sandbox.Kie.Tasks;

namespace Trt.Sandbox.Kie.Families;

/// <summary>Songs: two tracks for one order, and up to three callbacks of which only the last is the end.</summary>
internal sealed class SunoMusicFamily(KieModels models) : OwnDoorFamily(models)
{
    public override bool NeedsCallback => true;

    /// <summary>A yes with nothing in it.</summary>
    public override IResult Unknown => KieReply.Ok(null);

    protected override IReadOnlyList<string> CreatePaths =>
    [
        "/api/v1/generate", "/api/v1/generate/extend", "/api/v1/generate/upload-cover", "/api/v1/generate/upload-extend",
        "/api/v1/generate/add-vocals", "/api/v1/generate/add-instrumental",
    ];

    protected override string StatusPath => "/api/v1/generate/record-info";

    public override int ResultCount(KieModel model, JsonObject input) => 2;

    public override JsonObject Record(KieTask task, DateTimeOffset now)
    {
        var state = task.StateAt(now);
        // While it runs, half of the time the words are there and nothing to hear yet.
        var response = state switch
        {
            KieTaskState.Success => new JsonObject { ["taskId"] = task.Id, ["sunoData"] = Tracks(task, snake: false, withSound: true) },
            KieTaskState.Generating => new JsonObject { ["taskId"] = task.Id, ["sunoData"] = Tracks(task, snake: false, withSound: false) },
            _ => null,
        };
        var record = Frame(task, now, "", response);
        record.Remove("successFlag");
        record["status"] = state switch
        {
            KieTaskState.Success => "SUCCESS",
            KieTaskState.Fail => "GENERATE_AUDIO_FAILED",
            KieTaskState.Generating => "TEXT_SUCCESS",
            _ => "PENDING",
        };
        record["type"] = "GENERATE";
        return record;
    }

    public override IEnumerable<JsonObject> Callbacks(KieTask task)
    {
        if (task.Failure is { } failure)
        {
            yield return Stage(task, 501, failure.FailMsg, "error", null);
            yield break;
        }

        yield return Stage(task, 200, "Text generated successfully.", "text", Tracks(task, snake: true, withSound: false));
        yield return Stage(
            task, 200, "First track generated successfully.", "first",
            new JsonArray(Tracks(task, snake: true, withSound: true)[0]!.DeepClone()));
        yield return Stage(task, 200, "All generated successfully.", "complete", Tracks(task, snake: true, withSound: true));
    }

    private static JsonObject Stage(KieTask task, int code, string message, string stage, JsonArray? tracks) => new()
    {
        ["code"] = code,
        ["msg"] = message,
        ["data"] = new JsonObject { ["callbackType"] = stage, ["task_id"] = task.Id, ["data"] = tracks },
    };

    private static JsonArray Tracks(KieTask task, bool snake, bool withSound) =>
        new([.. task.Results.Select((url, index) => Track(task, url, index, snake, withSound))]);

    private static JsonObject Track(KieTask task, Uri url, int index, bool snake, bool withSound)
    {
        var address = withSound ? url.AbsoluteUri : "";
        return new JsonObject
        {
            ["id"] = task.TrackId(index),
            [snake ? "audio_url" : "audioUrl"] = address,
            [snake ? "source_audio_url" : "sourceAudioUrl"] = "",
            [snake ? "stream_audio_url" : "streamAudioUrl"] = address,
            [snake ? "image_url" : "imageUrl"] = "",
            ["prompt"] = task.Input.Text("prompt") ?? "",
            [snake ? "model_name" : "modelName"] = task.Model.Id,
            ["title"] = task.Input.Text("title") ?? "Sandbox tune",
            ["tags"] = task.Input.Text("style") ?? "",
            ["createTime"] = task.CreatedAt.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
            ["duration"] = 20,
        };
    }
}
