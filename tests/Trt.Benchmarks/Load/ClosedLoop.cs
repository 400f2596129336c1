using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Sockets;

namespace Trt.Benchmarks.Load;

/// <summary>
/// Connections that each send the next request when the last one is answered: the load follows the server, and there is never more
/// under way than there are connections. One thread per connection on plain sockets, so that the generator takes little from the server.
/// </summary>
internal sealed class ClosedLoop(int port, int connections)
{
    /// <param name="mark">What every answer must hold; empty when any 200 will do.</param>
    public LoadResult Run(IRequests requests, byte[] mark, TimeSpan time)
    {
        var latencies = new ConcurrentBag<List<long>>();
        var failures = new ConcurrentQueue<Exception>();
        using var ready = new CountdownEvent(connections);
        using var gate = new ManualResetEventSlim();
        var hands = Enumerable.Range(0, connections).Select(_ => new Thread(() =>
        {
            try
            {
                latencies.Add(Work(requests, mark, time, ready, gate));
            }
            catch (Exception exception) when (exception is BenchmarkException or SocketException)
            {
                failures.Enqueue(exception);
            }
        })).ToList();
        hands.ForEach(hand => hand.Start());
        ready.Wait();
        var started = Stopwatch.GetTimestamp();
        gate.Set();
        hands.ForEach(hand => hand.Join());
        var elapsed = Stopwatch.GetElapsedTime(started);
        return failures.TryDequeue(out var first)
            ? throw new BenchmarkException($"The measurement broke off: {first.Message}", first)
            : new LoadResult([.. latencies.SelectMany(ticks => ticks).Order()], elapsed);
    }

    private List<long> Work(IRequests requests, byte[] mark, TimeSpan time, CountdownEvent ready, ManualResetEventSlim gate)
    {
        var latencies = new List<long>(capacity: 64 * 1024);
        Conversation conversation;
        try
        {
            conversation = new Conversation(port);
        }
        finally
        {
            ready.Signal();
        }

        using (conversation)
        {
            gate.Wait();
            var request = new byte[4 * 1024];
            var end = Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency);
            for (var now = Stopwatch.GetTimestamp(); now < end && requests.TryWrite(request, out var length);)
            {
                conversation.Ask(request.AsSpan(0, length), mark);
                var answered = Stopwatch.GetTimestamp();
                latencies.Add(answered - now);
                now = answered;
            }
        }

        return latencies;
    }
}

/// <summary>Where connections take their next request from; asked by all of them at once.</summary>
internal interface IRequests
{
    /// <returns>False when there is no request left.</returns>
    bool TryWrite(Span<byte> buffer, out int length);
}

internal sealed record LoadResult(IReadOnlyList<long> SortedTicks, TimeSpan Elapsed)
{
    public int Count => SortedTicks.Count;

    public double PerSecond => Count / Elapsed.TotalSeconds;

    public double Milliseconds(double percentile) =>
        Count == 0 ? 0 : SortedTicks[(int)Math.Min(Count - 1, percentile / 100 * Count)] * 1000.0 / Stopwatch.Frequency;
}
