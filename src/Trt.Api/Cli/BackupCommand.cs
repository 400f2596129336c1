using System.CommandLine;
using Trt.Application.Backups;
using Trt.Application.Ports;

namespace Trt.Api.Cli;

/// <summary><c>backup --to /var/backups/trt</c>, <c>backup list</c></summary>
internal static class BackupCommand
{
    public static Command Create()
    {
        var folder = new Option<string?>("--to") { Description = "A folder; where BACKUP_DIR and BACKUP_S3_URL say when left out." };
        var command = new Command("backup", "Copy the whole database into one file, as it is at one moment. The shop may be open.")
        {
            folder, Answer.AsJson, List(),
        };
        command.SetAction((input, token) => CliScope.Run((scope, stop) => Make(input, scope, input.GetValue(folder), stop), token));
        return command;
    }

    private static Command List()
    {
        var command = new Command("list", "The latest copies. Ends with 1 when the last one is old or missing.") { Answer.AsJson };
        command.SetAction((input, token) => CliScope.Run((scope, stop) => Show(input, scope, stop), token));
        return command;
    }

    private static async Task<int> Make(ParseResult input, CliScope scope, string? folder, CancellationToken token)
    {
        var request = new MakeBackup(folder is null ? null : Path.GetFullPath(folder), TerminalProgress.OfTables("copied"));
        return await scope.Mediator.Send(request, token) switch
        {
            BackupOutcome.Made { Kept: var kept } =>
                input.Give(kept, $"{kept.Path}: {kept.Rows} rows, {kept.Bytes} bytes, SHA-256 {kept.Checksum}"),
            BackupOutcome.Nowhere =>
                input.Refuse("Where to? Name a folder (--to /var/backups/trt), or set BACKUP_DIR or BACKUP_S3_URL.", TrtCommands.WrongUsage),
            BackupOutcome.NotNow => input.Refuse("Another copy is being made at this moment: ./trt backup list shows it."),
            BackupOutcome.Failed { Problem: var problem } => input.Refuse(problem),
            _ => throw new InvalidOperationException("A copy is made, or there is a reason"),
        };
    }

    private static async Task<int> Show(ParseResult input, CliScope scope, CancellationToken token)
    {
        var view = await scope.Mediator.Send(new LookAtBackups(), token);
        var place = view.Place is { } there
            ? $"Every {view.Terms.Every.TotalHours} h to {there}"
            : "The shop makes none by itself: set BACKUP_DIR or BACKUP_S3_URL.";
        return input.Give(
            view,
            view.Latest.Select(backup => $"{backup.BegunAt:u}  {backup.Name}  {What(backup)}").Prepend(place),
            view.LastGood is null || view.IsOld ? 1 : 0);
    }

    private static string What(Backup backup) => backup switch
    {
        { Problem: { } problem } => $"failed: {problem}",
        { EndedAt: null } => "being made, or its program died",
        { RemovedAt: not null } => "made room for newer ones",
        _ => $"{backup.Rows} rows, {backup.Bytes} bytes, in {backup.Place}",
    };
}
