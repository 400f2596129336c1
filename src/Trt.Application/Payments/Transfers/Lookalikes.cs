using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Domain.Payments;

namespace Trt.Application.Payments.Transfers;

/// <summary>Finds other payments for which a picture has been sent before, whoever sent it.</summary>
internal sealed class Lookalikes(ITrtDb db, TimeProvider time)
{
    public const int ShownMax = 3;

    /// <summary>The same file is found however old it is; what only looks the same, among the latest.</summary>
    private const int ComparedMax = 1000;
    private static readonly TimeSpan ComparedWithin = TimeSpan.FromDays(90);

    public async Task<IReadOnlyList<SeenBefore>> Of(TransferPicture picture, CancellationToken token)
    {
        var same = await db.TransferPictures.AsNoTracking()
            .Where(other => other.PaymentId != picture.PaymentId)
            .Where(other => other.FileUniqueId == picture.FileUniqueId || (
                picture.ContentHash != null && other.ContentHash == picture.ContentHash))
            .OrderByDescending(other => other.At)
            .Take(ShownMax)
            .ToListAsync(token);
        var alike = same.Count < ShownMax && picture.Fingerprint is { } fingerprint
            ? (await Latest(picture, token)).Where(other => other.Fingerprint!.Resembles(fingerprint))
            : [];

        var found = same.Select(other => (Picture: other, Likeness: PictureLikeness.Same))
            .Concat(alike.Select(other => (Picture: other, Likeness: PictureLikeness.LooksSame)))
            .DistinctBy(other => other.Picture.PaymentId)
            .Take(ShownMax)
            .ToList();
        return await WithPayments(found, token);
    }

    private async Task<IReadOnlyList<TransferPicture>> Latest(TransferPicture picture, CancellationToken token)
    {
        var since = (time.GetUtcNow() - ComparedWithin).ToUniversalTime();
        return await db.TransferPictures.AsNoTracking()
            .Where(other => other.PaymentId != picture.PaymentId && other.Fingerprint != null && other.At > since)
            .OrderByDescending(other => other.At)
            .Take(ComparedMax)
            .ToListAsync(token);
    }

    private async Task<IReadOnlyList<SeenBefore>> WithPayments(
        IReadOnlyList<(TransferPicture Picture, PictureLikeness Likeness)> found, CancellationToken token)
    {
        var ids = found.Select(other => other.Picture.PaymentId).ToList();
        var statuses = await db.Payments.Where(payment => ids.Contains(payment.Id)).ToDictionaryAsync(
            payment => payment.Id, payment => payment.Status, token);
        return [.. found.Select(other => new SeenBefore(
            other.Picture.PaymentId, other.Picture.UserId, statuses[other.Picture.PaymentId], other.Likeness, other.Picture.At))];
    }
}
