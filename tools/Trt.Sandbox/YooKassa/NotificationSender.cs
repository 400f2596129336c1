using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Trt.Sandbox.Kie.Protocol;

namespace Trt.Sandbox.YooKassa;

/// <summary>
/// Tells the shop what has changed, as faithfully or as badly as the dial wants. What is not answered with 200 is told again.
/// </summary>
internal sealed class NotificationSender(IHttpClientFactory clients, CardDial dial, Cabinet cabinet, TimeProvider time) : BackgroundService
{
    public const string ClientName = "card-notifications";

    public static readonly TimeSpan AnswerTimeout = TimeSpan.FromSeconds(15);

    /// <summary>The provider goes on for a day; these are short enough to be watched.</summary>
    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(1), TimeSpan.FromHours(1),
    ];

    private readonly Channel<Telling> _told = Channel.CreateUnbounded<Telling>();

    public void Tell(string happened, JsonObject about)
    {
        var fault = dial.TakeNotification() ?? new NotificationFault();
        if (fault.Lost)
        {
            return;
        }

        var delay = TimeSpan.FromMilliseconds(fault.DelayMs);
        if (fault.Reordered)
        {
            _told.Writer.TryWrite(new Telling(Body("payment.canceled", Canceled(about)), delay));
        }

        for (var copy = 0; copy <= fault.Duplicate; copy++)
        {
            _told.Writer.TryWrite(new Telling(Body(happened, about), delay));
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var sending = new List<Task>();
        try
        {
            await foreach (var telling in _told.Reader.ReadAllAsync(stoppingToken))
            {
                sending.RemoveAll(sent => sent.IsCompletedSuccessfully);
                sending.Add(Deliver(telling, stoppingToken));
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The sandbox closes; notifications under way are lost, as they are when a provider goes down.
        }

        await Task.WhenAll(sending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task Deliver(Telling telling, CancellationToken token)
    {
        await Task.Delay(telling.Delay, time, token);
        foreach (var pause in Pauses)
        {
            if (await Post(telling.Body, token))
            {
                return;
            }

            await Task.Delay(pause, time, token);
        }

        await Post(telling.Body, token);
    }

    private async Task<bool> Post(string body, CancellationToken token)
    {
        if (cabinet.NotifyAt is not { } address)
        {
            return true;
        }

        try
        {
            using var client = clients.CreateClient(ClientName);
            using var response = await client.PostAsync(address, new StringContent(body, Encoding.UTF8, "application/json"), token);
            return response.IsSuccessStatusCode;
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException && !token.IsCancellationRequested)
        {
            return false;
        }
    }

    private static string Body(string happened, JsonObject about) => new JsonObject
    {
        ["type"] = "notification",
        ["event"] = happened,
        ["object"] = about.DeepClone(),
    }.ToJsonString(KieReply.Readable);

    private static JsonObject Canceled(JsonObject about)
    {
        var body = about.DeepClone().AsObject();
        (body["status"], body["paid"]) = ("canceled", false);
        return body;
    }

    private sealed record Telling(string Body, TimeSpan Delay);
}
