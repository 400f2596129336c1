namespace Trt.Api.Bot.Routes;

/// <summary>Buttons around the purse.</summary>
internal abstract record MoneyRoute(string Name, params string[] Arguments) : Route(Name, Arguments)
{
    public static readonly IReadOnlyDictionary<string, Func<string[], Route?>> Readers = new Dictionary<string, Func<string[], Route?>>
    {
        ["check_balance"] = _ => new BalanceRoute(),
    };
}

internal sealed record BalanceRoute() : MoneyRoute("check_balance");
