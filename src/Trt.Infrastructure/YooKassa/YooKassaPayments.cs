using System.Diagnostics;
using System.Text.Json;
using Trt.Application.Ports;
using Trt.Domain.Shared;
using Trt.Infrastructure.Http;

namespace Trt.Infrastructure.YooKassa;

/// <summary>Cards through YooKassa, API v3: paid at once, on the provider's own page.</summary>
internal sealed class YooKassaPayments(IYooKassaApi api, YooKassaOptions options) : ICardPayments
{
    private const int DescriptionLengthMax = 128;

    public async Task<CardOpening> Open(CardOrder order, CancellationToken token) =>
        await Answer(api.Open(order.Key, Json(Body(order)), token), token) switch
        {
            YooKassaAnswer.Reply reply => Charge(reply.Body) is { } charge
                ? new CardOpening.Opened(charge)
                : new CardOpening.Unknown(null, "an answer without a payment"),
            YooKassaAnswer.Refusal refusal => new CardOpening.Refused(refusal.Detail),
            YooKassaAnswer.TooFast tooFast => new CardOpening.Unknown(tooFast.After, "too fast"),
            YooKassaAnswer.Silence silence => new CardOpening.Unknown(null, silence.Detail),
            _ => throw new UnreachableException(),
        };

    public async Task<CardReading> Read(string chargeId, CancellationToken token) =>
        await Answer(api.Payment(chargeId, token), token) switch
        {
            // Asked for one payment and told about another: nothing that can be believed.
            YooKassaAnswer.Reply reply => Charge(reply.Body) is { } charge && charge.Id == chargeId
                ? new CardReading.Found(charge)
                : new CardReading.Unreadable(null, "an answer about something else"),
            YooKassaAnswer.Refusal { Status: 404 } refusal => new CardReading.Missing(refusal.Detail),
            YooKassaAnswer.Refusal refusal => new CardReading.Unreadable(null, refusal.Detail),
            YooKassaAnswer.TooFast tooFast => new CardReading.Unreadable(tooFast.After, "too fast"),
            YooKassaAnswer.Silence silence => new CardReading.Unreadable(null, silence.Detail),
            _ => throw new UnreachableException(),
        };

    public async Task<CardRefunding> Refund(CardRefundOrder order, CancellationToken token) =>
        await Answer(api.Refund(order.Key, Json(Body(order)), token), token) switch
        {
            YooKassaAnswer.Reply reply => Refunding(reply.Body),
            YooKassaAnswer.Refusal refusal => new CardRefunding.Refused(refusal.Detail),
            YooKassaAnswer.TooFast tooFast => new CardRefunding.Unknown(tooFast.After, "too fast"),
            YooKassaAnswer.Silence silence => new CardRefunding.Unknown(null, silence.Detail),
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

    private static CardRefunding Refunding(JsonElement body) => (body.Text("id"), body.Text("status")) switch
    {
        ({ Length: > 0 } id, "succeeded") => new CardRefunding.Done(id),
        ({ Length: > 0 } id, "pending") => new CardRefunding.UnderWay(id),
        (_, "canceled") => new CardRefunding.Refused(body.Part("cancellation_details").Text("reason") ?? "canceled"),
        _ => new CardRefunding.Unknown(null, "an answer without a refund"),
    };

    private object Body(CardOrder order) => new
    {
        amount = YooKassaJson.Amount(order.Amount),
        capture = true,
        confirmation = new { type = "redirect", return_url = options.ReturnTo.AbsoluteUri },
        description = order.Description.Length > DescriptionLengthMax ? order.Description[..DescriptionLengthMax] : order.Description,
        metadata = new { payment_id = order.Key.ToString("N") },
    };

    private static object Body(CardRefundOrder order) => new { payment_id = order.ChargeId, amount = YooKassaJson.Amount(order.Amount) };

    private CardCharge? Charge(JsonElement body) => body.Text("id") is { Length: > 0 and <= 64 } id
        ? new CardCharge(
            id,
            State(body),
            body.Part("amount").Roubled(),
            Guid.TryParseExact(body.Part("metadata").Text("payment_id"), "N", out var key) ? key : null,
            body.Part("recipient").Text("account_id") == options.ShopId,
            body.Part("refunded_amount").Roubled() ?? Money.Zero,
            PayAt(body))
        : null;

    /// <summary>Succeeded and still not paid would be a contradiction, and a contradiction is nothing to credit.</summary>
    private static CardState State(JsonElement body) => (body.Text("status"), body.IsTrue("paid")) switch
    {
        ("pending", _) => CardState.Waiting,
        ("succeeded", true) => CardState.Paid,
        ("canceled", _) => CardState.Cancelled,
        _ => CardState.Other,
    };

    private Uri? PayAt(JsonElement body) =>
        Uri.TryCreate(body.Part("confirmation").Text("confirmation_url"), UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && options.ApiBase.IsLoopback))
            ? address
            : null;
}
