using Microsoft.Extensions.Hosting;

namespace Trt.Infrastructure.Persistence;

/// <summary>
/// Does one small thing again and again, once the shop is open. Whatever it meets is told and tried again: nothing here ends the program.
/// </summary>
public abstract class Recurring(Task opened, TimeSpan period, TimeProvider time) : BackgroundService
{
    private readonly Outage _outage = new();

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await opened.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(period, time);
        do
        {
            try
            {
                await Once(stoppingToken);
                _outage.Ends();
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                Tell(exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    protected TimeProvider Time => time;

    protected abstract Task Once(CancellationToken stopping);

    /// <param name="fault">Null when only the database is away.</param>
    protected abstract void Failed(Exception? fault, string problem);

    private void Tell(Exception exception)
    {
        if (!Database.IsAway(exception))
        {
            Failed(exception, exception.Message);
        }
        else if (_outage.Begins())
        {
            Failed(null, exception.Message);
        }
    }
}
