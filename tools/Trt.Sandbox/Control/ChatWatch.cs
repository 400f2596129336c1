using Trt.Sandbox.Telegram;
using Trt.Sandbox.Telegram.Objects;

namespace Trt.Sandbox.Control;

/// <summary>Answers when a chat is newer than what the watcher has seen, or after 25 seconds as it is.</summary>
internal sealed class ChatWatch(People people, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(25);

    public async Task<ChatView> See(long chatId, string? token, long? after, long? viewer, int last, CancellationToken ct)
    {
        if (chatId == 0)
        {
            throw new ControlRefusal("a private chat's id is the person's id, a positive number; a group's is below zero");
        }

        var bot = people.BotOf(token);
        if (chatId < 0 && !IsKnown(bot, chatId))
        {
            throw new ControlRefusal($"there is no group {chatId}: found one by /control/groups");
        }

        using var timeIsUp = new CancellationTokenSource(Patience, clock);
        while (true)
        {
            ChatView view;
            Task changed;
            DateTimeOffset? fadesAt;
            lock (bot.Gate)
            {
                var room = bot.Room(chatId);
                view = room is null ? ChatView.Empty(bot, Stranger(chatId)) : ChatView.Of(bot, room, viewer ?? chatId, last);
                changed = room?.Changed ?? bot.SomebodyCame;
                fadesAt = room?.FadesAt;
            }

            // A version below what was seen means that the sandbox was reset meanwhile.
            if (after is not { } seen || view.Version != seen || timeIsUp.IsCancellationRequested)
            {
                return view;
            }

            using var wake = CancellationTokenSource.CreateLinkedTokenSource(ct, timeIsUp.Token);
            await Task.WhenAny(changed, Task.Delay(UntilFaded(fadesAt), clock, wake.Token));
            await wake.CancelAsync();
            ct.ThrowIfCancellationRequested();
        }
    }

    private static bool IsKnown(BotAccount bot, long chatId)
    {
        lock (bot.Gate)
        {
            return bot.Room(chatId) is not null;
        }
    }

    private TimeSpan UntilFaded(DateTimeOffset? fadesAt)
    {
        if (fadesAt is null)
        {
            return Timeout.InfiniteTimeSpan;
        }

        var wait = fadesAt.Value - clock.GetUtcNow();
        return wait > TimeSpan.FromMilliseconds(1) ? wait : TimeSpan.FromMilliseconds(1);
    }

    private static User Stranger(long id) => new() { Id = id, IsBot = false, FirstName = $"Guest {id}", LanguageCode = "ru" };
}
