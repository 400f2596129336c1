using System.Text.Json.Nodes;
using Trt.Sandbox.Kie.Protocol;
using Trt.Sandbox.Kie.Tasks;

namespace Trt.Sandbox.Kie.Families;

internal sealed class SunoLyricsFamily(KieModels models) : OwnDoorFamily(models)
{
    public override bool NeedsCallback => true;

    protected override IReadOnlyList<string> CreatePaths => ["/api/v1/lyrics"];

    protected override string StatusPath => "/api/v1/lyrics/record-info";

    public override JsonObject Record(KieTask task, DateTimeOffset now)
    {
        var record = Frame(
            task, now, "",
            When(task, now, KieTaskState.Success, () => new JsonObject { ["taskId"] = task.Id, ["data"] = Verses(task, "errorMessage") }));
        record.Remove("successFlag");
        record["status"] =
            task.StateAt(now) switch { KieTaskState.Success => "SUCCESS", KieTaskState.Fail => "GENERATE_LYRICS_FAILED", _ => "PENDING" };
        return record;
    }

    public override IEnumerable<JsonObject> Callbacks(KieTask task)
    {
        yield return new JsonObject
        {
            ["code"] = task.Failure is null ? 200 : 500,
            ["msg"] = task.Failure?.FailMsg ?? "All generated successfully.",
            ["data"] = new JsonObject
            {
                ["callbackType"] = task.Failure is null ? "complete" : "error",
                ["task_id"] = task.Id,
                ["data"] = task.Failure is null ? Verses(task, "error_message") : null,
            },
        };
    }

    /// <summary>Two proposals, as songs have two tracks.</summary>
    private static JsonArray Verses(KieTask task, string errorName)
    {
        var subject = task.Input.Text("prompt") ?? "";
        return
        [
            Verse("Morning", $"[Verse]\nAbout {subject}\nthe day begins to sing"),
            Verse("Evening", $"[Verse]\nOf {subject}\nthe quiet bells still ring"),
        ];

        JsonObject Verse(string title, string text) =>
            new() { ["text"] = text, ["title"] = title, ["status"] = "complete", [errorName] = "" };
    }
}
