using Trt.Domain.Shared;

namespace Trt.Domain.Payments;

/// <summary>A picture that a customer sent to show that a transfer was made.</summary>
public sealed class TransferPicture
{
    public const int PerPaymentMax = 10;
    public const int ContentHashLength = 64;

    private TransferPicture()
    {
    }

    public UserId UserId { get; private init; }

    public PaymentId PaymentId { get; private init; }

    /// <summary>1 for the first picture of its payment.</summary>
    public int Number { get; private init; }

    /// <summary>How the messenger finds it again.</summary>
    public string FileId { get; private init; } = "";

    /// <summary>The messenger's name for it, the same wherever it is forwarded.</summary>
    public string FileUniqueId { get; private init; } = "";

    /// <summary>Sent as a photo and not as a file.</summary>
    public bool IsPhoto { get; private init; }

    public DateTimeOffset At { get; private init; }

    /// <summary>Of its bytes; null until it was studied, or when it could not be fetched.</summary>
    public string? ContentHash { get; private set; }

    /// <summary>What it looks like; null when that cannot be told.</summary>
    public PictureFingerprint? Fingerprint { get; private set; }

    public static TransferPicture Of(Payment payment, int number, string fileId, string fileUniqueId, bool isPhoto, DateTimeOffset at) =>
        new()
        {
            UserId = payment.UserId,
            PaymentId = payment.Id,
            Number = number,
            FileId = fileId,
            FileUniqueId = fileUniqueId,
            IsPhoto = isPhoto,
            At = at,
        };

    public void Learn(string contentHash, PictureFingerprint? fingerprint) =>
        (ContentHash, Fingerprint) = (contentHash, fingerprint);
}
