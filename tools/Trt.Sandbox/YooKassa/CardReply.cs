using System.Text.Json.Nodes;
using Trt.Sandbox.Kie.Protocol;

namespace Trt.Sandbox.YooKassa;

/// <summary>An answer of the API: here HTTP's status is the status.</summary>
internal sealed record CardReply(int Status, JsonObject Body)
{
    public static CardReply Ok(JsonObject body) => new(StatusCodes.Status200OK, body);

    public static CardReply Bad(string parameter, string description) =>
        Error(StatusCodes.Status400BadRequest, "invalid_request", description, parameter);

    public static CardReply NotFound(string what) =>
        Error(StatusCodes.Status404NotFound, "not_found", $"Incorrect {what}_id. No such {what}", $"{what}_id");

    public static CardReply OfStatus(int status) => Error(status, status switch
    {
        StatusCodes.Status401Unauthorized => "invalid_credentials",
        StatusCodes.Status403Forbidden => "forbidden",
        StatusCodes.Status429TooManyRequests => "too_many_requests",
        StatusCodes.Status500InternalServerError => "internal_server_error",
        _ => "invalid_request",
    }, "As the dial says", null);

    public IResult ToResult() => Results.Text(Body.ToJsonString(KieReply.Readable), "application/json", statusCode: Status);

    private static CardReply Error(int status, string code, string description, string? parameter) => new(status, new JsonObject
    {
        ["type"] = "error",
        ["id"] = "ab5a11cd-13cc-4e33-af8b-75a74e18dd09",
        ["code"] = code,
        ["description"] = description,
        ["parameter"] = parameter,
    });
}
