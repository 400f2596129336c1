namespace Trt.Infrastructure.Telegram.Types;

/// <summary>Stars are whole; other currencies count their smallest unit.</summary>
public sealed record LabeledPrice(string Label, long Amount);

public sealed record Invoice
{
    public string Title { get => field ?? ""; init; }

    public string Description { get => field ?? ""; init; }

    public string StartParameter { get => field ?? ""; init; }

    public string Currency { get => field ?? ""; init; }

    public long TotalAmount { get; init; }
}

/// <summary>The person pressed "pay" and waits: an answer is due within ten seconds.</summary>
public sealed record PreCheckoutQuery
{
    public string Id { get => field ?? ""; init; }

    public User From { get => field ?? User.Nobody; init; }

    public string Currency { get => field ?? ""; init; }

    public long TotalAmount { get; init; }

    public string InvoicePayload { get => field ?? ""; init; }
}

/// <summary>The only proof of a payment.</summary>
public sealed record SuccessfulPayment
{
    public string Currency { get => field ?? ""; init; }

    public long TotalAmount { get; init; }

    public string InvoicePayload { get => field ?? ""; init; }

    public string TelegramPaymentChargeId { get => field ?? ""; init; }

    public string ProviderPaymentChargeId { get => field ?? ""; init; }

    public long? SubscriptionExpirationDate { get; init; }

    public bool IsRecurring { get; init; }

    public bool IsFirstRecurring { get; init; }
}

public sealed record RefundedPayment
{
    public string Currency { get => field ?? ""; init; }

    public long TotalAmount { get; init; }

    public string InvoicePayload { get => field ?? ""; init; }

    public string TelegramPaymentChargeId { get => field ?? ""; init; }

    public string? ProviderPaymentChargeId { get; init; }
}

public sealed record StarAmount
{
    public long Amount { get; init; }

    public int? NanostarAmount { get; init; }
}

public sealed record StarTransactions
{
    public IReadOnlyList<StarTransaction> Transactions { get => field ?? []; init; }
}

/// <summary>Money came from <see cref="Source"/> or went to <see cref="Receiver"/>.</summary>
public sealed record StarTransaction
{
    /// <summary>The telegram_payment_charge_id of a sale; a refund has the id of its sale.</summary>
    public string Id { get => field ?? ""; init; }

    public long Amount { get; init; }

    public int? NanostarAmount { get; init; }

    public long Date { get; init; }

    public TransactionPartner? Source { get; init; }

    public TransactionPartner? Receiver { get; init; }
}

public sealed record TransactionPartner
{
    public string Type { get => field ?? ""; init; }

    public string? TransactionType { get; init; }

    public User? User { get; init; }

    public string? InvoicePayload { get; init; }
}
