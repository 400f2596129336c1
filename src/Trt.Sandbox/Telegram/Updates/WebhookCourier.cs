using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Trt.Sandbox.Control;
using Trt.Sandbox.Telegram.Wire;

namespace Trt.Sandbox.Telegram.Updates;

/// <summary>
/// Carries updates to a webhook, from setWebhook until it is set anew or deleted. Updates of one lane go one after the other, lanes go
/// side by side; an update is forgotten only when the webhook has taken it or its time is over. The lanes are guarded by the account's lock.
/// </summary>
internal sealed class WebhookCourier(BotAccount bot, HttpClient http) : IDisposable
{
    private static readonly TimeSpan ReorderPatience = TimeSpan.FromSeconds(2);

    private readonly Dictionary<string, Lane> _lanes = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _connections = new(bot.Webhook!.Connections);

    public void Start()
    {
        foreach (var update in bot.Updates.Pending.ToList())
            Accept(update);
    }

    /// <summary>Ends all deliveries. Some may be on their way still, so what they hold is left to the collector; none of it is a handle.</summary>
    public void Dispose() => _stop.Cancel();

    public void Accept(PendingUpdate update)
    {
        if (_lanes.TryGetValue(update.Lane, out var lane))
        {
            lane.Waiting.Add(update);
            lane.Overtaken();
            return;
        }

        _lanes.Add(update.Lane, lane = new Lane(update.Lane, update));
        _ = Task.Run(() => Run(lane));
    }

    private async Task Run(Lane lane)
    {
        try
        {
            while (Next(lane) is { } update)
            {
                if (await Misbehave(lane, update))
                    continue;
                var pause = await Deliver(lane, update);
                if (pause > TimeSpan.Zero)
                    await Task.Delay(pause, bot.World.Clock, _stop.Token);
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The webhook was changed: the updates are still in the queue, and whoever comes next takes them from there.
        }
    }

    private PendingUpdate? Next(Lane lane)
    {
        lock (bot.Gate)
        {
            _stop.Token.ThrowIfCancellationRequested();
            bot.Updates.DropExpired();
            lane.Waiting.RemoveAll(update => update.HasLeft);
            if (lane.Waiting.Count > 0)
                return lane.Waiting[0];
            _lanes.Remove(lane.Key);
            return null;
        }
    }

    /// <summary>Plays the faults that a test has asked for.</summary>
    /// <returns>True when the lane has to be looked at anew.</returns>
    private async Task<bool> Misbehave(Lane lane, PendingUpdate update)
    {
        Task overtaken;
        lock (bot.Gate)
        {
            if (lane.Examined == update)
                return false;
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
                lane.Waiting.Reverse(0, 2);
        }

        return true;
    }

    /// <returns>How long to leave the lane alone.</returns>
    private async Task<TimeSpan> Deliver(Lane lane, PendingUpdate update)
    {
        var webhook = bot.Webhook;
        if (webhook is null)
            return TimeSpan.Zero;
        await _connections.WaitAsync(_stop.Token);
        Delivery delivery;
        try
        {
            delivery = await Post(webhook, update);
        }
        finally
        {
            _connections.Release();
        }

        lock (bot.Gate)
        {
            _stop.Token.ThrowIfCancellationRequested();
            if (delivery.Failure is null)
            {
                lane.Failures = 0;
                bot.Updates.Remove(update);
                foreach (var other in _lanes.Values.Where(other => other != lane))
                    other.Overtaken();
            }
            else
            {
                lane.Failures++;
                bot.Webhook = bot.Webhook! with { LastErrorDate = bot.Now.ToUnixTimeSeconds(), LastErrorMessage = delivery.Failure };
            }
        }

        if (delivery.Failure is not null)
            return Pause(lane.Failures, delivery.RetryAfter);
        await RunReply(delivery);
        return TimeSpan.Zero;
    }

    private async Task<Delivery> Post(Webhook webhook, PendingUpdate update)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, webhook.Url);
        request.Content = new ByteArrayContent(update.Body);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        if (webhook.SecretToken is not null)
            request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", webhook.SecretToken);
        if (webhook.Url.UserInfo.Length > 0)
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(webhook.Url.UserInfo))));
        try
        {
            using var response = await http.SendAsync(request, _stop.Token);
            if (!response.IsSuccessStatusCode)
                return new Delivery(Failure: Describe(response), RetryAfter: response.Headers.RetryAfter?.Delta);
            var body = await response.Content.ReadAsByteArrayAsync(_stop.Token);
            return new Delivery(Body: body, ContentType: response.Content.Headers.ContentType?.ToString());
        }
        catch (OperationCanceledException) when (!_stop.IsCancellationRequested)
        {
            return new Delivery(Failure: "Read timeout expired");
        }
        catch (HttpRequestException failure)
        {
            return new Delivery(Failure: failure.HttpRequestError switch
            {
                HttpRequestError.NameResolutionError => "Failed to resolve host: Name or service not known",
                HttpRequestError.ConnectionError => "Connection refused",
                HttpRequestError.SecureConnectionError => "SSL error {error:0A000086:SSL routines::certificate verify failed}",
                _ => "Connection closed",
            });
        }
    }

    private static string Describe(HttpResponseMessage response)
    {
        var code = (int)response.StatusCode;
        var reason = string.IsNullOrEmpty(response.ReasonPhrase) ? ReasonPhrases.GetReasonPhrase(code) : response.ReasonPhrase;
        return $"Wrong response from the webhook: {code} {reason}".TrimEnd();
    }

    private TimeSpan Pause(int failures, TimeSpan? retryAfter)
    {
        var seconds = retryAfter is { } stated ? Math.Clamp(stated.TotalSeconds, 0, 3600)
            : failures == 1 ? 0
            : Math.Min(Math.Pow(2, Math.Min(failures - 1, 10)), 60 + 60 * bot.NextDouble());
        return TimeSpan.FromSeconds(seconds * bot.World.Settings.Current.WebhookRetryScale);
    }

    /// <summary>The answer to a delivery may carry one method call; nobody learns how it went.</summary>
    private async Task RunReply(Delivery delivery)
    {
        var parameters = new Parameters();
        try
        {
            RequestReader.ReadBody(delivery.Body, delivery.ContentType ?? "", parameters);
        }
        catch (BotApiException)
        {
            return;
        }

        var method = parameters["method"].ToUpperInvariant();
        if (method.Length == 0 || method.StartsWith("GET", StringComparison.Ordinal) || method is "SETWEBHOOK" or "DELETEWEBHOOK" or "CLOSE" or "LOGOUT")
            return;
        await bot.World.Dispatcher.Call(bot, parameters["method"], parameters, _stop.Token);
    }

    private sealed record Delivery(
        string? Failure = null, TimeSpan? RetryAfter = null, ReadOnlyMemory<byte> Body = default, string? ContentType = null);

    private sealed class Lane(string key, PendingUpdate first)
    {
        private TaskCompletionSource? _overtaken;

        public string Key => key;

        public long ChatId => long.Parse(key.AsSpan(key.IndexOf(' ') + 1), System.Globalization.CultureInfo.InvariantCulture);

        public List<PendingUpdate> Waiting { get; } = [first];

        public int Failures { get; set; }

        /// <summary>The update whose faults have been played already.</summary>
        public PendingUpdate? Examined { get; set; }

        public Task WaitToBeOvertaken() => (_overtaken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

        public void Overtaken() => _overtaken?.TrySetResult();
    }
}
