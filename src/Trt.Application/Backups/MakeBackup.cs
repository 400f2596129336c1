using MediatR;
using Microsoft.Extensions.Logging;
using Trt.Application.Ports;

namespace Trt.Application.Backups;

/// <summary>Copies the database now, and lets old copies make room.</summary>
/// <param name="Folder">Null = where the settings say; there only copies are rotated.</param>
public sealed record MakeBackup(string? Folder = null, IProgress<BackupStep>? Progress = null) : IRequest<BackupOutcome>;

/// <summary>The same when it is time for it; operators hear when the last copy is old.</summary>
public sealed record MakeDueBackup : IRequest<BackupOutcome>;

public abstract record BackupOutcome
{
    public sealed record Made(KeptBackup Kept) : BackupOutcome;

    /// <summary>The settings name no place for copies.</summary>
    public sealed record Nowhere : BackupOutcome;

    /// <summary>Another one is being made, or it is not time yet.</summary>
    public sealed record NotNow : BackupOutcome;

    public sealed record Failed(string Problem) : BackupOutcome;
}

internal sealed class MakeBackupHandler(BackupWork work, IBackupVault vault) : IRequestHandler<MakeBackup, BackupOutcome>
{
    public async Task<BackupOutcome> Handle(MakeBackup request, CancellationToken token) =>
        (request.Folder ?? vault.Place) is { } place
            ? await work.Do(place, request.Folder, isDueOnly: false, request.Progress, token)
            : new BackupOutcome.Nowhere();
}

internal sealed class MakeDueBackupHandler(BackupWork work, BackupBook book, IBackupVault vault)
    : IRequestHandler<MakeDueBackup, BackupOutcome>
{
    public async Task<BackupOutcome> Handle(MakeDueBackup request, CancellationToken token)
    {
        if (vault.Place is not { } place)
        {
            return new BackupOutcome.Nowhere();
        }

        var outcome = await work.Do(place, folder: null, isDueOnly: true, progress: null, token);
        await book.TellIfOld(place, token);
        return outcome;
    }
}

/// <summary>One copy from its beginning to its end, and the rotation behind it.</summary>
internal sealed partial class BackupWork(BackupBook book, IBackupVault vault, ILogger<BackupWork> logger)
{
    public async Task<BackupOutcome> Do(
        string place, string? folder, bool isDueOnly, IProgress<BackupStep>? progress, CancellationToken token)
    {
        if (await book.Begin(place, isDueOnly, token) is not { } backup)
        {
            return new BackupOutcome.NotNow();
        }

        try
        {
            var kept = await vault.Keep(backup.Name, folder, progress, token);
            await book.End(backup, kept, token);
            Made(kept.Name, kept.Bytes, kept.Rows);
            await Rotate(folder is null ? place : null, token);
            return new BackupOutcome.Made(kept);
        }
        catch (BackupFailedException failed)
        {
            await book.Fail(backup, failed.Message, token);
            NotMade(failed, failed.Message);
            return new BackupOutcome.Failed(failed.Message);
        }
    }

    private async Task Rotate(string? place, CancellationToken token)
    {
        foreach (var backup in place is null ? [] : await book.Outdated(place, token))
        {
            try
            {
                await vault.Remove(backup.Name, token);
                await book.NoteRemoved(backup, token);
            }
            catch (BackupFailedException failed)
            {
                // It is looked at again with the next copy.
                NotRemoved(backup.Name, failed.Message);
            }
        }
    }

    [LoggerMessage(
        EventId = 130, EventName = "BACKUP_MADE", Level = LogLevel.Information,
        Message = "BACKUP_MADE {Name}: {Bytes} bytes, {Rows} rows")]
    private partial void Made(string name, long bytes, long rows);

    [LoggerMessage(EventId = 131, EventName = "BACKUP_FAIL", Level = LogLevel.Error, Message = "BACKUP_FAIL {Problem}")]
    private partial void NotMade(Exception failed, string problem);

    [LoggerMessage(
        EventId = 132, EventName = "BACKUP_STAYS", Level = LogLevel.Warning,
        Message = "BACKUP_STAYS {Name} could not make room: {Problem}")]
    private partial void NotRemoved(string name, string problem);
}
