using Trt.Domain.Broadcasts;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Texts;

/// <summary>What customers read around the shop's news, and how they switch them off.</summary>
internal static class NewsTexts
{
    public static string Entry(Language l) => l.Pick("🔔 Новости", "🔔 News");

    public static string Off(Language l) => l.Pick("🔕 Не присылать новости", "🔕 No more news");

    public static string On(Language l) => l.Pick("🔔 Присылать новости", "🔔 Send me news");

    public static Html Choice(Language l, bool wants) => wants
        ? l.Pick(
            Html.Of($"🔔 <b>Новости включены</b>\n\nИзредка расскажем о новых моделях и подарках. О ваших заказах и деньгах пишем всегда."),
            Html.Of($"🔔 <b>News are on</b>\n\nNow and then we tell you of new models and gifts. About your orders and money we always write."))
        : l.Pick(
            Html.Of($"🔕 <b>Новости выключены</b>\n\nБольше не пришлём. О ваших заказах и деньгах пишем всегда."),
            Html.Of($"🔕 <b>News are off</b>\n\nYou get no more of them. About your orders and money we always write."));

    /// <summary>A button under a piece of news.</summary>
    public static string Link(Language l, ModelTitles titles, BroadcastLink link) => link.Place switch
    {
        BroadcastPlace.Menu => l.Pick("✨ Открыть меню", "✨ Open the menu"),
        BroadcastPlace.TopUp => l.Pick("💰 Пополнить", "💰 Top up"),
        BroadcastPlace.Promo => l.Pick("🎟 Ввести промокод", "🎟 Enter a promo code"),
        BroadcastPlace.Kind => Routes.RouteTable.TypeOf(link.Subject) is { } type ? TypeTexts.Label(l, type) : l.Pick("✨ Открыть меню", "✨ Open the menu"),
        BroadcastPlace.Model => $"✨ {titles.Of(l, new ModelId(link.Subject))}",
    };
}
