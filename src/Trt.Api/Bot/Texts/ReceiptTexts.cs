using System.Globalization;
using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Domain.Generations;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Texts;

internal static class ReceiptTexts
{
    public static string Button(Language l) => l.Pick("🧾 Чек", "🧾 Receipt");

    public static string All(Language l) => l.Pick("🧾 Все чеки", "🧾 All receipts");

    public static string Order(Language l) => l.Pick("Открыть заказ", "Open the order");

    public static Html ListTitle(Language l) => l.Pick(
        Html.Of($"<b>Чеки</b>\n\nКаждый заказ до копейки: цена, списание, возврат."),
        Html.Of($"<b>Receipts</b>\n\nEvery order to the kopeck: the price, what was taken, what came back."));

    public static Html Nothing(Language l) => l.Pick(
        Html.Of($"<b>Чеков пока нет</b>\n\nОни появятся с первым заказом. Вы платите только за готовый результат."),
        Html.Of($"<b>No receipts yet</b>\n\nThe first order brings the first one. You pay only for a finished result."));

    public static Html Title(Language l, string model, DateTimeOffset at, GenerationStatus status) =>
        Html.Of($"🧾 <b>{model}</b>\n{at.ToString("dd.MM.yyyy HH:mm", CultureInfo.InvariantCulture)} · {GenerationTexts.Status(l, status)}");

    public static Html Price(Language l, Money price) => l.Pick(Html.Of($"Цена: {price.In(l)}"), Html.Of($"Price: {price.In(l)}"));

    public static Html SetAside(Language l, Money price) => l.Pick(
        Html.Of($"Отложено: {price.In(l)}, спишем только за готовый результат"),
        Html.Of($"Set aside: {price.In(l)}, taken only for a finished result"));

    public static Html Taken(Language l, Money taken) => l.Pick(Html.Of($"Списано: <b>{taken.In(l)}</b>"), Html.Of($"Charged: <b>{taken.In(l)}</b>"));

    public static Html Back(Language l, MoneyBack back, Generation generation) => l.Pick(
        Html.Of($"Вернулось: {back.Amount.In(l)} · {Why(l, back.Reason, generation)}"),
        Html.Of($"Came back: {back.Amount.In(l)} · {Why(l, back.Reason, generation)}"));

    public static Html Balance(Language l, BalanceChange balance) => l.Pick(
        Html.Of($"Баланс: {balance.Before.In(l)} → {balance.After.In(l)}"),
        Html.Of($"Balance: {balance.Before.In(l)} → {balance.After.In(l)}"));

    public static Html Free(Language l, ReceiptOfFree free) => free switch
    {
        { IsGivenBack: true } => l.Pick(Html.Of($"Бесплатно. Эта генерация не засчитана."), Html.Of($"Free. This one does not count.")),
        { IsEarned: true } => l.Pick(Html.Of($"Бесплатно: из ваших бонусных"), Html.Of($"Free: from your bonus ones")),
        { IsToday: true } => l.Pick(Html.Of($"Бесплатно: {free.Used} из {free.PerDay} сегодня"), Html.Of($"Free: {free.Used} of {free.PerDay} today")),
        _ => l.Pick(
            Html.Of($"Бесплатно: {free.Used} из {free.PerDay} за {Day(free.Day)}"),
            Html.Of($"Free: {free.Used} of {free.PerDay} on {Day(free.Day)}")),
    };

    public static Html Late(Language l) => l.Pick(
        Html.Of($"Результат пришёл позже срока и остался у вас в подарок."),
        Html.Of($"The result came after the deadline and is yours as a gift."));

    private static string Why(Language l, BackReason reason, Generation generation) => reason switch
    {
        BackReason.Failed => l.Pick("результата нет", "no result"),
        BackReason.Expired => l.Pick("не успели в срок", "not ready in time"),
        BackReason.Cancelled => l.Pick("вы отменили заказ", "you cancelled the order"),
        BackReason.LessThanOrdered => Less(l, generation),
        BackReason.CostLess => l.Pick("вышло дешевле", "it came to less"),
        BackReason.GivenBack => l.Pick("вернул магазин", "given back by the shop"),
        BackReason.LostOnTheWay => l.Pick("файл не дошёл", "a file did not arrive"),
    };

    private static string Less(Language l, Generation generation)
    {
        var (received, ordered) = (Number(generation.ReceivedQuantity), Number(generation.OrderedQuantity));
        return l.Pick($"готово {received} из {ordered} {Unit(l, generation.PricedBy)}", $"{received} of {ordered} {Unit(l, generation.PricedBy)} delivered");
    }

    private static string Unit(Language l, PriceUnit? unit) => unit switch
    {
        PriceUnit.Image => l.Pick("изображений", "images"),
        PriceUnit.Second => l.Pick("с", "s"),
        PriceUnit.Minute => l.Pick("мин", "min"),
        PriceUnit.Generation or PriceUnit.ThousandChars or PriceUnit.Megapixel or null => "",
    };

    private static string Number(decimal? number) => number?.ToString("0.##", CultureInfo.InvariantCulture) ?? "";

    private static string Day(DateOnly day) => day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);
}
