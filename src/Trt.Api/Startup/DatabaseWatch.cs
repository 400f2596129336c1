using Trt.Api.Instance;
using Trt.Infrastructure.Persistence;
using Trt.Infrastructure.PrivatePostgres;

namespace Trt.Api.Startup;

/// <summary>
/// Asks the database several times a second whether it is there. When it is lost the instance turns passive, and back when it answers.
/// </summary>
internal sealed partial class DatabaseWatch(
    Database database, Readiness readiness, DatabasePresence presence, ILogger<DatabaseWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(200);

    /// <summary>With the period this stays below the two seconds within which readiness must say so.</summary>
    private const int LooksMax = 15;

    private const int PauseSecondsMax = 30;

    private readonly Outage _outage = new();
    private int _revivals;
    private long _reviveNotBefore;

    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        await readiness.Opened.WaitAsync(stopping);
        await using var probe = database.Probe();
        while (true)
        {
            if (await Ask(probe, stopping) is { } problem)
            {
                Lose(problem);
                await Revive(stopping);
            }
            else
            {
                Find();
            }

            await Task.Delay(Period, TimeProvider.System, stopping);
        }
    }

    /// <summary>Anybody may end one session; that the next one fails as well is an absence.</summary>
    private static async Task<string?> Ask(DatabaseProbe probe, CancellationToken stopping) =>
        await probe.Ask(LooksMax, stopping) is { } problem
            ? problem == DatabaseProbe.Silence ? problem : await probe.Ask(LooksMax, stopping)
            : null;

    private void Lose(string problem)
    {
        presence.IsLost();
        if (_outage.Begins())
        {
            Lost(problem);
        }
    }

    /// <summary>A private server is ours to start again; less and less often while it does not.</summary>
    private async Task Revive(CancellationToken stopping)
    {
        if (TimeProvider.System.GetTimestamp() < _reviveNotBefore)
        {
            return;
        }

        _revivals++;
        var pause = TimeSpan.FromSeconds(Math.Min(Math.Pow(2, _revivals - 1), PauseSecondsMax));
        try
        {
            await database.Revive(stopping);
        }
        catch (PrivatePostgresException problem)
        {
            NotRevived(problem.Message);
        }

        _reviveNotBefore = TimeProvider.System.GetTimestamp() + (long)(pause.TotalSeconds * TimeProvider.System.TimestampFrequency);
    }

    private void Find()
    {
        (_revivals, _reviveNotBefore) = (0, 0);
        presence.Answers();
        if (_outage.Ends())
        {
            Back();
        }
    }

    [LoggerMessage(EventId = 4, EventName = "DB_LOST", Level = LogLevel.Error,
        Message = "DB_LOST the database is away, everybody is answered with \"updating\": {Problem}")]
    private partial void Lost(string problem);

    [LoggerMessage(EventId = 6, EventName = "DB_NOT_REVIVED", Level = LogLevel.Error, Message = "DB_NOT_REVIVED tried again: {Problem}")]
    private partial void NotRevived(string problem);

    [LoggerMessage(EventId = 5, EventName = "DB_BACK", Level = LogLevel.Information, Message = "DB_BACK the database answers again")]
    private partial void Back();
}
