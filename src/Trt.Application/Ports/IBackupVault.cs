namespace Trt.Application.Ports;

/// <summary>Where copies of the database are kept, away from it.</summary>
public interface IBackupVault
{
    /// <summary>In words for people, without a secret; null when the settings name none.</summary>
    string? Place { get; }

    /// <summary>Writes a copy of the database as it is at one moment.</summary>
    /// <param name="folder">Null = where the settings say.</param>
    /// <exception cref="BackupFailedException">There is no new copy, and nothing half-made is left.</exception>
    Task<KeptBackup> Keep(string name, string? folder, IProgress<BackupStep>? progress, CancellationToken token);

    /// <exception cref="BackupFailedException">It is still there.</exception>
    Task Remove(string name, CancellationToken token);
}

/// <param name="Name">Of the file: an encrypted one has a longer name.</param>
/// <param name="Checksum">SHA-256 of the file.</param>
public sealed record KeptBackup(string Name, string Path, long Bytes, long Rows, string Checksum);

/// <summary>A table is being copied.</summary>
public readonly record struct BackupStep(string Table, int Done, int Tables);

/// <summary>The message says what is wrong and what to do.</summary>
public sealed class BackupFailedException(string message, Exception? inner = null) : Exception(message, inner);
