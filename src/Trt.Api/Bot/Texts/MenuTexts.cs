using System.Globalization;
using Trt.Domain.Free;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Texts;

internal static class MenuTexts
{
    public static string Menu(Language l) => l.Pick("🏠 Меню", "🏠 Menu");

    public static string Back(Language l) => l.Pick("‹ Назад", "‹ Back");

    public static string Free(Language l) => l.Pick("🎁 Бесплатно", "🎁 Free");

    public static string All(Language l, int count) => l.Pick($"Все модели · {count}", $"All models · {count}");

    public static string Balance(Language l) => l.Pick("💳 Баланс", "💳 Balance");

    public static string History(Language l) => l.Pick("📚 История", "📚 History");

    public static string Help(Language l) => l.Pick("💬 Помощь", "💬 Help");

    public static string LanguageButton(Language l) => l.Pick("🌐 English", "🌐 Русский");

    public static Html Welcome(Language l, string name, int models) => l.Pick(
        Html.Of($"<b>{name}, добро пожаловать</b>\n\nКартинки, видео, голос и музыка от лучших нейросетей мира — прямо в этом чате. Выбираете, описываете, видите цену, получаете результат."),
        Html.Of($"<b>{name}, welcome</b>\n\nImages, video, voice and music from the world’s best AI models, right in this chat. Choose, describe, see the price, get the result."));

    public static Html MenuTitle(Language l, int models) => l.Pick(
        Html.Of($"<b>Что создаём?</b>\n\n{l.Count(models, ("модель", "модели", "моделей"), ("model", "models"))} к вашим услугам. Цена видна заранее, платите только за готовый результат."),
        Html.Of($"<b>What shall we create?</b>\n\n{l.Count(models, ("модель", "модели", "моделей"), ("model", "models"))} at your service. The price is shown first, and you pay only for a finished result."));

    public static Html Nothing(Language l) => l.Pick(
        Html.Of($"<b>Витрина обновляется</b>\n\nМодели появятся здесь совсем скоро. Загляните через несколько минут."),
        Html.Of($"<b>The collection is being refreshed</b>\n\nModels will be back very soon. Please look in again in a few minutes."));

    public static Html FreeTitle(Language l, FreeRoom room, int perDay) => Html.Paragraphs(
        l.Pick(Html.Of($"<b>Бесплатные модели</b>"), Html.Of($"<b>Free models</b>")),
        perDay == 0
            ? Html.Empty
            : l.Pick(
                Html.Of($"{l.Count(perDay, ("генерация", "генерации", "генераций"), ("generation", "generations"))} в подарок каждый день. Обновление в полночь по Москве."),
                Html.Of($"{l.Count(perDay, ("генерация", "генерации", "генераций"), ("generation", "generations"))} on us every day, renewed at midnight Moscow time.")),
        FreeTexts.Left(l, room, perDay));

    public static Html AllTitle(Language l) => l.Pick(Html.Of($"<b>Все модели</b>"), Html.Of($"<b>All models</b>"));

    public static Html TypeHint(Language l) => l.Pick(
        Html.Of($"Выберите модель. Цена за один заказ, а где она за секунду или за знаки, там так и написано."),
        Html.Of($"Choose a model. Prices are per order; where one is per second or per characters, it says so."));

    public const string New = "🆕";

    public static Html NewHint(Language l) => l.Pick(Html.Of($"{New} — новое на витрине"), Html.Of($"{New} — new in the collection"));

    public static string Start(Language l) => l.Pick("🚀 Создать", "🚀 Create");

    public static string Page(int page, int count) => $"{page} / {count}";

    public static Html Card(Language l, string title, string maker, string benefit) =>
        Html.Of($"<b>{title}</b> · {maker}\n\n{benefit}");

    public static Html CardFacts(Language l, string output, string duration, string price) => l.Pick(
        Html.Of($"Результат: {output}\nВремя: {duration}\nЦена: <b>{price}</b>"),
        Html.Of($"You get: {output}\nTime: {duration}\nPrice: <b>{price}</b>"));

    public static Html CardNeeds(Language l, string needs) => l.Pick(Html.Of($"Понадобится: {needs}"), Html.Of($"You will need: {needs}"));

    public static string Or(Language l) => l.Pick(" или ", " or ");

    public static Html Slow(Language l) => l.Pick(
        Html.Of($"🌿 Сейчас результат приходит чуть дольше обычного."),
        Html.Of($"🌿 Results take a little longer than usual right now."));

    public static Html Unavailable(Language l) => l.Pick(
        Html.Of($"<b>Эта модель сейчас недоступна</b>"),
        Html.Of($"<b>This model is unavailable right now</b>"));

    public static Html Rests(Language l, string model, DateTimeOffset since) => l.Pick(
        Html.Of($"🌙 <b>{model}</b> отдыхает\n\nС {Clock(since)} (МСК) у модели трудности. Вернётся сама, как только придёт в форму; заказ можно оформить уже сейчас, он дождётся её."),
        Html.Of($"🌙 <b>{model}</b> is resting\n\nIt has been having difficulties since {Clock(since)} (Moscow time). It comes back by itself as soon as it is fit again; you can place an order now, and it will wait."));

    public static string FillInAndWait(Language l) => l.Pick("⏳ Оформить и подождать", "⏳ Fill in and wait");

    public static Html Renewed(Language l, string model) => l.Pick(
        Html.Of($"🛠 <b>{model}</b> обновляется\n\nМодель изменилась. Проверяем, что всё получится как надо, и вернём её на витрину."),
        Html.Of($"🛠 <b>{model}</b> is being renewed\n\nThe model has changed. We are making sure that everything turns out well, then it will be back."));

    public static Html OrderKept(Language l) => l.Pick(
        Html.Of($"Ваш заказ сохранён, ничего не списано. Вернитесь к нему позже или выберите замену: всё, что ей подходит, перейдёт вместе с вами."),
        Html.Of($"Your order is kept and nothing was charged. Come back to it later, or choose another model: whatever fits it comes along."));

    public static Html Instead(Language l) => l.Pick(Html.Of($"Вот достойная замена:"), Html.Of($"Here are worthy alternatives:"));

    private static string Clock(DateTimeOffset at) => at.ToOffset(TimeSpan.FromHours(3)).ToString("HH:mm, dd.MM", CultureInfo.InvariantCulture);
}
