using System.Diagnostics;
using System.Text.Json;
using Trt.Application.Ports;
using Trt.Domain.Shared;
using Trt.Infrastructure.Http;

namespace Trt.Infrastructure.YooKassa;

/// <summary>Cards through YooKassa, API v3: paid at once, on the provider's own page.</summary>
internal sealed class YooKassaPayments(IYooKassaApi api, YooKassaOptions options) : IBankCardPayments
{
    private const int DescriptionLengthMax = 128;

    public async Task<BankCardOpening> Open(BankCardOrder order, CancellationToken token) =>
        await Answer(api.Open(order.Key, Json(Body(order)), token), token) switch
        {
            YooKassaAnswer.Reply reply => Charge(reply.Body) is { } charge
                ? new BankCardOpening.Opened(charge)
                : new BankCardOpening.Unknown(null, "an answer without a payment"),
            YooKassaAnswer.Refusal refusal => new BankCardOpening.Refused(refusal.Detail),
            YooKassaAnswer.TooFast tooFast => new BankCardOpening.Unknown(tooFast.After, "too fast"),
            YooKassaAnswer.Silence silence => new BankCardOpening.Unknown(null, silence.Detail),
            _ => throw new UnreachableException(),
        };

    public async Task<BankCardReading> Read(string chargeId, CancellationToken token) =>
        await Answer(api.Payment(chargeId, token), token) switch
        {
            // Asked for one payment and told about another: nothing that can be believed.
            YooKassaAnswer.Reply reply => Charge(reply.Body) is { } charge && charge.Id == chargeId
                ? new BankCardReading.Found(charge)
                : new BankCardReading.Unreadable(null, "an answer about something else"),
            YooKassaAnswer.Refusal { Status: 404 } refusal => new BankCardReading.Missing(refusal.Detail),
            YooKassaAnswer.Refusal refusal => new BankCardReading.Unreadable(null, refusal.Detail),
            YooKassaAnswer.TooFast tooFast => new BankCardReading.Unreadable(tooFast.After, "too fast"),
            YooKassaAnswer.Silence silence => new BankCardReading.Unreadable(null, silence.Detail),
            _ => throw new UnreachableException(),
        };

    public async Task<BankCardRefunding> Refund(BankCardRefundOrder order, CancellationToken token) =>
        await Answer(api.Refund(order.Key, Json(Body(order)), token), token) switch
        {
            YooKassaAnswer.Reply reply => Refunding(reply.Body),
            YooKassaAnswer.Refusal refusal => new BankCardRefunding.Refused(refusal.Detail),
            YooKassaAnswer.TooFast tooFast => new BankCardRefunding.Unknown(tooFast.After, "too fast"),
            YooKassaAnswer.Silence silence => new BankCardRefunding.Unknown(null, silence.Detail),
            _ => throw new UnreachableException(),
        };

    /// <summary>Whoever gave up waiting is told so: what they would read into a silence of their own making is for them to say.</summary>
    private static async Task<YooKassaAnswer> Answer(Task<HttpResponseMessage> call, CancellationToken token)
    {
        var answer = await call.As<YooKassaAnswer>();
        if (answer is YooKassaAnswer.Silence)
        {
            token.ThrowIfCancellationRequested();
        }

        return answer;
    }

    private static HttpContent Json(object body) => JsonBody.Of(JsonSerializer.SerializeToUtf8Bytes(body, YooKassaJson.Options));

    private static BankCardRefunding Refunding(JsonElement body) => (body.Text("id"), body.Text("status")) switch
    {
        ({ Length: > 0 } id, "succeeded") => new BankCardRefunding.Done(id),
        ({ Length: > 0 } id, "pending") => new BankCardRefunding.UnderWay(id),
        (_, "canceled") => new BankCardRefunding.Refused(body.Part("cancellation_details").Text("reason") ?? "canceled"),
        _ => new BankCardRefunding.Unknown(null, "an answer without a refund"),
    };

    private object Body(BankCardOrder order) => new
    {
        amount = YooKassaJson.Amount(order.Amount),
        capture = true,
        confirmation = new { type = "redirect", return_url = options.ReturnTo.AbsoluteUri },
        description = order.Description.Length > DescriptionLengthMax ? order.Description[..DescriptionLengthMax] : order.Description,
        metadata = new { payment_id = order.Key.ToString("N") },
    };

    private static object Body(BankCardRefundOrder order) =>
        new { payment_id = order.ChargeId, amount = YooKassaJson.Amount(order.Amount) };

    private BankCardCharge? Charge(JsonElement body) => body.Text("id") is { Length: > 0 and <= 64 } id
        ? new BankCardCharge(
            id,
            State(body),
            body.Part("amount").Roubled(),
            Guid.TryParseExact(body.Part("metadata").Text("payment_id"), "N", out var key) ? key : null,
            body.Part("recipient").Text("account_id") == options.ShopId,
            body.Part("refunded_amount").Roubled() ?? Money.Zero,
            PayAt(body))
        : null;

    /// <summary>Succeeded and still not paid would be a contradiction, and a contradiction is nothing to credit.</summary>
    private static BankCardState State(JsonElement body) => (body.Text("status"), body.IsTrue("paid")) switch
    {
        ("pending", _) => BankCardState.Waiting,
        ("succeeded", true) => BankCardState.Paid,
        ("canceled", _) => BankCardState.Cancelled,
        _ => BankCardState.Other,
    };

    private Uri? PayAt(JsonElement body) =>
        Uri.TryCreate(body.Part("confirmation").Text("confirmation_url"), UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && options.ApiBase.IsLoopback))
            ? address
            : null;
}
