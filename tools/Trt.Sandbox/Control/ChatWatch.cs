using Trt.Sandbox.Telegram.Objects;

namespace Trt.Sandbox.Control;

/// <summary>Answers when a chat is newer than what the watcher has seen, or after 25 seconds as it is.</summary>
internal sealed class ChatWatch(People people, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(25);

    public async Task<ChatView> See(long chatId, string? token, long? after, CancellationToken ct)
    {
        if (chatId <= 0)
        {
            throw new ControlRefusal("a chat's id is the person's id, a positive number");
        }

        var bot = people.BotOf(token);
        using var timeIsUp = new CancellationTokenSource(Patience, clock);
        while (true)
        {
            ChatView view;
            Task changed;
            DateTimeOffset? fadesAt;
            lock (bot.Gate)
            {
                var room = bot.Room(chatId);
                view = room is null ? ChatView.Empty(bot, Stranger(chatId)) : ChatView.Of(bot, room);
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
