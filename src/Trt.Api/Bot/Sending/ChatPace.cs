using System.Collections.Concurrent;

namespace Trt.Api.Bot.Sending;

/// <summary>
/// Telegram's speed limits for this instance: thirty messages a second in all, one a second in a chat with a burst for quick hands, twenty
/// a minute in a group. Each caller reserves its moment and waits for it; a 429 moves all moments back.
/// </summary>
internal sealed class ChatPace(TimeProvider time)
{
    private static readonly TimeSpan BetweenAny = TimeSpan.FromSeconds(1) / 30;
    private static readonly TimeSpan BurstOfAny = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BetweenInChat = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BurstInChat = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan BetweenInGroup = TimeSpan.FromSeconds(3);

    /// <summary>Two short of what is allowed: other instances speak there too.</summary>
    private static readonly TimeSpan BurstInGroup = TimeSpan.FromSeconds(54);

    /// <summary>Whoever would stand here longer comes back instead.</summary>
    private static readonly TimeSpan PatienceInGroup = TimeSpan.FromSeconds(10);

    private const int ChatsMax = 100_000;

    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<long, DateTimeOffset> _chats = new();
    private DateTimeOffset _all;
    private DateTimeOffset _heldUntil;

    /// <returns>Null when the moment has come; otherwise when to come back, and nothing is reserved.</returns>
    public async Task<TimeSpan?> Wait(long chatId, CancellationToken token)
    {
        var (wait, isReserved) = Reserve(chatId);
        if (!isReserved)
        {
            return wait;
        }

        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, time, token);
        }

        return null;
    }

    /// <summary>Waits until at most half of the burst is taken: whoever presses now does not wait behind what is sent to many.</summary>
    public async Task Calm(CancellationToken token)
    {
        while (Backlog() is var ahead && ahead > TimeSpan.Zero)
        {
            await Task.Delay(ahead, time, token);
        }
    }

    /// <summary>Nothing leaves before then.</summary>
    public void Hold(TimeSpan wait)
    {
        lock (_gate)
        {
            var until = time.GetUtcNow() + wait;
            _heldUntil = until > _heldUntil ? until : _heldUntil;
        }
    }

    /// <summary>Nothing leaves for this chat before then.</summary>
    public void Hold(long chatId, TimeSpan wait)
    {
        lock (_gate)
        {
            _chats[chatId] = time.GetUtcNow() + wait + Burst(chatId);
        }
    }

    private (TimeSpan Wait, bool IsReserved) Reserve(long chatId)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            if (_chats.Count >= ChatsMax)
            {
                _chats.Clear();
            }

            var chat = Later(_chats.GetValueOrDefault(chatId), now) + Between(chatId);
            if (IsGroup(chatId) && chat - Burst(chatId) - now > PatienceInGroup)
            {
                return (chat - Burst(chatId) - now, false);
            }

            _all = Later(_all, now) + BetweenAny;
            _chats[chatId] = chat;
            return (Later(Later(_all - BurstOfAny, chat - Burst(chatId)), _heldUntil) - now, true);
        }
    }

    private TimeSpan Backlog()
    {
        lock (_gate)
        {
            return Later(_all - (BurstOfAny / 2), _heldUntil) - time.GetUtcNow();
        }
    }

    private static TimeSpan Between(long chatId) => IsGroup(chatId) ? BetweenInGroup : BetweenInChat;

    private static TimeSpan Burst(long chatId) => IsGroup(chatId) ? BurstInGroup : BurstInChat;

    private static bool IsGroup(long chatId) => chatId < 0;

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
}
