using System.Text.Json.Nodes;
using Trt.Sandbox.Kie.Protocol;
using Trt.Sandbox.Kie.Tasks;

namespace Trt.Sandbox.Kie.Families;

internal sealed class FluxKontextFamily(KieModels models) : OwnDoorFamily(models)
{
    protected override IReadOnlyList<string> CreatePaths => ["/api/v1/flux/kontext/generate"];

    protected override string StatusPath => "/api/v1/flux/kontext/record-info";

    public override JsonObject Record(KieTask task, DateTimeOffset now) =>
        Frame(task, now, Flag(task, now), When(task, now, KieTaskState.Success, () => Info(task)));

    public override IEnumerable<JsonObject> Callbacks(KieTask task)
    {
        yield return new JsonObject
        {
            ["code"] = task.Failure is null ? 200 : 501,
            ["msg"] = task.Failure?.FailMsg ?? "BFL image generated successfully.",
            ["data"] = new JsonObject { ["taskId"] = task.Id, ["info"] = Info(task) },
        };
    }

    /// <summary>Both addresses are empty texts when there is no picture.</summary>
    private static JsonObject Info(KieTask task) => new()
    {
        ["originImageUrl"] = task.Failure is null ? Address(task) : "",
        ["resultImageUrl"] = task.Failure is null ? Address(task) : "",
    };
}
