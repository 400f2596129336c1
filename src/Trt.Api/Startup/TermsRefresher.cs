using System.Data.Common;
using Trt.Api.Instance;
using Trt.Application.Generations;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.Shared;

namespace Trt.Api.Startup;

/// <summary>Follows the table of settings: what the operator changes anywhere holds here within a second or two.</summary>
internal sealed partial class TermsRefresher(
    TermsInUse terms, Standstill standstill, Readiness readiness, IServiceScopeFactory scopes, TimeProvider time,
    ILogger<TermsRefresher> logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        await readiness.Opened.WaitAsync(stopping);
        var isReached = true;
        using var timer = new PeriodicTimer(Period, time);
        while (await timer.WaitForNextTickAsync(stopping))
        {
            try
            {
                await Look(stopping);
                isReached = true;
            }
            catch (Exception exception) when (
                exception is DbException or TimeoutException or InvalidOperationException { InnerException: DbException })
            {
                // Once per outage; the terms in use stay.
                if (isReached)
                {
                    Unread(exception.Message);
                }

                isReached = false;
            }
        }
    }

    private async Task Look(CancellationToken token)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ITrtDb>();
        await standstill.Refresh(scope.ServiceProvider.GetRequiredService<IPace>(), token);
        if (await terms.Refresh(db, token))
        {
            Changed();
        }

        var troubles = terms.Untold;
        if (troubles.Count == 0)
        {
            return;
        }

        await using var work = await db.Begin(token);
        var outbox = scope.ServiceProvider.GetRequiredService<IOutbox>();
        foreach (var trouble in troubles)
        {
            Refused(trouble);
            outbox.Add(AlertOperator.About("settings", trouble), Cid.New(time.GetUtcNow()));
        }

        await work.Commit(token);
        terms.Told(troubles.Count);
    }

    [LoggerMessage(EventId = 52, EventName = "TERMS_CHANGED", Level = LogLevel.Information,
        Message = "The settings have changed and hold from now on")]
    private partial void Changed();

    [LoggerMessage(EventId = 53, EventName = "TERMS_REFUSED", Level = LogLevel.Error, Message = "{Trouble}")]
    private partial void Refused(string trouble);

    [LoggerMessage(EventId = 54, EventName = "TERMS_UNREAD", Level = LogLevel.Warning,
        Message = "The settings could not be read, those in use stay: {Problem}")]
    private partial void Unread(string problem);
}
