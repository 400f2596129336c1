using Trt.Api.Instance;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Infrastructure.Persistence;

namespace Trt.Api.Startup;

/// <summary>What customers are told of waiting follows from how long the latest orders took.</summary>
internal sealed partial class RunTimesRefresher(
    RunTimes times, Readiness readiness, IServiceScopeFactory scopes, TimeProvider time, ILogger<RunTimesRefresher> logger)
    : Recurring(readiness.Opened, Period, time)
{
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(5);

    protected override async Task Once(CancellationToken stopping)
    {
        await using var scope = scopes.CreateAsyncScope();
        await times.Refresh(scope.ServiceProvider.GetRequiredService<IOrderHistory>(), Time.GetUtcNow(), stopping);
    }

    /// <summary>What was known stays.</summary>
    protected override void Failed(Exception? fault, string problem) => Unread(fault, problem);

    [LoggerMessage(EventId = 58, EventName = "RUN_TIMES_UNREAD", Level = LogLevel.Warning,
        Message = "How long orders take could not be read, what was known stays: {Problem}")]
    private partial void Unread(Exception? fault, string problem);
}
