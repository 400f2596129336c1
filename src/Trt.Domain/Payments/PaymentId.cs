namespace Trt.Domain.Payments;

/// <summary>Travels with the invoice as its payload, so that the money finds its way back to what it was asked for.</summary>
public readonly record struct PaymentId(Guid Value)
{
    public static PaymentId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    /// <summary>Null for what we never wrote.</summary>
    public static PaymentId? Parse(string text) => Guid.TryParseExact(text, "N", out var id) ? new PaymentId(id) : null;

    /// <summary>Asked for before the other.</summary>
    public static bool operator <(PaymentId a, PaymentId b) => a.Value < b.Value;

    public static bool operator >(PaymentId a, PaymentId b) => a.Value > b.Value;

    public override string ToString() => Value.ToString("N");
}
