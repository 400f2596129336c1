using System.Collections.Concurrent;

namespace Trt.Api.Bot.Sending;

/// <summary>
/// Telegram's speed limits for this instance: thirty messages a second in all, one a second in a chat with a burst for quick hands.
/// Each caller reserves its moment and waits for it; a 429 moves all moments back.
/// </summary>
internal sealed class ChatPace(TimeProvider time)
{
    private static readonly TimeSpan BetweenAny = TimeSpan.FromSeconds(1) / 30;
    private static readonly TimeSpan BurstOfAny = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BetweenInChat = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BurstInChat = TimeSpan.FromSeconds(20);
    private const int ChatsMax = 100_000;

    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<long, DateTimeOffset> _chats = new();
    private DateTimeOffset _all;
    private DateTimeOffset _heldUntil;

    public async Task Wait(long chatId, CancellationToken token)
    {
        var wait = Reserve(chatId);
        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, time, token);
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
            _chats[chatId] = time.GetUtcNow() + wait + BurstInChat;
        }
    }

    private TimeSpan Reserve(long chatId)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            _all = Later(_all, now) + BetweenAny;
            if (_chats.Count >= ChatsMax)
            {
                _chats.Clear();
            }

            var chat = Later(_chats.GetValueOrDefault(chatId), now) + BetweenInChat;
            _chats[chatId] = chat;
            return Later(Later(_all - BurstOfAny, chat - BurstInChat), _heldUntil) - now;
        }
    }

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
}
