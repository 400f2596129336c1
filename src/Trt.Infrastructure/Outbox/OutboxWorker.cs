using System.Diagnostics;
using System.Runtime.CompilerServices;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Trt.Application;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Infrastructure.Persistence;

namespace Trt.Infrastructure.Outbox;

/// <summary>
/// Runs the rows of one lane at our own pace: claims as many as it has free hands for, gives each its own scope, and lets a failing row
/// stop nobody but itself.
/// </summary>
internal sealed partial class OutboxWorker(
    Lane lane, int hands, Task opened, IServiceScopeFactory scopes, OutboxBell bell, TimeProvider time, ILogger<OutboxWorker> logger)
    : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan RowTime = OutboxQueue.Lease - TimeSpan.FromSeconds(30);
    private static readonly TimeSpan PauseAfterFault = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _free = new(hands, hands);
    private readonly CancellationTokenSource _drained = new();

    internal Lane Lane => lane;

    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        await opened.WaitAsync(stopping);
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
                ClaimFailed(exception, lane);
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

    private async Task RunAndLetGo(OutboxRow row)
    {
        try
        {
            await Run(row);
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

    private async Task Run(OutboxRow row)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(_drained.Token);
        limit.CancelAfter(RowTime);
        using var activity = Telemetry.Source.StartActivity(row.Name, ActivityKind.Consumer);
        activity?.SetTag("trt.cid", row.Cid.Value);
        using var cid = logger.BeginScope(new Dictionary<string, object> { ["cid"] = row.Cid.Value });

        LaterOutcome outcome;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            outcome = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(OutboxJson.Read(row.Name, row.Payload), limit.Token);
        }
        catch (Exception exception)
        {
            activity?.SetStatus(ActivityStatusCode.Error, exception.GetType().Name);
            await Fail(row, exception);
            return;
        }

        await using var after = scopes.CreateAsyncScope();
        var queue = after.ServiceProvider.GetRequiredService<OutboxQueue>();
        await (outcome is LaterOutcome.Again again
            ? queue.RunAgain(row, again.Wait, again.Why, CancellationToken.None)
            : queue.Finish(row, CancellationToken.None));
    }

    private async Task Fail(OutboxRow row, Exception exception)
    {
        RowFailed(exception, row.Name, row.Key, row.Attempts + 1, row.Cid.Value);
        await using var scope = scopes.CreateAsyncScope();
        var isParked = await scope.ServiceProvider.GetRequiredService<OutboxQueue>()
            .Fail(row, $"{exception.GetType().Name}: {exception.Message}", CancellationToken.None);
        if (!isParked || row.Name == LaterCommands.NameOf(AlertOperator.About("", "")))
        {
            return;
        }

        var db = scope.ServiceProvider.GetRequiredService<ITrtDb>();
        await using var work = await db.Begin(CancellationToken.None);
        scope.ServiceProvider.GetRequiredService<IOutbox>().Add(
            AlertOperator.About(
                $"parked:{row.Id}",
                $"{row.Name} {row.Key} was put aside after {row.Attempts + 1} failures: {exception.GetType().Name}. Cid {row.Cid}"),
            row.Cid);
        await work.Commit(CancellationToken.None);
    }

    [LoggerMessage(
        EventId = 200, EventName = "OUTBOX_FAIL", Level = LogLevel.Error,
        Message = "{Name} {Key} failed, attempt {Attempt}, cid {Cid}")]
    private partial void RowFailed(Exception exception, string name, string key, int attempt, string cid);

    [LoggerMessage(EventId = 201, EventName = "OUTBOX_CLAIM_FAIL", Level = LogLevel.Warning, Message = "The {Lane} lane could not be read")]
    private partial void ClaimFailed(Exception exception, Lane lane);

    [LoggerMessage(
        EventId = 202, EventName = "OUTBOX_OUTCOME_LOST", Level = LogLevel.Warning,
        Message = "The outcome of {Name} could not be saved, cid {Cid}")]
    private partial void OutcomeLost(Exception exception, string name, string cid);
}
