using System.Security.Cryptography;
using Npgsql;
using Trt.Application.Ports;
using Trt.Infrastructure.Persistence;

namespace Trt.Infrastructure.Backups;

internal sealed class BackupVault(BackupOptions options, Database database, TimeProvider time) : IBackupVault, IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly Bucket? _bucket = options.Bucket is { } bucket ? new Bucket(bucket, time) : null;

    public string? Place => options.Place;

    public async Task<KeptBackup> Keep(string name, string? folder, IProgress<BackupStep>? progress, CancellationToken token)
    {
        var full = options.Recipient is null ? name : name + Age.Ending;
        var (home, isPassing) = (folder ?? options.Folder ?? Path.GetTempPath(), folder is null && options.Folder is null);
        var (part, final) = (Path.Combine(home, $"{full}.part"), Path.GetFullPath(Path.Combine(home, full)));
        try
        {
            Directory.CreateDirectory(home);
            var manifest = await Write(part, progress, token);
            var checksum = await Checksum(part, token);
            var bytes = new FileInfo(part).Length;
            if (folder is null && _bucket is not null)
            {
                await _bucket.Put(full, part, checksum, token);
            }

            if (isPassing)
            {
                return new KeptBackup(full, $"{options.Bucket!.Address.AbsoluteUri.TrimEnd('/')}/{full}", bytes, manifest.Rows, checksum);
            }

            File.Move(part, final, overwrite: false);
            await File.WriteAllTextAsync($"{final}.sha256", $"{checksum}  {full}\n", token);
            return new KeptBackup(full, final, bytes, manifest.Rows, checksum);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new BackupFailedException($"The copy cannot be written to {home}: {problem.Message}", problem);
        }
        catch (NpgsqlException away)
        {
            throw new BackupFailedException($"The database broke off while it was copied: {away.Message}", away);
        }
        finally
        {
            if (File.Exists(part))
            {
                File.Delete(part);
            }
        }
    }

    public async Task Remove(string name, CancellationToken token)
    {
        try
        {
            if (options.Folder is { } folder)
            {
                File.Delete(Path.Combine(folder, name));
                File.Delete(Path.Combine(folder, $"{name}.sha256"));
            }

            await (_bucket?.Remove(name, token) ?? Task.CompletedTask);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new BackupFailedException($"{name} cannot be removed: {problem.Message}", problem);
        }
    }

    public void Dispose() => _bucket?.Dispose();

    private async Task<BackupManifest> Write(string part, IProgress<BackupStep>? progress, CancellationToken token)
    {
        await using var source = database.Patient();
        var writer = new BackupWriter(source, options.Build, time);
        if (options.Recipient is { } recipient)
        {
            BackupManifest? manifest = null;
            await Age.Encrypt(recipient, part, async stream => manifest = await writer.Write(stream, progress, token), token);
            return manifest ?? throw new BackupFailedException("age ended before the copy did.");
        }

        var closed = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.ReadWrite };
        if (!OperatingSystem.IsWindows())
        {
            closed.UnixCreateMode = OwnerOnly;
        }

        await using var file = new FileStream(part, closed);
        var written = await writer.Write(file, progress, token);
        file.Flush(flushToDisk: true);
        return written;
    }

    private static async Task<string> Checksum(string path, CancellationToken token)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, token));
    }
}
