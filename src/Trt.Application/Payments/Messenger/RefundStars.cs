using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Later;
using Trt.Application.Payments.Cashbox;
using Trt.Application.Ports;
using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Application.Payments.Messenger;

/// <summary>
/// Asks the messenger to give the Stars back: yes ends it, a proven no puts the money back on the wallet, anything else is asked again.
/// </summary>
public sealed record RefundStars(PaymentId Id, UserId UserId) : ILaterCommand
{
    public Lane Lane => Lane.Chat;

    public string Key => Id.ToString();
}

internal sealed class RefundStarsHandler(ITrtDb db, IStars stars, Refunds refunds) : IRequestHandler<RefundStars, LaterOutcome>
{
    public async Task<LaterOutcome> Handle(RefundStars command, CancellationToken token)
    {
        var payment = await db.Payments.AsNoTracking().FirstAsync(found => found.Id == command.Id, token);
        if (payment.Status != PaymentStatus.Refunding)
        {
            return LaterOutcome.Done;
        }

        switch (await stars.Refund(payment.UserId, payment.ChargeId!, token))
        {
            case StarsRefund.Done:
                await refunds.Finish(command.Id, token);
                return LaterOutcome.Done;
            case StarsRefund.Refused refused:
                await refunds.PutBack(command.Id, refused.Detail, token);
                return LaterOutcome.Done;
            case StarsRefund.Again again:
                return LaterOutcome.After(again.After, again.Detail);
            default:
                throw new InvalidOperationException("A refund is done, refused or asked again");
        }
    }
}
