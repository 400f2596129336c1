using System.Globalization;
using Trt.Application.BackOffice.Settings;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Texts;

/// <summary>A person's word about what is sold: whether it stands on its shelf, and for how much.</summary>
internal static class RangeTexts
{
    public const int ReasonLengthMax = 120;

    public static string Hide(Language l) => l.Pick("🙈 Скрыть с витрины", "🙈 Hide it");

    public static string BringBack(Language l) => l.Pick("👁 Вернуть на витрину", "👁 Show it again");

    public static Html Why(Language l, string title) => l.Pick(
        Html.Of($"<b>Скрываем «{title}»</b>\n\nНапишите причину, до {ReasonLengthMax} знаков: её увидят только админы. Клиентам предложим похожие модели."),
        Html.Of($"<b>Hiding “{title}”</b>\n\nWrite the reason, up to {ReasonLengthMax} characters: only admins see it. Customers are offered similar models."));

    public static Html HowLong(Language l, string title) => l.Pick(
        Html.Of($"<b>На сколько скрыть «{title}»?</b>\n\nПотом модель вернётся сама."),
        Html.Of($"<b>For how long is “{title}” hidden?</b>\n\nThen it comes back by itself."));

    public static string For(Language l, int hours) => hours switch
    {
        0 => l.Pick("Пока не верну", "Until I bring it back"),
        < 24 => l.Count(hours, ("час", "часа", "часов"), ("hour", "hours")),
        _ => l.Count(hours / 24, ("день", "дня", "дней"), ("day", "days")),
    };

    public static Html Hidden(Language l, SettingResult result) => result switch
    {
        SettingResult.Changed => l.Pick(Html.Of($"✅ Записано, действует через пару секунд."), Html.Of($"✅ Written down; it holds within seconds.")),
        SettingResult.AsBefore => l.Pick(Html.Of($"👌 Так и было, ничего не изменилось."), Html.Of($"👌 It is so already; nothing has changed.")),
        _ => AdminHealthTexts.Unknown(l),
    };

    public static string OwnPrice(Language l, SoldLineName line) => l.Pick($"✏️ Цена: {line.Text}", $"✏️ Price: {line.Text}");

    public static Html AskPrice(Language l, string title, SoldLineName line, Money price, Money cost) => l.Pick(
        Html.Of($"<b>{title}</b>, {line.Text}\n\nСейчас {price.In(l)} за единицу, себестоимость {cost.In(l)}. Пришлите цену в рублях (<code>19.90</code>) или наценку (<code>x2.5</code>)."),
        Html.Of($"<b>{title}</b>, {line.Text}\n\n{price.In(l)} a unit now, cost {cost.In(l)}. Send a price in rubles (<code>19.90</code>) or a markup (<code>x2.5</code>)."));

    public static Html BadPrice(Language l) => l.Pick(
        Html.Of($"⚠️ Нужна цена вроде 19.90 или наценка вроде x2.5."), Html.Of($"⚠️ Please send a price like 19.90 or a markup like x2.5."));

    public static Html Preview(Language l, string title, SoldLineName line, PricedLine.Priced priced) => l.Pick(
        Html.Of($"<b>{title}</b>, {line.Text}\n\nКлиенты увидят: {priced.Before.In(l)} → <b>{priced.After.In(l)}</b>\nСебестоимость {priced.Cost.In(l)}, маржа {(priced.After - priced.Cost).In(l)} ({Share(priced)} %)"),
        Html.Of($"<b>{title}</b>, {line.Text}\n\nCustomers will see: {priced.Before.In(l)} → <b>{priced.After.In(l)}</b>\nCost {priced.Cost.In(l)}, margin {(priced.After - priced.Cost).In(l)} ({Share(priced)} %)"));

    public static Html Refusal(Language l, PricedLine result) => result switch
    {
        PricedLine.BelowCost below => l.Pick(
            Html.Of($"⚠️ Это ниже себестоимости ({below.Cost.In(l)}): каждый заказ был бы в убыток. Для подарков есть промокоды."),
            Html.Of($"⚠️ That is below cost ({below.Cost.In(l)}): each order would lose money. Promo codes are for presents.")),
        _ => BadPrice(l),
    };

    public static string Set(Language l, Money price) => l.Pick($"✅ Продавать за {price.In(l)}", $"✅ Sell for {price.In(l)}");

    public static string ByFormula(Language l) => l.Pick("↩️ Цена по формуле", "↩️ Price by the formula");

    public static Html Priced(Language l, PricedLine result) => result is PricedLine.Priced priced
        ? l.Pick(Html.Of($"✅ Цена {priced.Before.In(l)} → {priced.After.In(l)}, действует через пару секунд."), Html.Of($"✅ {priced.Before.In(l)} → {priced.After.In(l)}; it holds within seconds."))
        : Refusal(l, result);

    private static string Share(PricedLine.Priced priced) => priced.After.IsZero
        ? "0"
        : (100m * (priced.After - priced.Cost).Kopecks / priced.After.Kopecks).ToString("0", CultureInfo.InvariantCulture);
}

/// <summary>What a price line is called: its conditions, which are the same in every language.</summary>
internal sealed record SoldLineName(string Sku)
{
    public string Text => Words.Shorten(Sku, 30);
}
