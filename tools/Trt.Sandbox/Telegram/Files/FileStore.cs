using System.Buffers.Text;
using System.Security.Cryptography;
using Trt.Sandbox.Control;
using Trt.Sandbox.Telegram.Wire;

namespace Trt.Sandbox.Telegram.Files;

/// <summary>
/// Every file of every bot, in memory and bounded: the oldest go first. Its own lock is never held while another is taken.
/// </summary>
internal sealed class FileStore : ISandboxState
{
    private const long ContentMax = 768L * 1024 * 1024;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, StoredFile> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<(long Bot, string Path), StoredFile> _byPath = [];
    private readonly Queue<StoredFile> _oldest = [];
    private long _contentBytes;
    private int _count;

    public StoredFile Add(long botId, FileKind kind, Upload upload, int variant = 0)
    {
        var hash = SHA256.HashData(upload.Content.Span);
        lock (_gate)
        {
            var number = _count++;
            var file = new StoredFile
            {
                FileId = IdOf(kind, botId, number, hash),
                UniqueId = UniqueIdOf(kind, hash, variant),
                Kind = kind,
                BotId = botId,
                Content = upload.Content,
                Path = $"{kind.Folder()}/file_{number}{Extension(kind, upload)}",
                FileName = upload.FileName.Length > 0 ? upload.FileName : null,
                MimeType = upload.MimeType,
            };
            _byId.Add(file.FileId, file);
            _byPath.Add((botId, file.Path), file);
            _oldest.Enqueue(file);
            _contentBytes += file.Size;
            while (_contentBytes > ContentMax && _oldest.Count > 1)
            {
                Forget(_oldest.Dequeue());
            }

            return file;
        }
    }

    /// <summary>A file of an earlier run, under the names that it had.</summary>
    public void Restore(StoredFile file)
    {
        lock (_gate)
        {
            if (!_byId.TryAdd(file.FileId, file))
            {
                return;
            }

            _byPath[(file.BotId, file.Path)] = file;
            _oldest.Enqueue(file);
            _contentBytes += file.Size;
            var digits = Path.GetFileNameWithoutExtension(file.Path)["file_".Length..];
            _count = Math.Max(_count, int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture) + 1);
        }
    }

    public IReadOnlyList<StoredFile> All()
    {
        lock (_gate)
        {
            return [.. _oldest];
        }
    }

    public StoredFile? Find(string fileId)
    {
        lock (_gate)
        {
            return _byId.GetValueOrDefault(fileId);
        }
    }

    public StoredFile? FindPath(long botId, string path)
    {
        lock (_gate)
        {
            return _byPath.GetValueOrDefault((botId, path));
        }
    }

    public void Reset()
    {
        lock (_gate)
        {
            _byId.Clear();
            _byPath.Clear();
            _oldest.Clear();
            _contentBytes = 0;
        }
    }

    private void Forget(StoredFile file)
    {
        _byId.Remove(file.FileId);
        _byPath.Remove((file.BotId, file.Path));
        _contentBytes -= file.Size;
    }

    private static string Extension(FileKind kind, Upload upload)
    {
        var fromName = Path.GetExtension(upload.FileName);
        var isPlain = fromName.Length is > 1 and <= 6 && fromName.Skip(1).All(char.IsAsciiLetterOrDigit);
        return isPlain ? fromName.ToLowerInvariant() : MimeTypes.ExtensionOf(upload.MimeType) ?? kind.DefaultExtension();
    }

    private static string IdOf(FileKind kind, long botId, int number, byte[] hash)
    {
        Span<byte> bytes = stackalloc byte[36];
        bytes[0] = (byte)(4 + (int)kind);
        BitConverter.TryWriteBytes(bytes[1..], botId);
        BitConverter.TryWriteBytes(bytes[9..], number);
        hash.AsSpan(0, 23).CopyTo(bytes[13..]);
        return FileIdentifier.Beginning(kind) + Base64Url.EncodeToString(bytes);
    }

    private static string UniqueIdOf(FileKind kind, byte[] hash, int variant)
    {
        Span<byte> bytes = stackalloc byte[11];
        hash.AsSpan(0, 9).CopyTo(bytes);
        bytes[9] = (byte)kind;
        bytes[10] = (byte)variant;
        return "AQ" + Base64Url.EncodeToString(bytes);
    }
}
