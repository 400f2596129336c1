using System.Text.Json;
using Trt.Sandbox.Telegram.Objects;
using Trt.Sandbox.Telegram.Payments;

namespace Trt.Sandbox.Telegram.Chats;

/// <summary>One chat that a bot is or was in: with a person, or a group. Guarded by the account's lock.</summary>
internal sealed class ChatRoom(Chat chat, string chatInstance, User? person, Group? group = null)
{
    private const int MessagesMax = 2000;
    private const int PressesMax = 500;
    private const int CheckoutsMax = 500;
    private static readonly TimeSpan ActionShown = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan DraftShown = TimeSpan.FromSeconds(30);

    private readonly OrderedDictionary<long, ChatEntry> _entries = [];
    private readonly List<Press> _presses = [];
    private readonly List<Checkout> _checkouts = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private (string Action, DateTimeOffset Until)? _action;
    private (Draft Draft, DateTimeOffset Until)? _draft;
    private long _lastId;

    /// <summary>The other side of a private chat; nobody in a group.</summary>
    public User? Person { get; private set; } = person;

    /// <summary>Null in a private chat.</summary>
    public Group? Group => group;

    public Chat Chat { get; private set; } = chat;

    public long Id => Chat.Id;

    public string ChatInstance => chatInstance;

    /// <summary>The person has written at least once: only then may the bot write.</summary>
    public bool IsStarted { get; set; } = group is not null;

    public bool IsBlocked { get; private set; }

    public long Version { get; private set; }

    public Task Changed => _changed.Task;

    /// <summary>The keyboard that stands in place of the letters, if any.</summary>
    public JsonElement? ReplyKeyboard { get; private set; }

    public long? PinnedId { get; private set; }

    public JsonElement? MenuButton { get; set; }

    public IEnumerable<ChatEntry> Entries => _entries.Values;

    public IReadOnlyList<Press> Presses => _presses;

    public IReadOnlyList<Checkout> Checkouts => _checkouts;

    public long TakeOwnId() => ++_lastId;

    public void Meet(User user)
    {
        if (user == Person)
        {
            return;
        }

        Person = user;
        Chat = Chat.With(user);
        Touch();
    }

    public void Rename(string title)
    {
        Chat = Chat with { Title = title };
        Touch();
    }

    public void Block(bool blocked)
    {
        IsBlocked = blocked;
        Touch();
    }

    public ChatEntry Add(ChatEntry entry)
    {
        _entries.Add(entry.Message.MessageId, entry);
        _lastId = Math.Max(_lastId, entry.Message.MessageId);
        if (_entries.Count > MessagesMax)
        {
            _entries.RemoveAt(0);
        }

        if (!entry.IsFromUser)
        {
            _action = null;
            _draft = null;
        }

        Touch();
        return entry;
    }

    public ChatEntry? Find(long messageId) => _entries.GetValueOrDefault(messageId);

    public bool HasEverHad(long messageId) => messageId > 0 && messageId <= _lastId;

    public bool Delete(long messageId)
    {
        if (!_entries.Remove(messageId))
        {
            return false;
        }

        Touch();
        return true;
    }

    public void ShowKeyboard(JsonElement? keyboard)
    {
        ReplyKeyboard = keyboard;
        Touch();
    }

    public void Add(Press press)
    {
        _presses.Add(press);
        if (_presses.Count > PressesMax)
        {
            _presses.RemoveAt(0);
        }

        Touch();
    }

    public void Add(Checkout checkout)
    {
        _checkouts.Add(checkout);
        if (_checkouts.Count > CheckoutsMax)
        {
            _checkouts.RemoveAt(0);
        }

        Touch();
    }

    public void Pin(long? messageId)
    {
        PinnedId = messageId;
        Touch();
    }

    public void Show(string action, DateTimeOffset now)
    {
        _action = action == "cancel" ? null : (action, now + ActionShown);
        Touch();
    }

    public void Show(Draft draft, DateTimeOffset now)
    {
        _draft = (draft, now + DraftShown);
        Touch();
    }

    /// <summary>What the bot is seen doing; a hint that nobody renews vanishes.</summary>
    public string? Action(DateTimeOffset now)
    {
        if (_action is { } action && action.Until <= now)
        {
            _action = null;
            Version++;
        }

        return _action?.Action;
    }

    public Draft? Draft(DateTimeOffset now)
    {
        if (_draft is { } draft && draft.Until <= now)
        {
            _draft = null;
            Version++;
        }

        return _draft?.Draft;
    }

    /// <summary>When the view changes next without anybody doing anything.</summary>
    public DateTimeOffset? FadesAt => (_action?.Until, _draft?.Until) switch
    {
        ({ } action, { } draft) => action < draft ? action : draft,
        var (action, draft) => action ?? draft,
    };

    /// <summary>Tells everyone who watches this chat that it is different now.</summary>
    public void Touch()
    {
        Version++;
        _changed.TrySetResult();
        _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
