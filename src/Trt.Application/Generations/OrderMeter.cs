using Trt.Application.Ports;
using Trt.Domain.Generations;

namespace Trt.Application.Generations;

/// <summary>What is counted of orders. Like the trail, after the step is saved.</summary>
internal static class OrderMeter
{
    private const string Reason = "reason";

    public static void Confirmed(Generation order) =>
        Telemetry.OrdersConfirmed.Add(1, Of("model", order.Model.Value), Of("way", order.IsPaid ? "paid" : "free"));

    public static void Submitted(Generation order, DateTimeOffset now) =>
        Telemetry.ConfirmToSubmitted.Record((now - order.CreatedAt).TotalSeconds);

    public static void Ended(Generation order)
    {
        Telemetry.OrdersEnded.Add(1, Of("model", order.Model.Value), Of("end", $"{order.Status}"));
        if (order.Failure is { } failure)
        {
            Telemetry.OrdersFailed.Add(1, Of(Reason, $"{failure}"));
        }

        if (order.Status == GenerationStatus.Succeeded)
        {
            Telemetry.ProviderCost.Add(order.TrueCost?.Kopecks ?? 0);
            Telemetry.Revenue.Add(order.PriceOfResult.Kopecks);
        }
        else if (order.IsPaid)
        {
            Telemetry.Refunds.Add(1, Of(Reason, order.Failure is { } why ? $"{why}" : $"{order.Status}"));
        }
    }

    /// <summary>An operator gave back what had been taken for a result.</summary>
    public static void GivenBack() => Telemetry.Refunds.Add(1, Of(Reason, $"{FailureReason.GivenBack}"));

    /// <param name="how">whole, in doubt, in part or lost.</param>
    public static void Delivered(Generation order, string how, DateTimeOffset now)
    {
        Telemetry.OrdersDelivered.Add(1, Of("how", how));
        if (order.Status == GenerationStatus.Delivered)
        {
            Telemetry.PaidToDelivered.Record((now - order.CreatedAt).TotalSeconds, Of("output", $"{order.Result[0].Kind}"));
        }
        else if (order.IsPaid)
        {
            Telemetry.Refunds.Add(1, Of(Reason, $"{FailureReason.ResultLost}"));
        }
    }

    private static KeyValuePair<string, object?> Of(string label, string value) => new(label, value);
}
