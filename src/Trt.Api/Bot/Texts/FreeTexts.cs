using Trt.Domain.Shared;

namespace Trt.Api.Bot.Texts;

/// <summary>What is said about free generations wherever they are counted.</summary>
internal static class FreeTexts
{
    /// <summary>Behind today's number; nothing when nothing was earned.</summary>
    public static string Plus(Language l, int earned) => earned == 0 ? "" : l.Pick($" · ещё {Bonus(l, earned)}", $" · plus {Bonus(l, earned)}");

    public static string Bonus(Language l, int earned) =>
        l.Count(earned, ("бонусная", "бонусные", "бонусных"), ("bonus one", "bonus ones"));
}
