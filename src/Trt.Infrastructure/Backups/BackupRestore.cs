using System.Globalization;
using Npgsql;
using Trt.Application.Ports;
using Trt.Infrastructure.Persistence.Audit;

namespace Trt.Infrastructure.Backups;

/// <param name="IsProven">Schema and money are proven before anything becomes valid.</param>
/// <param name="IsReplacing">What is in the database goes.</param>
public sealed record RestoreWish(string Path, bool IsProven, bool IsReplacing);

/// <param name="Strangers">Tables that no build of ours has made; they are left out.</param>
public sealed record RestoredBackup(
    DateTimeOffset At, string Build, long Rows, int Tables, IReadOnlyList<string> Strangers, MoneyFindings? Findings);

/// <summary>Brings a copy into a database, as its owner: all of it in one transaction, or nothing.</summary>
public sealed class BackupRestore(NpgsqlDataSource owner)
{
    private const int FindingsMax = 20;

    /// <exception cref="UnfitBackupException">Nothing was changed.</exception>
    public async Task<RestoredBackup> Run(RestoreWish wish, IProgress<BackupStep>? progress, CancellationToken token)
    {
        using var script = new SchemaScript(owner);
        using var file = await BackupFile.Open(wish.Path, script.Migrations, token);
        await using var connection = await owner.OpenConnectionAsync(token);
        await using var whole = await connection.BeginTransactionAsync(token);
        await RestoreTarget.Clear(connection, script.Migrations, wish.IsReplacing, token);
        var last = script.Migrations.Last(file.Manifest.Migrations.Contains);
        await Execute(connection, script.Write(null, last), token);
        await RememberOldNames(connection, file.Manifest, script.Migrations, token);
        var strangers = await Compare(connection, file.Manifest, last, token);
        await Load(connection, file, strangers, progress, token);
        await Execute(connection, script.Write(last, null), token);
        var findings = wish.IsProven ? await Prove(connection, file.Manifest.At, token) : null;
        await whole.CommitAsync(token);
        await Execute(connection, "ANALYZE", token);
        return new RestoredBackup(
            file.Manifest.At, file.Manifest.Build, file.Manifest.Rows, file.Manifest.Tables.Count, strangers, findings);
    }

    /// <summary>The build before the first release must know the database as its own.</summary>
    private static async Task RememberOldNames(
        NpgsqlConnection connection, BackupManifest manifest, IReadOnlyList<string> known, CancellationToken token)
    {
        foreach (var name in manifest.Migrations.Except(known))
        {
            await using var command = new NpgsqlCommand($"INSERT INTO {TableLayout.History} VALUES ($1, $2)", connection)
            {
                Parameters = { new() { Value = name }, new() { Value = "restored" } },
            };
            await command.ExecuteNonQueryAsync(token);
        }
    }

    /// <returns>Tables of the copy that our migrations do not make.</returns>
    private static async Task<IReadOnlyList<string>> Compare(
        NpgsqlConnection connection, BackupManifest manifest, string last, CancellationToken token)
    {
        var made = (await TableLayout.Read(connection, token)).ToDictionary(table => table.Name, table => table.Columns);
        var copied = manifest.Tables.ToDictionary(table => table.Name, table => table.Columns);
        var differences = made.Keys.Except(copied.Keys).Select(name => $"{name} is missing")
            .Concat(made.Where(table => copied.ContainsKey(table.Key)).SelectMany(table =>
                copied[table.Key].Except(table.Value).Select(column => $"{table.Key}.{column.Name} ({column.Type}) is not ours")
                    .Concat(table.Value.Except(copied[table.Key]).Select(column => $"{table.Key}.{column.Name} ({column.Type}) is missing"))))
            .ToList();
        return differences.Count == 0
            ? [.. copied.Keys.Except(made.Keys)]
            : throw new UnfitBackupException(
                $"The tables of this backup are not those that {last} makes: {string.Join(", ", differences.Take(5))}. Nothing was changed. "
                + "Somebody has changed the schema by hand; the file's README.txt says how to bring it in without this program.");
    }

    private static async Task Load(
        NpgsqlConnection connection, BackupFile file, IReadOnlyList<string> strangers, IProgress<BackupStep>? progress,
        CancellationToken token)
    {
        var tables = file.Manifest.Tables.Where(table => !strangers.Contains(table.Name)).ToDictionary(table => table.Name);
        var order = await TableLayout.InOrder(connection, tables.Keys, token);
        foreach (var (number, table) in order.Select(name => tables[name]).Index())
        {
            progress?.Report(new BackupStep(table.Name, number, order.Count));
            await LoadTable(connection, file, table, token);
        }

        progress?.Report(new BackupStep("", order.Count, order.Count));
    }

    private static async Task LoadTable(NpgsqlConnection connection, BackupFile file, BackupTable table, CancellationToken token)
    {
        var name = SqlName.Of(table.Name);
        // Rows that migrations put in are in the copy as they have become since.
        await Execute(connection, $"DELETE FROM {name} WHERE true", token);
        using var content = new StreamReader(file.Rows(table));
        await using (var rows = await connection.BeginTextImportAsync($"COPY {name} ({table.ColumnList}) FROM STDIN", token))
        {
            var piece = new char[64 * 1024];
            for (int read; (read = await content.ReadAsync(piece, token)) > 0;)
            {
                await rows.WriteAsync(piece.AsMemory(0, read), token);
            }
        }

        await using var count = new NpgsqlCommand($"SELECT count(*) FROM {name}", connection);
        var found = Convert.ToInt64(await count.ExecuteScalarAsync(token), CultureInfo.InvariantCulture);
        if (found != table.Rows)
        {
            throw new UnfitBackupException($"{table.Name} has {found} rows instead of {table.Rows}. Nothing was changed.");
        }
    }

    private static async Task<MoneyFindings> Prove(NpgsqlConnection connection, DateTimeOffset at, CancellationToken token)
    {
        var findings = await MoneyAudit.Examine(connection, at, FindingsMax, token);
        return findings.Agrees
            ? findings
            : throw new UnfitBackupException(
                $"The books of this backup do not agree ({findings.DifferenceCount} differences, first {findings.Differences[0]}). "
                + "Nothing was changed. They did not agree when it was made: take an older one, or restore without --verify and look.");
    }

    private static async Task Execute(NpgsqlConnection connection, string sql, CancellationToken token)
    {
        if (!string.IsNullOrWhiteSpace(sql))
        {
            await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
            await command.ExecuteNonQueryAsync(token);
        }
    }
}
