using Microsoft.Extensions.Logging;

namespace Trt.Infrastructure.Persistence;

/// <summary>Keeps the shop's clock at the database's time.</summary>
public sealed partial class ClockKeeper(ShopClock clock, Database database, ILogger<ClockKeeper> logger)
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(10);

    /// <summary>What took longer says too little about the moment it was read at.</summary>
    private static readonly TimeSpan RoundTripMax = TimeSpan.FromMilliseconds(250);

    private static readonly TimeSpan WorthAWord = TimeSpan.FromSeconds(1);

    public async Task Read(CancellationToken token)
    {
        await using var question = database.Source.CreateCommand("SELECT clock_timestamp()");
        var asked = clock.GetTimestamp();
        var answer = (DateTime)(await question.ExecuteScalarAsync(token))!;
        var roundTrip = clock.GetElapsedTime(asked);
        if (roundTrip > RoundTripMax)
        {
            return;
        }

        var difference = clock.Set(new DateTimeOffset(answer.ToUniversalTime()) + (roundTrip / 2));
        if (difference.Duration() > WorthAWord)
        {
            ClockSet(difference.TotalSeconds);
        }
    }

    /// <summary>Reads it again and again, until told to stop.</summary>
    public async Task Keep(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(Period, clock);
        while (await timer.WaitForNextTickAsync(stopping))
        {
            try
            {
                await Read(stopping);
            }
            catch (Exception exception) when (!stopping.IsCancellationRequested)
            {
                NotRead(exception.Message);
            }
        }
    }

    [LoggerMessage(
        EventId = 220, EventName = "CLOCK_SET", Level = LogLevel.Warning,
        Message = "This machine's clock was {Seconds:0.0} s away from the database's; the shop goes by the database")]
    private partial void ClockSet(double seconds);

    [LoggerMessage(
        EventId = 221, EventName = "CLOCK_NOT_READ", Level = LogLevel.Warning,
        Message = "The database's clock was not read: {Problem}")]
    private partial void NotRead(string problem);
}
