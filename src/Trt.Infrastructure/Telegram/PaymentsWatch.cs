using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Trt.Application.Payments;
using Trt.Application.Ports;
using Trt.Domain.Shared;

namespace Trt.Infrastructure.Telegram;

/// <summary>Once an hour one of the instances closes what was not paid and holds our Stars against Telegram's book.</summary>
internal sealed partial class PaymentsWatch(Task opened, IServiceScopeFactory scopes, TimeProvider time, ILogger<PaymentsWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromHours(1);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(1);

    /// <summary>Far longer than Telegram redelivers an update.</summary>
    private static readonly TimeSpan LookedBack = TimeSpan.FromDays(3);

    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        await opened.WaitAsync(stopping);
        using var timer = new PeriodicTimer(BetweenLooks, time);
        do
        {
            try
            {
                await Look(stopping);
            }
            catch (Exception exception) when (!stopping.IsCancellationRequested)
            {
                LookFailed(exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stopping));
    }

    private async Task Look(CancellationToken token)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (!await scope.ServiceProvider.GetRequiredService<IPace>().TakeTurn("payments", Period, token))
        {
            return;
        }

        var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
        var expired = await mediator.Send(new ExpirePayments(), token);
        var now = time.GetUtcNow();
        var report = await mediator.Send(new ReconcileStars(now - LookedBack, Cid.New(now)), token);
        Looked(report.Sales, report.Refunds, report.Credited, report.RefundsBooked, report.Differences.Count, expired, report.IsComplete);
    }

    [LoggerMessage(EventId = 220, EventName = "STARS_RECONCILED", Level = LogLevel.Information,
        Message = "STARS_RECONCILED {Sales} sales, {Refunds} refunds: {Credited} credited, {Booked} refunds booked, {Differences} differences; {Expired} payments expired; complete {Complete}")]
    private partial void Looked(int sales, int refunds, int credited, int booked, int differences, int expired, bool complete);

    [LoggerMessage(EventId = 221, EventName = "STARS_RECONCILE_FAIL", Level = LogLevel.Warning, Message = "Payments could not be looked after; it is tried again in an hour")]
    private partial void LookFailed(Exception exception);
}
