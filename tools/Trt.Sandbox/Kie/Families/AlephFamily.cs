using System.Text.Json.Nodes;
using Trt.Sandbox.Kie.Protocol;
using Trt.Sandbox.Kie.Tasks;

namespace Trt.Sandbox.Kie.Families;

internal sealed class AlephFamily(KieModels models) : OwnDoorFamily(models)
{
    protected override IReadOnlyList<string> CreatePaths => ["/api/v1/aleph/generate"];

    protected override string StatusPath => "/api/v1/aleph/record-info";

    /// <summary>The flag is 0 both while it runs and when it failed: only the error tells the two apart.</summary>
    public override JsonObject Record(KieTask task, DateTimeOffset now) =>
        Frame(task, now, task.StateAt(now) == KieTaskState.Success ? 1 : 0, When(task, now, KieTaskState.Success, () => new JsonObject
        {
            ["taskId"] = task.Id,
            ["resultVideoUrl"] = Address(task),
            ["resultImageUrl"] = "",
        }));

    /// <summary>The id stands at the root, and the data is null on failure.</summary>
    public override IEnumerable<JsonObject> Callbacks(KieTask task)
    {
        yield return new JsonObject
        {
            ["code"] = task.Failure is null ? 200 : 400,
            ["msg"] = task.Failure?.FailMsg ?? "success",
            ["data"] = task.Failure is null ? new JsonObject { ["result_video_url"] = Address(task), ["result_image_url"] = "" } : null,
            ["taskId"] = task.Id,
        };
    }
}
