using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Trt.Application.Ports;
using Trt.Infrastructure.Kie.Http;

namespace Trt.Infrastructure.Kie.Records;

/// <summary>Sorts the answer to "how is my task": what the record says when there is one, else why there is none.</summary>
internal static class RecordVerdict
{
    private static readonly TimeSpan PaceWindow = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan KeyTrouble = TimeSpan.FromMinutes(1);

    public static TaskReading Of(KieAnswer answer, Func<JsonElement, TaskReading> read) => answer switch
    {
        // A failed task may come with a code of failure around a whole record: the record counts.
        KieAnswer.Reply { Data.ValueKind: JsonValueKind.Object } reply => read(reply.Data),
        KieAnswer.Reply reply => OfCode(reply),
        KieAnswer.Page page => new TaskReading.Unreadable(
            page.RetryAfter,
            string.Create(CultureInfo.InvariantCulture, $"HTTP {page.HttpStatus} without the provider's envelope")),
        KieAnswer.NotSent notSent => new TaskReading.Unreadable(null, notSent.Detail),
        KieAnswer.Silence silence => new TaskReading.Unreadable(null, silence.Detail),
        _ => throw new UnreachableException(),
    };

    private static TaskReading OfCode(KieAnswer.Reply reply)
    {
        var detail = string.Create(CultureInfo.InvariantCulture, $"{reply.Message} ({reply.Code})");
        return reply.Code switch
        {
            404 or 422 => new TaskReading.Missing(detail),
            429 => new TaskReading.Unreadable(reply.RetryAfter ?? PaceWindow, detail),
            401 or 402 or 403 or 433 => new TaskReading.Unreadable(KeyTrouble, detail),
            _ => new TaskReading.Unreadable(reply.RetryAfter, detail),
        };
    }
}
