using System.Collections.Concurrent;
using Trt.Application.Ports;

namespace Trt.Api.Bot.Sending;

/// <summary>
/// Brings screens to their chats right after the decision, beside the request: in order within a chat, chats side by side.
/// What is overtaken before it left (a second press on the same message) is not sent at all. People are not owed screens,
/// a press brings a new one; what they are owed goes through the outbox.
/// </summary>
internal sealed partial class ScreenSender(ChatGateway gateway, TimeProvider time, ILogger<ScreenSender> logger)
    : IHostedService, IDisposable
{
    private const int WaitingMax = 20_000;
    private const int TriesMax = 3;
    private static readonly TimeSpan MergeWithin = TimeSpan.FromMilliseconds(700);
    private static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<long, ChatQueue> _chats = new();
    private readonly CancellationTokenSource _stop = new();
    private int _waiting;

    public void Show(long chatId, long? messageId, Screen screen, string? mergeKey = null)
    {
        if (Volatile.Read(ref _waiting) >= WaitingMax)
        {
            Telemetry.ScreensDropped.Add(1);
            return;
        }

        var pending = new Pending(messageId, screen, mergeKey);
        while (true)
        {
            var queue = _chats.GetOrAdd(chatId, _ => new ChatQueue());
            lock (queue)
            {
                if (queue.IsClosed)
                {
                    continue;
                }

                Interlocked.Add(ref _waiting, queue.Put(pending));
                if (queue.Work is null)
                {
                    queue.Work = Task.Run(() => Drain(chatId, queue));
                }

                return;
            }
        }
    }

    /// <summary>Completes when nothing waits for this chat any more, so that an owed message is not overtaken by an older screen.</summary>
    public Task Quiet(long chatId, CancellationToken token) =>
        _chats.TryGetValue(chatId, out var queue) && queue.Work is { } work ? work.WaitAsync(token) : Task.CompletedTask;

    public Task StartAsync(CancellationToken token) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken token)
    {
        _stop.CancelAfter(DrainTime);
        await Task.WhenAll(_chats.Values.Select(queue => queue.Work ?? Task.CompletedTask));
    }

    public void Dispose() => _stop.Dispose();

    private async Task Drain(long chatId, ChatQueue queue)
    {
        while (true)
        {
            Pending next;
            lock (queue)
            {
                if (queue.Peek() is not { } head)
                {
                    queue.IsClosed = true;
                    _chats.TryRemove(chatId, out _);
                    return;
                }

                next = head;
            }

            if (next.MergeKey is not null)
            {
                await Task.Delay(MergeWithin, time, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            lock (queue)
            {
                next = queue.Take();
                Interlocked.Decrement(ref _waiting);
            }

            await Deliver(chatId, next);
        }
    }

    private async Task Deliver(long chatId, Pending pending)
    {
        try
        {
            for (var attempt = 1; attempt <= TriesMax; attempt++)
            {
                switch (await gateway.Show(chatId, pending.MessageId, pending.Screen, _stop.Token))
                {
                    case SendOutcome.TryLater later:
                        await Task.Delay(later.After, time, _stop.Token);
                        break;
                    case GroupMoved moved:
                        await gateway.Show(moved.ChatId, messageId: null, pending.Screen with { ReplyTo = null }, _stop.Token);
                        return;
                    default:
                        return;
                }
            }

            ScreenNotSent(chatId);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            ScreenNotSent(chatId);
        }
        catch (Exception exception)
        {
            ScreenFailed(exception, chatId);
        }
    }

    private sealed record Pending(long? MessageId, Screen Screen, string? MergeKey);

    /// <summary>Guarded by its own lock.</summary>
    private sealed class ChatQueue
    {
        private readonly LinkedList<Pending> _items = [];

        public Task? Work { get; set; }

        public bool IsClosed { get; set; }

        public Pending? Peek() => _items.First?.Value;

        public Pending Take()
        {
            var first = _items.First!.Value;
            _items.RemoveFirst();
            return first;
        }

        /// <returns>By how much the queue has grown.</returns>
        public int Put(Pending pending)
        {
            for (var node = _items.Last; node is not null; node = node.Previous)
            {
                var isOvertaken = pending.MergeKey is not null
                    ? node.Value.MergeKey == pending.MergeKey
                    : pending.MessageId is not null && node.Value.MessageId == pending.MessageId;
                if (isOvertaken)
                {
                    node.Value = pending;
                    return 0;
                }
            }

            _items.AddLast(pending);
            return 1;
        }
    }

    [LoggerMessage(EventId = 310, EventName = "UI_RENDER_LOST", Level = LogLevel.Warning,
        Message = "A screen for chat {Chat} could not be sent")]
    private partial void ScreenNotSent(long chat);

    [LoggerMessage(EventId = 311, EventName = "UI_RENDER_FAIL", Level = LogLevel.Error, Message = "A screen for chat {Chat} failed")]
    private partial void ScreenFailed(Exception exception, long chat);
}
