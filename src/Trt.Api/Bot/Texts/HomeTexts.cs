using Trt.Application.Storefront;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Texts;

/// <summary>The words of the first screen.</summary>
internal static class HomeTexts
{
    public static string Label(Language l, Intent intent) => intent switch
    {
        Intent.Image => l.Pick("🎨 Картинка", "🎨 Image"),
        Intent.Video => l.Pick("🎬 Видео", "🎬 Video"),
        Intent.Voice => l.Pick("🔊 Голос и звук", "🔊 Voice and sound"),
        Intent.Music => l.Pick("🎵 Музыка", "🎵 Music"),
        Intent.Improve => l.Pick("✨ Улучшить", "✨ Improve"),
    };

    public static string Free(Language l, int left) =>
        left == 0 ? MenuTexts.Free(l) : l.Pick($"🎁 Бесплатно · ещё {left}", $"🎁 Free · {left} left");

    public static string FirstPicture(Language l) => l.Pick("🎁 Первая картинка · Бесплатно", "🎁 My first picture · Free");

    public static string Find(Language l) => l.Pick("🔎 Найти", "🔎 Find");

    public static string Mine(Language l) => l.Pick("👤 Моё", "👤 Mine");

    public static string BackToOrder(Language l) => l.Pick("↩️ Вернуться к заказу", "↩️ Back to the order");

    public static string Tutorial(Language l) => l.Pick("🎓 Показать по шагам", "🎓 Show me step by step");

    public static string Receipts(Language l) => l.Pick("🧾 Чеки", "🧾 Receipts");

    public static string Support(Language l) => l.Pick("✉️ Написать в поддержку", "✉️ Write to support");

    public static Html StaysOpen(Language l) => l.Pick(
        Html.Of($"Ваш баланс, готовые работы и чеки по-прежнему открыты."),
        Html.Of($"Your balance, finished work and receipts stay open."));

    public static Html OrderWaits(Language l) => l.Pick(
        Html.Of($"Ваш заказ ждёт, всё заполненное сохранено."),
        Html.Of($"Your order is waiting, with everything you filled in."));

    public static Html ChooseKind(Language l) => l.Pick(
        Html.Of($"Что именно? Число рядом — сколько моделей на выбор."),
        Html.Of($"What exactly? The number is how many models there are."));

    public static Html MineTitle(Language l) => l.Pick(
        Html.Of($"<b>Моё</b>\n\nДеньги, готовые работы, подарки и настройки."),
        Html.Of($"<b>Mine</b>\n\nMoney, finished work, gifts and settings."));

    /// <summary>What is a newcomer's already; nothing where nothing is given.</summary>
    public static Html Gifts(Language l, Money welcome, int freePerDay)
    {
        var free = l.Count(
            freePerDay,
            ("бесплатная генерация", "бесплатные генерации", "бесплатных генераций"),
            ("free generation", "free generations"));
        return (welcome.IsZero, freePerDay) switch
        {
            (true, 0) => Html.Empty,
            (false, 0) => l.Pick(Html.Of($"🎁 {welcome.In(l)} на балансе — уже ваши."), Html.Of($"🎁 {welcome.In(l)} on your balance: yours already.")),
            (true, _) => l.Pick(Html.Of($"🎁 {free} каждый день — уже ваши."), Html.Of($"🎁 {free} every day: yours already.")),
            _ => l.Pick(
                Html.Of($"🎁 Уже ваши: {welcome.In(l)} на балансе и {free} каждый день."),
                Html.Of($"🎁 Yours already: {welcome.In(l)} on your balance and {free} every day.")),
        };
    }
}
