using MediatR;
using Microsoft.Extensions.Logging;
using Trt.Application.Later;
using Trt.Application.Payments.Messenger;
using Trt.Domain.Shared;

namespace Trt.Application.Payments;

/// <summary>Every hour, and soon after each start: what was not paid is closed, and Stars are held against the messenger's book.</summary>
public sealed record TendPayments : ILaterCommand
{
    public static readonly TimeSpan Period = TimeSpan.FromHours(1);

    public Lane Lane => Lane.Check;

    /// <summary>Nobody's in particular.</summary>
    public UserId UserId => default;

    public string Key => "hourly";
}

internal sealed partial class TendPaymentsHandler(IMediator mediator, TimeProvider time, ILogger<TendPaymentsHandler> logger)
    : IRequestHandler<TendPayments, LaterOutcome>
{
    /// <summary>Far longer than the messenger redelivers an update.</summary>
    private static readonly TimeSpan LookedBack = TimeSpan.FromDays(3);

    public async Task<LaterOutcome> Handle(TendPayments command, CancellationToken token)
    {
        var expired = await mediator.Send(new ExpirePayments(), token);
        var now = time.GetUtcNow();
        var report = await mediator.Send(new ReconcileStars(now - LookedBack, Cid.New(now)), token);
        Tended(report.Sales, report.Refunds, report.Credited, report.RefundsBooked, report.Differences.Count, expired, report.IsComplete);
        return LaterOutcome.After(TendPayments.Period);
    }

    [LoggerMessage(EventId = 220, EventName = "STARS_RECONCILED", Level = LogLevel.Information,
        Message = "STARS_RECONCILED {Sales} sales, {Refunds} refunds: {Credited} credited, {Booked} refunds booked, {Differences} differences; {Expired} payments expired; complete {Complete}")]
    private partial void Tended(int sales, int refunds, int credited, int booked, int differences, int expired, bool complete);
}
