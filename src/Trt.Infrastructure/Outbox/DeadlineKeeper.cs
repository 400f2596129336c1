using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Trt.Application.Generations;
using Trt.Infrastructure.Persistence;

namespace Trt.Infrastructure.Outbox;

/// <summary>
/// Ends what nobody else ended in time. It has no row of its own: a row can be put aside, and the customer's money must not wait for it.
/// </summary>
internal sealed partial class DeadlineKeeper(Task opened, IServiceScopeFactory scopes, TimeProvider time, ILogger<DeadlineKeeper> logger)
    : Recurring(opened, Period, time)
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(15);

    protected override Task Once(CancellationToken stopping) => Look(stopping);

    protected override void Failed(Exception? fault, string problem) => LookFailed(fault, problem);

    /// <summary>Each is ended alone, so that one which cannot be ended keeps nobody else waiting.</summary>
    internal async Task Look(CancellationToken stopping)
    {
        await using var scope = scopes.CreateAsyncScope();
        foreach (var id in await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new ListOverdue(), stopping))
        {
            try
            {
                await using var own = scopes.CreateAsyncScope();
                await own.ServiceProvider.GetRequiredService<IMediator>().Send(new EndOverdue(id), stopping);
            }
            catch (Exception exception) when (!stopping.IsCancellationRequested)
            {
                EndFailed(exception, id.ToString());
            }
        }
    }

    [LoggerMessage(
        EventId = 205, EventName = "DEADLINES_NOT_SEEN", Level = LogLevel.Warning,
        Message = "Overdue orders could not be looked for: {Problem}")]
    private partial void LookFailed(Exception? exception, string problem);

    [LoggerMessage(
        EventId = 206, EventName = "DEADLINE_FAIL", Level = LogLevel.Error,
        Message = "Order {Id} is overdue and could not be ended")]
    private partial void EndFailed(Exception exception, string id);
}
