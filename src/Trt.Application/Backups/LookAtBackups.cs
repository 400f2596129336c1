using MediatR;
using Trt.Application.BackOffice;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.BackOffice;

namespace Trt.Application.Backups;

/// <summary>How it stands with the copies of the database, for the console and the checks.</summary>
public sealed record LookAtBackups : IRequest<BackupsView>;

/// <summary>The same from behind the counter.</summary>
public sealed record WatchBackups(Actor By) : IAdminRequest<BackupsView>;

/// <param name="Place">Null when the shop makes none by itself.</param>
/// <param name="Latest">Newest first, of every place.</param>
/// <param name="Kept">How many copies there are.</param>
/// <param name="IsOld">Whether somebody has to look after it.</param>
public sealed record BackupsView(
    string? Place, BackupTerms Terms, IReadOnlyList<Backup> Latest, Backup? LastGood, int Kept, bool IsOld, DateTimeOffset At)
{
    public TimeSpan? Age => At - LastGood?.EndedAt;
}

internal sealed class LookAtBackupsHandler(BackupBook book, IBackupVault vault) : IRequestHandler<LookAtBackups, BackupsView>
{
    public Task<BackupsView> Handle(LookAtBackups request, CancellationToken token) => book.Look(vault.Place, token);
}

internal sealed class WatchBackupsHandler(AdminGate gate, BackupBook book, IBackupVault vault)
    : AdminHandler<WatchBackups, BackupsView>(gate, AdminAct.RunShop)
{
    protected override Task<BackupsView> Serve(WatchBackups request, AdminRights rights, CancellationToken token) =>
        book.Look(vault.Place, token);
}
