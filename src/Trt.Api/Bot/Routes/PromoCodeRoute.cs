using Trt.Domain.Growth;

namespace Trt.Api.Bot.Routes;

/// <summary>Buttons about promo codes, behind the counter. What is being filled in waits in the open question.</summary>
internal abstract record PromoCodeRoute(string Name, params string[] Arguments) : AdminRoute(Name, Arguments)
{
    public static new readonly IReadOnlyDictionary<string, Func<string[], Route?>> Readers = new Dictionary<string, Func<string[], Route?>>
    {
        ["admin_promos"] = arguments => new PromoCodesRoute(PageAt(arguments, 0)),
        ["admin_promo"] = arguments => At(arguments, 0) is { } mark ? new PromoCardRoute(mark, PageAt(arguments, 1)) : null,
        ["admin_promo_new"] = arguments => arguments.Length == 0 ? new NewPromoRoute()
            : Enum.TryParse<PromoKind>(arguments[0], out var kind) && Enum.IsDefined(kind) ? new NewPromoRoute(kind)
            : null,
        ["admin_promo_uses"] = arguments => arguments is [var uses] && Number(uses, 1_000_000) is { } count
            ? new PromoUsesRoute(count)
            : null,
        ["admin_promo_days"] = arguments => arguments is [var days] && Number(days, 1_000) is { } count
            ? new PromoDaysRoute(days == "0" ? 0 : count)
            : null,
        ["admin_promo_make"] = arguments => new MakePromoRoute(Flag(arguments, 0)),
        ["admin_promo_stop"] = arguments => At(arguments, 0) is { } mark ? new StopPromoRoute(mark, Flag(arguments, 1)) : null,
    };
}

internal sealed record PromoCodesRoute(int Page = 1) : PromoCodeRoute("admin_promos", Text(Page));

internal sealed record PromoCardRoute(string Mark, int Page = 1) : PromoCodeRoute("admin_promo", Mark, Text(Page));

/// <param name="Kind">Null asks which.</param>
internal sealed record NewPromoRoute(PromoKind? Kind = null) : PromoCodeRoute("admin_promo_new", Kind is { } kind ? [kind.ToString()] : []);

internal sealed record PromoUsesRoute(int Uses) : PromoCodeRoute("admin_promo_uses", Text(Uses));

/// <param name="Days">0 has no end.</param>
internal sealed record PromoDaysRoute(int Days) : PromoCodeRoute("admin_promo_days", Text(Days));

internal sealed record MakePromoRoute(bool IsSure) : PromoCodeRoute("admin_promo_make", Text(IsSure))
{
    public override Tone Tone => Tone.Agree;
}

internal sealed record StopPromoRoute(string Mark, bool IsSure) : PromoCodeRoute("admin_promo_stop", Mark, Text(IsSure))
{
    public override Tone Tone => Tone.Stop;
}
