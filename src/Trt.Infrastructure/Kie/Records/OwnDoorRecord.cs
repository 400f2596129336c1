using System.Text.Json;
using Trt.Application.Ports;
using Trt.Domain.Generations;
using Trt.Infrastructure.Kie.Http;

namespace Trt.Infrastructure.Kie.Records;

/// <summary>
/// The records of the families with endpoints of their own. They say the same in different words: a word in "status" or "state",
/// a word in "successFlag", or a number there.
/// </summary>
internal static class OwnDoorRecord
{
    private enum State
    {
        Running,
        Done,
        Failed,

        /// <summary>The work ended; only telling us went wrong. Whether it is worth anything shows in the result.</summary>
        NotTold,

        Unknown,
    }

    public static TaskReading Read(string taskId, JsonElement data, Func<JsonElement, IReadOnlyList<ResultItem>> results)
    {
        if (data.Field("taskId", "task_id").Text() is { } named && named != taskId)
        {
            return new TaskReading.Unreadable(null, "the record belongs to another task");
        }

        if (data.Field("expireFlag").Number() == 1)
        {
            return new TaskReading.Missing("the result has expired");
        }

        var word = data.Field("status", "state", "successFlag").Text();
        return StateOf(word, data) switch
        {
            State.Running => new TaskReading.Running(),
            State.Failed => Failure.Of(
                CodeOf(data),
                string.Join(": ", [.. Words(word), .. Words(data.Field("errorMessage", "failMsg").Text())])),
            State.Done => Finished(data, results, isCertain: true),
            State.NotTold => Finished(data, results, isCertain: false),
            State.Unknown => new TaskReading.Unreadable(null, "the record has no state we know"),
        };
    }

    private static TaskReading Finished(JsonElement data, Func<JsonElement, IReadOnlyList<ResultItem>> results, bool isCertain)
    {
        var outputs = results(data);
        var hasResult = data.Field("response", "videoInfo").ValueKind == JsonValueKind.Object;
        return outputs.Count > 0 || isCertain && hasResult
            ? new TaskReading.Done(outputs, data.CreditsSpent())
            : new TaskReading.Unreadable(null, "finished, but without a result");
    }

    private static State StateOf(string? word, JsonElement data) => word?.ToUpperInvariant() switch
    {
        // One family keeps the flag at 0 for a failure too, and tells it by the error alone.
        "0" => CodeOf(data) is null && data.Field("errorMessage").Text() is null ? State.Running : State.Failed,
        "1" or "SUCCESS" or "COMPLETE" or "COMPLETED" => State.Done,
        "2" or "3" or "FAIL" or "FAILED" or "ERROR" => State.Failed,
        "4" or "CALLBACK_EXCEPTION" => State.NotTold,
        "PENDING" or "WAIT" or "WAITING" or "QUEUEING" or "QUEUING" or "GENERATING" or "RUNNING" or "PROCESSING" => State.Running,
        "TEXT_SUCCESS" or "FIRST_SUCCESS" => State.Running,
        { } ending when ending.EndsWith("_FAILED", StringComparison.Ordinal)
            || ending.EndsWith("_ERROR", StringComparison.Ordinal) => State.Failed,
        _ => State.Unknown,
    };

    /// <summary>A number is a state and no reason; SENSITIVE_WORD_ERROR is both.</summary>
    private static string[] Words(string? text) => text is { Length: > 1 } ? [text] : [];

    private static string? CodeOf(JsonElement data) =>
        data.Field("errorCode", "failCode").Text() is { } code and not "0" and not "200" ? code : null;
}
