using Trt.Application.Terms;
using Trt.Domain.Payments;
using Trt.Domain.Shared;
using Trt.Infrastructure.YooKassa;

namespace Trt.Api.Options;

/// <summary>The ways to pay beside Stars: each is offered when it is set up as a whole.</summary>
public sealed partial class OptionsReader
{
    private static List<PaymentMethod> PaymentMethods(BotOptions bot, YooKassaOptions? cards, TransferDetails? transfer)
    {
        List<PaymentMethod> methods = [PaymentMethod.Stars];
        if (bot.PaymentProviderToken is not null)
        {
            methods.Add(PaymentMethod.Invoice);
        }

        if (cards is not null)
        {
            methods.Add(PaymentMethod.Card);
        }

        if (transfer is not null)
        {
            methods.Add(PaymentMethod.Transfer);
        }

        return methods;
    }

    /// <summary>All of it or nothing: half an account would offer a payment that cannot be taken.</summary>
    private YooKassaOptions? ReadCards()
    {
        var (shop, key, back) = (Text("YOOKASSA_SHOP_ID"), Text("YOOKASSA_SECRET_KEY"), Address("YOOKASSA_RETURN_URL"));
        if (shop is null && key is null)
        {
            return null;
        }

        if (shop is null || key is null || back is null)
        {
            _problems.Add(
                "YOOKASSA_SHOP_ID, YOOKASSA_SECRET_KEY and YOOKASSA_RETURN_URL (the address of the bot, https://t.me/…) belong together: set all three, or neither id nor key.");
            return null;
        }

        var options = new YooKassaOptions
        {
            ShopId = shop,
            SecretKey = key,
            ReturnTo = back,
            ApiBase = Address("YOOKASSA_API_BASE") ?? YooKassaOptions.PublicApi,
        };
        _problems.AddRange(options.Problems().Select(problem => $"YOOKASSA_SHOP_ID / YOOKASSA_SECRET_KEY / YOOKASSA_API_BASE: {problem}."));
        return options;
    }

    /// <summary>Shown to customers exactly as given, so a slip of the finger is caught here.</summary>
    private TransferDetails? ReadTransfer(List<UserId> operators)
    {
        var details = new TransferDetails
        {
            Phone = Text("PAYMENT_PHONE"),
            Bank = Text("PAYMENT_BANK"),
            Card = Text("PAYMENT_CARD"),
            CardHolder = Text("PAYMENT_CARD_HOLDER"),
        };
        if (details is { Phone: null, Card: null })
        {
            if (details.Bank is not null || details.CardHolder is not null)
            {
                _problems.Add(
                    "PAYMENT_BANK and PAYMENT_CARD_HOLDER say something about PAYMENT_PHONE or PAYMENT_CARD, but neither is set.");
            }

            return null;
        }

        if (details.Phone is { } phone && phone.Count(char.IsAsciiDigit) is < 10 or > 15)
        {
            _problems.Add("PAYMENT_PHONE is no phone number: 10 to 15 digits, with the country.");
        }

        if (details.Card is { } card && !BankCardNumber.IsPlausible(card))
        {
            _problems.Add("PAYMENT_CARD is no card number: a digit is wrong or missing.");
        }

        if (operators.Count == 0)
        {
            _problems.Add("PAYMENT_PHONE / PAYMENT_CARD: nobody could look at transfers. Name the operators in ADMIN_IDS.");
        }

        return details;
    }
}
