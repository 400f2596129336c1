namespace Trt.Domain.Payments;

public enum PaymentStatus
{
    /// <summary>Asked for; no money has come yet.</summary>
    Open,

    /// <summary>The customer says it is paid, or it is odd: an operator looks at it.</summary>
    InReview,

    /// <summary>The money is on the wallet.</summary>
    Credited,

    Rejected,

    Expired,

    Cancelled,

    /// <summary>The money has left the wallet and is on its way back to the payer.</summary>
    Refunding,

    Refunded,
}

public static class PaymentStatuses
{
    private static readonly Dictionary<PaymentStatus, PaymentStatus[]> Allowed = new()
    {
        [PaymentStatus.Open] =
            [PaymentStatus.InReview, PaymentStatus.Credited, PaymentStatus.Rejected, PaymentStatus.Expired, PaymentStatus.Cancelled],
        [PaymentStatus.InReview] = [PaymentStatus.Credited, PaymentStatus.Rejected],
        [PaymentStatus.Credited] = [PaymentStatus.Refunding, PaymentStatus.Refunded],
        // Money that comes late is money all the same.
        [PaymentStatus.Expired] = [PaymentStatus.InReview, PaymentStatus.Credited],
        [PaymentStatus.Cancelled] = [PaymentStatus.InReview, PaymentStatus.Credited],
        [PaymentStatus.Rejected] = [],
        // Back to credited when the money could not be returned.
        [PaymentStatus.Refunding] = [PaymentStatus.Refunded, PaymentStatus.Credited],
        [PaymentStatus.Refunded] = [],
    };

    public static bool CanBecome(this PaymentStatus from, PaymentStatus to) => Allowed[from].Contains(to);
}
