using System.Text.Json.Serialization;

namespace Trt.Sandbox.Telegram.Objects;

internal sealed record Invoice(string Title, string Description, string StartParameter, string Currency, long TotalAmount)
{
    [JsonIgnore]
    public bool IsInStars => Currency == "XTR";
}

internal sealed record PreCheckoutQuery(string Id, User From, string Currency, long TotalAmount, string InvoicePayload);

internal sealed record SuccessfulPayment
{
    public required string Currency { get; init; }
    public required long TotalAmount { get; init; }
    public required string InvoicePayload { get; init; }
    public long? SubscriptionExpirationDate { get; init; }
    public bool? IsRecurring { get; init; }
    public bool? IsFirstRecurring { get; init; }
    public required string TelegramPaymentChargeId { get; init; }
    public required string ProviderPaymentChargeId { get; init; }
}

internal sealed record RefundedPayment(string Currency, long TotalAmount, string InvoicePayload, string TelegramPaymentChargeId);

internal sealed record TransactionPartner
{
    public string Type { get; init; } = "user";
    public required string TransactionType { get; init; }
    public required User User { get; init; }
    public string? InvoicePayload { get; init; }
    public long? SubscriptionPeriod { get; init; }
}

internal sealed record StarTransaction
{
    public required string Id { get; init; }
    public required long Amount { get; init; }
    public required long Date { get; init; }
    public TransactionPartner? Source { get; init; }
    public TransactionPartner? Receiver { get; init; }
}

internal sealed record StarTransactions(IReadOnlyList<StarTransaction> Transactions);

internal sealed record StarAmount(long Amount);
