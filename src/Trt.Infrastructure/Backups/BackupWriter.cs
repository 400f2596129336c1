using System.Buffers;
using System.Data;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Npgsql;
using Trt.Application.Ports;

namespace Trt.Infrastructure.Backups;

/// <summary>
/// Writes the database as it is at one moment into a zip of plain tables (decision 0075). It needs to read the tables and nothing else.
/// </summary>
internal sealed class BackupWriter(NpgsqlDataSource source, string build, TimeProvider time)
{
    private const int PieceLength = 64 * 1024;

    public async Task<BackupManifest> Write(Stream output, IProgress<BackupStep>? progress, CancellationToken token)
    {
        await using var connection = await source.OpenConnectionAsync(token);
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, token);
        await Prepare(connection, token);
        var migrations = await Migrations(connection, token);
        var layout = await TableLayout.Read(connection, token);
        using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);
        var tables = new List<BackupTable>();
        foreach (var (name, columns) in layout)
        {
            progress?.Report(new BackupStep(name, tables.Count, layout.Count));
            tables.Add(await Copy(connection, zip, new BackupTable(name, columns, 0, ""), token));
        }

        progress?.Report(new BackupStep("", layout.Count, layout.Count));
        var papers = new Dictionary<string, string>();
        var order = await TableLayout.InOrder(connection, tables.Select(table => table.Name), token);
        foreach (var (name, text) in Papers(migrations, [.. order.Select(name => tables.First(table => table.Name == name))]))
        {
            papers[name] = await Put(zip, name, Encoding.UTF8.GetBytes(text), token);
        }

        var manifest = new BackupManifest(
            BackupManifest.CurrentFormat, BackupManifest.OurProduct, build, time.GetUtcNow(), migrations, tables, papers);
        var seal = await Put(zip, BackupManifest.Entry, manifest.Write(), token);
        await Put(zip, BackupManifest.SealEntry, Encoding.ASCII.GetBytes(seal), token);
        return manifest;
    }

    /// <summary>Values are written the same way whatever the server is told to do.</summary>
    private static async Task Prepare(NpgsqlConnection connection, CancellationToken token)
    {
        await using var command = new NpgsqlCommand(
            """
            SET TRANSACTION READ ONLY;
            SET LOCAL statement_timeout = 0;
            SET LOCAL timezone = 'UTC'; SET LOCAL datestyle = 'ISO'; SET LOCAL intervalstyle = 'postgres'; SET LOCAL extra_float_digits = 1
            """,
            connection);
        await command.ExecuteNonQueryAsync(token);
    }

    private static async Task<List<string>> Migrations(NpgsqlConnection connection, CancellationToken token)
    {
        await using var command = new NpgsqlCommand(
            $"""SELECT "MigrationId" FROM {TableLayout.History} ORDER BY 1""", connection);
        await using var rows = await command.ExecuteReaderAsync(token);
        var names = new List<string>();
        while (await rows.ReadAsync(token))
        {
            names.Add(rows.GetString(0));
        }

        return names;
    }

    private static async Task<BackupTable> Copy(NpgsqlConnection connection, ZipArchive zip, BackupTable table, CancellationToken token)
    {
        await using var entry = zip.CreateEntry(table.Entry, CompressionLevel.Fastest).Open();
        await using var counted = new HashingStream(entry);
        using var rows = await connection.BeginTextExportAsync(
            $"COPY (SELECT {table.ColumnList} FROM {SqlName.Of(table.Name)}) TO STDOUT", token);
        await using (var text = new StreamWriter(counted, new UTF8Encoding(false), PieceLength, leaveOpen: true))
        {
            var piece = ArrayPool<char>.Shared.Rent(PieceLength);
            for (int read; (read = await rows.ReadAsync(piece, token)) > 0;)
            {
                await text.WriteAsync(piece.AsMemory(0, read), token);
            }

            ArrayPool<char>.Shared.Return(piece);
        }

        return table with { Rows = counted.Lines, Checksum = counted.Checksum() };
    }

    /// <summary>For whoever has the copy and not the program.</summary>
    private IEnumerable<(string Name, string Text)> Papers(List<string> migrations, List<BackupTable> tables)
    {
        using var script = new SchemaScript(source);
        var last = script.Migrations.LastOrDefault(migrations.Contains);
        yield return ("README.txt",
            """
            A copy of a TRT shop's database. ./trt restore <this file> brings it into an empty database and checks it.

            Without the program: unpack it, make an empty database, and in the unpacked folder
                psql "$DATABASE_URL" --single-transaction -v ON_ERROR_STOP=1 -f schema.sql -f load.sql
            tables/*.tsv are in PostgreSQL's text format of COPY, one line per row; manifest.json has their columns, rows and checksums.

            """);
        yield return ("schema.sql", script.Write(null, last));
        yield return ("load.sql", string.Concat(
            tables.Select(table => $"DELETE FROM {SqlName.Of(table.Name)};\n")
                .Concat(tables.Select(table => $"\\copy {SqlName.Of(table.Name)} ({table.ColumnList}) FROM '{table.Entry}'\n"))));
    }

    private static async Task<string> Put(ZipArchive zip, string name, byte[] content, CancellationToken token)
    {
        await using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
        await entry.WriteAsync(content, token);
        return Convert.ToHexStringLower(SHA256.HashData(content));
    }
}
