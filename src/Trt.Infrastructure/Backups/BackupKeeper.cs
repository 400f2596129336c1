using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Trt.Application.Backups;
using Trt.Infrastructure.Persistence;

namespace Trt.Infrastructure.Backups;

/// <summary>Looks whether a copy of the database is due. No row of the outbox: a copy may take longer than a row may.</summary>
internal sealed partial class BackupKeeper(Task opened, IServiceScopeFactory scopes, TimeProvider time, ILogger<BackupKeeper> logger)
    : Recurring(opened, Period, time)
{
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(5);

    protected override async Task Once(CancellationToken stopping)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new MakeDueBackup(), stopping);
    }

    protected override void Failed(Exception? fault, string problem) => LookFailed(fault, problem);

    [LoggerMessage(
        EventId = 133, EventName = "BACKUP_NOT_SEEN", Level = LogLevel.Warning,
        Message = "Whether a copy of the database is due could not be looked up: {Problem}")]
    private partial void LookFailed(Exception? fault, string problem);
}
