using Telegram.Bot.Requests;
using Telegram.Bot.Types.Payments;
using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Texts;
using Trt.Application.Ports;
using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Sending;

/// <summary>The messenger's own invoice: the person pays without leaving the chat.</summary>
internal static class InvoiceMessage
{
    /// <summary>Set, it turns the pay button of a forwarded invoice into a link to the bot: nobody pays for another by accident.</summary>
    private const string StartParameter = "topup";

    /// <param name="providerToken">The payment provider's, for invoices in rubles; Stars have none.</param>
    public static SendInvoiceRequest Of(PaymentNotice notice, string? providerToken)
    {
        var (payment, l) = (notice.Payment, notice.Language);
        var title = TopUpTexts.InvoiceTitle(l, payment.Amount);
        return new SendInvoiceRequest
        {
            ChatId = payment.UserId.Value,
            Title = title,
            Description = TopUpTexts.InvoiceDescription(l),
            Payload = payment.Id.ToString(),
            ProviderToken = payment.Method == PaymentMethod.Stars ? "" : providerToken ?? "",
            Currency = payment.Currency,
            Prices = [new LabeledPrice(title, payment.Total)],
            StartParameter = StartParameter,
            ReplyMarkup = new Keyboard()
                .Row(new Button.Pay(PayNow(l, payment)))
                .Row(new CancelPaymentRoute(payment.Id).Button(TopUpTexts.CancelInvoice(l)))
                .ToMarkup(),
        };
    }

    private static string PayNow(Language l, Payment payment) => payment.Method == PaymentMethod.Stars
        ? TopUpTexts.PayStarsNow(l, payment.Total)
        : TopUpTexts.PayRublesNow(l, payment.Amount);
}
