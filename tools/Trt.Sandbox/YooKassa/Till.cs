using System.Globalization;
using System.Text.Json.Nodes;
using Trt.Sandbox.Control;

namespace Trt.Sandbox.YooKassa;

/// <summary>Payments and refunds of the account, and what was answered under which key.</summary>
internal sealed class Till(CardDial dial, Cabinet cabinet, NotificationSender notifications, TimeProvider time) : ISandboxState
{
    private const int KeptMax = 10_000;
    private static readonly TimeSpan KeysKept = TimeSpan.FromHours(24);

    private readonly Lock _gate = new();
    private readonly OrderedDictionary<string, Charge> _charges = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JsonObject> _refunds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Order, string Answer, DateTimeOffset At)> _answers = new(StringComparer.Ordinal);
    private int _last;

    /// <summary>The same key gives the same answer for a day, and refuses to mean anything else.</summary>
    public CardReply Create(string key, JsonObject order, Uri root) => Once($"payments {key}", order, () =>
    {
        var now = time.GetUtcNow();
        var charge = new Charge(NewId(), order, dial.TakeCharge(), now);
        _charges.Add(charge.Id, charge);
        if (_charges.Count > KeptMax)
        {
            _charges.RemoveAt(0);
        }

        return CardReply.Ok(charge.ToJson(cabinet.ShopId, root));
    });

    public CardReply Refund(string key, JsonObject order, Uri root) => Once($"refunds {key}", order, () => GiveBack(order, root));

    public CardReply Read(string id, Uri root)
    {
        lock (_gate)
        {
            return Find(id) is { } charge ? CardReply.Ok(charge.ToJson(cabinet.ShopId, root)) : CardReply.NotFound("payment");
        }
    }

    public CardReply ReadRefund(string id)
    {
        lock (_gate)
        {
            return _refunds.TryGetValue(id, out var refund) ? CardReply.Ok(refund.DeepClone().AsObject()) : CardReply.NotFound("refund");
        }
    }

    /// <summary>What the pay page shows: null when there is no such payment.</summary>
    public PayOffer? Offer(string id)
    {
        lock (_gate)
        {
            return Find(id) is { } charge
                ? new PayOffer(charge.Id, charge.Status, charge.Value, charge.Currency, charge.Description, charge.ReturnUrl)
                : null;
        }
    }

    /// <returns>False when there is no such payment, or it is too late.</returns>
    public bool Act(string id, PayAct act, Uri root)
    {
        lock (_gate)
        {
            if (Find(id) is not { } charge)
            {
                return false;
            }

            switch (act)
            {
                case PayAct.Pay when !charge.Pay():
                case PayAct.Decline when !charge.Decline():
                    return false;
                case PayAct.PayLate:
                    charge.PayLate();
                    break;
            }

            notifications.Tell($"payment.{Charge.Name(charge.Status)}", charge.ToJson(cabinet.ShopId, root));
            return true;
        }
    }

    public IReadOnlyList<JsonObject> All(Uri root)
    {
        lock (_gate)
        {
            return [.. _charges.Values.Select(charge => charge.ToJson(cabinet.ShopId, root))];
        }
    }

    public void Reset()
    {
        lock (_gate)
        {
            _charges.Clear();
            _refunds.Clear();
            _answers.Clear();
        }

        dial.Set(new CardFaults());
    }

    private Charge? Find(string id)
    {
        var charge = _charges.GetValueOrDefault(id);
        charge?.Expire(time.GetUtcNow());
        return charge;
    }

    private CardReply GiveBack(JsonObject order, Uri root)
    {
        if (order["payment_id"]?.GetValue<string>() is not { } id || Find(id) is not { } charge)
        {
            return CardReply.Bad("payment_id", "Payment doesn't exist");
        }

        if (charge.Status != ChargeStatus.Succeeded)
        {
            return CardReply.Bad("payment_id", "Incorrect payment_id. This payment isn't refundable");
        }

        var amount = decimal.Parse(order["amount"]!["value"]!.GetValue<string>(), CultureInfo.InvariantCulture);
        if (amount <= 0 || charge.Refunded + amount > decimal.Parse(charge.Value, CultureInfo.InvariantCulture))
        {
            return CardReply.Bad("amount.value", "Refund amount is greater than the payment amount");
        }

        charge.Refunded += amount;
        var refund = new JsonObject
        {
            ["id"] = NewId(),
            ["payment_id"] = id,
            ["status"] = "succeeded",
            ["created_at"] = time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
            ["amount"] = Charge.Amount(Charge.Money(amount), charge.Currency),
        };
        _refunds.Add(refund["id"]!.GetValue<string>(), refund);
        notifications.Tell("refund.succeeded", refund.DeepClone().AsObject());
        return CardReply.Ok(refund.DeepClone().AsObject());
    }

    private CardReply Once(string key, JsonObject order, Func<CardReply> work)
    {
        var text = order.ToJsonString();
        lock (_gate)
        {
            var now = time.GetUtcNow();
            if (_answers.TryGetValue(key, out var known) && now - known.At < KeysKept)
            {
                return known.Order == text
                    ? CardReply.Ok(JsonNode.Parse(known.Answer)!.AsObject())
                    : CardReply.Bad("Idempotence-Key", "The key was used for another request");
            }

            var answer = work();
            if (answer.Status == StatusCodes.Status200OK)
            {
                _answers[key] = (text, answer.Body.ToJsonString(), now);
            }

            return answer;
        }
    }

    /// <summary>Looks like the provider's: a time, and then a number.</summary>
    private string NewId()
    {
        var number = (uint)++_last;
        return $"{(uint)time.GetUtcNow().ToUnixTimeSeconds():x8}-000f-5000-8000-{number:x12}";
    }
}

internal enum PayAct
{
    Pay,
    Decline,
    PayLate,
}

internal sealed record PayOffer(string Id, ChargeStatus Status, string Value, string Currency, string Description, string ReturnUrl);
