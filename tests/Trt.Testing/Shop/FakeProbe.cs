using System.Collections.Concurrent;
using Trt.Application.Ports;

namespace Trt.Testing.Shop;

/// <summary>Says what it is told about results; unless told otherwise everything is there.</summary>
public sealed class FakeProbe : IResultProbe
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

    public Task<decimal?> Seconds(Uri address, CancellationToken token) => Task.FromResult(Length);

    public Task<ResultPresence> Look(Uri address, CancellationToken token) =>
        Task.FromResult(_next.TryDequeue(out var presence) ? presence : Usual);
}
