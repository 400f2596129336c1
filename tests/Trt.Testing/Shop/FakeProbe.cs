using System.Collections.Concurrent;
using Trt.Application.Ports;

namespace Trt.Testing.Shop;

/// <summary>Says what it is told about results; unless told otherwise everything is there.</summary>
public sealed class FakeProbe : IResultProbe, IResultFiles
{
    private readonly ConcurrentQueue<ResultPresence> _next = new();

    public ResultPresence Usual { get; set; } = ResultPresence.There;

    public FakeProbe Next(ResultPresence presence)
    {
        _next.Enqueue(presence);
        return this;
    }

    /// <summary>How long every film and sound is.</summary>
    public decimal? Length { get; set; }

    /// <summary>What lies at the address of a result; nothing is there any more when this is null.</summary>
    public byte[]? Content { get; set; } = Pictures.Png(64, 48);

    public Task<CustomerFile> Open(Uri address, CancellationToken token) => Task.FromResult<CustomerFile>(
        Content is { } bytes ? new CustomerFile.Opened(new MemoryStream(bytes)) : new CustomerFile.Lost("404"));

    public Task<decimal?> Seconds(Uri address, CancellationToken token) => Task.FromResult(Length);

    public Task<ResultPresence> Look(Uri address, CancellationToken token) =>
        Task.FromResult(_next.TryDequeue(out var presence) ? presence : Usual);
}
