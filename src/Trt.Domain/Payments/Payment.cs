using Trt.Domain.Shared;

namespace Trt.Domain.Payments;

/// <summary>
/// One top-up of one customer, from the chosen amount to the money on the wallet and, perhaps, back again. It knows where it stands;
/// the money itself moves in the wallet, in the same save.
/// </summary>
public sealed class Payment
{
    public const int ChargeIdLengthMax = 160;
    public const int ReviewerLengthMax = 100;
    public const int ReasonLengthMax = 500;

    private Payment()
    {
    }

    public PaymentId Id { get; private init; }

    public UserId UserId { get; private init; }

    public PaymentMethod Method { get; private init; }

    /// <summary>What the wallet gets.</summary>
    public Money Amount { get; private set; }

    public string Currency { get; private init; } = "";

    /// <summary>What the customer pays, in the currency's smallest unit.</summary>
    public long Total { get; private set; }

    public PaymentStatus Status { get; private set; }

    /// <summary>The name the payment has where the money was taken; unique per method, so no charge is credited twice.</summary>
    public string? ChargeId { get; private set; }

    /// <summary>The payment provider's own name for it, for the operator who looks it up there.</summary>
    public string? ProviderChargeId { get; private set; }

    public string? EvidenceFileId { get; private set; }

    /// <summary>The messenger's name for the picture, the same wherever it is forwarded.</summary>
    public string? EvidenceFileUniqueId { get; private set; }

    public string? EvidenceHash { get; private set; }

    public DateTimeOffset? EvidenceAt { get; private set; }

    /// <summary>Who decided about it last, when a person did.</summary>
    public string? ReviewedBy { get; private set => field = Cut(value, ReviewerLengthMax); }

    /// <summary>Why it was rejected, refunded, or is odd.</summary>
    public string? Reason { get; private set => field = Cut(value, ReasonLengthMax); }

    /// <summary>The order that lacked the money.</summary>
    public GenerationId? Draft { get; private init; }

    public DateTimeOffset CreatedAt { get; private init; }

    public DateTimeOffset ExpiresAt { get; private init; }

    public DateTimeOffset? CreditedAt { get; private set; }

    public DateTimeOffset? RefundedAt { get; private set; }

    /// <summary>Counts the times a refund was begun; each takes the money under a reference of its own.</summary>
    public int RefundRound { get; private set; }

    /// <summary>
    /// What a refund took from the wallet. Less than the amount only when it was made past the shop and the rest was spent.
    /// </summary>
    public Money RefundTaken { get; private set; }

    public PaidTotal Price => new(Currency, Total);

    /// <summary>Whether it ever was money on the wallet.</summary>
    public bool WasCredited => CreditedAt is not null;

    /// <summary>Names the deposit in the ledger.</summary>
    public string Reference => ReferenceOf(Method, ChargeId ?? throw new InvalidOperationException($"Payment {Id} has no charge yet"));

    /// <summary>Names the withdrawal in the ledger.</summary>
    public string RefundReference => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"refund:{Id}:{RefundRound}");

    public static string ReferenceOf(PaymentMethod method, string chargeId) => $"{method}:{chargeId}";

    public static Payment Ask(
        PaymentId id, UserId user, PaymentMethod method, Money amount, PaidTotal price, GenerationId? draft, DateTimeOffset now,
        TimeSpan lifetime) => new()
        {
            Id = id,
            UserId = user,
            Method = method,
            Amount = Positive(amount),
            Currency = price.Currency,
            Total = price.Units > 0 ? price.Units : throw new InvalidOperationException($"A payment of {price} is no payment"),
            Draft = draft,
            CreatedAt = now,
            ExpiresAt = now + lifetime,
        };

    /// <summary>Money nobody asked for by this name: a forwarded invoice, one paid twice, one older than our records.</summary>
    public static Payment Unasked(
        PaymentId id, UserId payer, PaymentMethod method, Money amount, PaidTotal price, string reason, DateTimeOffset now) => new()
        {
            Id = id,
            UserId = payer,
            Method = method,
            Amount = amount,
            Currency = price.Currency,
            Total = price.Units,
            Reason = reason,
            CreatedAt = now,
            ExpiresAt = now,
        };

    public bool IsExpired(DateTimeOffset now) => now >= ExpiresAt;

    /// <summary>The money has come. Only the till calls this, together with the deposit.</summary>
    public void Credit(string chargeId, Money amount, DateTimeOffset now)
    {
        Become(PaymentStatus.Credited);
        TakeCharge(chargeId);
        Amount = Positive(amount);
        CreditedAt = now;
    }

    /// <summary>Money has come that we cannot count by ourselves: it waits for an operator.</summary>
    public void Hold(string chargeId, string reason)
    {
        Become(PaymentStatus.InReview);
        TakeCharge(chargeId);
        Reason = reason;
    }

    public void NoteProviderCharge(string? providerChargeId) =>
        ProviderChargeId = providerChargeId is { Length: > 0 } ? Cut(providerChargeId, ChargeIdLengthMax) : null;

    /// <summary>The customer shows that they have paid.</summary>
    public void Show(TransferEvidence evidence)
    {
        Become(PaymentStatus.InReview);
        (EvidenceFileId, EvidenceFileUniqueId, EvidenceHash, EvidenceAt) = (
            evidence.FileId, evidence.FileUniqueId, evidence.Hash, evidence.At);
    }

    /// <summary>A reviewer's word about it; the till credits, this only says who and why.</summary>
    public void Review(string reviewer, string? reason)
    {
        ReviewedBy = reviewer;
        Reason = reason;
    }

    public void Reject(string reason, string? reviewer = null)
    {
        Become(PaymentStatus.Rejected);
        Review(reviewer ?? Booking.System, reason);
    }

    public void Cancel() => Become(PaymentStatus.Cancelled);

    public void Expire() => Become(PaymentStatus.Expired);

    /// <summary>The money leaves the wallet before the payer gets it back, so that it cannot be spent meanwhile.</summary>
    public void BeginRefund(string @operator, string reason)
    {
        Become(PaymentStatus.Refunding);
        Review(@operator, reason);
        RefundRound++;
        RefundTaken = Amount;
    }

    /// <summary>The payer has the money back.</summary>
    public void FinishRefund(DateTimeOffset now)
    {
        Become(PaymentStatus.Refunded);
        RefundedAt = now;
    }

    /// <summary>The money could not be returned to the payer: it is the customer's again.</summary>
    public void UndoRefund(string reason)
    {
        Become(PaymentStatus.Credited);
        RefundTaken = Money.Zero;
        Reason = reason;
    }

    /// <summary>The payer got the money back without us; only what is still there can be taken.</summary>
    public void RefundedElsewhere(Money available, string reason, DateTimeOffset now)
    {
        Become(PaymentStatus.Refunded);
        RefundRound++;
        RefundTaken = available < Amount ? available : Amount;
        Reason = reason;
        RefundedAt = now;
    }

    /// <summary>A refund of a charge whose payment we have not heard of yet: when it comes, it is no money any more.</summary>
    public static Payment RefundedBeforeCredit(
        PaymentId id, UserId payer, PaymentMethod method, PaidTotal price, string chargeId, string reason, DateTimeOffset now) =>
        new()
        {
            Id = id,
            UserId = payer,
            Method = method,
            Currency = price.Currency,
            Total = price.Units,
            Status = PaymentStatus.Refunded,
            ChargeId = chargeId,
            Reason = reason,
            CreatedAt = now,
            ExpiresAt = now,
            RefundedAt = now,
        };

    private void TakeCharge(string chargeId)
    {
        if (ChargeId is not null && ChargeId != chargeId)
        {
            throw new InvalidOperationException($"Payment {Id} has the charge {ChargeId} and cannot have {chargeId}");
        }

        ChargeId = chargeId;
    }

    private void Become(PaymentStatus status)
    {
        if (!Status.CanBecome(status))
        {
            throw new InvalidOperationException($"Payment {Id} is {Status} and cannot become {status}");
        }

        Status = status;
    }

    private static Money Positive(Money amount) =>
        amount > Money.Zero ? amount : throw new InvalidOperationException($"A payment of {amount} is no payment");

    private static string? Cut(string? text, int lengthMax) => text?.Length > lengthMax ? text[..lengthMax] : text;
}

/// <summary>A picture of the customer's bank saying that the money is on its way.</summary>
/// <param name="Hash">Of the picture itself; null until it has been looked at.</param>
public sealed record TransferEvidence(string FileId, string FileUniqueId, string? Hash, DateTimeOffset At)
{
    public const int FileIdLengthMax = 256;
    public const int HashLengthMax = 128;
}
