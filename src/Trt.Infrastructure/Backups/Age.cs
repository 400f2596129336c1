using System.ComponentModel;
using System.Diagnostics;
using Trt.Application.Ports;

namespace Trt.Infrastructure.Backups;

/// <summary>The program age, which encrypts for a recipient: whoever has the shop cannot read its copies.</summary>
internal static class Age
{
    public const string Ending = ".age";

    private const string Program = "age";

    private static readonly byte[] Head = "age-encryption.org/v1"u8.ToArray();

    public static bool Is(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        var head = new byte[Head.Length];
        return file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length && head.AsSpan().SequenceEqual(Head);
    }

    /// <summary>What <paramref name="write"/> writes goes encrypted to the file and is nowhere in the clear.</summary>
    public static async Task Encrypt(string recipient, string path, Func<Stream, Task> write, CancellationToken token)
    {
        using var process = Start(["-r", recipient, "-o", path]);
        var errors = process.StandardError.ReadToEndAsync(token);
        try
        {
            await write(process.StandardInput.BaseStream);
            process.StandardInput.Close();
        }
        catch (IOException) when (process.WaitForExit(TimeSpan.FromSeconds(5)))
        {
            // It has ended before the copy did; why, it says itself.
        }
        catch
        {
            process.Kill();
            throw;
        }

        await process.WaitForExitAsync(token);
        if (process.ExitCode != 0)
        {
            throw new BackupFailedException($"age did not encrypt: {Said(await errors)}. BACKUP_AGE_RECIPIENT is a public key, age1….");
        }
    }

    /// <exception cref="UnfitBackupException">The key does not fit, or the file is damaged.</exception>
    public static async Task Decrypt(string path, string identity, string to, CancellationToken token)
    {
        using var process = Start(["-d", "-i", identity, "-o", to, path]);
        process.StandardInput.Close();
        var errors = await process.StandardError.ReadToEndAsync(token);
        await process.WaitForExitAsync(token);
        if (process.ExitCode != 0)
        {
            throw new UnfitBackupException($"{path} could not be decrypted: {Said(errors)}. Nothing was changed.");
        }
    }

    private static string Said(string errors) =>
        errors.Split('\n').FirstOrDefault(line => line.Length > 0)?.Trim().Replace("age: error: ", "") ?? "no word of why";

    private static Process Start(string[] arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(Program, arguments)
            {
                RedirectStandardInput = true,
                RedirectStandardError = true,
            })!;
        }
        catch (Win32Exception)
        {
            throw new BackupFailedException(
                "The program age is missing, and encrypted copies need it (Debian, Ubuntu: apt-get install age; macOS: brew install age).");
        }
    }
}
