using System.Globalization;
using System.Text.Json.Nodes;
using Trt.Sandbox.Kie.Protocol;
using Trt.Sandbox.Kie.Tasks;

namespace Trt.Sandbox.Kie.Families;

internal sealed class FourOImageFamily(KieModels models) : OwnDoorFamily(models)
{
    protected override IReadOnlyList<string> CreatePaths => ["/api/v1/gpt4o-image/generate"];

    protected override string StatusPath => "/api/v1/gpt4o-image/record-info";

    public override JsonObject Record(KieTask task, DateTimeOffset now)
    {
        var state = task.StateAt(now);
        var flag = state switch { KieTaskState.Success => 1, KieTaskState.Fail => 2, _ => 0 };
        var record = Frame(
            task, now, flag, When(task, now, KieTaskState.Success, () => new JsonObject { ["resultUrls"] = Addresses(task) }));
        record["status"] = state switch { KieTaskState.Success => "SUCCESS", KieTaskState.Fail => "GENERATE_FAILED", _ => "GENERATING" };
        var share = task.IsFinal(now) ? 1 : Math.Clamp((now - task.CreatedAt) / task.Duration, 0, 0.99);
        record["progress"] = share.ToString("0.00", CultureInfo.InvariantCulture);
        return record;
    }

    public override IEnumerable<JsonObject> Callbacks(KieTask task)
    {
        yield return new JsonObject
        {
            ["code"] = task.Failure is null ? 200 : 500,
            ["msg"] = task.Failure?.FailMsg ?? "success",
            ["data"] = new JsonObject
            {
                ["taskId"] = task.Id,
                ["info"] = task.Failure is null ? new JsonObject { ["result_urls"] = Addresses(task) } : null,
            },
        };
    }
}
