using System.Text.Json;
using System.Text.Json.Nodes;
using Trt.Sandbox.Telegram.Objects;
using Trt.Sandbox.Telegram.Wire;

namespace Trt.Sandbox.Telegram.Updates;

/// <summary>What a bot has not taken yet, in order. Guarded by the account's lock, as everything of an account.</summary>
internal sealed class UpdateQueue(TimeProvider clock, long firstId)
{
    private const int PendingMax = 100_000;
    private const string LaneOfRaw = "raw";
    private static readonly TimeSpan LifetimeOfRaw = TimeSpan.FromHours(24);

    private readonly LinkedList<PendingUpdate> _pending = [];
    private long _nextId = firstId;
    private LongPoll? _waiting;
    private (long Offset, DateTimeOffset At)? _lastPoll;

    public UpdateFilter Filter { get; } = new();

    public int Count => _pending.Count;

    public bool HasPoll => _waiting is not null;

    public IEnumerable<PendingUpdate> Pending => _pending;

    /// <returns>Null when the bot does not want this kind.</returns>
    public PendingUpdate? Add(Update update)
    {
        if (!Filter.Lets(update.Kind) || _pending.Count >= PendingMax)
        {
            return null;
        }

        var numbered = update with { UpdateId = _nextId++ };
        return Add(new PendingUpdate(numbered.UpdateId, numbered.Lane, BotApiJson.Bytes(numbered), clock.GetUtcNow() + update.Lifetime));
    }

    /// <summary>Content in any words, as the real server of tomorrow may send it; only the id is given here.</summary>
    public PendingUpdate AddRaw(JsonObject content)
    {
        var id = _nextId++;
        var numbered = new JsonObject { ["update_id"] = id };
        foreach (var (name, value) in content)
        {
            numbered[name] = value?.DeepClone();
        }

        return Add(new PendingUpdate(id, LaneOfRaw, JsonSerializer.SerializeToUtf8Bytes(numbered), clock.GetUtcNow() + LifetimeOfRaw));
    }

    /// <summary>The same update once more, as after a webhook answer that got lost.</summary>
    public PendingUpdate Repeat(PendingUpdate original)
    {
        var copy = new PendingUpdate(original.Id, original.Lane, original.Body, original.Expires);
        copy.Node = original.Node is { List: not null } node ? _pending.AddAfter(node, copy) : _pending.AddFirst(copy);
        return copy;
    }

    /// <summary>A positive offset acknowledges what lies before it; a negative one keeps only the last so many.</summary>
    public void Acknowledge(long offset)
    {
        if (offset < 0)
        {
            while (_pending.Count > -offset)
            {
                Remove(_pending.First!.Value);
            }
        }
        else if (offset <= _nextId - 1 + 10)
        {
            while (_pending.First is { } head && head.Value.Id < offset)
            {
                Remove(head.Value);
            }
        }
    }

    public IReadOnlyList<byte[]> Take(int limit)
    {
        DropExpired();
        return [.. _pending.Take(limit).Select(update => update.Body)];
    }

    /// <summary>The real server makes a longer poll of a short one that asks for the same offset again and again.</summary>
    public (int Limit, TimeSpan Patience) SlowDown(long offset, int limit, TimeSpan patience, DateTimeOffset now)
    {
        var last = _lastPoll;
        _lastPoll = (offset, now);
        var slowed = TimeSpan.FromSeconds(3);
        if (last is not { } before || before.Offset != offset || now - before.At >= slowed)
        {
            return (limit, patience);
        }

        return (now - before.At < TimeSpan.FromSeconds(0.5) ? 1 : limit, patience > slowed ? patience : slowed);
    }

    public void Remove(PendingUpdate update)
    {
        if (update.Node is not { } node)
        {
            return;
        }

        update.Node = null;
        _pending.Remove(node);
    }

    public void Clear()
    {
        while (_pending.First is { } head)
        {
            Remove(head.Value);
        }
    }

    private PendingUpdate Add(PendingUpdate pending)
    {
        pending.Node = _pending.AddLast(pending);
        _waiting?.LookAgain();
        return pending;
    }

    public void DropExpired()
    {
        var now = clock.GetUtcNow();
        for (var node = _pending.First; node is not null;)
        {
            var next = node.Next;
            if (node.Value.Expires <= now)
            {
                Remove(node.Value);
            }

            node = next;
        }
    }

    /// <summary>Only one poll waits at a time; the newer one takes the place of the older.</summary>
    public void Wait(LongPoll poll)
    {
        if (_waiting == poll)
        {
            return;
        }

        _waiting?.Terminate("terminated by other getUpdates request; make sure that only one bot instance is running");
        _waiting = poll;
    }

    public void StopWaiting(LongPoll poll)
    {
        if (_waiting == poll)
        {
            _waiting = null;
        }
    }

    public void TerminatePoll(string reason)
    {
        _waiting?.Terminate(reason);
        _waiting = null;
    }
}

internal sealed class PendingUpdate(long id, string lane, byte[] body, DateTimeOffset expires)
{
    public long Id => id;

    public string Lane => lane;

    /// <summary>The JSON, written once.</summary>
    public byte[] Body => body;

    public DateTimeOffset Expires => expires;

    /// <summary>The place in the queue; null as soon as the update has left it.</summary>
    public LinkedListNode<PendingUpdate>? Node { get; set; }

    public bool HasLeft => Node is null;
}

/// <summary>A getUpdates call that waits for something to happen.</summary>
internal sealed class LongPoll
{
    private TaskCompletionSource _signal = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string? Conflict { get; private set; }

    public Task Signal => _signal.Task;

    public void LookAgain() => _signal.TrySetResult();

    public void Terminate(string reason)
    {
        Conflict = reason;
        _signal.TrySetResult();
    }

    public void Rearm()
    {
        if (Conflict is null)
        {
            _signal = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }
}
