namespace Trt.Domain.BackOffice;

/// <summary>What a token opens at the door for machines.</summary>
public enum TokenScope
{
    OrdersRead,

    /// <summary>Gives money back, sends results again, has the provider asked.</summary>
    OrdersWrite,
    CustomersRead,
    MoneyRead,
    SettingsRead,
    SettingsWrite,
}

public static class TokenScopes
{
    public static IReadOnlyList<TokenScope> All { get; } = Enum.GetValues<TokenScope>();

    /// <summary>As operators write it, and as it is stored.</summary>
    public static string Name(this TokenScope scope) => scope switch
    {
        TokenScope.OrdersRead => "orders.read",
        TokenScope.OrdersWrite => "orders.write",
        TokenScope.CustomersRead => "customers.read",
        TokenScope.MoneyRead => "money.read",
        TokenScope.SettingsRead => "settings.read",
        TokenScope.SettingsWrite => "settings.write",
    };

    /// <summary>Null when nothing is called so.</summary>
    public static TokenScope? Read(string name) =>
        All.Where(scope => scope.Name() == name).Select(scope => (TokenScope?)scope).FirstOrDefault();

    /// <summary>Behind the door stands the same gate as for people: what it asks of them, it asks of a token.</summary>
    public static bool Opens(this TokenScope scope, AdminAct act) => scope switch
    {
        TokenScope.OrdersRead or TokenScope.CustomersRead => act == AdminAct.LookAround,
        TokenScope.OrdersWrite => act is AdminAct.MoveMoney or AdminAct.TendOrders,
        TokenScope.MoneyRead => act == AdminAct.ReadFigures,
        TokenScope.SettingsRead or TokenScope.SettingsWrite => act == AdminAct.RunShop,
    };
}
