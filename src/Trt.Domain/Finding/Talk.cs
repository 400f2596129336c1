namespace Trt.Domain.Finding;

/// <summary>What people say to a shop beside their wishes.</summary>
public enum Talk
{
    Hello,
    Thanks,

    /// <summary>What the shop can do, or how it is used.</summary>
    HowTo,
    Balance,
    TopUp,

    /// <summary>Where money or a refund is.</summary>
    Money,

    /// <summary>Where an order or its result is.</summary>
    Orders,
    Support,
    Promo,
    Invite,

    /// <summary>Nothing that can be understood.</summary>
    Unclear,
}
