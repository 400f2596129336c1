using System.Text.Json.Nodes;
using Trt.Sandbox.Kie.Protocol;
using Trt.Sandbox.Kie.Tasks;

namespace Trt.Sandbox.Kie.Families;

internal sealed class SunoWavFamily(KieModels models) : OwnDoorFamily(models)
{
    public override bool NeedsCallback => true;

    protected override IReadOnlyList<string> CreatePaths => ["/api/v1/wav/generate"];

    protected override string StatusPath => "/api/v1/wav/record-info";

    public override JsonObject Record(KieTask task, DateTimeOffset now)
    {
        var status =
            task.StateAt(now) switch { KieTaskState.Success => "SUCCESS", KieTaskState.Fail => "GENERATE_WAV_FAILED", _ => "PENDING" };
        var record = Frame(
            task, now, status, When(task, now, KieTaskState.Success, () => new JsonObject { ["audioWavUrl"] = Address(task) }));
        record["musicId"] = task.Input.Text("audioId");
        return record;
    }

    public override IEnumerable<JsonObject> Callbacks(KieTask task)
    {
        var data = new JsonObject { ["task_id"] = task.Id };
        if (task.Failure is null)
        {
            data["audio_wav_url"] = Address(task);
        }

        yield return new JsonObject
        {
            ["code"] = task.Failure is null ? 200 : 500,
            ["msg"] = task.Failure?.FailMsg ?? "success",
            ["data"] = data,
        };
    }
}
