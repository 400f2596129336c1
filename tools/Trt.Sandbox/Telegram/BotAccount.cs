using System.Text.Json.Nodes;
using Trt.Sandbox.Control;
using Trt.Sandbox.Telegram.Chats;
using Trt.Sandbox.Telegram.Inline;
using Trt.Sandbox.Telegram.Objects;
using Trt.Sandbox.Telegram.Payments;
using Trt.Sandbox.Telegram.Updates;

namespace Trt.Sandbox.Telegram;

/// <summary>
/// Everything one bot has: its chats, its queue of updates, its webhook, its Stars. One rule keeps it safe: whoever touches anything
/// here, or anything reached from here, holds <see cref="Gate"/>; and nobody waits while holding it.
/// </summary>
internal sealed class BotAccount
{
    private readonly Dictionary<long, ChatRoom> _rooms = [];
    private readonly Random _random;
    private TaskCompletionSource _somebodyCame = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _lastMessageId;

    public BotAccount(TelegramWorld world, string token, Me me)
    {
        World = world;
        Token = token;
        Me = me;
        AsUser = new User { Id = me.Id, IsBot = true, FirstName = me.FirstName, Username = me.Username };
        var sinceEpoch = (long)(Now - new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)).TotalSeconds;
        // A bot's memory outlives this process: ids of an earlier run must not come again with another meaning.
        _lastMessageId = Math.Clamp(sinceEpoch, 0, int.MaxValue / 2);
        _random = new Random(HashCode.Combine(token, Now.Ticks));
        Updates = new UpdateQueue(world.Clock, 2_000_001 + Math.Abs(sinceEpoch) * 4 % (1 << 30));
        Presses = new OpenPresses(world.Clock, world.Settings);
        Stars = new StarsCashier(this);
        Inline = new InlineQueries(this);
    }

    public Lock Gate { get; } = new();

    public TelegramWorld World { get; }

    public string Token { get; }

    public Me Me { get; set; }

    public User AsUser { get; private set; }

    public long Id => Me.Id;

    public BotProfile Profile { get; } = new();

    public UpdateQueue Updates { get; }

    public OpenPresses Presses { get; }

    public StarsCashier Stars { get; }

    public InlineQueries Inline { get; }

    public FaultBook Faults { get; } = new();

    public RateLimiter Pace { get; } = new();

    public Webhook? Webhook { get; set; }

    public WebhookCourier? Courier { get; set; }

    public DateTimeOffset Now => World.Clock.GetUtcNow();

    /// <summary>Ends when the next chat begins.</summary>
    public Task SomebodyCame => _somebodyCame.Task;

    public IEnumerable<ChatRoom> Rooms => _rooms.Values;

    public ChatRoom? Room(long chatId) => _rooms.GetValueOrDefault(chatId);

    /// <summary>The room of a person who does something, made on first use.</summary>
    public ChatRoom RoomOf(User user)
    {
        if (!_rooms.TryGetValue(user.Id, out var room))
        {
            Open(room = new ChatRoom(Chat.With(user), NewId(), user));
        }

        room.Meet(user);
        foreach (var group in _rooms.Values)
        {
            group.Group?.Meet(user);
        }

        return room;
    }

    /// <summary>A group that somebody has founded, or that an earlier run has known.</summary>
    public ChatRoom Found(Chat chat)
    {
        var room = new ChatRoom(chat, NewId(), person: null, new Group());
        Open(room);
        return room;
    }

    public void Rename(string name)
    {
        Me = Me with { FirstName = name };
        AsUser = AsUser with { FirstName = name };
    }

    /// <summary>A supergroup counts its own messages; all other chats of an account share one counter.</summary>
    public long NextMessageId(ChatRoom room) =>
        World.Settings.Current.MessageIdsPerAccount && room.Chat.Type != Chat.Supergroup ? ++_lastMessageId : room.TakeOwnId();

    /// <summary>Ids of messages go on behind this one.</summary>
    public void GoOnBehind(long messageId) => _lastMessageId = Math.Max(_lastMessageId, messageId);

    /// <summary>An int64 as the Bot API writes ids of queries: a text.</summary>
    public string NewId() => _random.NextInt64(1L << 52, long.MaxValue).ToString(System.Globalization.CultureInfo.InvariantCulture);

    public double NextDouble() => _random.NextDouble();

    /// <summary>Something happened that the bot may want to know.</summary>
    public PendingUpdate? Tell(Update update)
    {
        var pending = Updates.Add(update);
        if (pending is not null)
        {
            Courier?.Accept(pending);
        }

        return pending;
    }

    public PendingUpdate TellRaw(JsonObject content)
    {
        var pending = Updates.AddRaw(content);
        Courier?.Accept(pending);
        return pending;
    }

    /// <summary>Chats, queue and money start anew; what the bot's program has set up (webhook, commands) stays.</summary>
    public void Reset()
    {
        foreach (var room in _rooms.Values)
        {
            room.Touch();
        }

        _rooms.Clear();
        Updates.Clear();
        Presses.Clear();
        Inline.Clear();
        Stars.Clear();
        Faults.Clear();
        Pace.Clear();
        if (Webhook is not null)
        {
            Webhook = Webhook with { LastErrorDate = null, LastErrorMessage = null };
        }
    }

    private void Open(ChatRoom room)
    {
        _rooms.Add(room.Id, room);
        _somebodyCame.TrySetResult();
        _somebodyCame = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
