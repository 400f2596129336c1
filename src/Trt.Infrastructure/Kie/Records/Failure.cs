using Trt.Application.Ports;
using Trt.Infrastructure.Kie.Orders;

namespace Trt.Infrastructure.Kie.Records;

/// <summary>Why a task failed, in the shop's words.</summary>
internal static class Failure
{
    public static TaskReading.Failed Of(string? code, string? message)
    {
        var text = message ?? "";
        var reason = Wording.IsModeration(text) ? ProviderRefusal.Moderation : code switch
        {
            "401" => ProviderRefusal.Unauthorized,
            "429" or "455" => ProviderRefusal.Busy,
            "402" or "433" => ProviderRefusal.NoCredits,
            "400" or "413" or "422" or "451" => Wording.Blame(text),
            "404" or "505" => ProviderRefusal.ModelUnavailable,
            _ => ProviderRefusal.Other,
        };
        return new TaskReading.Failed(reason, $"{(text.Length == 0 ? "no reason given" : text)} ({code ?? "no code"})");
    }
}
