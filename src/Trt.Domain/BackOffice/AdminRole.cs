namespace Trt.Domain.BackOffice;

/// <summary>How far a person is trusted with the shop itself.</summary>
public enum AdminRole
{
    /// <summary>Everybody: a customer, or a stranger.</summary>
    None,

    /// <summary>Appointed by an owner, with a spending limit.</summary>
    Admin,

    /// <summary>Named in the settings of the shop, or at its console.</summary>
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

    /// <summary>Says of a model whether it is sold.</summary>
    StopModels,

    /// <summary>Takes the data of all customers out of the shop.</summary>
    Export,
    AppointAdmins,
}

public static class AdminRoles
{
    public static bool May(this AdminRole role, AdminAct act) => role switch
    {
        AdminRole.Owner => true,
        AdminRole.Admin => act is AdminAct.LookAround or AdminAct.MoveMoney or AdminAct.BlockPeople or AdminAct.ReadAudit
            or AdminAct.StopModels,
        AdminRole.None => false,
    };
}
