using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Trt.Application.Ports;

/// <summary>
/// The shop's spans and everything it counts and measures, in one list; docs/telemetry.md tells what each means.
/// Labels take few values that
/// we know beforehand: never an id, never what a stranger wrote.
/// </summary>
public static class Telemetry
{
    public const string Name = "Trt";

    public static readonly ActivitySource Source = new(Name);

    public static readonly Meter Meter = new(Name);

    /// <summary>Seconds. Fine where a press is answered: half a millisecond more shall be seen.</summary>
    public static ReadOnlySpan<double> Presses => [0.0005, 0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    /// <summary>Seconds. Coarse enough for what waits for the outside.</summary>
    public static ReadOnlySpan<double> Work => [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300];

    /// <summary>Seconds. What customers wait for, a film in the worst case.</summary>
    public static ReadOnlySpan<double> Waits =>
        [0.1, 0.25, 0.5, 1, 2, 3, 5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 300, 600, 1200, 1800, 3600];

    public static readonly Histogram<double> UpdateDuration = Meter.CreateHistogram(
        "trt.update.duration", "s", "An update of the messenger from its reading to the decision, by kind and outcome.",
        advice: Buckets(Presses));

    public static readonly Histogram<double> RequestDuration = Meter.CreateHistogram(
        "trt.request.duration", "s", "A use case from its request to its result, by request and outcome.", advice: Buckets(Work));

    public static readonly Histogram<double> MenuAnswer = Meter.CreateHistogram(
        "trt.menu.answer", "s", "The first screen, from the reading of the update to the decision.", advice: Buckets(Presses));

    public static readonly Histogram<double> ConfirmToSubmitted = Meter.CreateHistogram(
        "trt.order.confirm_to_submitted", "s", "From the customer's agreement to the provider's.", advice: Buckets(Waits));

    public static readonly Histogram<double> PaidToDelivered = Meter.CreateHistogram(
        "trt.order.paid_to_delivered", "s", "From the customer's agreement to the result in the chat, by kind of result.",
        advice: Buckets(Waits));

    public static readonly Counter<long> OrdersConfirmed = Meter.CreateCounter<long>(
        "trt.orders.confirmed", "{order}", "Orders that customers agreed to, by model and way: free or paid.");

    public static readonly Counter<long> OrdersEnded = Meter.CreateCounter<long>(
        "trt.orders.ended", "{order}", "Orders that ended, by model and end. One that succeeded is delivered next.");

    public static readonly Counter<long> OrdersDelivered = Meter.CreateCounter<long>(
        "trt.orders.delivered", "{order}", "Results that left for the chat, by how: whole, in doubt, in part, lost.");

    public static readonly Counter<long> OrdersFailed = Meter.CreateCounter<long>(
        "trt.orders.failed", "{order}", "Orders without a result, by reason.");

    public static readonly Counter<long> Refunds = Meter.CreateCounter<long>(
        "trt.refunds", "{refund}", "Money that went back to customers, by reason.");

    public static readonly Counter<long> Revenue = Meter.CreateCounter<long>(
        "trt.money.revenue_kopecks", "{kopeck}", "What was taken for results.");

    public static readonly Counter<long> ProviderCost = Meter.CreateCounter<long>(
        "trt.money.provider_cost_kopecks", "{kopeck}", "What results cost the shop, as far as it is known.");

    public static readonly Gauge<long> ProviderCredits = Meter.CreateGauge<long>(
        "trt.provider.credits", "{credit}", "What is left on the account at the provider.");

    public static readonly Counter<long> JobNotFound = Meter.CreateCounter<long>(
        "trt.provider.job_not_found", "{look}", "Looks for a task that the provider did not know.");

    public static readonly Histogram<double> CallbackAnswer = Meter.CreateHistogram(
        "trt.callback.answer", "s", "A callback of the provider, from its arrival to our answer, by status.", advice: Buckets(Presses));

    public static readonly Counter<long> Callback4xx = Meter.CreateCounter<long>(
        "trt.callback.4xx", "{callback}", "Callbacks of the provider that we turned away.");

    public static readonly Counter<long> Telegram429 = Meter.CreateCounter<long>(
        "trt.telegram.429", "{answer}", "Answers of Telegram that ask us to wait.");

    public static readonly Gauge<long> OutboxDue = Meter.CreateGauge<long>(
        "trt.outbox.due", "{row}", "Work of the whole shop that could be done now, by lane.");

    public static readonly Gauge<double> OutboxOldest = Meter.CreateGauge<double>(
        "trt.outbox.oldest", "s", "How long the oldest of it has been due, by lane.");

    public static readonly Gauge<long> Parked = Meter.CreateGauge<long>(
        "trt.parked", "{piece}", "What was put aside after failing and waits for an operator, by what: work, update.");

    public static readonly Counter<long> Outrun = Meter.CreateCounter<long>(
        "trt.db.outrun", "{decision}", "Decisions that were made again because others were first.");

    public static readonly Counter<long> FreeBudgetSpent = Meter.CreateCounter<long>(
        "trt.free.budget_spent", "{generation}",
        "Free generations that were not offered because the shop has given away its number of the day.");

    public static readonly Counter<long> PossibleDuplicates = Meter.CreateCounter<long>(
        "trt.delivery.possible_duplicates", "{part}", "Parts of a result that were sent again after an attempt whose end is not known.");

    public static readonly Counter<long> LostHolds = Meter.CreateCounter<long>(
        "trt.outbox.lost_holds", "{outcome}", "Outcomes that were not written because another worker had taken the row over.");

    public static readonly Counter<long> ScreensDropped = Meter.CreateCounter<long>(
        "trt.screens.dropped", "{screen}", "Screens that were not sent because too many waited.");

    public static readonly Counter<long> AdminRefused = Meter.CreateCounter<long>(
        "trt.admin.refused", "{request}", "Tries to get behind the counter, by request.");

    public static readonly Counter<long> ProviderCallbacks = Meter.CreateCounter<long>(
        "trt.provider.callbacks", "{callback}", "Callbacks of the provider, by outcome.");

    public static readonly Counter<long> PaymentNotifications = Meter.CreateCounter<long>(
        "trt.payments.notifications", "{notification}", "Notifications of the payment provider, by outcome.");

    public static readonly Gauge<long> CostAge = Meter.CreateGauge<long>(
        "trt.cost.age", "s", "How old the provider's list is that this instance reckons with.");

    public static readonly Counter<long> CostNews = Meter.CreateCounter<long>(
        "trt.cost.news", "{model}", "What the provider's lists have brought to light about prices, by event.");

    public static readonly Counter<long> CostDeviations = Meter.CreateCounter<long>(
        "trt.cost.deviations", "{generation}", "Orders for which the provider took another amount than its price says, by model and direction.");

    public static readonly Counter<long> BelowCost = Meter.CreateCounter<long>(
        "trt.cost.below", "{kopeck}", "What orders below cost have lost when they were taken, by reason.");

    public static readonly Gauge<long> MoneyDifferences = Meter.CreateGauge<long>(
        "trt.money.differences", "{difference}", "Differences that this instance's latest proof of money found; 0 is as it should be.");

    public static readonly Gauge<long> MoneyLimboOrders = Meter.CreateGauge<long>(
        "trt.money.limbo.orders", "{generation}", "Orders that have held money for too long, in this instance's latest proof.");

    public static readonly Gauge<long> MoneyLimboKopecks = Meter.CreateGauge<long>(
        "trt.money.limbo.kopecks", "{kopeck}", "What those orders hold.");

    public static readonly Gauge<long> MoneyProvenAt = Meter.CreateGauge<long>(
        "trt.money.proven_at", "s", "When this instance proved the money last, as Unix time; the newest of all instances counts.");

    public static readonly Gauge<long> BackupsKept = Meter.CreateGauge<long>(
        "trt.backup.kept", "{copy}", "Copies of the database that there are; 0 is none at all.");

    public static readonly Gauge<double> BackupAge = Meter.CreateGauge<double>(
        "trt.backup.age", "s", "How old the newest copy of the database is.");

    public static readonly Gauge<double> BackupOldAfter = Meter.CreateGauge<double>(
        "trt.backup.old_after", "s", "At which age that is too old, as the shop is set up.");

    /// <summary>What alarms stand on begins at nothing: the first of its kind would not be seen to rise.</summary>
    public static void BeginAtNothing()
    {
        ReadOnlySpan<Counter<long>> counters = [Callback4xx, JobNotFound, Telegram429, PossibleDuplicates, LostHolds, ScreensDropped];
        foreach (var counter in counters)
        {
            counter.Add(0);
        }
    }

    private static InstrumentAdvice<double> Buckets(ReadOnlySpan<double> bounds) => new() { HistogramBucketBoundaries = bounds.ToArray() };
}
