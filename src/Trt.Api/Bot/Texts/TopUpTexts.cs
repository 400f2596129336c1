using Trt.Domain.Shared;

namespace Trt.Api.Bot.Texts;

internal static class TopUpTexts
{
    public static Html Received(Language l, Money amount, Money balance) => l.Pick(
        Html.Of($"✅ <b>Баланс пополнен на {amount}</b>\n\nСейчас на балансе: {balance}"),
        Html.Of($"✅ <b>{amount} added to your balance</b>\n\nYou now have: {balance}"));

    public static Html OrderWaits(Language l) => l.Pick(
        Html.Of($"Ваш заказ сохранён. Осталось подтвердить."),
        Html.Of($"Your order is kept. All that is left is to confirm it."));

    public static string BackToOrder(Language l) => l.Pick("✨ Вернуться к заказу", "✨ Back to my order");
}
