using MediatR;
using Trt.Application.Payments.BankCards;
using Trt.Application.Ports;
using Trt.Domain.Payments;
using Trt.Infrastructure.Http;
using Trt.Infrastructure.YooKassa;

namespace Trt.Api.Endpoints;

/// <summary>
/// Where the payment provider says "look". It does not sign what it says, so nothing of it is believed, and whatever comes in is answered
/// with 200: an error would only bring it again.
/// </summary>
internal sealed partial class BankCardNotification(IServiceScopeFactory scopes, ILogger<BankCardNotification> logger)
{
    public const string Path = "/payments/yookassa";

    private const int BodyBytesMax = 64 * 1024;

    public async Task Receive(HttpContext http)
    {
        try
        {
            var outcome = await Accept(http);
            Telemetry.PaymentNotifications.Add(1, new KeyValuePair<string, object?>("outcome", outcome.ToString()));
            Accepted(outcome);
        }
        catch (Exception exception) when (!http.RequestAborted.IsCancellationRequested)
        {
            // Open payments are looked at on our own schedule too, so a notification that could not be kept costs only minutes.
            Telemetry.PaymentNotifications.Add(1, new KeyValuePair<string, object?>("outcome", "Lost"));
            NotKept(exception);
        }
    }

    private async Task<NotificationOutcome> Accept(HttpContext http)
    {
        if (await http.Request.ReadCapped(BodyBytesMax, http.RequestAborted) is not { } body
            || YooKassaNotification.Read(body.Span) is not { } notification)
        {
            return NotificationOutcome.Unusable;
        }

        await using var scope = scopes.CreateAsyncScope();
        var payment = notification.Key is { } key ? new PaymentId(key) : (PaymentId?)null;
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(
            new AcceptBankCardNotification(notification.ChargeId, payment), CancellationToken.None);
    }

    [LoggerMessage(EventId = 35, EventName = "CARD_NOTIFICATION", Level = LogLevel.Information, Message = "CARD_NOTIFICATION {Outcome}")]
    private partial void Accepted(NotificationOutcome outcome);

    [LoggerMessage(EventId = 36, EventName = "CARD_NOTIFICATION_LOST", Level = LogLevel.Warning,
        Message = "A notification could not be kept; payments are looked at on schedule")]
    private partial void NotKept(Exception exception);
}
