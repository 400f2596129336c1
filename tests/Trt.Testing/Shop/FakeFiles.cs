using System.Collections.Concurrent;
using Trt.Application.Ports;
using Trt.Domain.Catalog;

namespace Trt.Testing.Shop;

public sealed class FakeFiles : ICustomerFiles
{
    public HashSet<string> Lost { get; } = [];

    /// <summary>What is inside, for those where it matters; the others are small pictures.</summary>
    public ConcurrentDictionary<string, byte[]> Contents { get; } = new();

    private static readonly byte[] Picture = Pictures.Png(64, 48);

    public Task<CustomerFile> Open(MediaItem item, CancellationToken token) => Task.FromResult<CustomerFile>(
        Lost.Contains(item.FileId) ? new CustomerFile.Lost("gone") : new CustomerFile.Opened(new MemoryStream(Contents.GetValueOrDefault(item.FileId, Picture))));
}
