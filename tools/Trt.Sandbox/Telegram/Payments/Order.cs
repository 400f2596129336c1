using Trt.Sandbox.Telegram.Objects;

namespace Trt.Sandbox.Telegram.Payments;

/// <summary>What an invoice sells.</summary>
internal sealed record Order(Invoice Invoice, string Payload, long? SubscriptionPeriod);

internal enum CheckoutState
{
    Pending,
    Paid,
    Declined,
    Expired,
    Refunded,
}

/// <summary>One attempt to pay: the bot is asked, and within ten seconds it says yes or no.</summary>
internal sealed class Checkout(string id, Order order, User payer, long? messageId, DateTimeOffset at)
{
    public string Id => id;

    public Order Order => order;

    public User Payer => payer;

    public long? MessageId => messageId;

    public DateTimeOffset At => at;

    public CheckoutState State { get; set; }

    public string? ErrorMessage { get; set; }

    public string? ChargeId { get; set; }
}
