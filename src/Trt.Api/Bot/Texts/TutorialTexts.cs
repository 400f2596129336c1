using Trt.Domain.Shared;

namespace Trt.Api.Bot.Texts;

internal static class TutorialTexts
{
    public static Html Page(Language l, int page) => page switch
    {
        1 => l.Pick(
            Html.Of($"<b>1. Выберите, что создаём</b>\n\nКартинка, видео, голос или музыка. Рядом с каждой моделью видно, сколько она стоит."),
            Html.Of($"<b>1. Choose what to create</b>\n\nAn image, a video, a voice or music. Each model shows what it costs.")),
        2 => l.Pick(
            Html.Of($"<b>2. Опишите идею</b>\n\nОбычными словами: что в кадре, настроение, стиль. Где нужно, приложите фото или звук."),
            Html.Of($"<b>2. Describe the idea</b>\n\nIn plain words: what is in the frame, the mood, the style. Attach a photo or a sound where it is needed.")),
        3 => l.Pick(
            Html.Of($"<b>3. Проверьте цену</b>\n\nПеред стартом видно, сколько спишется и сколько останется. Спишем только за готовый результат."),
            Html.Of($"<b>3. Check the price</b>\n\nBefore the start you see what is charged and what remains. You pay only for a finished result.")),
        _ => l.Pick(
            Html.Of($"<b>4. Получите результат</b>\n\nОн придёт в этот чат и останется в истории. Начните с бесплатной картинки."),
            Html.Of($"<b>4. Get the result</b>\n\nIt comes into this chat and stays in your history. Begin with a free image.")),
    };
}
