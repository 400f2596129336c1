using Trt.Domain.Catalog;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Texts;

/// <summary>Where one goes on from a result.</summary>
internal static class NextTexts
{
    public static string Step(Language l, NextStep step, OutputKind made) => step switch
    {
        { StandsAlone: true } => $"➕ {Words.Shorten(step.First.Title.In(l), 40)}",
        { Type: GenerationType.ImageToVideo } => l.Pick("🪄 Оживить", "🪄 Animate"),
        { Type: GenerationType.ImageUpscale or GenerationType.VideoUpscale } => l.Pick("🔍 Увеличить", "🔍 Upscale"),
        { Type: GenerationType.ImageEdit } => l.Pick("🖌 Доработать", "🖌 Retouch"),
        { Type: GenerationType.ImageToImage } => l.Pick("🧩 Новый образ", "🧩 Restyle"),
        { Type: GenerationType.LipSync } when made == OutputKind.Video => l.Pick("🗣 Озвучить", "🗣 Give it a voice"),
        { Type: GenerationType.VideoToVideo } => l.Pick("🎞 Переделать", "🎞 Rework"),
        { Type: GenerationType.ReferenceToVideo } => l.Pick("🎥 Взять в новое видео", "🎥 Use in a new video"),
        { Type: GenerationType.TextToMusic } => l.Pick("🎵 Сделать песню", "🎵 Make a song"),
        _ => TypeTexts.Label(l, step.Type),
    };

    public static string Reword(Language l) => l.Pick("✏️ Изменить описание", "✏️ Change the text");

    public static string Favour(Language l) => l.Pick("⭐ В избранное", "⭐ Favourite");

    public static string Unfavour(Language l) => l.Pick("☆ Из избранного", "☆ Unfavourite");

    public static string Favoured(Language l) => l.Pick("В избранном: 👤 Моё → 📚 История → ⭐", "Saved: 👤 Mine → 📚 History → ⭐");

    public static string Unfavoured(Language l) => l.Pick("Убрано из избранного.", "No longer a favourite.");

    public static string Vary(Language l, int copies) =>
        $"🎲 {l.Count(copies, ("вариант", "варианта", "вариантов"), ("variation", "variations"))}";

    public static string More(Language l) => l.Pick("⋯ Ещё", "⋯ More");

    public static Html MoreTitle(Language l, string model) => l.Pick(
        Html.Of($"<b>{model}</b>\n\nЧто сделать дальше? Результат уже будет в заказе."),
        Html.Of($"<b>{model}</b>\n\nWhat comes next? The result will be in the order already."));

    public static Html WhichPiece(Language l) => l.Pick(
        Html.Of($"Какой из результатов взять? Номера — по порядку в чате."),
        Html.Of($"Which of the results shall it be? They are numbered as in the chat."));

    public static Html WhichModel(Language l, string step) => l.Pick(
        Html.Of($"<b>{step}</b>\n\nВыберите модель. Результат в неё уже подставлен."),
        Html.Of($"<b>{step}</b>\n\nChoose a model. The result is filled in already."));

    public static Html Alike(Language l) => l.Pick(
        Html.Of($"Похожие модели возьмут всё, что вы заполнили."),
        Html.Of($"Similar models take over what you filled in."));
}
