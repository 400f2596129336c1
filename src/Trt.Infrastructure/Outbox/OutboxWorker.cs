using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Trt.Application.BackOffice.Alerts;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Infrastructure.Persistence;

namespace Trt.Infrastructure.Outbox;

/// <summary>
/// Runs the rows of one lane at our own pace: claims as many as it has free hands for, gives each its own scope, renews its hold on them
/// while it lives, and lets a failing row stop nobody but itself.
/// </summary>
internal sealed partial class OutboxWorker(
    Lane lane, int hands, Task opened, IServiceScopeFactory scopes, OutboxBell bell, TimeProvider time, ILogger<OutboxWorker> logger)
    : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan RowTime = TimeSpan.FromSeconds(150);
    private static readonly TimeSpan BetweenRenewals = OutboxQueue.Lease / 3;
    private static readonly TimeSpan PauseAfterFault = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _free = new(hands, hands);
    private readonly CancellationTokenSource _drained = new();
    private readonly ConcurrentDictionary<Guid, Hold> _holds = new();
    private readonly SemaphoreSlim _renewing = new(1, 1);
    private readonly Outage _outage = new();

    internal Lane Lane => lane;

    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        await opened.WaitAsync(stopping);
        await Task.WhenAll(Work(stopping), StayAlive(stopping));
    }

    private async Task Work(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await _free.WaitAsync(stopping);
                _free.Release();
                var found = false;
                await foreach (var _ in Due(stopping))
                {
                    found = true;
                }

                _outage.Ends();

                if (!found)
                {
                    await bell.Wait(lane, Poll, stopping);
                }
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                break;
            }
            catch (Exception exception)
            {
                // The database is away, most likely: this loop must outlive it.
                Tell(exception);
                await Task.Delay(PauseAfterFault, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Nothing new is begun; what runs may finish within ten seconds, then it is cancelled and its lease runs out.</summary>
    public override async Task StopAsync(CancellationToken token)
    {
        await base.StopAsync(token);
        _drained.CancelAfter(DrainTime);
        for (var hand = 0; hand < hands; hand++)
        {
            await _free.WaitAsync(CancellationToken.None);
        }
    }

    public override void Dispose()
    {
        base.Dispose();
        _free.Dispose();
        _drained.Dispose();
        _renewing.Dispose();
    }

    /// <summary>
    /// Claims what is due, as much as hands are free, and begins one row after the other: each item ends when its row does.
    /// </summary>
    internal async IAsyncEnumerable<Task> Due([EnumeratorCancellation] CancellationToken stopping)
    {
        await using var scope = scopes.CreateAsyncScope();
        foreach (var row in await scope.ServiceProvider.GetRequiredService<OutboxQueue>().Claim(lane, _free.CurrentCount, stopping))
        {
            await _free.WaitAsync(CancellationToken.None);
            yield return RunAndLetGo(row);
        }
    }

    /// <summary>Says of all rows in hand that their worker lives; what is another's by now is given up.</summary>
    internal async Task Renew(CancellationToken token)
    {
        await _renewing.WaitAsync(token);
        try
        {
            var held = _holds.ToArray();
            if (held.Length == 0)
            {
                return;
            }

            await using var scope = scopes.CreateAsyncScope();
            var renewed = await scope.ServiceProvider.GetRequiredService<OutboxQueue>()
                .Renew(held.ToDictionary(pair => pair.Key, pair => pair.Value.Until), token);
            foreach (var (id, hold) in held)
            {
                if (renewed.TryGetValue(id, out var until))
                {
                    hold.Until = until;
                }
                else
                {
                    await hold.Limit.CancelAsync();
                }
            }
        }
        finally
        {
            _renewing.Release();
        }
    }

    private async Task StayAlive(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(BetweenRenewals, time);
        while (await timer.WaitForNextTickAsync(stopping))
        {
            try
            {
                await Renew(stopping);
            }
            catch (Exception exception) when (!stopping.IsCancellationRequested)
            {
                // The database is away: the rows are safe there, and so are their leases.
                Tell(exception);
            }
        }
    }

    private async Task RunAndLetGo(OutboxRow row)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(_drained.Token);
        limit.CancelAfter(RowTime);
        var hold = new Hold(row.LeasedUntil!.Value, limit);
        _holds[row.Id] = hold;
        try
        {
            await Run(row, hold);
        }
        catch (Exception exception)
        {
            // Even the outcome could not be written; the lease brings the row back.
            OutcomeLost(exception, row.Name, row.Cid.Value);
        }
        finally
        {
            _free.Release();
        }
    }

    private async Task Run(OutboxRow row, Hold hold)
    {
        // Standing work keeps its row for ever: each time is a trace of its own.
        using var activity = row.UserId == default
            ? Telemetry.Source.StartActivity(row.Name, ActivityKind.Consumer)
            : Tracing.Begin(row.Name, ActivityKind.Consumer, row.Cid);
        using var cid = logger.BeginScope(new Dictionary<string, object> { ["cid"] = row.Cid.Value });

        LaterOutcome outcome;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            outcome = await scope.ServiceProvider.GetRequiredService<IMediator>()
                .Send(OutboxJson.Read(row.Name, row.Payload), hold.Limit.Token);
        }
        catch (Exception exception)
        {
            activity?.SetStatus(ActivityStatusCode.Error, exception.GetType().Name);
            await LetRenewalEnd(row);
            await Fail(row, hold, exception);
            return;
        }

        await LetRenewalEnd(row);
        await using var after = scopes.CreateAsyncScope();
        var queue = after.ServiceProvider.GetRequiredService<OutboxQueue>();
        var isOurs = await (outcome switch
        {
            LaterOutcome.Again again => queue.RunAgain(row, hold.Until, again.Wait, again.Why, CancellationToken.None),
            LaterOutcome.Perhaps perhaps => queue.SayAgain(row, hold.Until, perhaps.Why, CancellationToken.None),
            _ => queue.Finish(row.Id, hold.Until, CancellationToken.None),
        });
        if (!isOurs)
        {
            LostHold(row);
        }
    }

    private async Task Fail(OutboxRow row, Hold hold, Exception exception)
    {
        RowFailed(exception, row.Name, row.Key, row.Attempts + 1, row.Cid.Value);
        await using var scope = scopes.CreateAsyncScope();
        var became = await scope.ServiceProvider.GetRequiredService<OutboxQueue>()
            .Fail(row, hold.Until, $"{exception.GetType().Name}: {exception.Message}", CancellationToken.None);
        if (became == FailedRow.Anothers)
        {
            LostHold(row);
        }

        if (became != FailedRow.Parked || row.Lane == Lane.Operators)
        {
            return;
        }

        var db = scope.ServiceProvider.GetRequiredService<ITrtDb>();
        await using var work = await db.Begin(CancellationToken.None);
        var alert = new TellOperators(new Matter.WorkParked(row.Name, row.Cid.Value));
        await scope.ServiceProvider.GetRequiredService<IOutbox>().Ensure(alert, row.Cid, CancellationToken.None);
        await work.Commit(CancellationToken.None);
    }

    /// <summary>The outcome is written under the lease as it is, so not while that is being renewed.</summary>
    private async Task LetRenewalEnd(OutboxRow row)
    {
        _holds.TryRemove(row.Id, out _);
        await _renewing.WaitAsync();
        _renewing.Release();
    }

    /// <summary>An outage is one line; anything else is told in full each time.</summary>
    private void Tell(Exception exception)
    {
        if (!Database.IsAway(exception))
        {
            ClaimFailed(exception, lane, exception.Message);
        }
        else if (_outage.Begins())
        {
            ClaimFailed(null, lane, exception.Message);
        }
    }

    private void LostHold(OutboxRow row)
    {
        Telemetry.LostHolds.Add(1);
        HoldLost(row.Name, row.Cid.Value);
    }

    /// <summary>A row in hand, and the end of the lease as last renewed.</summary>
    private sealed class Hold(DateTimeOffset until, CancellationTokenSource limit)
    {
        public DateTimeOffset Until { get; set; } = until;

        public CancellationTokenSource Limit => limit;
    }

    [LoggerMessage(
        EventId = 200, EventName = "OUTBOX_FAIL", Level = LogLevel.Error,
        Message = "{Name} {Key} failed, attempt {Attempt}, cid {Cid}")]
    private partial void RowFailed(Exception exception, string name, string key, int attempt, string cid);

    [LoggerMessage(EventId = 201, EventName = "OUTBOX_CLAIM_FAIL", Level = LogLevel.Warning,
        Message = "The {Lane} lane could not be read; tried again until it can: {Problem}")]
    private partial void ClaimFailed(Exception? exception, Lane lane, string problem);

    [LoggerMessage(
        EventId = 202, EventName = "OUTBOX_OUTCOME_LOST", Level = LogLevel.Warning,
        Message = "The outcome of {Name} could not be saved, cid {Cid}")]
    private partial void OutcomeLost(Exception exception, string name, string cid);

    [LoggerMessage(
        EventId = 204, EventName = "OUTBOX_HOLD_LOST", Level = LogLevel.Warning,
        Message = "{Name} was taken over by another worker before its outcome was written, cid {Cid}")]
    private partial void HoldLost(string name, string cid);
}
