using Trt.Domain.Growth;
using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Application.Ports;

/// <summary>Speaks to customers and reviewers about payments, in the words of the business.</summary>
public interface IPaymentNotifier
{
    /// <summary>What the messenger itself takes the money for.</summary>
    Task<SendOutcome> Invoice(PaymentNotice notice, CancellationToken token);

    /// <summary>This way to pay does not work now; another may.</summary>
    Task<SendOutcome> InvoiceRefused(PaymentNotice notice, CancellationToken token);

    /// <summary>The payer has the money back.</summary>
    Task<SendOutcome> Refunded(PaymentNotice notice, CancellationToken token);

    /// <summary>The money is on the balance; the order that lacked it is one press away when it still waits.</summary>
    Task<SendOutcome> MoneyReceived(PaymentNotice notice, bool orderWaits, CancellationToken token);

    /// <summary>Where the card can be used.</summary>
    Task<SendOutcome> PayPage(PaymentNotice notice, Uri address, CancellationToken token);

    /// <summary>The card was not charged.</summary>
    Task<SendOutcome> BankCardTrouble(PaymentNotice notice, BankCardTrouble trouble, CancellationToken token);

    /// <summary>A reviewer gets one picture of a transfer with the facts, and buttons to decide.</summary>
    Task<SendOutcome> TransferToReview(UserId reviewer, TransferCase about, CancellationToken token);

    /// <summary>The customer learns why the transfer was not accepted.</summary>
    Task<SendOutcome> TransferRejected(PaymentNotice notice, CancellationToken token);
}

public sealed record PaymentNotice(Payment Payment, Language Language, Money Balance)
{
    /// <summary>What a promo code has added to it.</summary>
    public TopUpBonus? Bonus { get; init; }
}

public enum BankCardTrouble
{
    /// <summary>The provider's page could not be opened.</summary>
    NotOpened,

    /// <summary>The bank said no, or the page was left.</summary>
    Declined,
}

/// <summary>All that a reviewer needs to decide about a transfer.</summary>
/// <param name="Picture">The newest one, or the one that is shown.</param>
/// <param name="Earlier">Other payments for which this picture was sent already.</param>
public sealed record TransferCase(
    Payment Payment, string CustomerName, string? Username, Language ReviewerLanguage, TransferPicture? Picture, int PictureCount,
    IReadOnlyList<SeenBefore> Earlier);

/// <summary>A picture of another payment that is the same, or looks the same.</summary>
public sealed record SeenBefore(PaymentId PaymentId, UserId UserId, PaymentStatus Status, PictureLikeness Likeness, DateTimeOffset At);

public enum PictureLikeness
{
    /// <summary>The same file.</summary>
    Same,

    /// <summary>The same picture, saved anew.</summary>
    LooksSame,
}
