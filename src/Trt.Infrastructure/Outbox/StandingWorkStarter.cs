using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Trt.Application;
using Trt.Application.Later;
using Trt.Infrastructure.Persistence;

namespace Trt.Infrastructure.Outbox;

/// <summary>Sees to it at each start that the standing work has its rows, and is done soon.</summary>
internal sealed partial class StandingWorkStarter(
    Task opened, IServiceScopeFactory scopes, TimeProvider time, ILogger<StandingWorkStarter> logger)
    : BackgroundService
{
    /// <summary>The first customers after a start come first.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(10);

    private readonly Outage _outage = new();

    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        await opened.WaitAsync(stopping);
        while (!await TryStart(stopping))
        {
            await Task.Delay(BetweenTries, time, stopping);
        }
    }

    private async Task<bool> TryStart(CancellationToken stopping)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var outbox = scope.ServiceProvider.GetRequiredService<IOutbox>();
            foreach (var command in StandingWork.All)
            {
                await outbox.Keep(command, Soon, stopping);
            }

            return true;
        }
        catch (Exception exception) when (Database.IsAway(exception))
        {
            if (_outage.Begins())
            {
                StartFailed(null, exception.Message);
            }

            return false;
        }
        catch (Exception exception) when (!stopping.IsCancellationRequested)
        {
            StartFailed(exception, exception.Message);
            return false;
        }
    }

    [LoggerMessage(
        EventId = 203, EventName = "STANDING_WORK_FAIL", Level = LogLevel.Warning,
        Message = "Standing work could not be noted; tried again: {Problem}")]
    private partial void StartFailed(Exception? fault, string problem);
}
