using System.Text.Json.Nodes;
using Trt.Sandbox.Kie.Protocol;
using Trt.Sandbox.Kie.Tasks;

namespace Trt.Sandbox.Kie.Families;

internal sealed class VeoFamily(KieModels models) : OwnDoorFamily(models)
{
    protected override IReadOnlyList<string> CreatePaths => ["/api/v1/veo/generate"];

    protected override string StatusPath => "/api/v1/veo/record-info";

    public override JsonObject Record(KieTask task, DateTimeOffset now)
    {
        var record = Frame(task, now, Flag(task, now), When(task, now, KieTaskState.Success, () =>
        {
            var response = Info(task);
            response["taskId"] = task.Id;
            return response;
        }));
        record["fallbackFlag"] = false;
        return record;
    }

    public override IEnumerable<JsonObject> Callbacks(KieTask task)
    {
        var data = new JsonObject { ["taskId"] = task.Id, ["fallbackFlag"] = false };
        if (task.Failure is { } failure)
        {
            yield return new JsonObject { ["code"] = 400, ["msg"] = failure.FailMsg, ["data"] = data };
            yield break;
        }

        data["promptJson"] = task.Body.ToJsonString(KieReply.Readable);
        data["info"] = Info(task);
        yield return new JsonObject { ["code"] = 200, ["msg"] = "Veo3.1 video generated successfully.", ["data"] = data };
    }

    private static JsonObject Info(KieTask task)
    {
        var info = new JsonObject { ["resultUrls"] = Addresses(task), ["resolution"] = task.Input.Text("resolution") ?? "720p" };
        // The uncropped film comes along when another shape than 16:9 was cut out of it.
        if (task.Input.Text("aspectRatio") is not (null or "16:9"))
        {
            info["originUrls"] = Addresses(task);
        }

        return info;
    }
}
