using System.Text.Json.Nodes;
using Trt.Sandbox.Kie.Protocol;
using Trt.Sandbox.Kie.Tasks;

namespace Trt.Sandbox.Kie.Families;

internal sealed class LumaFamily(KieModels models) : OwnDoorFamily(models)
{
    protected override IReadOnlyList<string> CreatePaths => ["/api/v1/modify/generate"];

    protected override string StatusPath => "/api/v1/modify/record-info";

    public override JsonObject Record(KieTask task, DateTimeOffset now) =>
        Frame(
            task, now, Flag(task, now),
            When(task, now, KieTaskState.Success, () => new JsonObject { ["taskId"] = task.Id, ["resultUrls"] = Addresses(task) }));

    public override IEnumerable<JsonObject> Callbacks(KieTask task)
    {
        var data = new JsonObject { ["taskId"] = task.Id };
        if (task.Failure is null)
        {
            data["resultUrls"] = Addresses(task);
        }

        yield return new JsonObject
        {
            ["code"] = task.Failure is null ? 200 : 500,
            ["msg"] = task.Failure?.FailMsg ?? "Modify record generated successfully.",
            ["data"] = data,
        };
    }
}
