using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Routes;

/// <summary>Buttons about a customer's payments, behind the counter.</summary>
internal abstract record AdminPaymentRoute(string Name, params string[] Arguments) : Route(Name, Arguments)
{
    public static readonly IReadOnlyDictionary<string, Func<string[], Route?>> Readers = new Dictionary<string, Func<string[], Route?>>
    {
        ["admin_user_pays"] = arguments => arguments is [var user, var page] && Number(user, long.MaxValue)
            is { } id && Number(page, 1000) is { } number
            ? new AdminUserPaymentsRoute(new UserId(id), (int)number)
            : null,
        ["admin_payment"] = arguments => With(arguments, id => new AdminShowPaymentRoute(id)),
        ["admin_refund"] = arguments => With(arguments, id => new AdminRefundRoute(id)),
        ["admin_refund_why"] = arguments => arguments is [var payment, var reason] ? With([payment], id => Reason(id, reason)) : null,
        ["admin_refund_go"] = arguments => arguments is [var payment, var hand, { Length: AdminRefundGoRoute.MarkLength } mark]
            ? With([payment], id => new AdminRefundGoRoute(id, hand == "1", mark))
            : null,
    };

    protected static string Text(PaymentId id) => Base64Url.EncodeToString(id.Value.ToByteArray(bigEndian: true));

    protected static string Text(UsualRefund reason) => reason switch
    {
        UsualRefund.Asked => "asked",
        UsualRefund.PaidTwice => "twice",
        UsualRefund.ByMistake => "mistake",
        UsualRefund.NotSatisfied => "quality",
    };

    private static AdminRefundForRoute? Reason(PaymentId id, string text) => Enum.GetValues<UsualRefund>()
        .Where(reason => Text(reason) == text)
        .Select(reason => new AdminRefundForRoute(id, reason))
        .FirstOrDefault();

    private static Route? With(string[] arguments, Func<PaymentId, Route?> make) =>
        arguments is [var text] && Id(text) is { } id ? make(new PaymentId(id.Value)) : null;

    private static long? Number(string text, long max) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? Math.Min(number, max) : null;
}

/// <summary>Reasons that need no typing.</summary>
internal enum UsualRefund
{
    Asked,
    PaidTwice,
    ByMistake,
    NotSatisfied,
}

internal sealed record AdminUserPaymentsRoute(UserId User, int Page = 1)
    : AdminPaymentRoute("admin_user_pays", User.ToString(), Text(Page));

internal sealed record AdminShowPaymentRoute(PaymentId Payment) : AdminPaymentRoute("admin_payment", Text(Payment));

/// <summary>Asks why the payment is to go back.</summary>
internal sealed record AdminRefundRoute(PaymentId Payment) : AdminPaymentRoute("admin_refund", Text(Payment));

internal sealed record AdminRefundForRoute(PaymentId Payment, UsualRefund Reason)
    : AdminPaymentRoute("admin_refund_why", Text(Payment), Text(Reason));

/// <param name="IsPaidBackByHand">The press says that the payer has the money.</param>
/// <param name="Mark">Of the reason on the screen: an older screen does not refund for a reason it never showed.</param>
internal sealed record AdminRefundGoRoute(PaymentId Payment, bool IsPaidBackByHand, string Mark)
    : AdminPaymentRoute("admin_refund_go", Text(Payment), IsPaidBackByHand ? "1" : "0", Mark)
{
    public const int MarkLength = 8;

    public override Tone Tone => Tone.Agree;

    public static string MarkOf(string reason) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(reason)))[..MarkLength];
}
