using MediatR;
using Trt.Api.Instance;
using Trt.Application.BackOffice.People;

namespace Trt.Api.Bot.Updates;

/// <summary>Brings blocks made on another instance, or at the console, into this one within seconds.</summary>
internal sealed partial class BlockWatch(
    Readiness readiness, KnownCustomers customers, IServiceScopeFactory scopes, TimeProvider time,
    ILogger<BlockWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        await readiness.Opened.WaitAsync(stopping);
        using var timer = new PeriodicTimer(Period, time);
        do
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                customers.BlockOnly(await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new ListBlocked(), stopping));
            }
            catch (Exception exception) when (!stopping.IsCancellationRequested)
            {
                // What was known last holds until the database answers again.
                BlocksUnknown(exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stopping));
    }

    [LoggerMessage(EventId = 70, EventName = "BLOCKS_UNKNOWN", Level = LogLevel.Warning,
        Message = "Who is blocked could not be read; asked again in a moment")]
    private partial void BlocksUnknown(Exception exception);
}
