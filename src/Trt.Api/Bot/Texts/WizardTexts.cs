using Trt.Application.Drafts;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Texts;

internal static class WizardTexts
{
    private const int CaptionShown = 120;

    public static Html Title(Language l, string model, int step, int steps) => l.Pick(
        Html.Of($"<b>{model}</b> · Шаг {step}/{steps}"),
        Html.Of($"<b>{model}</b> · Step {step}/{steps}"));

    public static Html EditTitle(Language l, string model) => l.Pick(
        Html.Of($"<b>{model}</b> · изменяем"),
        Html.Of($"<b>{model}</b> · editing"));

    public static Html Label(string label) => Html.Of($"<b>{label}</b>");

    public static Html Hint(string? hint) => hint is null ? Html.Empty : Html.Escape(hint);

    public static Html SendText(Language l, int lengthMax) => l.Pick(
        Html.Of($"Напишите сообщением, до {l.CountOf(lengthMax, ("символа", "символов"), ("character", "characters"))}."),
        Html.Of($"Send it as a message, up to {l.CountOf(lengthMax, ("символа", "символов"), ("character", "characters"))}."));

    public static Html SendList(Language l, int itemsMax) => l.Pick(
        Html.Of($"Напишите сообщением, каждый пункт с новой строки, не больше {itemsMax}."),
        Html.Of($"Send it as a message, one item per line, up to {itemsMax}."));

    public static Html SendNumber(Language l, string min, string max) => l.Pick(
        Html.Of($"Напишите число от {min} до {max}."),
        Html.Of($"Send a number from {min} to {max}."));

    public static Html ChooseBelow(Language l) => l.Pick(Html.Of($"Выберите вариант:"), Html.Of($"Choose one:"));

    public static Html SendFiles(Language l, string kind, int max) => max == 1
        ? l.Pick(Html.Of($"Пришлите {kind}."), Html.Of($"Send {kind}."))
        : l.Pick(Html.Of($"Пришлите {kind}: можно до {max}."), Html.Of($"Send {kind}, up to {max}."));

    public static string OneImage(Language l) => l.Pick("фото", "a photo");

    public static string Images(Language l) => l.Pick("фото", "photos");

    public static string OneVideo(Language l) => l.Pick("видео", "a video");

    public static string Videos(Language l) => l.Pick("видео", "videos");

    public static string OneAudio(Language l) => l.Pick("аудио или голосовое сообщение", "an audio file or a voice message");

    public static string Audios(Language l) => l.Pick("аудиофайлы", "audio files");

    public static Html FilesSoFar(Language l, int count, int max) => l.Pick(
        Html.Of($"✓ Получено: {count} из {max}. Пришлите ещё или нажмите «Готово»."),
        Html.Of($"✓ Received: {count} of {max}. Send more or press “Done”."));

    public static Html Optional(Language l) => l.Pick(Html.Of($"Можно пропустить."), Html.Of($"You may skip this."));

    public static Html Caption(Language l, string field, string words) => l.Pick(
        Html.Of($"✍️ Подпись сохранена для «{field}»: {Words.Shorten(words, CaptionShown)}"),
        Html.Of($"✍️ Your caption is kept for “{field}”: {Words.Shorten(words, CaptionShown)}"));

    public static Html Replace(Language l, string field, string words) => l.Pick(
        Html.Of($"✍️ Заменить «{field}» на новое? {Words.Shorten(words, CaptionShown)}"),
        Html.Of($"✍️ Replace “{field}” with this? {Words.Shorten(words, CaptionShown)}"));

    public static string Replace(Language l) => l.Pick("✍️ Заменить", "✍️ Replace");

    public static Html AddFiles(Language l) => l.Pick(Html.Of($"<b>Добавить файлы?</b>"), Html.Of($"<b>Add files?</b>"));

    public static Html SendExtras(Language l) => l.Pick(
        Html.Of($"Пришлите файл прямо сюда или выберите, что добавить. Можно и без них."),
        Html.Of($"Send a file right here or choose what to add. It works without them, too."));

    public static string Add(string label, int count) => count == 0 ? $"+ {label}" : $"✓ {label} · {count}";

    public static string TextOnly(Language l) => l.Pick("Только текст ›", "Text only ›");

    public static string Onward(Language l) => l.Pick("Дальше ›", "Next ›");

    public static string TakeCaption(Language l) => l.Pick("✍️ Взять подпись", "✍️ Use the caption");

    public static string Done(Language l) => l.Pick("✅ Готово", "✅ Done");

    public static string Anew(Language l) => l.Pick("↺ Прислать заново", "↺ Start over");

    public static string Skip(Language l) => l.Pick("Пропустить ›", "Skip ›");

    public static string Leave(Language l, string value) => l.Pick($"Оставить: {value}", $"Keep: {value}");

    public static string Cancel(Language l) => l.Pick("✕ Отмена", "✕ Cancel");

    public static string Yes(Language l) => l.Pick("Да", "Yes");

    public static string No(Language l) => l.Pick("Нет", "No");

    public static string Search(Language l) => l.Pick("Или напишите название, найдём.", "Or type a name and we will find it.");

    public static Html Found(Language l, int count, int shown) => count > shown
        ? l.Pick(Html.Of($"🔎 Подходит {count}, показаны первые {shown}. Уточните название или выберите:"), Html.Of($"🔎 {count} match, the first {shown} are shown. Type more or choose:"))
        : l.Pick(Html.Of($"🔎 Подходит {count}. Выберите:"), Html.Of($"🔎 {count} match. Choose one:"));

    public static string AllChoices(Language l) => l.Pick("Все варианты", "All options");

    public static Html SendMoreTexts(Language l, int count, int max) => l.Pick(
        Html.Of($"✓ Записано: {count} из {max}. Пришлите ещё или нажмите «Готово»."),
        Html.Of($"✓ Noted: {count} of {max}. Send more or press “Done”."));

    public static Html SendLine(Language l, int max) => l.Pick(
        Html.Of($"Напишите первую реплику, голос выберете следом. Всего до {l.CountOf(max, ("реплики", "реплик"), ("line", "lines"))}."),
        Html.Of($"Write the first line; its voice comes next. Up to {l.CountOf(max, ("реплики", "реплик"), ("line", "lines"))} in all."));

    /// <summary>One text for one voice.</summary>
    public static Html SendSpoken(Language l, int lengthMax) => l.Pick(
        Html.Of($"Напишите текст, до {l.CountOf(lengthMax, ("символа", "символов"), ("character", "characters"))}. Голос выберете следом."),
        Html.Of($"Write the text, up to {l.CountOf(lengthMax, ("символа", "символов"), ("character", "characters"))}. Its voice comes next."));

    public static Html SendNextLine(Language l, int count, int max) => l.Pick(
        Html.Of($"✓ Записано: {count} из {max}. Напишите следующую реплику или нажмите «Готово»."),
        Html.Of($"✓ Noted: {count} of {max}. Write the next line or press “Done”."));

    public static Html Line(string voice, string text) => Html.Of($"<b>{voice}</b>: {text}");

    public static Html ChooseVoice(Language l, string text) => l.Pick(
        Html.Of($"«{text}»\nКто это говорит? Выберите голос или напишите имя:"),
        Html.Of($"“{text}”\nWho says this? Choose a voice or type a name:"));

    public static Html ChooseEarlier(Language l) => l.Pick(
        Html.Of($"Выберите из готового:"),
        Html.Of($"Choose one you have made:"));

    public static Html NoEarlier(Language l, string models) => l.Pick(
        Html.Of($"Здесь пока пусто: сначала создайте основу. Подойдёт результат любой из этих моделей: {models}. Готовое появится в этом списке."),
        Html.Of($"Nothing here yet: make the basis first. A result of any of these will do: {models}. It will appear in this list."));

    public static Html ChooseOrSendNumber(Language l, string min, string max) => l.Pick(
        Html.Of($"Выберите или напишите число от {min} до {max}:"),
        Html.Of($"Choose or send a number from {min} to {max}:"));

    public static Html Collision(Language l, string model, string settings) => l.Pick(
        Html.Of($"<b>{model}</b> · почти готово\n\n☝️ Вместе не работают: {settings}. Измените одно, остальное сохранится."),
        Html.Of($"<b>{model}</b> · almost there\n\n☝️ These do not go together: {settings}. Change one, the rest stays."));

    public static string Setting(string label, string value) => $"«{label}: {value}»";

    public static Html Remark(Language l, WizardView view) => view.Remark == WizardRemark.AlbumCut
        ? l.Pick(Html.Of($"☝️ Взяли первые {view.Taken} из {view.Sent}: больше здесь не нужно."), Html.Of($"☝️ The first {view.Taken} of {view.Sent} were taken; no more are needed here."))
        : Remark(l, view.Remark);

    private static Html Remark(Language l, WizardRemark remark) => remark switch
    {
        WizardRemark.None => Html.Empty,
        WizardRemark.TextIsDue => l.Pick(Html.Of($"☝️ Сейчас нужен текст: напишите его сообщением."), Html.Of($"☝️ A text is due now: please send it as a message.")),
        WizardRemark.FileIsDue => l.Pick(Html.Of($"☝️ Сейчас нужен файл: прикрепите его к сообщению."), Html.Of($"☝️ A file is due now: please attach it to a message.")),
        WizardRemark.ButtonIsDue => l.Pick(Html.Of($"☝️ Выберите действие кнопкой ниже."), Html.Of($"☝️ Please use the buttons below.")),
        WizardRemark.OldButton => l.Pick(Html.Of($"☝️ Та кнопка уже не действует, вот текущий шаг."), Html.Of($"☝️ That button is out of date; here is the current step.")),
        WizardRemark.FirstStep => l.Pick(Html.Of($"Это первый шаг, раньше ничего нет."), Html.Of($"This is the first step.")),
        WizardRemark.AlbumCut => Html.Empty,
        WizardRemark.FileAdded => l.Pick(Html.Of($"📎 Файл добавлен к заказу."), Html.Of($"📎 The file is added to your order.")),
        WizardRemark.NothingFound => l.Pick(Html.Of($"🔎 Ничего не нашлось. Напишите иначе или выберите из списка."), Html.Of($"🔎 Nothing found. Try another word or choose from the list.")),
        WizardRemark.CannotSkip => l.Pick(Html.Of($"☝️ Без этого результат не получится."), Html.Of($"☝️ The result needs this one.")),
    };

    public static Html Nothing(Language l) => l.Pick(
        Html.Of($"<b>Нет начатого заказа</b>\n\nВыберите, что создаём."),
        Html.Of($"<b>No order is open</b>\n\nChoose what to create."));

    public static Html Cancelled(Language l) => l.Pick(
        Html.Of($"<b>Отменили</b>\n\nНичего не списано."),
        Html.Of($"<b>Cancelled</b>\n\nNothing was charged."));

    public static Html Unpriced(Language l, string model) => l.Pick(
        Html.Of($"<b>{model}</b>\n\nТакое сочетание настроек сейчас недоступно. Измените настройку или выберите другую модель."),
        Html.Of($"<b>{model}</b>\n\nThis combination of settings is unavailable right now. Change a setting or choose another model."));
}
