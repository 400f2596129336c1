using System.Globalization;
using Trt.Domain.BackOffice;
using Trt.Domain.Growth;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Routes;

/// <summary>A promo code being filled in, as it waits in the open question of whoever fills it in.</summary>
/// <param name="Most">Of a percentage: the most it adds, in kopecks.</param>
/// <param name="Code">Empty = the shop makes one up.</param>
internal sealed record PromoForm(PromoKind Kind, long Number, long Most = 0, int Uses = 100, int Days = 30, string Code = "")
{
    private const long GiftKopecksMax = 1_000_000;
    private const long BonusKopecksMax = 5_000_000;

    public PromoValue Value => Kind switch
    {
        PromoKind.Money => new PromoValue.MoneyGift(new Money(Number)),
        PromoKind.TopUpPercent => new PromoValue.TopUpPercent((int)Number, new Money(Most)),
        PromoKind.FreeGenerations => new PromoValue.FreeGenerations((int)Number),
    };

    /// <summary>The most that all uses together give away in money; nothing for free generations.</summary>
    public Money Exposure => new Money(Kind switch
    {
        PromoKind.Money => Number,
        PromoKind.TopUpPercent => Most,
        PromoKind.FreeGenerations => 0,
    }) * Uses;

    public string Written => string.Create(CultureInfo.InvariantCulture, $"{Kind}:{Number}:{Most}:{Uses}:{Days}:{Code}");

    public static PromoForm? Read(string written) => written.Split(':') is [var kind, var number, var most, var uses, var days, var code]
        && Enum.TryParse<PromoKind>(kind, out var of)
        && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var amount)
        && long.TryParse(most, NumberStyles.None, CultureInfo.InvariantCulture, out var limit)
        && int.TryParse(uses, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
        && int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out var span)
            ? new PromoForm(of, amount, limit, count, span, code)
            : null;

    /// <summary>"150"; "20 500" for twenty percent and at most 500 roubles; "5". Null when that is not what was asked for.</summary>
    public static PromoForm? Typed(PromoKind kind, string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return (kind, words) switch
        {
            (PromoKind.Money, [var rubles]) when Kopecks(rubles) is > 0 and <= GiftKopecksMax and var gift => new PromoForm(kind, gift),
            (PromoKind.TopUpPercent, [var percent, var most]) when Whole(percent.TrimEnd('%')) is >= 1 and <= 100 and var part
                && Kopecks(most) is > 0 and <= BonusKopecksMax and var limit => new PromoForm(kind, part, limit),
            (PromoKind.FreeGenerations, [var count]) when Whole(count) is >= 1 and <= 1000 and var free => new PromoForm(kind, free),
            _ => null,
        };
    }

    private static long Kopecks(string text) => AdjustmentAmount.Read(text, out var kopecks) is null ? kopecks : 0;

    private static int Whole(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
