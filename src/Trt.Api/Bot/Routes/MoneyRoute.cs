using System.Buffers.Text;
using System.Globalization;
using Trt.Domain.Payments;

namespace Trt.Api.Bot.Routes;

/// <summary>Buttons around the balance.</summary>
internal abstract record MoneyRoute(string Name, params string[] Arguments) : Route(Name, Arguments)
{
    public static readonly IReadOnlyDictionary<string, Func<string[], Route?>> Readers = new Dictionary<string, Func<string[], Route?>>
    {
        ["check_balance"] = _ => new BalanceRoute(),
        ["topup_balance"] = _ => new TopUpRoute(),
        ["topup_amount"] = arguments => WithRubles(arguments, rubles => new TopUpAmountRoute(rubles)),
        ["topup_custom"] = _ => new TopUpCustomRoute(),
        ["pay_stars"] = arguments => WithRubles(arguments, rubles => new PayStarsRoute(rubles)),
        ["pay_invoice"] = arguments => WithRubles(arguments, rubles => new PayInvoiceRoute(rubles)),
        ["pay_card"] = arguments => WithRubles(arguments, rubles => new PayBankCardRoute(rubles)),
        ["pay_transfer"] = arguments => WithRubles(arguments, rubles => new PayTransferRoute(rubles)),
        ["pay_cancel"] = arguments => arguments is [var text] && Id(text) is { } id
            ? new CancelPaymentRoute(new PaymentId(id.Value))
            : null,
    };

    protected static string Text(PaymentId id) => Base64Url.EncodeToString(id.Value.ToByteArray(bigEndian: true));

    /// <summary>An amount that cannot be read leads to where one is chosen; whether it is allowed is not for a button to say.</summary>
    private static Route WithRubles(string[] arguments, Func<int, Route> make) =>
        arguments is [{ Length: <= 9 } text] && text.All(char.IsAsciiDigit)
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var rubles)
            ? make(rubles)
            : new TopUpRoute();
}

internal sealed record BalanceRoute() : MoneyRoute("check_balance");

internal sealed record TopUpRoute() : MoneyRoute("topup_balance");

internal sealed record TopUpAmountRoute(int Rubles) : MoneyRoute("topup_amount", Text(Rubles));

internal sealed record TopUpCustomRoute() : MoneyRoute("topup_custom");

internal sealed record PayStarsRoute(int Rubles) : MoneyRoute("pay_stars", Text(Rubles));

internal sealed record PayInvoiceRoute(int Rubles) : MoneyRoute("pay_invoice", Text(Rubles));

internal sealed record PayBankCardRoute(int Rubles) : MoneyRoute("pay_card", Text(Rubles));

internal sealed record PayTransferRoute(int Rubles) : MoneyRoute("pay_transfer", Text(Rubles));

internal sealed record CancelPaymentRoute(PaymentId Payment) : MoneyRoute("pay_cancel", Text(Payment))
{
    public override Tone Tone => Tone.Stop;
}
