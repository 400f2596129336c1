using Trt.Domain.Shared;

namespace Trt.Api.Bot.Texts;

internal static class GeneralTexts
{
    public static string UnknownButton(Language l) => l.Pick("Не понял нажатие, обновил меню.", "That button is out of date; here is a fresh menu.");

    public static string PrivateOnly(Language l) => l.Pick("Я работаю в личном чате.", "I work in a private chat.");

    public static Html Help(Language l, string? support) => Html.Paragraphs(
        l.Pick(
            Html.Of($"<b>Как это работает</b>\n\n1. Выберите, что создаём, и модель.\n2. Опишите идею, при желании приложите фото.\n3. Проверьте цену и подтвердите.\n4. Результат придёт в этот чат."),
            Html.Of($"<b>How it works</b>\n\n1. Choose what to create and a model.\n2. Describe the idea, attach photos if you like.\n3. Check the price and confirm.\n4. The result comes into this chat.")),
        l.Pick(
            Html.Of($"Деньги списываются только за готовый результат. Если что-то не получилось, они сразу возвращаются на баланс."),
            Html.Of($"You are charged only for a finished result. If something fails, the money is back on your balance at once.")),
        l.Pick(
            Html.Of($"/start меню · /balance баланс · /history история · /cancel отменить заказ"),
            Html.Of($"/start menu · /balance balance · /history history · /cancel cancel the order")),
        support is null ? Html.Empty : l.Pick(Html.Of($"Поддержка: {support}"), Html.Of($"Support: {support}")));

    public static Html Trouble(Language l, Cid cid) => l.Pick(
        Html.Of($"Что-то пошло не так с нашей стороны. Ничего не потеряно и не списано дважды, попробуйте ещё раз.\n\nНомер обращения: <code>{cid.Value}</code>"),
        Html.Of($"Something went wrong on our side. Nothing is lost or charged twice; please try again.\n\nReference: <code>{cid.Value}</code>"));

    public static string Updating(Language l) => l.Pick("⏳ Сервис обновляется, 20–60 секунд", "⏳ Updating, 20–60 seconds");

    public static Html UpdatingMessage(Language l, string code, Cid cid) => l.Pick(
        Html.Of($"⏳ <b>Сервис обновляется</b>\n\nЭто займёт 20–60 секунд. Ваши заказы и баланс на месте.\n\nНомер обращения: <code>{cid.Value}</code> ({code})"),
        Html.Of($"⏳ <b>The service is being updated</b>\n\nIt takes 20–60 seconds. Your orders and balance are safe.\n\nReference: <code>{cid.Value}</code> ({code})"));

    public static string Blocked(Language l) => l.Pick("Сейчас новые заказы для вас закрыты.", "New orders are closed for you at the moment.");

    public static Html BlockedMessage(Language l, string? support) => support is null
        ? Html.Of($"{Blocked(l)}")
        : l.Pick(Html.Of($"{Blocked(l)} Поможет поддержка: {support}"), Html.Of($"{Blocked(l)} Support can help: {support}"));

    public static Html NotUnderstood(Language l) => l.Pick(
        Html.Of($"Чтобы начать, выберите, что создаём."),
        Html.Of($"To begin, choose what to create."));

    public static Html UnknownCommand(Language l) => l.Pick(
        Html.Of($"Такой команды нет. Всё доступно из меню:"),
        Html.Of($"There is no such command. Everything is in the menu:"));

    public static Html NotAFileWeUse(Language l) => l.Pick(
        Html.Of($"☝️ Стикеры, контакты и геометки здесь не нужны."),
        Html.Of($"☝️ Stickers, contacts and locations are not needed here."));

    public static Html ChooseLanguage() => Html.Of($"Язык · Language");

    public static IReadOnlyList<(string Command, string Ru, string En)> Commands { get; } =
    [
        ("start", "Меню", "Menu"),
        ("balance", "Баланс", "Balance"),
        ("find", "Найти модель", "Find a model"),
        ("recipes", "Рецепты", "Recipes"),
        ("topup", "Пополнить баланс", "Top up"),
        ("history", "Мои генерации", "My generations"),
        ("receipt", "Чеки", "Receipts"),
        ("ref", "Пригласить друга", "Invite a friend"),
        ("promo", "Промокод", "Promo code"),
        ("cancel", "Отменить заказ", "Cancel the order"),
        ("language", "Язык", "Language"),
        ("help", "Помощь", "Help"),
        ("paysupport", "Вопрос об оплате", "A question about a payment"),
        ("privacy", "Мои данные", "My data"),
        ("terms", "Условия", "Terms"),
    ];
}
