using System.Text.Json.Nodes;

namespace Trt.Sandbox.Kie.Tasks;

/// <summary>Callbacks that somebody else would send: well-formed and untrue.</summary>
internal static class Forgery
{
    public static IEnumerable<JsonObject> Of(KieTask task)
    {
        yield return Success(task.Id, "https://attacker.example/other.png");
        yield return Success(new string('f', 32), "https://attacker.example/foreign.png");
        yield return Failure(task);
    }

    public static JsonObject Failure(KieTask task) => new()
    {
        ["code"] = 501,
        ["msg"] = "Playground task failed.",
        ["data"] = new JsonObject
        {
            ["taskId"] = task.Id,
            ["model"] = task.Model.Id,
            ["state"] = "fail",
            ["failCode"] = "500",
            ["failMsg"] = "Internal server error",
            ["consumeCredits"] = 0,
        },
    };

    private static JsonObject Success(string taskId, string address) => new()
    {
        ["code"] = 200,
        ["msg"] = "Playground task completed successfully.",
        ["data"] = new JsonObject
        {
            ["taskId"] = taskId,
            ["state"] = "success",
            ["resultJson"] = new JsonObject { ["resultUrls"] = new JsonArray(address) }.ToJsonString(),
        },
    };
}
