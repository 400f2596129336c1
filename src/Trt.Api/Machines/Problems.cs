using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Trt.Domain.BackOffice;

namespace Trt.Api.Machines;

/// <summary>What a program reads when it gets nothing else: what is wrong, and what to do (RFC 9457).</summary>
internal static class Problems
{
    private const string See = "/openapi.json tells of every address.";

    public static IResult Of(int status) => Say(status, status switch
    {
        StatusCodes.Status401Unauthorized =>
            "Send \"Authorization: Bearer trt_…\" with a token that is neither revoked nor expired. An owner makes one: ./trt tokens add.",
        StatusCodes.Status404NotFound => $"There is nothing here. {See}",
        StatusCodes.Status405MethodNotAllowed => $"Nothing here is asked for in this way. {See}",
        StatusCodes.Status413PayloadTooLarge => "The body is too large: 16 kB are enough for everything here.",
        StatusCodes.Status415UnsupportedMediaType => "The body must be JSON: Content-Type: application/json.",
        StatusCodes.Status500InternalServerError => "It could not be done, and that is our fault; the log says why. Nothing was changed by halves.",
        _ => See,
    });

    public static IResult Wrong(string detail) => Say(StatusCodes.Status400BadRequest, detail);

    public static IResult Missing(string detail) => Say(StatusCodes.Status404NotFound, detail);

    /// <summary>It cannot be done as things stand; asked again it would be no different.</summary>
    public static IResult Conflict(string detail) => Say(StatusCodes.Status409Conflict, detail);

    public static IResult WithoutScope(TokenScope scope) => Say(
        StatusCodes.Status403Forbidden, $"This token lacks the scope {scope.Name()}. An owner can make one that has it: ./trt tokens add.");

    public static IResult TooOften(HttpContext http, TimeSpan wait) => Later(
        http, StatusCodes.Status429TooManyRequests, wait,
        $"A token is served {MachineLimits.AtOnceMax} times at once and then {MachineLimits.PerSecond} times a second.");

    public static IResult ComeAgain(HttpContext http, string detail) =>
        Later(http, StatusCodes.Status503ServiceUnavailable, TimeSpan.FromSeconds(1), detail);

    public static IResult Unread(BadHttpRequestException bad) => bad.StatusCode switch
    {
        StatusCodes.Status400BadRequest when bad.InnerException is JsonException json => Wrong(
            $"The body cannot be read{(json.Path is { } path ? $" at {path}" : "")}: it must be JSON as /openapi.json describes it."),
        StatusCodes.Status400BadRequest => Wrong($"The address or the body cannot be read; a body must be JSON. {See}"),
        _ => Of(bad.StatusCode),
    };

    private static IResult Later(HttpContext http, int status, TimeSpan wait, string detail)
    {
        http.Response.Headers.RetryAfter = Math.Ceiling(Math.Max(1, wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return Say(status, detail);
    }

    private static IResult Say(int status, string detail) =>
        Results.Problem(detail, statusCode: status, title: ReasonPhrases.GetReasonPhrase(status));
}
