using MediatR;
using Trt.Api.Instance;
using Trt.Application.BackOffice.People;
using Trt.Infrastructure.Persistence;

namespace Trt.Api.Bot.Updates;

/// <summary>Brings blocks made on another instance, or at the console, into this one within seconds.</summary>
internal sealed partial class BlockWatch(
    Readiness readiness, KnownCustomers customers, IServiceScopeFactory scopes, TimeProvider time,
    ILogger<BlockWatch> logger) : Recurring(readiness.Opened, Period, time)
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(2);

    protected override async Task Once(CancellationToken stopping)
    {
        await using var scope = scopes.CreateAsyncScope();
        customers.BlockOnly(await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new ListBlocked(), stopping));
    }

    /// <summary>What was known last holds until the database answers again.</summary>
    protected override void Failed(Exception? fault, string problem) => BlocksUnknown(fault, problem);

    [LoggerMessage(EventId = 70, EventName = "BLOCKS_UNKNOWN", Level = LogLevel.Warning,
        Message = "Who is blocked could not be read; asked again in a moment: {Problem}")]
    private partial void BlocksUnknown(Exception? fault, string problem);
}
