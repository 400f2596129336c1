using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Trt.Benchmarks.Load;

/// <summary>
/// Requests that come at their appointed times, whatever the server does. What one takes counts from its appointment and not from when it
/// left: a server that stands still for a second makes all of that second's requests late, as it would make customers wait.
/// </summary>
internal sealed class OpenLoop(int port, int connections)
{
    private const double NanosecondsPerTick = 1e9;

    /// <param name="mark">What every answer must hold; empty when any 200 will do.</param>
    public LoadResult Run(IRequests requests, byte[] mark, double perSecond, TimeSpan time)
    {
        var (latencies, failures) = (new ConcurrentBag<List<long>>(), new ConcurrentQueue<Exception>());
        var appointments = (int)(perSecond * time.TotalSeconds);
        var between = Stopwatch.Frequency / perSecond;
        var turn = -1;
        using var ready = new CountdownEvent(connections);
        using var gate = new ManualResetEventSlim();
        var started = 0L;
        var hands = Enumerable.Range(0, connections).Select(_ => new Thread(() =>
        {
            try
            {
                latencies.Add(Work());
            }
            catch (Exception exception) when (exception is BenchmarkException or SocketException)
            {
                failures.Enqueue(exception);
            }
        })).ToList();
        hands.ForEach(hand => hand.Start());
        ready.Wait();
        started = Stopwatch.GetTimestamp();
        gate.Set();
        hands.ForEach(hand => hand.Join());
        var elapsed = Stopwatch.GetElapsedTime(started);
        return failures.TryDequeue(out var first)
            ? throw new BenchmarkException($"The measurement broke off: {first.Message}", first)
            : new LoadResult([.. latencies.SelectMany(ticks => ticks).Order()], elapsed);

        List<long> Work()
        {
            var taken = new List<long>();
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
                for (var mine = Interlocked.Increment(ref turn); mine < appointments; mine = Interlocked.Increment(ref turn))
                {
                    if (!requests.TryWrite(request, out var length))
                    {
                        throw new BenchmarkException("There were fewer requests than appointments.");
                    }

                    var due = started + (long)(mine * between);
                    Until(due);
                    conversation.Ask(request.AsSpan(0, length), mark);
                    taken.Add(Stopwatch.GetTimestamp() - due);
                }
            }

            return taken;
        }
    }

    /// <summary>As exact as the kernel's own clock: the timers of the platform count whole milliseconds.</summary>
    private static void Until(long due)
    {
        var left = due - Stopwatch.GetTimestamp();
        if (left > 0)
        {
            var nanoseconds = (long)(left * (NanosecondsPerTick / Stopwatch.Frequency));
            var span = new Span(nanoseconds / 1_000_000_000, nanoseconds % 1_000_000_000);
            _ = NanoSleep(in span, IntPtr.Zero);
        }
    }

    [DllImport("libc", EntryPoint = "nanosleep")]
    private static extern int NanoSleep(in Span span, IntPtr left);

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Span(long Seconds, long Nanoseconds);
}
