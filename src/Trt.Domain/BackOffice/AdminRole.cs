namespace Trt.Domain.BackOffice;

/// <summary>How far a person is trusted with the shop itself.</summary>
public enum AdminRole
{
    /// <summary>Everybody: a customer, or a stranger.</summary>
    None,

    /// <summary>Answers customers: sees who they are and what they asked for, asks after an order, and moves no money.</summary>
    Support,

    /// <summary>Serves customers, and credits them up to a limit of the day.</summary>
    Limited,

    /// <summary>Runs the shop: prices, settings, news, and corrections without a limit of the day.</summary>
    Admin,

    /// <summary>Named in the settings of the shop, appointed by another owner, or at its console.</summary>
    Owner,
}

/// <summary>What can be done behind the counter.</summary>
public enum AdminAct
{
    LookAround,
    MoveMoney,
    BlockPeople,

    /// <summary>Sends money out of the shop, where no correction reaches it.</summary>
    RefundPayments,

    ReadAudit,

    /// <summary>Money that came and went, and what the provider took.</summary>
    ReadFigures,

    /// <summary>Asks after an order, and brings its result once more.</summary>
    TendOrders,

    /// <summary>Reads what a customer has written and sent.</summary>
    ReadInputs,

    /// <summary>Says of a model whether it is sold.</summary>
    StopModels,

    /// <summary>Prices, settings and promo codes: what all customers meet.</summary>
    RunShop,

    /// <summary>Writes to many customers at once.</summary>
    Broadcast,

    /// <summary>Is told what the shop cannot mend by itself, and how the day was.</summary>
    HearAlerts,

    /// <summary>Takes the data of all customers out of the shop.</summary>
    Export,
    AppointAdmins,
}

/// <summary>Who may do what, as one table; operations.md shows the same.</summary>
public static class AdminRoles
{
    private static readonly AdminAct[] OfSupport = [AdminAct.LookAround, AdminAct.TendOrders, AdminAct.ReadInputs];

    private static readonly AdminAct[] OfLimited =
    [
        .. OfSupport, AdminAct.MoveMoney, AdminAct.BlockPeople, AdminAct.ReadAudit, AdminAct.StopModels, AdminAct.ReadFigures,
    ];

    private static readonly AdminAct[] OfAdmin = [.. OfLimited, AdminAct.RunShop, AdminAct.Broadcast, AdminAct.HearAlerts];

    public static bool May(this AdminRole role, AdminAct act) => role switch
    {
        AdminRole.Owner => true,
        AdminRole.Admin => OfAdmin.Contains(act),
        AdminRole.Limited => OfLimited.Contains(act),
        AdminRole.Support => OfSupport.Contains(act),
        AdminRole.None => false,
    };

    /// <summary>Whoever appoints them hands over the shop, or much of it: that is asked twice.</summary>
    public static bool IsPowerful(this AdminRole role) => role is AdminRole.Owner or AdminRole.Admin;
}
