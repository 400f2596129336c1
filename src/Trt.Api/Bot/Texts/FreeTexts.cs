using System.Globalization;
using Trt.Domain.Free;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Texts;

/// <summary>What is said about free generations wherever they are counted.</summary>
internal static class FreeTexts
{
    public static string Tag(Language l) => l.Pick("бесплатно", "free");

    /// <summary>Some of its settings are free, the others cost.</summary>
    public static string PartlyFree(string price) => $"{price} · 🎁";

    /// <summary>What is left, and when the next one comes; nothing where nothing is given.</summary>
    public static Html Left(Language l, FreeRoom free, int perDay) => free switch
    {
        { Now: > 0 } => l.Pick(
            Html.Of($"🎁 Сегодня бесплатно: {free.Today} из {perDay}{Hourly(l, free)}{Plus(l, free.Earned)}"),
            Html.Of($"🎁 Free today: {free.Today} of {perDay}{Hourly(l, free)}{Plus(l, free.Earned)}")),
        { Earned: > 0 } => Html.Lines(
            l.Pick(
                Html.Of($"🎁 У вас {Bonus(l, free.Earned)}: создавайте бесплатно."),
                Html.Of($"🎁 You have {Bonus(l, free.Earned)}: create for free.")),
            Back(l, free)),
        { Back: not null } => Html.Lines(
            l.Pick(Html.Of($"🎁 Бесплатные пока закончились. Можно продолжить платно."), Html.Of($"🎁 The free ones are used up for now. You can go on at the listed price.")),
            Back(l, free)),
        _ => Html.Empty,
    };

    /// <summary>The price line of the confirm screen.</summary>
    public static Html Price(Language l, FreeRoom free, int perDay, int copies) => Html.Lines(
        Price(l, free, perDay),
        copies == 1 ? Html.Empty : l.Pick(
            Html.Of($"Возьмём {Several(l, copies)}: по одной на каждый вариант."),
            Html.Of($"We take {Several(l, copies)}: one for each variation.")));

    private static string Several(Language l, int copies) =>
        l.Count(copies, ("бесплатную", "бесплатные", "бесплатных"), ("free one", "free ones"));

    private static Html Price(Language l, FreeRoom free, int perDay) => free switch
    {
        { Now: 0 } => l.Pick(
            Html.Of($"Цена: <b>бесплатно</b>\nИз ваших бонусных, осталось: {free.Earned}"),
            Html.Of($"Price: <b>free</b>\nFrom your bonus ones, left: {free.Earned}")),
        _ => l.Pick(
            Html.Of($"Цена: <b>бесплатно</b>\nОсталось сегодня: {free.Today} из {perDay}{Hourly(l, free)}{Plus(l, free.Earned)}"),
            Html.Of($"Price: <b>free</b>\nLeft today: {free.Today} of {perDay}{Hourly(l, free)}{Plus(l, free.Earned)}")),
    };

    /// <summary>When one of the day's can be had again; nothing while one can be had now.</summary>
    public static Html Back(Language l, FreeRoom free) => free.Back is { } back
        ? l.Pick(Html.Of($"Следующая бесплатная {When(l, back)}."), Html.Of($"The next free one comes {When(l, back)}."))
        : Html.Empty;

    /// <summary>Behind today's number; nothing when nothing was earned.</summary>
    public static string Plus(Language l, int earned) => earned == 0 ? "" : l.Pick($" · ещё {Bonus(l, earned)}", $" · plus {Bonus(l, earned)}");

    public static string Bonus(Language l, int earned) =>
        l.Count(earned, ("бонусная", "бонусные", "бонусных"), ("bonus one", "bonus ones"));

    /// <summary>Only where the hour allows fewer than the day.</summary>
    private static string Hourly(Language l, FreeRoom free) =>
        free.Now < free.Today ? l.Pick($" · в этот час ещё {free.Now}", $" · {free.Now} more this hour") : "";

    private static string When(Language l, FreeReturn back)
    {
        var at = back.At.ToString("HH:mm", CultureInfo.InvariantCulture);
        return back.IsTomorrow ? l.Pick($"завтра в {at} МСК", $"tomorrow at {at} Moscow time") : l.Pick($"сегодня в {at} МСК", $"today at {at} Moscow time");
    }
}
