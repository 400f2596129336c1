using System.Text.Json.Nodes;
using Trt.Sandbox.Kie.Protocol;
using Trt.Sandbox.Kie.Tasks;

namespace Trt.Sandbox.Kie.Families;

/// <summary>Takes a song apart: into voice and music, or into its instruments.</summary>
internal sealed class SunoVocalsFamily(KieModels models) : OwnDoorFamily(models)
{
    private static readonly string[] TwoParts = ["vocal", "instrumental"];
    private static readonly string[] Stems = ["vocal", "backingVocals", "drums", "bass", "guitar", "keyboard"];

    public override bool NeedsCallback => true;

    protected override IReadOnlyList<string> CreatePaths => ["/api/v1/vocal-removal/generate"];

    protected override string StatusPath => "/api/v1/vocal-removal/record-info";

    public override int ResultCount(KieModel model, JsonObject input) => PartsOf(input).Length;

    public override JsonObject Record(KieTask task, DateTimeOffset now)
    {
        var status =
            task.StateAt(now) switch { KieTaskState.Success => "SUCCESS", KieTaskState.Fail => "GENERATE_AUDIO_FAILED", _ => "PENDING" };
        return Frame(task, now, status, When(task, now, KieTaskState.Success, () => Parts(task, name => $"{name}Url", "originUrl")));
    }

    public override IEnumerable<JsonObject> Callbacks(KieTask task)
    {
        var data = new JsonObject { ["task_id"] = task.Id };
        if (task.Failure is null)
        {
            data["vocal_removal_info"] = Parts(task, name => name == "backingVocals" ? "backing_vocals_url" : $"{name}_url", "origin_url");
        }

        yield return new JsonObject
        {
            ["code"] = task.Failure is null ? 200 : 500,
            ["msg"] = task.Failure?.FailMsg ?? "success",
            ["data"] = data,
        };
    }

    private static JsonObject Parts(KieTask task, Func<string, string> nameOf, string originName)
    {
        var parts = new JsonObject { [originName] = "" };
        foreach (var (part, address) in PartsOf(task.Input).Zip(task.Results))
        {
            parts[nameOf(part)] = address.AbsoluteUri;
        }

        return parts;
    }

    private static string[] PartsOf(JsonObject input) => input.Text("type") == "split_stem" ? Stems : TwoParts;
}
