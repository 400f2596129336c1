using System.Globalization;
using Trt.Api.Bot.Texts;
using Trt.Api.Dashboard.Pages;
using Trt.Application.BackOffice.Promos;
using Trt.Domain.BackOffice;
using Trt.Domain.Growth;
using Trt.Domain.Shared;

namespace Trt.Api.Dashboard;

/// <summary>Promo codes: what became of them, a new one, an end.</summary>
internal static class PromoPages
{
    public static Task<DeskAnswer> List(Call call) => call.Ask(
        new WatchPromos(call.By, call.PageNumber),
        promos => new DeskAnswer.Page(call.L.Pick("Промокоды", "Promo codes"), typeof(PromosPage), new PromosModel(promos)));

    public static async Task<DeskAnswer> Make(Call call)
    {
        var code = call.Said("code");
        if (code.Length > 0 && PromoCode.Normalize(code) is null)
        {
            return new DeskAnswer.Unusable(PlainWords.Of(PromoCodeTexts.BadCode(call.L)));
        }

        return Value(call) is { } value && Whole(call.Said("uses")) is { } uses
            ? await call.Do(
                new IssuePromo(call.By, code.Length == 0 ? null : code, value, uses, Whole(call.Said("days"))),
                result => PromoCodeTexts.Made(call.L, result), "promos")
            : new DeskAnswer.Unusable(PlainWords.Of(PromoCodeTexts.BadValue(call.L)));
    }

    public static Task<DeskAnswer> Stop(Call call) => call.Ask(
        new WithdrawPromo(call.By, call.Said("code")),
        _ => new DeskAnswer.GoTo("promos", call.L.Pick("Код выключен.", "The code is switched off.")));

    private static PromoValue? Value(Call call) => call.Said("kind") switch
    {
        "money" when Rubles(call.Said("value")) is { } amount => new PromoValue.MoneyGift(amount),
        "percent" when Whole(call.Said("value")) is { } percent && Rubles(call.Said("most")) is { } most =>
            new PromoValue.TopUpPercent(percent, most),
        "free" when Whole(call.Said("value")) is { } count => new PromoValue.FreeGenerations(count),
        _ => null,
    };

    private static Money? Rubles(string text) =>
        AdjustmentAmount.Read(text, out var kopecks) is null && kopecks > 0 ? new Money(kopecks) : null;

    private static int? Whole(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}
