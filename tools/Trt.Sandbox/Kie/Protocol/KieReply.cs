using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Trt.Sandbox.Kie.Protocol;

/// <summary>The envelope of every answer. HTTP says 200 whatever happened: the status is the code in the body.</summary>
internal static class KieReply
{
    /// <summary>Prompts stay readable in logs and in a debugger.</summary>
    public static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IResult Ok(JsonNode? data) => Of(200, "success", data);

    public static IResult Of(int code, string message, JsonNode? data = null) => Json(new JsonObject
    {
        ["code"] = code,
        ["msg"] = message,
        ["data"] = data,
    });

    public static IResult Json(JsonNode body) => Results.Text(body.ToJsonString(Readable), "application/json");
}
