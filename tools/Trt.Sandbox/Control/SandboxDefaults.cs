namespace Trt.Sandbox.Control;

/// <summary>
/// The shop's own bot: known to the Telegram simulator from the start, and what the control API means when no token is given.
/// </summary>
public static class SandboxDefaults
{
    public const string BotToken = "1000001:sandbox-shop-token";
    /// <summary>A payment provider in its test mode: invoices in rubles, paid with nothing.</summary>
    public const string ProviderToken = "1000002:TEST:sandbox";

    public const string BotUsername = "trt_sandbox_bot";
    public const string BotName = "TRT";
}
