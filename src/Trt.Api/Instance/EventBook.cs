using Trt.Domain.Shared;

namespace Trt.Api.Instance;

/// <summary>
/// What became of the latest updates in this instance, for an owner who asks: names of steps and ids, never what somebody wrote.
/// </summary>
internal sealed class EventBook(TimeProvider time)
{
    private const int Kept = 64;

    private readonly Lock _gate = new();
    private readonly UpdateEvent[] _ring = new UpdateEvent[Kept];
    private long _count;

    /// <summary>When this instance began.</summary>
    public DateTimeOffset Since { get; } = time.GetUtcNow();

    public void Note(string chain, string route, Cid cid, double milliseconds)
    {
        var noted = new UpdateEvent(time.GetUtcNow(), chain, route, cid, milliseconds);
        lock (_gate)
        {
            _ring[_count++ % Kept] = noted;
        }
    }

    /// <summary>The newest first.</summary>
    public IReadOnlyList<UpdateEvent> Latest(int most)
    {
        lock (_gate)
        {
            return [.. Enumerable.Range(1, (int)Math.Min(_count, Math.Min(most, Kept))).Select(back => _ring[(_count - back) % Kept])];
        }
    }
}

/// <param name="Chain">The steps that it went through, in their order.</param>
internal readonly record struct UpdateEvent(DateTimeOffset At, string Chain, string Route, Cid Cid, double Milliseconds);
