using System.Collections.Concurrent;
using Telegram.Bot.Requests.Abstractions;
using Telegram.Bot.Types;
using Trt.Api.Instance;
using Trt.Api.Options;
using Trt.Infrastructure.Telegram;

namespace Trt.Api.Bot.Updates;

/// <summary>Asks Telegram for updates where nobody can reach us: a token alone is enough. Each person's updates stay in order.</summary>
internal sealed partial class UpdatePoller(
    BotApi api, BotOptions options, Readiness readiness, UpdateIntake intake, TimeProvider time,
    ILogger<UpdatePoller> logger) : BackgroundService
{
    private const int WaitSeconds = 30;
    private static readonly TimeSpan PatienceWithBatch = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(4);

    /// <summary>Answered, but not yet acknowledged, because another of their batch has to come again.</summary>
    private readonly ConcurrentDictionary<long, bool> _settled = new();

    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        if (options.UsesWebhook)
        {
            return;
        }

        await readiness.Opened.WaitAsync(stopping);
        long offset = 0;
        var pause = FirstPause;
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                var updates = await api.Receive(offset, WaitSeconds, Reception.Kinds, stopping);
                if (updates.Count == 0)
                {
                    continue;
                }

                if (await HandleBesideCheckouts(updates, offset, stopping))
                {
                    offset = await Past(updates, offset, stopping);
                    _settled.Clear();
                    pause = FirstPause;
                    continue;
                }
            }
            catch (BotApiException exception) when (!stopping.IsCancellationRequested)
            {
                PollFailed(exception.Message);
                await Task.Delay(exception.RetryAfter ?? AfterFault, time, stopping);
                continue;
            }
            catch (Exception exception) when (!stopping.IsCancellationRequested)
            {
                BatchFailed(exception);
            }

            // The same batch comes again at once; the database, or whatever it was, needs a moment.
            await Task.Delay(pause, time, stopping);
            pause = TimeSpan.FromTicks(Math.Min((pause * 2).Ticks, LongestPause.Ticks));
        }
    }

    /// <summary>What cannot be read is passed over by its id; without one there is no way past it but the next.</summary>
    private async Task<long> Past(IReadOnlyList<ReceivedUpdate> updates, long offset, CancellationToken stopping)
    {
        if (updates.LastOrDefault(update => update.Id != 0) is { } last)
        {
            return last.Id + 1;
        }

        await Task.Delay(AfterFault, time, stopping);
        return offset;
    }

    /// <summary>
    /// A person who is paying waits for seconds only. While a batch takes its time, we look what has come behind it (asking with the same
    /// offset acknowledges nothing) and answer that at once; when its own turn comes, it is answered again, which nobody minds.
    /// </summary>
    private async Task<bool> HandleBesideCheckouts(IReadOnlyList<ReceivedUpdate> updates, long offset, CancellationToken stopping)
    {
        var work = Handle(updates);
        var answered = updates.Select(update => update.Id).ToHashSet();
        while (await Task.WhenAny(work, Task.Delay(PatienceWithBatch, time, stopping)) != work && !stopping.IsCancellationRequested)
        {
            var behind = await Behind(offset);
            await Task.WhenAll(behind
                .Where(update => update.Content?.PreCheckoutQuery is not null && answered.Add(update.Id))
                .Select(update => HandleInOrder([update])));
        }

        return await work;
    }

    private async Task<IReadOnlyList<ReceivedUpdate>> Behind(long offset)
    {
        try
        {
            return await api.Receive(offset, waitSeconds: 0, Reception.Kinds, CancellationToken.None);
        }
        catch (BotApiException exception)
        {
            PollFailed(exception.Message);
            return [];
        }
    }

    /// <returns>False when one has to come again; then all of them do, and the others are passed over.</returns>
    private async Task<bool> Handle(IReadOnlyList<ReceivedUpdate> updates)
    {
        var people = updates.Where(update => !_settled.ContainsKey(update.Id)).GroupBy(update => update.Content switch
        {
            { CallbackQuery.From.Id: var presser } => ("chat", presser),
            { Message.Chat.Id: var chat } => ("chat", chat),
            { MyChatMember.Chat.Id: var chat } => ("chat", chat),
            // Whoever types does not wait for what they wrote elsewhere.
            { InlineQuery.From.Id: var typist } => ("inline", typist),
            _ => ("alone", update.Id),
        });
        var all = await Task.WhenAll(people.Select(HandleInOrder));
        return all.All(isKept => isKept);
    }

    private async Task<bool> HandleInOrder(IEnumerable<ReceivedUpdate> updates)
    {
        foreach (var update in updates)
        {
            var result = await intake.Handle(update, CancellationToken.None);
            if (result.IsHandedBack)
            {
                return false;
            }

            _settled[update.Id] = true;
            if (result.Reply is IRequest<bool> answer)
            {
                await Answer(answer);
            }
            else if (result.Reply is IRequest<Message> message)
            {
                await Answer(message);
            }
        }

        return true;
    }

    private async Task Answer<TResult>(IRequest<TResult> reply)
    {
        try
        {
            await api.Call(reply, CancellationToken.None);
        }
        catch (BotApiException exception)
        {
            // Too late to stop the waiting circle on the button; the screen comes all the same.
            AnswerFailed(exception.Message);
        }
    }

    [LoggerMessage(EventId = 40, EventName = "POLL_FAIL", Level = LogLevel.Warning, Message = "Telegram gave no updates: {Problem}")]
    private partial void PollFailed(string problem);

    [LoggerMessage(EventId = 42, EventName = "BATCH_FAIL", Level = LogLevel.Error,
        Message = "A batch of updates broke off; it comes again")]
    private partial void BatchFailed(Exception exception);

    [LoggerMessage(EventId = 41, EventName = "ANSWER_FAIL", Level = LogLevel.Information,
        Message = "A press could not be answered: {Problem}")]
    private partial void AnswerFailed(string problem);
}
