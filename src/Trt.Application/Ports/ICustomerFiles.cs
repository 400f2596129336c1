using Trt.Domain.Catalog;

namespace Trt.Application.Ports;

/// <summary>Files that customers sent in the chat.</summary>
public interface ICustomerFiles
{
    Task<CustomerFile> Open(MediaItem item, CancellationToken token);
}

public abstract record CustomerFile
{
    public sealed record Opened(Stream Content) : CustomerFile;

    /// <summary>It cannot be read any more.</summary>
    public sealed record Lost(string Detail) : CustomerFile;

    public sealed record TryLater(TimeSpan After, string Detail) : CustomerFile;
}
