using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Application.Payments.Cashbox;

/// <summary>Gathers what a message about a payment tells: in the customer's language, with the balance as it is now.</summary>
internal sealed class PaymentNotices(ITrtDb db)
{
    public async Task<PaymentNotice> About(Payment payment, CancellationToken token)
    {
        var language = await db.Users.Where(user => user.Id == payment.UserId)
            .Select(user => (Language?)user.Language)
            .FirstOrDefaultAsync(token);
        var balance = await db.Wallets.Where(wallet => wallet.UserId == payment.UserId)
            .Select(wallet => (Money?)wallet.Available)
            .FirstOrDefaultAsync(token);
        return new PaymentNotice(payment, language ?? Language.Russian, balance ?? Money.Zero);
    }
}
