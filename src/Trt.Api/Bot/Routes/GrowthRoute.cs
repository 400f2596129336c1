namespace Trt.Api.Bot.Routes;

/// <summary>Buttons around what is given: for friends, for a code, as a present.</summary>
internal abstract record GrowthRoute(string Name, params string[] Arguments) : Route(Name, Arguments)
{
    public static readonly IReadOnlyDictionary<string, Func<string[], Route?>> Readers = new Dictionary<string, Func<string[], Route?>>
    {
        ["referral_info"] = _ => new InviteRoute(),
        ["promo_codes"] = _ => new PromoRoute(),
        ["claim_gift"] = _ => new GiftRoute(),
    };
}

internal sealed record InviteRoute() : GrowthRoute("referral_info");

internal sealed record PromoRoute() : GrowthRoute("promo_codes");

internal sealed record GiftRoute() : GrowthRoute("claim_gift");
