using Trt.Domain.Finding;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Texts;

/// <summary>What is said in groups: short, and nothing about anybody's money but the price they are about to pay.</summary>
internal static class GroupTexts
{
    private const int NameShown = 30;

    public static Html Hello(Language l, string mention) => l.Pick(
        Html.Of($"👋 Здравствуйте! Делаю картинки, видео, голос и музыку по просьбе.\n\n• Упомяните меня и напишите идею: <code>{mention} кот в очках</code>. Или ответьте так на чьё-то фото.\n• Платит тот, кто просит, и только он нажимает кнопки. Баланс видит лишь он сам.\n• На остальное не отвечаю. Не нужен? Удалите меня из участников."),
        Html.Of($"👋 Hello! I make pictures, films, voices and music on request.\n\n• Mention me and write an idea: <code>{mention} a cat in glasses</code>. Or answer somebody's photo like that.\n• Whoever asks pays, and only they press the buttons. Nobody else sees their balance.\n• I answer nothing else. Not needed? Remove me from the members."));

    public static Html Help(Language l, string mention) => l.Pick(
        Html.Of($"Напишите идею после моего имени: <code>{mention} кот в очках</code>, или ответьте так на фото. Покажу варианты с ценой, результат пришлю сюда же."),
        Html.Of($"Write an idea after my name: <code>{mention} a cat in glasses</code>, or answer a photo like that. You see options with prices, and the result comes here."));

    public static Html OnlyInPrivate(Language l) => l.Pick(
        Html.Of($"Это только для вас, поэтому в личном чате."),
        Html.Of($"That is for your eyes only, so it is in your own chat with me."));

    /// <summary>Whoever writes in the name of the group has no balance.</summary>
    public static Html Unnamed(Language l) => l.Pick(
        Html.Of($"Вы пишете от имени группы, и я не знаю, чей это заказ. Напишите от себя или откройте личный чат, и сделаю."),
        Html.Of($"You write in the name of the group, so I cannot tell whose order this is. Write as yourself or open a chat with me, and I will make it."));

    public static Html Proposed(Language l, string name) => l.Pick(
        Html.Of($"{Short(name)}, вот чем это сделать. Цена на кнопке, платите только за готовое."),
        Html.Of($"{Short(name)}, this is what can make it. The price is on the button; you pay only for a finished result."));

    /// <summary>The same whatever the reason: how much somebody has is nobody's business.</summary>
    public static Html GoOnInPrivate(Language l, string name) => l.Pick(
        Html.Of($"{Short(name)}, идея сохранена. Осталось подтвердить в личном чате, результат пришлю сюда."),
        Html.Of($"{Short(name)}, your idea is kept. Confirm it in your own chat with me; the result comes here."));

    public static Html Found(Language l, string name, int total)
    {
        var count = l.Count(total, ("модель", "модели", "моделей"), ("model", "models"));
        return total == 0
            ? l.Pick(Html.Of($"{Short(name)}, такого не нашёл. Опишите идею словами."), Html.Of($"{Short(name)}, nothing by that name. Describe the idea in words."))
            : l.Pick(
                Html.Of($"{Short(name)}, нашёл: {count}. Выбрать можно в личном чате, а можно просто описать идею здесь."),
                Html.Of($"{Short(name)}, found: {count}. Choose in your own chat with me, or simply describe the idea here."));
    }

    public static Html Said(Language l, Talk talk, string mention) => talk switch
    {
        Talk.Thanks => l.Pick(Html.Of($"🙌 Всегда рад!"), Html.Of($"🙌 Always a pleasure!")),
        Talk.Balance or Talk.TopUp or Talk.Money or Talk.Orders or Talk.Support or Talk.Promo or Talk.Invite => OnlyInPrivate(l),
        Talk.Hello or Talk.HowTo or Talk.Unclear => Help(l, mention),
    };

    public static Html TooLarge(Language l) => FindTexts.TooLarge(l);

    public static Html Ready(Language l, string model, string? words) => words is null
        ? Html.Of($"<b>{model}</b>")
        : l.Pick(Html.Of($"<b>{model}</b> · «{words}»"), Html.Of($"<b>{model}</b> · “{words}”"));

    public static Html Price(Language l, string price, string name) => l.Pick(
        Html.Of($"Цена: <b>{price}</b>. Платит {Short(name)}, только за готовый результат."),
        Html.Of($"Price: <b>{price}</b>. {Short(name)} pays, only for a finished result."));

    public static Html Free(Language l) => l.Pick(Html.Of($"Бесплатно."), Html.Of($"Free of charge."));

    public static Html Accepted(Language l, string model, string duration) => l.Pick(
        Html.Of($"⏳ <b>{model}</b> · делаю. Обычно это {duration}, результат пришлю ответом."),
        Html.Of($"⏳ <b>{model}</b> · on it. Usually {duration}; the result comes as an answer."));

    public static Html Done(Language l, string model) => l.Pick(Html.Of($"✅ <b>{model}</b> · готово"), Html.Of($"✅ <b>{model}</b> · done"));

    /// <summary>Why, and where the money is, only the customer reads.</summary>
    public static Html Failed(Language l, string model) => l.Pick(
        Html.Of($"<b>{model}</b> · не получилось. Подробности у заказчика в личном чате."),
        Html.Of($"<b>{model}</b> · no result. The details are in the customer's own chat."));

    public static Html Cancelled(Language l, string model) => l.Pick(Html.Of($"<b>{model}</b> · отменено"), Html.Of($"<b>{model}</b> · cancelled"));

    public static Html Dropped(Language l) => l.Pick(Html.Of($"Хорошо, не делаю."), Html.Of($"All right, dropped."));

    public static Html Forgotten(Language l, string mention) => l.Pick(
        Html.Of($"Это было давно. Напишите ещё раз: <code>{mention} идея</code>."),
        Html.Of($"That was a while ago. Write it once more: <code>{mention} idea</code>."));

    /// <summary>Under a result that could not be brought into its group.</summary>
    public static Html BroughtHome(Language l) => l.Pick(
        Html.Of($"Вы просили об этом в группе, но писать туда я больше не могу."),
        Html.Of($"You asked for this in a group where I cannot write any more."));

    public static string NotYours(Language l, string? asker) => asker is null
        ? l.Pick("Это чужой заказ. Напишите мне сами, и сделаю ваш.", "This is somebody else's order. Write to me yourself for your own.")
        : l.Pick($"Это заказ {Genitive(asker)}. Напишите мне сами, и сделаю ваш.", $"This is the order of {Short(asker)}. Write to me yourself for your own.");

    public static string Trouble(Language l) => l.Pick("Не получилось. Попробуйте ещё раз", "That did not work. Please try again");

    public static string UnderWay(Language l) => l.Pick("Уже делаю!", "Already on it!");

    public static string OpenPrivate(Language l) => l.Pick("💬 Личный чат", "💬 My own chat");

    public static string Confirm(Language l) => l.Pick("💬 Подтвердить в личном чате", "💬 Confirm in my own chat");

    public static string Settings(Language l) => l.Pick("⚙️ Настроить в личном чате", "⚙️ Settings in my own chat");

    public static string More(Language l) => l.Pick("💬 Оригинал и ещё варианты", "💬 The original and more");

    public static string Drop(Language l) => l.Pick("✕ Не надо", "✕ Drop it");

    /// <summary>Names are not declined: nobody's name is mistaken that way.</summary>
    private static string Genitive(string asker) => $"участника {Short(asker)}";

    private static string Short(string name) => Words.Shorten(name, NameShown);
}
