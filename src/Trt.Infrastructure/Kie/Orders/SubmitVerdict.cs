using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Infrastructure.Kie.Http;

namespace Trt.Infrastructure.Kie.Orders;

/// <summary>Sorts the end of an order. When it is not proven that nothing runs, the answer is "unknown".</summary>
internal static class SubmitVerdict
{
    private const int TaskIdLengthMax = 100;

    private static readonly TimeSpan PaceWindow = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Maintenance = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan AtTheDoor = TimeSpan.FromMinutes(1);

    public static SubmitOutcome Of(KieAnswer answer, ModelCard card) => answer switch
    {
        KieAnswer.Reply reply => OfReply(reply, card),
        KieAnswer.Page page => OfPage(page),
        KieAnswer.NotSent notSent => new SubmitOutcome.TryLater(AtTheDoor, notSent.Detail),
        KieAnswer.Silence silence => new SubmitOutcome.Unknown(silence.Detail),
        _ => throw new UnreachableException(),
    };

    private static SubmitOutcome OfReply(KieAnswer.Reply reply, ModelCard card) => reply.Code switch
    {
        200 => TaskIdOf(reply.Data) is { } id
            ? new SubmitOutcome.Accepted(id)
            : new SubmitOutcome.Unknown("accepted, but without a task id"),
        429 => new SubmitOutcome.TryLater(reply.RetryAfter ?? PaceWindow, Detail(reply)),
        455 => new SubmitOutcome.TryLater(reply.RetryAfter ?? Maintenance, Detail(reply)),
        401 or 403 => Refused(ProviderRefusal.Unauthorized, reply),
        402 or 433 => Refused(ProviderRefusal.NoCredits, reply),
        404 or 405 or 505 => Refused(ProviderRefusal.ModelUnavailable, reply),
        400 or 413 or 422 or 451 => Refused(Wording.Blame(reply.Message), reply, Wording.FieldIn(reply.Message, card.Inputs.Fields)),
        409 or 501 or 531 => Refused(Wording.IsModeration(reply.Message) ? ProviderRefusal.Moderation : ProviderRefusal.Other, reply),
        408 => new SubmitOutcome.Unknown(Detail(reply)),
        >= 400 and < 500 => Refused(ProviderRefusal.Other, reply),
        _ => new SubmitOutcome.Unknown(Detail(reply)),
    };

    /// <summary>A gateway in front of the provider that refuses has passed nothing on; one that fails may have.</summary>
    private static SubmitOutcome OfPage(KieAnswer.Page page)
    {
        var detail = string.Create(CultureInfo.InvariantCulture, $"HTTP {page.HttpStatus} without the provider's envelope");
        return page.HttpStatus switch
        {
            403 => new SubmitOutcome.TryLater(AtTheDoor, detail),
            429 => new SubmitOutcome.TryLater(page.RetryAfter ?? PaceWindow, detail),
            401 => new SubmitOutcome.Refused(ProviderRefusal.Unauthorized, detail),
            404 or 405 => new SubmitOutcome.Refused(ProviderRefusal.ModelUnavailable, detail),
            413 => new SubmitOutcome.Refused(ProviderRefusal.InvalidInput, detail),
            408 => new SubmitOutcome.Unknown(detail),
            >= 400 and < 499 => new SubmitOutcome.Refused(ProviderRefusal.Other, detail),
            _ => new SubmitOutcome.Unknown(detail),
        };
    }

    private static SubmitOutcome.Refused Refused(ProviderRefusal reason, KieAnswer.Reply reply, string? field = null) =>
        new(reason, field is null ? Detail(reply) : $"{field}: {Detail(reply)}");

    private static string Detail(KieAnswer.Reply reply) =>
        string.Create(CultureInfo.InvariantCulture, $"{(reply.Message.Length == 0 ? "no message" : reply.Message)} ({reply.Code})");

    private static string? TaskIdOf(JsonElement data) =>
        data.Field("taskId", "task_id", "recordId").Text() is { Length: <= TaskIdLengthMax } id && !id.Any(char.IsControl) ? id : null;
}
