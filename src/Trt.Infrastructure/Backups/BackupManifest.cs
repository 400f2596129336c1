using System.Text.Json;

namespace Trt.Infrastructure.Backups;

/// <summary>What a copy says of itself. A copy outlives releases: a changed form takes the next number.</summary>
internal sealed record BackupManifest(
    int Format,
    string Product,
    string Build,
    DateTimeOffset At,
    IReadOnlyList<string> Migrations,
    IReadOnlyList<BackupTable> Tables,
    IReadOnlyDictionary<string, string> Papers)
{
    public const int CurrentFormat = 1;
    public const string OurProduct = "TRT";

    /// <summary>The last entry but one; the last one is its checksum.</summary>
    public const string Entry = "manifest.json";
    public const string SealEntry = "manifest.sha256";

    private static readonly JsonSerializerOptions Readable = new(JsonSerializerOptions.Web) { WriteIndented = true };

    public long Rows => Tables.Sum(table => table.Rows);

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, Readable);

    public static BackupManifest? Read(byte[] text) => JsonSerializer.Deserialize<BackupManifest>(text, Readable);
}

/// <param name="Columns">With their types, as the server names them.</param>
/// <param name="Checksum">SHA-256 of its rows as they stand in the entry.</param>
internal sealed record BackupTable(string Name, IReadOnlyList<BackupColumn> Columns, long Rows, string Checksum)
{
    public string Entry => $"tables/{Name}.tsv";

    public string ColumnList => string.Join(", ", Columns.Select(column => SqlName.Of(column.Name)));
}

internal sealed record BackupColumn(string Name, string Type);

internal static class SqlName
{
    public static string Of(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
