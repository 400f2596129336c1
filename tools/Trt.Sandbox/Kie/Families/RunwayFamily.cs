using System.Text.Json.Nodes;
using Trt.Sandbox.Kie.Protocol;
using Trt.Sandbox.Kie.Tasks;

namespace Trt.Sandbox.Kie.Families;

internal sealed class RunwayFamily(KieModels models) : OwnDoorFamily(models)
{
    protected override IReadOnlyList<string> CreatePaths => ["/api/v1/runway/generate"];

    protected override string StatusPath => "/api/v1/runway/record-detail";

    public override JsonObject Record(KieTask task, DateTimeOffset now) => new()
    {
        ["taskId"] = task.Id,
        ["parentTaskId"] = null,
        ["generateParam"] = task.Input.DeepClone(),
        ["state"] = task.StateAt(now) switch
        {
            KieTaskState.Waiting => "wait",
            KieTaskState.Queuing => "queueing",
            KieTaskState.Generating => "generating",
            KieTaskState.Success => "success",
            KieTaskState.Fail => "fail",
        },
        ["generateTime"] = task.CreatedAt.ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture),
        ["videoInfo"] = When(task, now, KieTaskState.Success, () => new JsonObject
        {
            ["videoId"] = $"video-{task.Id}",
            ["taskId"] = task.Id,
            ["videoUrl"] = Address(task),
            ["imageUrl"] = "",
        }),
        ["failCode"] = When(task, now, KieTaskState.Fail, () => JsonValue.Create(task.Failure!.FailCode)),
        ["failMsg"] = When(task, now, KieTaskState.Fail, () => JsonValue.Create(task.Failure!.FailMsg)),
        ["expireFlag"] = 0,
    };

    public override IEnumerable<JsonObject> Callbacks(KieTask task)
    {
        var data = new JsonObject { ["task_id"] = task.Id };
        if (task.Failure is null)
        {
            data["video_id"] = $"video-{task.Id}";
            data["video_url"] = Address(task);
            data["image_url"] = "";
        }

        yield return new JsonObject
        {
            ["code"] = task.Failure is null ? 200 : 500,
            ["msg"] = task.Failure?.FailMsg ?? "All generated successfully.",
            ["data"] = data,
        };
    }
}
