using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Trt.Infrastructure.Backups;

/// <summary>A copy that was looked through to its last byte and found whole, before anything is done with it.</summary>
internal sealed class BackupFile : IDisposable
{
    private const int ManifestBytesMax = 4 * 1024 * 1024;
    private const string FetchAgain = "Nothing was changed. Fetch the file again, or take an older one.";

    private readonly ZipArchive _zip;

    private BackupFile(ZipArchive zip, BackupManifest manifest) => (_zip, Manifest) = (zip, manifest);

    public BackupManifest Manifest { get; }

    public Stream Rows(BackupTable table) => _zip.GetEntry(table.Entry)!.Open();

    public void Dispose() => _zip.Dispose();

    /// <param name="known">The migrations of this build.</param>
    /// <exception cref="UnfitBackupException">It is damaged, cut off, somebody else's or of a newer build.</exception>
    public static async Task<BackupFile> Open(string path, IReadOnlyCollection<string> known, CancellationToken token)
    {
        var zip = OpenZip(path);
        try
        {
            var manifest = await ReadManifest(zip, path, token);
            CheckOrigin(manifest, path, known);
            await CheckContent(zip, manifest, path, token);
            return new BackupFile(zip, manifest);
        }
        catch (Exception damage) when (damage is InvalidDataException or EndOfStreamException or JsonException)
        {
            zip.Dispose();
            throw new UnfitBackupException($"{path} is damaged: {damage.Message} {FetchAgain}", damage);
        }
        catch
        {
            zip.Dispose();
            throw;
        }
    }

    private static ZipArchive OpenZip(string path)
    {
        try
        {
            var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            return IsBegunZip(file)
                ? new ZipArchive(file, ZipArchiveMode.Read)
                : throw Foreign(path, file);
        }
        catch (InvalidDataException cut)
        {
            throw new UnfitBackupException($"{path} is not complete: its end is missing or unreadable. {FetchAgain}", cut);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UnfitBackupException($"{path} cannot be read: {problem.Message}", problem);
        }
    }

    private static bool IsBegunZip(FileStream file)
    {
        Span<byte> head = stackalloc byte[4];
        var read = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        file.Position = 0;
        return read == head.Length && head.SequenceEqual("PK\u0003\u0004"u8);
    }

    private static UnfitBackupException Foreign(string path, FileStream file)
    {
        var isEmpty = file.Length == 0;
        file.Dispose();
        return new UnfitBackupException(isEmpty
            ? $"{path} is empty. {FetchAgain}"
            : $"{path} is no backup of TRT. ./trt backup makes them; their names end with .zip or .zip.age.");
    }

    private static async Task<BackupManifest> ReadManifest(ZipArchive zip, string path, CancellationToken token)
    {
        if (zip.GetEntry(BackupManifest.Entry) is not { } entry || zip.GetEntry(BackupManifest.SealEntry) is not { } sealing)
        {
            throw new UnfitBackupException($"{path} is a zip file, but no backup of TRT: it has no {BackupManifest.Entry}.");
        }

        var text = await Read(entry, token);
        var seal = Encoding.ASCII.GetString(await Read(sealing, token));
        return Convert.ToHexStringLower(SHA256.HashData(text)) == seal
            ? BackupManifest.Read(text) ?? throw new InvalidDataException($"{BackupManifest.Entry} says nothing.")
            : throw new InvalidDataException($"{BackupManifest.Entry} does not fit its checksum.");
    }

    private static void CheckOrigin(BackupManifest manifest, string path, IReadOnlyCollection<string> known)
    {
        if (manifest.Product != BackupManifest.OurProduct || manifest.Migrations.Count == 0)
        {
            throw new UnfitBackupException($"{path} is a backup of another program ({manifest.Product}).");
        }

        var newer = manifest.Migrations.Except(known).Where(name => string.CompareOrdinal(name, known.Min()) > 0).ToList();
        if (manifest.Format > BackupManifest.CurrentFormat || newer.Count > 0)
        {
            throw new UnfitBackupException(
                $"{path} was made by a newer build ({manifest.Build}{(newer.Count > 0 ? $", {newer[^1]}" : "")}). "
                + "Nothing was changed. Restore it with that build, or a later one.");
        }

        if (!manifest.Migrations.Intersect(known).Any())
        {
            throw new UnfitBackupException($"{path} is of a database that this build has never made: it remembers {manifest.Migrations[0]}.");
        }
    }

    private static async Task CheckContent(ZipArchive zip, BackupManifest manifest, string path, CancellationToken token)
    {
        foreach (var (name, checksum) in manifest.Tables.Select(table => (table.Entry, table.Checksum))
            .Concat(manifest.Papers.Select(paper => (paper.Key, paper.Value))))
        {
            var entry = zip.GetEntry(name) ?? throw new InvalidDataException($"{name} is missing.");
            await using var content = entry.Open();
            if (Convert.ToHexStringLower(await SHA256.HashDataAsync(content, token)) != checksum)
            {
                throw new InvalidDataException($"{name} does not fit its checksum.");
            }
        }

        var surplus = zip.Entries.Select(entry => entry.FullName)
            .Except(manifest.Tables.Select(table => table.Entry)).Except(manifest.Papers.Keys)
            .Except([BackupManifest.Entry, BackupManifest.SealEntry]);
        if (surplus.FirstOrDefault() is { } stranger)
        {
            throw new InvalidDataException($"{stranger} was put into {path} later.");
        }
    }

    private static async Task<byte[]> Read(ZipArchiveEntry entry, CancellationToken token)
    {
        if (entry.Length > ManifestBytesMax)
        {
            throw new InvalidDataException($"{entry.FullName} is too long.");
        }

        await using var content = entry.Open();
        using var memory = new MemoryStream();
        await content.CopyToAsync(memory, token);
        return memory.ToArray();
    }
}
