namespace Trt.Sandbox.Telegram;

/// <summary>
/// The pace Telegram allows: 30 messages a second for the bot, one a second for a chat with a small burst, 20 a minute for a group.
/// </summary>
internal sealed class RateLimiter
{
    private const double OverallPerSecond = 30;
    private const double ChatBurst = 5;
    private const double GroupPerMinute = 20;

    private readonly Dictionary<long, Bucket> _chats = [];
    private Bucket? _overall;

    /// <returns>Seconds to wait, or null when the message may go.</returns>
    public int? Refusal(long chatId, DateTimeOffset now)
    {
        _overall ??= new Bucket(OverallPerSecond, OverallPerSecond, now);
        if (!_chats.TryGetValue(chatId, out var chat))
        {
            _chats.Add(chatId, chat = chatId < 0 ? new Bucket(GroupPerMinute / 60, GroupPerMinute, now) : new Bucket(1, ChatBurst, now));
        }

        var wait = Math.Max(_overall.Wait(now), chat.Wait(now));
        if (wait > 0)
        {
            return (int)Math.Ceiling(wait);
        }

        _overall.Take();
        chat.Take();
        return null;
    }

    public void Clear()
    {
        _chats.Clear();
        _overall = null;
    }

    private sealed class Bucket(double perSecond, double capacity, DateTimeOffset now)
    {
        private double _spent;
        private DateTimeOffset _seenAt = now;

        public double Wait(DateTimeOffset now)
        {
            _spent = Math.Max(0, _spent - (now - _seenAt).TotalSeconds * perSecond);
            _seenAt = now;
            return capacity - _spent >= 1 ? 0 : (1 - capacity + _spent) / perSecond;
        }

        public void Take() => _spent++;
    }
}
