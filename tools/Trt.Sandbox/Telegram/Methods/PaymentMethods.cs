using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Trt.Sandbox.Telegram.Chats;
using Trt.Sandbox.Telegram.Objects;
using Trt.Sandbox.Telegram.Payments;
using Trt.Sandbox.Telegram.Wire;

namespace Trt.Sandbox.Telegram.Methods;

/// <summary>Invoices: in Telegram Stars, or in the money of a payment provider whose token the bot has from @BotFather.</summary>
internal static partial class PaymentMethods
{
    private const string Stars = "XTR";
    private const long AmountMax = 25_000;

    /// <summary>In the smallest unit; the real limits are about one dollar and ten thousand, at the rate of the day.</summary>
    private static readonly Dictionary<string, (long Min, long Max)> Limits = new(StringComparer.Ordinal)
    {
        ["RUB"] = (7_500, 75_000_000),
        ["USD"] = (100, 1_000_000),
        ["EUR"] = (100, 1_000_000),
    };

    private const long SubscriptionMonth = 2_592_000;

    public static readonly BotMethod[] All =
    [
        new("sendInvoice", SendInvoice) { IsPaced = true },
        new("createInvoiceLink", CreateInvoiceLink),
        new("answerPreCheckoutQuery", AnswerPreCheckoutQuery),
        new("refundStarPayment", RefundStarPayment),
        new("getStarTransactions", GetStarTransactions),
        new("getMyStarBalance", call => new StarAmount(call.Bot.Stars.Balance)),
        new("editUserStarSubscription", EditUserStarSubscription),
    ];

    private static Message SendInvoice(Call call)
    {
        var order = ReadOrder(call.Parameters, call.Parameters["start_parameter"]);
        var envelope = Envelope.Read(call);
        var markup = envelope.Markup.Inline is { } given ? WithPayFirst(given) : DefaultButton(order);
        envelope = envelope with { Markup = new ReplyMarkup(markup, null) };
        return call.Send(
            envelope,
            message => message with { Invoice = order.Invoice },
            message => new ChatEntry(message) { Order = order }).Message;
    }

    private static object CreateInvoiceLink(Call call)
    {
        var order = ReadOrder(call.Parameters, "");
        var period = call.Parameters.Long("subscription_period");
        if (period != 0 && (period != SubscriptionMonth || order.Invoice.Currency != Stars))
        {
            throw Refuse.Bad("SUBSCRIPTION_PERIOD_INVALID");
        }

        return "https://t.me/$" + call.Bot.Stars.Link(order with { SubscriptionPeriod = period == 0 ? null : period });
    }

    private static void AnswerPreCheckoutQuery(Call call)
    {
        var id = call.Parameters.Required("pre_checkout_query_id").Trim();
        var accepted = call.Parameters.Flag("ok");
        var error = call.Parameters.TextOrAbsent("error_message");
        if (!accepted && error is null)
        {
            throw Refuse.Bad("parameter \"error_message\" is required");
        }

        if (!call.Bot.Stars.Answer(id, accepted, error))
        {
            throw Refuse.TooOld();
        }
    }

    private static void RefundStarPayment(Call call)
    {
        if (call.Bot.Stars.Refund(call.Parameters.Long("user_id"), call.Parameters["telegram_payment_charge_id"].Trim()) is { } refusal)
        {
            throw Refuse.Bad(refusal);
        }
    }

    private static StarTransactions GetStarTransactions(Call call)
    {
        var offset = Math.Max(call.Parameters.Int("offset"), 0);
        var limit = call.Parameters.Clamped("limit", 100, 1, 100);
        return new StarTransactions([.. call.Bot.Stars.Transactions.Skip(offset).Take(limit)]);
    }

    private static void EditUserStarSubscription(Call call)
    {
        if (!call.Bot.Stars.Knows(call.Parameters.Long("user_id"), call.Parameters["telegram_payment_charge_id"]))
        {
            throw Refuse.Bad("CHARGE_ID_INVALID");
        }
    }

    private static Order ReadOrder(Parameters parameters, string startParameter)
    {
        var title = Limited(parameters, "title", 32, "INVOICE_TITLE_INVALID");
        var description = Limited(parameters, "description", 255, "INVOICE_DESCRIPTION_INVALID");
        var payload = parameters.Required("payload");
        if (Encoding.UTF8.GetByteCount(payload) > 128)
        {
            throw Refuse.Bad("INVOICE_PAYLOAD_INVALID");
        }

        var currency = parameters.Required("currency");
        return new Order(new Invoice(title, description, startParameter, currency, ReadTotal(parameters, currency)), payload, null);
    }

    private static long ReadTotal(Parameters parameters, string currency)
    {
        var (token, amounts) = (parameters["provider_token"], ReadAmounts(parameters));
        if (currency == Stars)
        {
            if (token.Length > 0 || amounts.Count != 1)
            {
                throw Refuse.Bad("STARS_INVOICE_INVALID");
            }

            return amounts[0] is > 0 and <= AmountMax ? amounts[0] : throw Refuse.Bad("CURRENCY_TOTAL_AMOUNT_INVALID");
        }

        if (!ProviderToken().IsMatch(token))
        {
            throw Refuse.Bad("PAYMENT_PROVIDER_INVALID");
        }

        if (!Limits.TryGetValue(currency, out var limits))
        {
            throw Refuse.Bad("CURRENCY_INVALID");
        }

        var total = amounts.Sum();
        return total >= limits.Min && total <= limits.Max ? total : throw Refuse.Bad("CURRENCY_TOTAL_AMOUNT_INVALID");
    }

    private static string Limited(Parameters parameters, string name, int max, string refusal)
    {
        var text = parameters.Required(name).Trim();
        return text.Length > 0 && text.Length <= max ? text : throw Refuse.Bad(refusal);
    }

    private static List<long> ReadAmounts(Parameters parameters)
    {
        parameters.Required("prices");
        if (parameters.Json("prices", "can't parse prices JSON object") is not { ValueKind: JsonValueKind.Array } prices)
        {
            throw Refuse.Bad("expected an Array of labeled prices");
        }

        return [.. prices.EnumerateArray().Select(ReadAmount)];
    }

    private static long ReadAmount(JsonElement price)
    {
        if (price.ValueKind != JsonValueKind.Object || !price.TryGetProperty("label", out _)
            || !price.TryGetProperty("amount", out var given))
        {
            throw Refuse.Bad("can't parse labeled price: Can't find field \"label\" or \"amount\"");
        }

        return given.ValueKind == JsonValueKind.Number && given.TryGetInt64(out var number) ? number
            : given.ValueKind == JsonValueKind.String && long.TryParse(given.GetString(), out var text) ? text
            : 0;
    }

    private static JsonElement WithPayFirst(JsonElement markup)
    {
        var first = markup.GetProperty("inline_keyboard").EnumerateArray().SelectMany(row => row.EnumerateArray()).First();
        return first.TryGetProperty("pay", out var pay) && pay.ValueKind == JsonValueKind.True
            ? markup
            : throw Refuse.Bad("REPLY_MARKUP_BUY_EMPTY");
    }

    private static JsonElement DefaultButton(Order order) => BotApiJson.Element(new
    {
        InlineKeyboard = new[] { new[] { new { Text = $"Pay {PriceOf(order.Invoice)}", Pay = true } } },
    });

    private static string PriceOf(Invoice invoice) => invoice.Currency == Stars
        ? $"⭐️{invoice.TotalAmount}"
        : string.Create(CultureInfo.InvariantCulture, $"{invoice.Currency} {invoice.TotalAmount / 100m:0.00}");

    /// <summary>As @BotFather gives it: the provider's bot, the mode, the shop.</summary>
    [GeneratedRegex(@"^\d+:(TEST|LIVE):\S+\z")]
    private static partial Regex ProviderToken();
}
