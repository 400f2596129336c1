using System.Collections.Concurrent;

namespace Trt.Sandbox.Kie.Files;

/// <summary>The provider's store: what customers uploaded and what it has made. Everything has an end of life.</summary>
internal sealed class KieFiles(TimeProvider time)
{
    public const string Root = "/kie/files/";

    public static readonly TimeSpan UploadLife = TimeSpan.FromHours(24);
    public static readonly TimeSpan ResultLife = TimeSpan.FromDays(14);

    /// <summary>The address of a result ends before its file does.</summary>
    public static readonly TimeSpan ResultAddressLife = TimeSpan.FromHours(24);

    public const string Results = "results/";

    private const int KeptMax = 5_000;

    private readonly ConcurrentDictionary<string, StoredFile> _files = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _order = new();

    public void Put(string path, StoredFile file)
    {
        if (_files.TryAdd(path, file))
        {
            _order.Enqueue(path);
        }
        else
        {
            _files[path] = file;
        }
        while (_order.Count > KeptMax && _order.TryDequeue(out var oldest))
        {
            _files.TryRemove(oldest, out _);
        }
    }

    public StoredFile? Find(string path) => _files.TryGetValue(path, out var file) && time.GetUtcNow() < file.ExpiresAt ? file : null;

    /// <summary>What an address still leads to.</summary>
    public StoredFile? Serve(string path) => Find(path) is { } file && (!path.StartsWith(Results, StringComparison.Ordinal)
        || file.ExpiresAt - time.GetUtcNow() > ResultLife - ResultAddressLife)
            ? file
            : null;

    /// <summary>Whatever name this host is reached by, the path tells whether a file is ours.</summary>
    public StoredFile? Find(Uri address) => PathOf(address) is { } path ? Find(path) : null;

    /// <summary>A link to the same bytes that lives for a short time.</summary>
    public string DirectLink(Uri address)
    {
        var path = $"direct/{Guid.CreateVersion7(time.GetUtcNow()):N}{Path.GetExtension(address.AbsolutePath)}";
        Put(path, Find(address)! with { ExpiresAt = time.GetUtcNow() + TimeSpan.FromMinutes(20) });
        return $"{address.GetLeftPart(UriPartial.Authority)}{Root}{path}";
    }

    public void Clear()
    {
        _files.Clear();
        _order.Clear();
    }

    private static string? PathOf(Uri address)
    {
        var path = Uri.UnescapeDataString(address.AbsolutePath);
        return path.StartsWith(Root, StringComparison.Ordinal) ? path[Root.Length..] : null;
    }
}

/// <param name="Content">Results are drawn when somebody looks at them.</param>
internal sealed record StoredFile(string MimeType, Lazy<byte[]> Content, DateTimeOffset ExpiresAt);
