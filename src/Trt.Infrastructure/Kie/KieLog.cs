using Microsoft.Extensions.Logging;

namespace Trt.Infrastructure.Kie;

/// <summary>Ids, outcomes and times; never what a customer has written.</summary>
internal static partial class KieLog
{
    [LoggerMessage(
        EventId = 4001, EventName = "PROVIDER_CALL", Level = LogLevel.Debug,
        Message = "{Method} {Path} ended with {End} after {Milliseconds} ms")]
    public static partial void Called(this ILogger log, string method, string? path, string end, long milliseconds);

    [LoggerMessage(
        EventId = 4002, EventName = "PROVIDER_SUBMIT", Level = LogLevel.Information,
        Message = "Order of {Model} ended as {Outcome}, task {TaskId}")]
    public static partial void Submitted(this ILogger log, string model, string outcome, string? taskId);

    [LoggerMessage(
        EventId = 4003, EventName = "PROVIDER_SUBMIT_UNKNOWN", Level = LogLevel.Warning,
        Message = "Order of {Model} may or may not be running: {Detail}")]
    public static partial void Unknown(this ILogger log, string model, string detail);

    [LoggerMessage(EventId = 4004, EventName = "PROVIDER_RECORD", Level = LogLevel.Debug, Message = "Task {TaskId} reads as {Reading}")]
    public static partial void Read(this ILogger log, string taskId, string reading);
}
