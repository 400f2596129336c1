using Trt.Application.Ports;
using Trt.Domain.Catalog;

namespace Trt.Testing.Shop;

public sealed class FakeFiles : ICustomerFiles
{
    public HashSet<string> Lost { get; } = [];

    public Task<CustomerFile> Open(MediaItem item, CancellationToken token) => Task.FromResult<CustomerFile>(
        Lost.Contains(item.FileId) ? new CustomerFile.Lost("gone") : new CustomerFile.Opened(new MemoryStream([1, 2, 3])));
}
