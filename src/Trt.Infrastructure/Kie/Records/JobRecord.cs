using System.Text.Json;
using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Domain.Generations;
using Trt.Infrastructure.Kie.Http;

namespace Trt.Infrastructure.Kie.Records;

/// <summary>The record of createTask's tasks.</summary>
internal static class JobRecord
{
    public static TaskReading Read(ModelCard card, string taskId, JsonElement data)
    {
        // Money moves on what this says, so a record of somebody else's task must not pass.
        if (data.Field("taskId", "task_id").Text() is { } named && named != taskId)
        {
            return new TaskReading.Unreadable(null, "the record belongs to another task");
        }

        return data.Field("state", "status").Text()?.ToLowerInvariant() switch
        {
            "waiting" or "queuing" or "queueing" or "generating" or "pending" or "processing" or "running" or "in_progress" =>
                new TaskReading.Running(),
            "success" or "succeed" or "done" or "completed" or "finished" => Finished(card, data),
            "fail" or "failed" or "error" => Failure.Of(data.Field("failCode").Text(), data.Field("failMsg").Text()),
            _ => new TaskReading.Unreadable(null, "the record has no state we know"),
        };
    }

    private static TaskReading Finished(ModelCard card, JsonElement data)
    {
        var result = data.Field("resultJson");
        var response = data.Field("response").Unwrap();
        var outputs = FirstOf(
            () => Outputs.At(response, card.Output, "resultUrls"),
            () => Outputs.Of(result, card.Output),
            () => Outputs.Tracks(response.Field("data"), card.Output),
            () => Outputs.Of(data.Field("resultUrls"), card.Output));

        // A result that is not there yet may be written a moment after the state; one that is there and empty stays so.
        return outputs.Count == 0 && result.Unwrap().ValueKind is not (JsonValueKind.Object or JsonValueKind.Array)
            ? new TaskReading.Unreadable(null, "finished, but without a result")
            : new TaskReading.Done(outputs, data.CreditsSpent());
    }

    /// <summary>The places where a result has been seen, the newest first.</summary>
    private static IReadOnlyList<ResultItem> FirstOf(params ReadOnlySpan<Func<IReadOnlyList<ResultItem>>> places)
    {
        foreach (var place in places)
        {
            if (place() is { Count: > 0 } found)
            {
                return found;
            }
        }

        return [];
    }
}
