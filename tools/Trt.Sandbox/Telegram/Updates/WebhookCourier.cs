using Trt.Sandbox.Control;
using Trt.Sandbox.Telegram.Wire;

namespace Trt.Sandbox.Telegram.Updates;

/// <summary>
/// Carries updates to a webhook, from setWebhook until it is set anew or deleted. Updates of one lane go one after the other, lanes go
/// side by side; an update is forgotten only when the webhook has taken it or its time is over.
/// The lanes are guarded by the account's lock.
/// </summary>
internal sealed class WebhookCourier(BotAccount bot, HttpClient http) : IDisposable
{
    private static readonly TimeSpan ReorderPatience = TimeSpan.FromSeconds(2);

    private readonly Dictionary<string, WebhookLane> _lanes = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _connections = new(bot.Webhook!.Connections);

    public void Start()
    {
        foreach (var update in bot.Updates.Pending.ToList())
        {
            Accept(update);
        }
    }

    /// <summary>
    /// Ends all deliveries. Some may be on their way still, so what they hold is left to the collector; none of it is a handle.
    /// </summary>
    public void Dispose() => _stop.Cancel();

    public void Accept(PendingUpdate update)
    {
        if (_lanes.TryGetValue(update.Lane, out var lane))
        {
            lane.Waiting.Add(update);
            lane.Overtaken();
            return;
        }

        _lanes.Add(update.Lane, lane = new WebhookLane(update.Lane, update));
        _ = Task.Run(() => Run(lane));
    }

    private async Task Run(WebhookLane lane)
    {
        try
        {
            while (Next(lane) is { } update)
            {
                if (await Misbehave(lane, update))
                {
                    continue;
                }

                var pause = await Deliver(lane, update);
                if (pause > TimeSpan.Zero)
                {
                    await Task.Delay(pause, bot.World.Clock, _stop.Token);
                }
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The webhook was changed: the updates are still in the queue, and whoever comes next takes them from there.
        }
    }

    private PendingUpdate? Next(WebhookLane lane)
    {
        lock (bot.Gate)
        {
            _stop.Token.ThrowIfCancellationRequested();
            bot.Updates.DropExpired();
            lane.Waiting.RemoveAll(update => update.HasLeft);
            if (lane.Waiting.Count > 0)
            {
                return lane.Waiting[0];
            }

            _lanes.Remove(lane.Key);
            return null;
        }
    }

    /// <summary>Plays the faults that a test has asked for.</summary>
    /// <returns>True when the lane has to be looked at anew.</returns>
    private async Task<bool> Misbehave(WebhookLane lane, PendingUpdate update)
    {
        Task overtaken;
        lock (bot.Gate)
        {
            if (lane.Examined == update)
            {
                return false;
            }

            lane.Examined = update;
            switch (bot.Faults.Take(FaultBook.Webhook, lane.ChatId)?.When)
            {
                case FaultMoment.Drop:
                    bot.Updates.Remove(update);
                    return true;
                case FaultMoment.Duplicate:
                    lane.Waiting.Insert(1, bot.Updates.Repeat(update));
                    return false;
                case FaultMoment.Reorder when lane.Waiting.Count > 1:
                    lane.Waiting.Reverse(0, 2);
                    return true;
                case FaultMoment.Reorder:
                    overtaken = lane.WaitToBeOvertaken();
                    break;
                default:
                    return false;
            }
        }

        await Task.WhenAny(overtaken, Task.Delay(ReorderPatience, bot.World.Clock, _stop.Token));
        lock (bot.Gate)
        {
            if (lane.Waiting.Count > 1)
            {
                lane.Waiting.Reverse(0, 2);
            }
        }

        return true;
    }

    /// <returns>How long to leave the lane alone.</returns>
    private async Task<TimeSpan> Deliver(WebhookLane lane, PendingUpdate update)
    {
        var webhook = bot.Webhook;
        if (webhook is null)
        {
            return TimeSpan.Zero;
        }

        await _connections.WaitAsync(_stop.Token);
        WebhookAnswer answer;
        try
        {
            answer = await WebhookPost.Send(http, webhook, update, _stop.Token);
        }
        finally
        {
            _connections.Release();
        }

        lock (bot.Gate)
        {
            _stop.Token.ThrowIfCancellationRequested();
            if (answer.Failure is null)
            {
                lane.Failures = 0;
                bot.Updates.Remove(update);
                foreach (var other in _lanes.Values.Where(other => other != lane))
                {
                    other.Overtaken();
                }
            }
            else
            {
                lane.Failures++;
                bot.Webhook = bot.Webhook! with { LastErrorDate = bot.Now.ToUnixTimeSeconds(), LastErrorMessage = answer.Failure };
            }
        }

        if (answer.Failure is not null)
        {
            return Pause(lane.Failures, answer.RetryAfter);
        }

        await RunReply(answer);
        return TimeSpan.Zero;
    }

    private TimeSpan Pause(int failures, TimeSpan? retryAfter)
    {
        var seconds = retryAfter is { } stated ? Math.Clamp(stated.TotalSeconds, 0, 3600)
            : failures == 1 ? 0
            : Math.Min(Math.Pow(2, Math.Min(failures - 1, 10)), 60 + 60 * bot.NextDouble());
        return TimeSpan.FromSeconds(seconds * bot.World.Settings.Current.WebhookRetryScale);
    }

    /// <summary>The answer to a delivery may carry one method call; nobody learns how it went.</summary>
    private async Task RunReply(WebhookAnswer answer)
    {
        var parameters = new Parameters();
        try
        {
            RequestReader.ReadBody(answer.Body, answer.ContentType ?? "", parameters);
        }
        catch (BotApiException)
        {
            return;
        }

        if (!MayReplyWith(parameters["method"].ToUpperInvariant()))
        {
            return;
        }

        await bot.World.Dispatcher.Call(bot, parameters["method"], parameters, _stop.Token);
    }

    /// <summary>Nothing whose result matters, and nothing that would pull the rug from under the delivery itself.</summary>
    private static bool MayReplyWith(string method) =>
        method.Length > 0 && !method.StartsWith("GET", StringComparison.Ordinal)
            && method is not ("SETWEBHOOK" or "DELETEWEBHOOK" or "CLOSE" or "LOGOUT");
}
