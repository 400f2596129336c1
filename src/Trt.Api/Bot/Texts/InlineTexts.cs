using Trt.Domain.Shared;

namespace Trt.Api.Bot.Texts;

/// <summary>What is read above the place to type in other chats, and what is posted from there.</summary>
internal static class InlineTexts
{
    public static string OpenShop(Language l) => l.Pick("🛍 Открыть магазин", "🛍 Open the shop");

    public static string Create(Language l, string words) => l.Pick($"✨ Создать: {words}", $"✨ Create: {words}");

    public static string Opening(Language l) => l.Pick("⏳ Обновляемся, минуту…", "⏳ Updating, a minute…");

    public static string IdeaTitle(string job, string model) => $"{job} · {model}";

    public static string IdeaLine(Language l, string price, string words) => l.Pick($"{price} · «{words}»", $"{price} · “{words}”");

    /// <summary>Posted by a person in their own name: an idea, not an order.</summary>
    public static Html Idea(Language l, string job, string words) => l.Pick(
        Html.Of($"{job}: «{words}»"),
        Html.Of($"{job}: “{words}”"));

    public static Html Recipe(string title, string benefit) => Html.Of($"<b>{title}</b>\n{benefit}");

    public static string MakeIt(Language l) => l.Pick("✨ Создать это", "✨ Create this");

    public static string MakeYours(Language l) => l.Pick("✨ Сделать своё", "✨ Make your own");

    public static Html Piece(string? words) => words is null ? Html.Empty : Html.Escape(words);

    public static string Untitled(Language l) => l.Pick("Моя работа", "My work");
}
