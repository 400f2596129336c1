using Trt.Sandbox.Telegram;

namespace Trt.Sandbox.Control;

/// <summary>Turns the simulator's switches; what is not mentioned stays.</summary>
internal static class SettingsOrders
{
    public static SimulatorSwitches Apply(SimulatorSettings settings, SettingsRequest request)
    {
        if (request.WebhookRetryScale is < 0 || request.CallbackWindowMs is < 0 || request.PreCheckoutWindowMs is < 0
            || request.InlineWindowMs is < 0)
        {
            throw new ControlRefusal("a scale or a window cannot be negative");
        }

        var now = settings.Current;
        return settings.Current = now with
        {
            StrictWebhooks = request.StrictWebhooks ?? now.StrictWebhooks,
            WebhookRetryScale = request.WebhookRetryScale ?? now.WebhookRetryScale,
            CallbackWindowMs = request.CallbackWindowMs ?? now.CallbackWindowMs,
            PreCheckoutWindowMs = request.PreCheckoutWindowMs ?? now.PreCheckoutWindowMs,
            InlineWindowMs = request.InlineWindowMs ?? now.InlineWindowMs,
            OwnerHasPremium = request.OwnerHasPremium ?? now.OwnerHasPremium,
            OldServer = request.OldServer ?? now.OldServer,
            MessageIdsPerAccount = request.MessageIdsPerAccount ?? now.MessageIdsPerAccount,
            RateLimits = request.RateLimits ?? now.RateLimits,
            CoalescePolls = request.CoalescePolls ?? now.CoalescePolls,
            FetchHosts = request.FetchHosts ?? now.FetchHosts,
        };
    }
}
