using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Application.Payments.Transfers;

/// <summary>Gathers what a reviewer must know, as it is now.</summary>
internal sealed class TransferCases(ITrtDb db, Lookalikes lookalikes)
{
    /// <param name="number">Which picture; 0 takes the newest.</param>
    public async Task<TransferCase?> About(PaymentId id, int number, UserId reviewer, CancellationToken token)
    {
        if (await db.Payments.AsNoTracking().FirstOrDefaultAsync(found => found.Id == id, token) is not { } payment)
        {
            return null;
        }

        var pictures = await db.TransferPictures.AsNoTracking()
            .Where(picture => picture.PaymentId == id)
            .OrderBy(picture => picture.Number)
            .ToListAsync(token);
        var shown = pictures.FirstOrDefault(picture => picture.Number == number) ?? pictures.LastOrDefault();
        var customer = await db.Users.AsNoTracking().FirstOrDefaultAsync(user => user.Id == payment.UserId, token);
        var language = await db.Users.Where(user => user.Id == reviewer)
            .Select(user => (Language?)user.Language)
            .FirstOrDefaultAsync(token);
        return new TransferCase(
            payment,
            customer?.Name ?? payment.UserId.ToString(),
            customer?.Username,
            language ?? Language.Russian,
            shown,
            pictures.Count,
            shown is null ? [] : await lookalikes.Of(shown, token));
    }
}
