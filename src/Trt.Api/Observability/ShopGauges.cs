using MediatR;
using Trt.Api.Instance;
using Trt.Application.BackOffice.Figures;
using Trt.Application.Backups;
using Trt.Application.Ports;
using Trt.Infrastructure.Outbox;
using Trt.Infrastructure.Persistence;

namespace Trt.Api.Observability;

/// <summary>
/// What belongs to the whole shop is looked at on a schedule, whoever reads the page and however often. Each instance shows what it
/// saw; they see the same.
/// </summary>
internal sealed partial class ShopGauges(
    Backlog backlog, IServiceScopeFactory scopes, Readiness readiness, TimeProvider time, ILogger<ShopGauges> logger)
    : Recurring(readiness.Opened, Period, time)
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(15);

    /// <summary>The provider is asked over the net.</summary>
    private static readonly TimeSpan BetweenCredits = TimeSpan.FromMinutes(5);

    private DateTimeOffset _creditsAt = DateTimeOffset.MinValue;

    protected override async Task Once(CancellationToken stopping)
    {
        var now = Time.GetUtcNow();
        var (lanes, parked) = await backlog.Read(now, stopping);
        foreach (var lane in lanes)
        {
            Telemetry.OutboxDue.Record(lane.Due, Of("lane", $"{lane.Lane}"));
            Telemetry.OutboxOldest.Record(lane.OldestSeconds, Of("lane", $"{lane.Lane}"));
        }

        Telemetry.Parked.Record(parked.Work, Of("what", "work"));
        Telemetry.Parked.Record(parked.Updates, Of("what", "update"));
        await using var scope = scopes.CreateAsyncScope();
        var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
        await LookAtCopies(mediator, stopping);
        if (now - _creditsAt >= BetweenCredits)
        {
            _creditsAt = now;
            await LookAtCredits(mediator, stopping);
        }
    }

    private static async Task LookAtCopies(IMediator mediator, CancellationToken stopping)
    {
        var copies = await mediator.Send(new LookAtBackups(), stopping);
        Telemetry.BackupsKept.Record(copies.Kept);
        Telemetry.BackupOldAfter.Record(copies.Terms.OldAfter.TotalSeconds);
        if (copies.Age is { } age)
        {
            Telemetry.BackupAge.Record(age.TotalSeconds);
        }
    }

    private static async Task LookAtCredits(IMediator mediator, CancellationToken stopping)
    {
        if (await mediator.Send(new AskForCredits(), stopping) is { } left)
        {
            Telemetry.ProviderCredits.Record((long)left);
        }
    }

    private static KeyValuePair<string, object?> Of(string label, string value) => new(label, value);

    /// <summary>The gauges stay where they were; that the database is away is told by others too.</summary>
    protected override void Failed(Exception? fault, string problem) => Unread(fault, problem);

    [LoggerMessage(EventId = 72, EventName = "GAUGES_UNREAD", Level = LogLevel.Warning,
        Message = "What waits could not be read, the gauges stay as they were: {Problem}")]
    private partial void Unread(Exception? fault, string problem);
}
