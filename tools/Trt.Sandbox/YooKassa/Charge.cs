using System.Text.Json.Nodes;

namespace Trt.Sandbox.YooKassa;

internal enum ChargeStatus
{
    Pending,
    WaitingForCapture,
    Succeeded,
    Canceled,
}

/// <summary>A payment on the provider's books. Guarded by the till's lock.</summary>
internal sealed class Charge(string id, JsonObject order, ChargeFault? fault, DateTimeOffset at)
{
    /// <summary>Who has not paid within an hour will not pay.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    public string Id => id;

    public DateTimeOffset At => at;

    public ChargeStatus Status { get; private set; } = ChargeStatus.Pending;

    public string? Reason { get; private set; }

    public decimal Refunded { get; set; }

    public string Value => fault?.Amount ?? order["amount"]!["value"]!.GetValue<string>();

    public string Currency => fault?.Currency ?? order["amount"]!["currency"]!.GetValue<string>();

    public string Description => order["description"]?.GetValue<string>() ?? "";

    public string ReturnUrl => order["confirmation"]!["return_url"]!.GetValue<string>();

    public void Expire(DateTimeOffset now)
    {
        if (Status == ChargeStatus.Pending && now - at >= Lifetime)
        {
            (Status, Reason) = (ChargeStatus.Canceled, "expired_on_confirmation");
        }
    }

    /// <returns>False when it is too late for anything.</returns>
    public bool Pay()
    {
        if (Status != ChargeStatus.Pending)
        {
            return false;
        }

        Status = fault?.OnlyHeld == true ? ChargeStatus.WaitingForCapture : ChargeStatus.Succeeded;
        return true;
    }

    /// <summary>Money that came although the payment was given up: a bank can be slow.</summary>
    public void PayLate() => (Status, Reason) = (ChargeStatus.Succeeded, null);

    public bool Decline()
    {
        if (Status != ChargeStatus.Pending)
        {
            return false;
        }

        (Status, Reason) = (ChargeStatus.Canceled, "insufficient_funds");
        return true;
    }

    public JsonObject ToJson(string shopId, Uri root)
    {
        var metadata = order["metadata"]?.DeepClone() as JsonObject ?? [];
        if (fault?.AnotherKey is { } other)
        {
            metadata["payment_id"] = other;
        }

        var body = new JsonObject
        {
            ["id"] = id,
            ["status"] = Name(Status),
            ["paid"] = Status is ChargeStatus.Succeeded or ChargeStatus.WaitingForCapture,
            ["amount"] = Amount(Value, Currency),
            ["created_at"] = at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", System.Globalization.CultureInfo.InvariantCulture),
            ["description"] = Description,
            ["metadata"] = metadata,
            ["recipient"] = new JsonObject { ["account_id"] = fault?.AnotherShop == true ? "999999" : shopId, ["gateway_id"] = "100700" },
            ["refundable"] = Status == ChargeStatus.Succeeded && Refunded == 0,
            ["test"] = true,
        };
        switch (Status)
        {
            case ChargeStatus.Pending:
                body["confirmation"] = new JsonObject
                {
                    ["type"] = "redirect",
                    ["confirmation_url"] = new Uri(root, $"yookassa/pay/{id}").AbsoluteUri,
                };
                break;
            case ChargeStatus.Canceled:
                body["cancellation_details"] = new JsonObject { ["party"] = "payment_network", ["reason"] = Reason };
                break;
            case ChargeStatus.Succeeded:
                body["captured_at"] = body["created_at"]!.DeepClone();
                body["refunded_amount"] = Amount(Money(Refunded), Currency);
                break;
        }

        return body;
    }

    public static string Money(decimal value) => value.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture);

    public static JsonObject Amount(string value, string currency) => new() { ["value"] = value, ["currency"] = currency };

    public static string Name(ChargeStatus status) => status switch
    {
        ChargeStatus.Pending => "pending",
        ChargeStatus.WaitingForCapture => "waiting_for_capture",
        ChargeStatus.Succeeded => "succeeded",
        ChargeStatus.Canceled => "canceled",
    };
}
