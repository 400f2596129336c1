using System.Buffers.Text;
using Trt.Application.Payments.Transfers;
using Trt.Domain.Payments;

namespace Trt.Api.Bot.Routes;

/// <summary>Buttons around a transfer: the customer's, and those of whoever decides about it.</summary>
internal abstract record TransferRoute(string Name, params string[] Arguments) : Route(Name, Arguments)
{
    private const string OwnWords = "own";

    public static readonly IReadOnlyDictionary<string, Func<string[], Route?>> Readers = new Dictionary<string, Func<string[], Route?>>
    {
        ["transfer_sent"] = arguments => With(arguments, id => new TransferSentRoute(id)),
        ["review_ok"] = arguments => With(arguments, id => new ApproveRoute(id)),
        ["review_sum"] = arguments => With(arguments, id => new OtherAmountRoute(id)),
        ["review_no"] = arguments => With(arguments, id => new RejectRoute(id)),
        ["review_why"] = arguments => arguments is [var payment, var reason] ? With([payment], id => Reason(id, reason)) : null,
        ["review_show"] = arguments => With(arguments, id => new ShowCaseRoute(id)),
    };

    protected static string Text(PaymentId id) => Base64Url.EncodeToString(id.Value.ToByteArray(bigEndian: true));

    protected static string Text(TransferRefusal? reason) => reason switch
    {
        TransferRefusal.NotReceived => "none",
        TransferRefusal.AmountDiffers => "sum",
        TransferRefusal.Unreadable => "blur",
        TransferRefusal.UsedBefore => "used",
        null => OwnWords,
    };

    private static Route? With(string[] arguments, Func<PaymentId, Route?> make) =>
        arguments is [var text] && Id(text) is { } id ? make(new PaymentId(id.Value)) : null;

    private static RejectForRoute? Reason(PaymentId id, string text) =>
        text == OwnWords ? new RejectForRoute(id, null)
        : Enum.GetValues<TransferRefusal>().Where(reason => Text(reason) == text).Select(reason => new RejectForRoute(id, reason))
        .FirstOrDefault();
}

/// <summary>"I have paid": the next picture belongs to this payment.</summary>
internal sealed record TransferSentRoute(PaymentId Payment) : TransferRoute("transfer_sent", Text(Payment));

internal sealed record ApproveRoute(PaymentId Payment) : TransferRoute("review_ok", Text(Payment))
{
    public override Tone Tone => Tone.Agree;
}

internal sealed record OtherAmountRoute(PaymentId Payment) : TransferRoute("review_sum", Text(Payment));

internal sealed record RejectRoute(PaymentId Payment) : TransferRoute("review_no", Text(Payment))
{
    public override Tone Tone => Tone.Stop;
}

/// <param name="Reason">Null = in the reviewer's own words.</param>
internal sealed record RejectForRoute(PaymentId Payment, TransferRefusal? Reason)
    : TransferRoute("review_why", Text(Payment), Text(Reason));

internal sealed record ShowCaseRoute(PaymentId Payment) : TransferRoute("review_show", Text(Payment));
