using Trt.Sandbox.Telegram.Objects;
using Trt.Sandbox.Telegram.Updates;
using Trt.Sandbox.Telegram.Wire;

namespace Trt.Sandbox.Telegram.Methods;

/// <summary>The two ways to get updates, of which a bot uses one at a time.</summary>
internal static class UpdateMethods
{
    private const int PollSecondsMax = 50;

    public static readonly BotMethod[] All =
    [
        new("getUpdates", _ => { }) { Wait = GetUpdates },
        new("setWebhook", SetWebhook),
        new("deleteWebhook", DropWebhook),
        new("getWebhookInfo", GetWebhookInfo),
    ];

    private static async Task<object> GetUpdates(Call call, CancellationToken ct)
    {
        var parameters = call.Parameters;
        var limit = parameters.Clamped("limit", 100, 1, 100);
        var patience = TimeSpan.FromSeconds(parameters.Clamped("timeout", 0, 0, PollSecondsMax));
        var offset = parameters.Long("offset");
        var bot = call.Bot;
        lock (bot.Gate)
        {
            RefuseBesideWebhook(bot);
            bot.Updates.Filter.Choose(parameters.JsonOrIgnored("allowed_updates"));
            bot.Updates.Acknowledge(offset);
            if (bot.World.Settings.Current.CoalescePolls)
            {
                (limit, patience) = bot.Updates.SlowDown(offset, limit, patience, call.Now);
            }
        }

        var poll = new LongPoll();
        using var timeIsUp = new CancellationTokenSource(patience, bot.World.Clock);
        using var wake = CancellationTokenSource.CreateLinkedTokenSource(ct, timeIsUp.Token);
        try
        {
            while (true)
            {
                lock (bot.Gate)
                {
                    if (poll.Conflict is not null)
                    {
                        throw Refuse.Conflict(poll.Conflict);
                    }

                    RefuseBesideWebhook(bot);
                    var batch = bot.Updates.Take(limit);
                    if (batch.Count > 0 || patience == TimeSpan.Zero || timeIsUp.IsCancellationRequested)
                    {
                        return new RawArray(batch);
                    }

                    poll.Rearm();
                    bot.Updates.Wait(poll);
                }

                await poll.Signal.WaitAsync(wake.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                ct.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            lock (bot.Gate)
            {
                bot.Updates.StopWaiting(poll);
            }
        }
    }

    private static void RefuseBesideWebhook(BotAccount bot)
    {
        if (bot.Webhook is not null)
        {
            throw Refuse.Conflict("can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first");
        }
    }

    private static Described SetWebhook(Call call)
    {
        var parameters = call.Parameters;
        if (parameters["url"].Trim().Length == 0)
        {
            return DropWebhook(call);
        }

        var bot = call.Bot;
        var webhook = WebhookReader.Read(parameters, bot.World.Settings.Current.StrictWebhooks);
        bot.Updates.Filter.Choose(parameters.JsonOrIgnored("allowed_updates"));
        if (parameters.Flag("drop_pending_updates"))
        {
            bot.Updates.Clear();
        }

        if (webhook.SameAs(bot.Webhook))
        {
            return new Described(true, "Webhook is already set");
        }

        bot.Updates.TerminatePoll("terminated by setWebhook request");
        bot.Courier?.Dispose();
        bot.Webhook = webhook;
        bot.Courier = bot.World.NewCourier(bot);
        bot.Courier.Start();
        return new Described(true, "Webhook was set");
    }

    private static Described DropWebhook(Call call)
    {
        var bot = call.Bot;
        if (call.Parameters.Flag("drop_pending_updates"))
        {
            bot.Updates.Clear();
        }

        if (bot.Webhook is null)
        {
            return new Described(true, "Webhook is already deleted");
        }

        bot.Courier?.Dispose();
        bot.Courier = null;
        bot.Webhook = null;
        return new Described(true, "Webhook was deleted");
    }

    private static WebhookInfo GetWebhookInfo(Call call)
    {
        var bot = call.Bot;
        bot.Updates.DropExpired();
        return Webhook.Info(bot.Webhook, bot.Updates.Count, bot.Updates.Filter.Chosen);
    }
}
