namespace Trt.Sandbox.Telegram.Wire;

/// <summary>A refused call: the HTTP status, the description and the optional parameters of the answer.</summary>
internal sealed class BotApiException(int code, string description, ErrorParameters? parameters = null, string? raw = null)
    : Exception(description)
{
    public int Code => code;

    public string Description => Message;

    public ErrorParameters? Parameters => parameters;

    /// <summary>The back end's own word, which an album's error quotes.</summary>
    public string Raw => raw ?? Message;
}

internal sealed record ErrorParameters(int? RetryAfter = null, long? MigrateToChatId = null);

internal static class Refuse
{
    public static BotApiException Bad(string reason, string? raw = null) => new(400, $"Bad Request: {reason}", raw: raw ?? reason);

    public static BotApiException Forbidden(string reason) => new(403, $"Forbidden: {reason}");

    public static BotApiException Conflict(string reason) => new(409, $"Conflict: {reason}");

    public static BotApiException Unauthorized() => new(401, "Unauthorized");

    public static BotApiException NotFound(string? reason = null) => new(404, reason is null ? "Not Found" : $"Not Found: {reason}");

    public static BotApiException TooLarge(string? reason = null) =>
        new(413, reason is null ? "Request Entity Too Large" : $"Request Entity Too Large: {reason}");

    public static BotApiException TooMany(int retryAfter) =>
        new(429, $"Too Many Requests: retry after {retryAfter}", new ErrorParameters(retryAfter));

    public static BotApiException Moved(long chatId) => new(
        400, "Bad Request: group chat was upgraded to a supergroup chat", new ErrorParameters(MigrateToChatId: chatId));

    public static BotApiException TooOld() =>
        Bad("query is too old and response timeout expired or query ID is invalid");
}
