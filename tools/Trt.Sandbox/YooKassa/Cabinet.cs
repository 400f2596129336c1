namespace Trt.Sandbox.YooKassa;

/// <summary>The merchant's account, as it was set up in the provider's cabinet.</summary>
internal sealed class Cabinet
{
    public string ShopId { get; } = CardDefaults.ShopId;

    public string SecretKey { get; } = CardDefaults.SecretKey;

    /// <summary>Where notifications go; null = nowhere.</summary>
    public Uri? NotifyAt { get; set; }
}

/// <summary>How the sandbox's shop is known to the simulated provider.</summary>
public static class CardDefaults
{
    public const string ShopId = "100500";
    public const string SecretKey = "test_sandbox-secret";
}
