using Trt.Application.Generations;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Texts;

internal static class ConfirmTexts
{
    public static Html Copies(Language l, int copies, Money each, Money together)
    {
        var count = l.Count(copies, ("вариант", "варианта", "вариантов"), ("variation", "variations"));
        return Html.Of($"{count} × {each.In(l)} = {together.In(l)}");
    }

    public static Html Title(Language l, string model) => l.Pick(Html.Of($"<b>{model}</b> · всё готово"), Html.Of($"<b>{model}</b> · ready to go"));

    public static Html Line(string label, string value) => Html.Of($"{label}: {value}");

    public static Html Get(Language l, string output, string duration) => l.Pick(
        Html.Of($"Вы получите {output}. Обычно это {duration}."),
        Html.Of($"You will get {output}. Usually {duration}."));

    public static Html Price(Language l, Money price, Money balance) => l.Pick(
        Html.Of($"Цена: <b>{price.In(l)}</b>\nБаланс: {balance.In(l)} → {(balance - price).In(l)}"),
        Html.Of($"Price: <b>{price.In(l)}</b>\nBalance: {balance.In(l)} → {(balance - price).In(l)}"));

    /// <summary>The true cost is known with the result: what is taken may be less, and is never more.</summary>
    public static Html PriceAtMost(Language l, Money price, Money balance) => l.Pick(
        Html.Of($"Цена: <b>до {price.In(l)}</b>\nБаланс: {balance.In(l)}\nТочная цена известна вместе с результатом: остаток сразу вернём."),
        Html.Of($"Price: <b>up to {price.In(l)}</b>\nBalance: {balance.In(l)}\nThe exact price comes with the result: the rest is returned at once."));

    public static Html Surcharge(Language l, Money surcharge) => l.Pick(
        Html.Of($"Из них за дополнительные фото: {surcharge.In(l)}"),
        Html.Of($"Of that for additional photos: {surcharge.In(l)}"));

    public static Html StrictContent(Language l) => l.Pick(
        Html.Of($"Модель строга к содержанию и может отказать. За отказ вы не платите."),
        Html.Of($"This model is strict about content and may refuse. A refusal costs you nothing."));

    public static Html Short(Language l, Money price, Money balance, Money missing) => l.Pick(
        Html.Of($"Цена: <b>{price.In(l)}</b>\nНа балансе: {balance.In(l)}\nНе хватает: <b>{missing.In(l)}</b>"),
        Html.Of($"Price: <b>{price.In(l)}</b>\nYou have: {balance.In(l)}\nMissing: <b>{missing.In(l)}</b>"));

    public static Html OnlyForResult(Language l) => l.Pick(
        Html.Of($"Списываем только за готовый результат."),
        Html.Of($"You are charged only for a finished result."));

    public static string Go(Language l, Money price, bool isAtMost) => price.IsZero
        ? l.Pick("✨ Создать бесплатно", "✨ Create for free")
        : isAtMost
            ? l.Pick($"✨ Создать · до {price.In(l)}", $"✨ Create · up to {price.In(l)}")
            : l.Pick($"✨ Создать за {price.In(l)}", $"✨ Create for {price.In(l)}");

    public static string Wait(Language l, Money price, bool isAtMost) => price.IsZero
        ? l.Pick("⏳ Подождать · бесплатно", "⏳ Wait · free")
        : isAtMost
            ? l.Pick($"⏳ Подождать · до {price.In(l)}", $"⏳ Wait · up to {price.In(l)}")
            : l.Pick($"⏳ Подождать · {price.In(l)}", $"⏳ Wait · {price.In(l)}");

    public static string Settings(Language l) => l.Pick("⚙️ Настройки", "⚙️ Settings");

    public static string Change(Language l, string field, string value) => $"✏️ {field}: {value}";

    public static Html SettingsTitle(Language l, string model) => l.Pick(
        Html.Of($"<b>{model}</b> · настройки\n\nНажмите, чтобы изменить. Остальное уже подобрано."),
        Html.Of($"<b>{model}</b> · settings\n\nTap to change. The rest is tuned already."));

    /// <summary>Of a file that was not sent.</summary>
    public static string Absent(Language l) => l.Pick("нет", "none");

    public static string Auto(Language l) => l.Pick("авто", "auto");

    public static string FilesCount(Language l, int count) => l.Count(count, ("файл", "файла", "файлов"), ("file", "files"));

    public static Html Refusal(Language l, ConfirmRefusal refusal, Money missing) => refusal switch
    {
        ConfirmRefusal.DraftGone => l.Pick(
            Html.Of($"<b>Этот заказ уже не активен</b>\n\nНичего не списано. Начните новый, это займёт минуту."),
            Html.Of($"<b>This order is no longer active</b>\n\nNothing was charged. Starting a new one takes a minute.")),
        ConfirmRefusal.ModelUnavailable => l.Pick(
            Html.Of($"☝️ Заказ не запущен."),
            Html.Of($"☝️ The order was not started.")),
        ConfirmRefusal.InputsIncomplete => l.Pick(Html.Of($"Осталось уточнить одну деталь:"), Html.Of($"One detail is still open:")),
        ConfirmRefusal.NoPrice => l.Pick(
            Html.Of($"<b>Такое сочетание сейчас недоступно</b>\n\nНичего не списано. Измените настройки или выберите другую модель."),
            Html.Of($"<b>This combination is unavailable right now</b>\n\nNothing was charged. Change the settings or choose another model.")),
        ConfirmRefusal.PriceChanged => l.Pick(
            Html.Of($"☝️ Цена обновилась. Проверьте и подтвердите ещё раз."),
            Html.Of($"☝️ The price has changed. Please check it and confirm again.")),
        ConfirmRefusal.NotEnoughMoney => l.Pick(
            Html.Of($"<b>Не хватает {missing.In(l)}</b>\n\nНичего не списано, заказ сохранён."),
            Html.Of($"<b>{missing.In(l)} short</b>\n\nNothing was charged; your order is kept.")),
        ConfirmRefusal.TooManyUnderWay => l.Pick(
            Html.Of($"<b>Ваша очередь заполнена</b>\n\nНичего не списано, заказ сохранён. Вернитесь к нему, когда завершится один из прошлых."),
            Html.Of($"<b>Your queue is full</b>\n\nNothing was charged; this order is kept. Come back to it when an earlier one is done.")),
        ConfirmRefusal.StartsPaused => l.Pick(
            Html.Of($"☝️ Заказ не запущен, ничего не списано."),
            Html.Of($"☝️ The order was not started and nothing was charged.")),
    };

    public static string Retry(Language l) => l.Pick("↻ К заказу", "↻ Back to the order");

    public static string FreeModels(Language l) => l.Pick("🎁 Бесплатные модели", "🎁 Free models");
}
