using Telegram.Bot.Requests;
using Telegram.Bot.Types.Payments;
using Trt.Application.Ports;
using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Infrastructure.Telegram;

/// <summary>Telegram's book of Stars, in the words of the shop.</summary>
internal sealed class TelegramStars(BotApi api) : IStars
{
    private const int PageRows = 100;
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(15);

    public async Task<StarsRefund> Refund(UserId payer, string chargeId, CancellationToken token)
    {
        try
        {
            await api.Call(new RefundStarPaymentRequest { UserId = payer.Value, TelegramPaymentChargeId = chargeId }, token);
            return new StarsRefund.Done();
        }
        catch (BotApiException exception)
        {
            return exception.Verdict switch
            {
                // It has been refunded already: an earlier call whose answer was lost, or another hand.
                BotVerdict.Ignore => new StarsRefund.Done(),
                BotVerdict.Fix or BotVerdict.RecipientGone => new StarsRefund.Refused(exception.Description),
                _ => new StarsRefund.Again(exception.RetryAfter ?? Soon, exception.Message),
            };
        }
    }

    public async Task<StarsPage?> Read(int offset, CancellationToken token)
    {
        try
        {
            var rows = (await api.Call(new GetStarTransactionsRequest { Offset = offset, Limit = PageRows }, token)).Transactions ?? [];
            return new StarsPage(rows.Length, [.. rows.Select(Movement).OfType<StarsMovement>()]);
        }
        catch (BotApiException)
        {
            return null;
        }
    }

    /// <summary>Null for what is no customer's payment: withdrawals, advertising, gifts.</summary>
    private static StarsMovement? Movement(StarTransaction row) => (row.Source ?? row.Receiver) switch
    {
        TransactionPartnerUser { User: { } user } partner when row.Amount > 0 && IsForInvoice(partner) => new StarsMovement(
            row.Id,
            new UserId(user.Id),
            PaidTotal.InStars(row.Amount),
            partner.InvoicePayload ?? "",
            row.Date,
            IsRefund: row.Source is null),
        _ => null,
    };

    /// <summary>A type that the package does not know reads as if none were told; then the invoice has to speak for itself.</summary>
    private static bool IsForInvoice(TransactionPartnerUser partner) =>
        partner.TransactionType == TransactionPartnerUserTransactionType.InvoicePayment
        || (partner.TransactionType == default && partner.InvoicePayload is not null);
}
