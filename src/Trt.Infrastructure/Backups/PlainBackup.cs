namespace Trt.Infrastructure.Backups;

/// <summary>A copy that can be read: the file itself, or what it is decrypted to for as long as this lives.</summary>
public sealed class PlainBackup : IDisposable
{
    private readonly string? _folder;

    private PlainBackup(string path, string? folder) => (Path, _folder) = (path, folder);

    public string Path { get; }

    /// <param name="identity">The file with the key; null for a copy that is not encrypted.</param>
    /// <exception cref="UnfitBackupException">It is not there, or cannot be decrypted.</exception>
    public static async Task<PlainBackup> Of(string path, string? identity, CancellationToken token)
    {
        if (!File.Exists(path))
        {
            throw new UnfitBackupException($"There is no file {path}.");
        }

        if (!Age.Is(path))
        {
            return new PlainBackup(path, folder: null);
        }

        if (identity is null)
        {
            throw new UnfitBackupException($"{path} is encrypted: name the file with its key, --identity key.txt.");
        }

        var folder = Directory.CreateTempSubdirectory("trt-restore-").FullName;
        var plain = new PlainBackup(System.IO.Path.Combine(folder, "backup.zip"), folder);
        try
        {
            await Age.Decrypt(path, identity, plain.Path, token);
            return plain;
        }
        catch
        {
            plain.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        if (_folder is not null)
        {
            Directory.Delete(_folder, recursive: true);
        }
    }
}
