using Trt.Domain.Recipes;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Texts;

/// <summary>Recipes: from an idea to a finished piece, step by step.</summary>
internal static class RecipeTexts
{
    private const int WordsShown = 700;

    public static string Recipes(Language l) => l.Pick("📖 Рецепты", "📖 Recipes");

    public static string Save(Language l) => l.Pick("💾 Сохранить как рецепт", "💾 Save as a recipe");

    public static string Mine(Language l, int count) => count == 0
        ? l.Pick("💾 Мои рецепты", "💾 My recipes")
        : l.Pick($"💾 Мои рецепты · {count}", $"💾 My recipes · {count}");

    public static Html ShelfTitle(Language l) => l.Pick(
        Html.Of($"📖 <b>Рецепты</b>\n\nОт идеи до готовой работы: отвечаете на пару вопросов, остальное уже продумано. Перед каждым шагом видно цену."),
        Html.Of($"📖 <b>Recipes</b>\n\nFrom an idea to a finished piece: answer a question or two, the rest is thought out. You see the price before each step."));

    public static Html OwnTitle(Language l, bool isEmpty) => isEmpty
        ? l.Pick(
            Html.Of($"💾 <b>Мои рецепты</b>\n\nПонравился результат? Нажмите под ним «⋯ Ещё» и «{Save(l)}»: в следующий раз хватит пары слов."),
            Html.Of($"💾 <b>My recipes</b>\n\nLike a result? Press “⋯ More” below it and “{Save(l)}”: next time a word or two will do."))
        : l.Pick(
            Html.Of($"💾 <b>Мои рецепты</b>\n\nВыберите, что приготовить."),
            Html.Of($"💾 <b>My recipes</b>\n\nChoose what to make."));

    public static string Title(Language l, string title, string model) =>
        title.Length > 0 ? title : l.Pick($"Рецепт · {model}", $"Recipe · {model}");

    public static Html Card(string title, string? benefit) =>
        Html.Lines(Html.Of($"<b>{title}</b>"), benefit is null ? Html.Empty : Html.Of($"{benefit}"));

    public static Html Quoted(string template) =>
        Html.Of($"<blockquote>{Words.Shorten(WordsTemplate.Show(template), WordsShown)}</blockquote>");

    public static Html FormOnly(Language l) => l.Pick(
        Html.Of($"Модель и настройки уже подобраны, описание напишете вы."),
        Html.Of($"The model and the settings are chosen; the words are yours."));

    public static Html Step(int number, string title, string model, string price) =>
        Html.Of($"{number}. {(title.Length > 0 ? $"{title} · " : "")}{model} · {price}");

    public static Html StepAway(Language l, int number, string title) => l.Pick(
        Html.Of($"{number}. {title} · сейчас недоступно"),
        Html.Of($"{number}. {title} · unavailable right now"));

    public static Html Sum(Language l, Money price) => price.IsZero
        ? l.Pick(Html.Of($"Всего: <b>бесплатно</b>"), Html.Of($"In all: <b>free</b>"))
        : l.Pick(Html.Of($"Всего: <b>{price.In(l)}</b>"), Html.Of($"In all: <b>{price.In(l)}</b>"));

    public static Html Checkpoints(Language l) => l.Pick(
        Html.Of($"После каждого шага вы решаете, идти ли дальше. Без вашего нажатия ничего не списывается."),
        Html.Of($"After each step you decide whether to go on. Nothing is charged without your press."));

    public static string Start(Language l) => l.Pick("▶️ Начать", "▶️ Begin");

    public static string All(Language l) => l.Pick("📖 Все рецепты", "📖 All recipes");

    public static string Rename(Language l) => l.Pick("✏️ Переименовать", "✏️ Rename");

    public static string Share(Language l) => l.Pick("🔗 Поделиться", "🔗 Share");

    public static string Quit(Language l) => l.Pick("✕ Выйти из рецепта", "✕ Leave the recipe");

    public static Html Head(Language l, string title, int step, int steps, string name) => steps == 1
        ? Html.Of($"<b>{Signed(title)}</b>")
        : l.Pick(
            Html.Of($"<b>{Signed(title)}</b> · шаг {step} из {steps}: {name}"),
            Html.Of($"<b>{Signed(title)}</b> · step {step} of {steps}: {name}"));

    public static Html Question(Language l, RecipeHole hole) => hole.Ask is { } ask
        ? Html.Of($"❓ <b>{ask}</b>")
        : l.Pick(Html.Of($"❓ <b>{hole.Name}</b> — что подставить?"), Html.Of($"❓ <b>{hole.Name}</b>: what shall it be?"));

    public static Html AnswerInWords(Language l, string? example) => example is null
        ? l.Pick(Html.Of($"Напишите ответ словами."), Html.Of($"Write your answer in words."))
        : l.Pick(Html.Of($"Напишите ответ словами. Например: {example}"), Html.Of($"Write your answer in words. For example: {example}"));

    public static Html DoesNotGoIn(Language l) => l.Pick(
        Html.Of($"☝️ Нужны слова, до {RecipeRun.AnswerLengthMax} знаков."),
        Html.Of($"☝️ Words are needed, up to {RecipeRun.AnswerLengthMax} characters."));

    public static string TakeExample(Language l) => l.Pick("✨ Взять пример", "✨ Take the example");

    public static Html InPlaceOf(Language l, string missed, string model) => l.Pick(
        Html.Of($"☝️ {missed} сейчас недоступна, вместо неё {model}."),
        Html.Of($"☝️ {missed} is unavailable right now; {model} stands in for it."));

    public static Html NobodyDoes(Language l) => l.Pick(
        Html.Of($"<b>Для этого шага сейчас нет свободной модели</b>\n\nНичего не списано, всё сделанное осталось у вас. Загляните чуть позже."),
        Html.Of($"<b>No model can do this step right now</b>\n\nNothing was charged, and all that was made is yours. Please come back a little later."));

    public static Html Forgotten(Language l) => l.Pick(
        Html.Of($"<b>Этот рецепт уже не открыть</b>\n\nОн давно закончился. Начните заново, это пара вопросов."),
        Html.Of($"<b>This recipe cannot be opened any more</b>\n\nIt ended long ago. Begin anew; it takes a question or two."));

    public static Html Gone(Language l) => l.Pick(
        Html.Of($"<b>Этого рецепта больше нет</b>\n\nАвтор убрал его, или в ссылке опечатка. Вот что пригодится вместо него:"),
        Html.Of($"<b>This recipe is gone</b>\n\nIts author took it away, or the link has a typo. Here is what may serve instead:"));

    public static Html StepDone(Language l, string title, int step, int steps) => l.Pick(
        Html.Of($"<b>{Signed(title)}</b> · шаг {step} из {steps} готов"),
        Html.Of($"<b>{Signed(title)}</b> · step {step} of {steps} is done"));

    public static Html Next(Language l, string name, string model, string price) => l.Pick(
        Html.Of($"Дальше: <b>{name}</b>\n{model} · {price}"),
        Html.Of($"Next: <b>{name}</b>\n{model} · {price}"));

    public static Html StandsIn(Language l) => l.Pick(
        Html.Of($"☝️ Модель из рецепта сейчас недоступна, эта сделает то же."),
        Html.Of($"☝️ The recipe's model is unavailable right now; this one does the same."));

    public static Html Dearer(Language l, Money told, Money now) => l.Pick(
        Html.Of($"☝️ В начале этот шаг стоил {told.In(l)}, сейчас {now.In(l)}. Можно взять другую модель."),
        Html.Of($"☝️ This step was {told.In(l)} in the beginning and is {now.In(l)} now. You can take another model."));

    public static Html OnlyByPress(Language l) => l.Pick(
        Html.Of($"Решать вам: без нажатия ничего не списывается."),
        Html.Of($"It is up to you: nothing is charged without a press."));

    public static Html Finished(Language l, string title) => l.Pick(
        Html.Of($"🎉 <b>{title}</b> · готово, рецепт пройден до конца."),
        Html.Of($"🎉 <b>{title}</b> · done, the recipe is complete."));

    public static string GoOn(Language l, int? piece) => piece is { } number
        ? l.Pick($"▶️ Дальше с № {number}", $"▶️ Go on with no. {number}")
        : l.Pick("▶️ Дальше", "▶️ Go on");

    public static string Retry(Language l) => l.Pick("🔁 Другой вариант", "🔁 Another try");

    public static string OtherModel(Language l) => l.Pick("🔀 Другая модель", "🔀 Another model");

    public static string Stop(Language l) => l.Pick("⏹ Остановиться", "⏹ Stop here");

    public static Html Stopped(Language l) => l.Pick(
        Html.Of($"⏹ <b>Остановились здесь</b>\n\nРезультат ваш. Вернуться к следующему шагу можно кнопкой выше."),
        Html.Of($"⏹ <b>Stopped here</b>\n\nThe result is yours. The button above leads to the next step whenever you like."));

    public static Html WhichModel(Language l, string step) => l.Pick(
        Html.Of($"<b>{step}</b>\n\nКто сделает этот шаг? Всё уже подставлено."),
        Html.Of($"<b>{step}</b>\n\nWho shall do this step? Everything is filled in."));

    public static Html WhichWords(Language l, string? words) => words is null
        ? l.Pick(
            Html.Of($"💾 <b>Сохранить как рецепт</b>\n\nМодель и настройки запомним, файлы попросим при запуске."),
            Html.Of($"💾 <b>Save as a recipe</b>\n\nThe model and the settings are kept; files are asked for each time."))
        : Html.Paragraphs(
            l.Pick(Html.Of($"💾 <b>Сохранить как рецепт</b>"), Html.Of($"💾 <b>Save as a recipe</b>")),
            Html.Of($"<blockquote>{Words.Shorten(words, WordsShown)}</blockquote>"),
            l.Pick(
                Html.Of($"Какие слова оставить? Оставьте всё, спрашивайте описание каждый раз или пришлите текст, где в фигурных скобках то, что меняется:"),
                Html.Of($"Which words stay? Keep them all, ask for the text each time, or send it with what changes in braces:")),
            l.Pick(
                Html.Of($"<code>Портрет {{кого}} в стиле {{стиль}}</code>"),
                Html.Of($"<code>A portrait of {{whom}} in the style of {{style}}</code>")));

    public static string AsIs(Language l) => l.Pick("📌 Оставить как есть", "📌 Keep as it is");

    public static string AskEachTime(Language l) => l.Pick("❓ Спрашивать каждый раз", "❓ Ask each time");

    public static Html Kept(Language l, string title, IReadOnlyList<string> holes) => Html.Paragraphs(
        l.Pick(Html.Of($"💾 <b>{title}</b> · рецепт сохранён"), Html.Of($"💾 <b>{title}</b> · the recipe is saved")),
        holes.Count == 0
            ? Html.Empty
            : l.Pick(
                Html.Of($"При запуске спросим: {string.Join(", ", holes)}."),
                Html.Of($"Each time you will be asked for: {string.Join(", ", holes)}.")));

    public static Html Wrong(Language l, TemplateProblem problem, int limit, int given) => problem switch
    {
        TemplateProblem.Empty => l.Pick(
            Html.Of($"☝️ Пришлите текст описания или нажмите кнопку."),
            Html.Of($"☝️ Send the text, or press a button.")),
        TemplateProblem.TooLong => l.Pick(
            Html.Of($"☝️ Слишком длинно: модель принимает до {limit} знаков, у вас {given}."),
            Html.Of($"☝️ Too long: the model takes up to {limit} characters, yours has {given}.")),
        TemplateProblem.TooManyHoles => l.Pick(
            Html.Of($"☝️ Пропусков в скобках не больше {limit}, у вас {given}. Оставьте главные."),
            Html.Of($"☝️ No more than {limit} holes in braces, yours has {given}. Keep the main ones.")),
        TemplateProblem.HoleNameTooLong => l.Pick(
            Html.Of($"☝️ В скобках хватит короткого названия, до {limit} знаков: {{цвет}}, а не целая фраза."),
            Html.Of($"☝️ A short name in braces is enough, up to {limit} characters: {{colour}}, not a whole sentence.")),
    };

    public static Html TooLongToEdit(Language l) => l.Pick(
        Html.Of($"☝️ Такой длинный текст чат режет на части. Сохраните описание как есть или пришлите короче."),
        Html.Of($"☝️ The chat cuts a text this long into pieces. Keep it as it is, or send a shorter one."));

    public static Html TooMany(Language l) => l.Pick(
        Html.Of($"<b>Рецептов уже {OwnRecipe.PerCustomerMax}</b>\n\nУдалите ненужный, и место найдётся."),
        Html.Of($"<b>You have {OwnRecipe.PerCustomerMax} recipes already</b>\n\nDelete one you do not need to make room."));

    public static Html AskName(Language l, string title) => l.Pick(
        Html.Of($"✏️ <b>{title}</b>\n\nКак назвать рецепт? До {OwnRecipe.TitleLengthMax} знаков."),
        Html.Of($"✏️ <b>{title}</b>\n\nWhat shall it be called? Up to {OwnRecipe.TitleLengthMax} characters."));

    public static Html AskSharing(Language l, string title) => l.Pick(
        Html.Of($"🔗 <b>{title}</b>\n\nЧто увидят другие?\n\n<b>С моими словами</b>: название и описание целиком.\n<b>Только форма</b>: модель и настройки, ни одного вашего слова."),
        Html.Of($"🔗 <b>{title}</b>\n\nWhat will others see?\n\n<b>With my words</b>: the name and the whole text.\n<b>Form only</b>: the model and the settings, and not a word of yours."));

    public static string WithWords(Language l) => l.Pick("✍️ С моими словами", "✍️ With my words");

    public static string FormOnlyButton(Language l) => l.Pick("📐 Только форма", "📐 Form only");

    public static string Close(Language l) => l.Pick("🚫 Закрыть доступ", "🚫 Stop sharing");

    public static Html Link(Language l, string link, bool withWords) => withWords
        ? l.Pick(
            Html.Of($"🔗 Рецепт откроется по ссылке, с вашими словами:\n{link}"),
            Html.Of($"🔗 This link opens the recipe, with your words:\n{link}"))
        : l.Pick(
            Html.Of($"🔗 По ссылке откроется форма рецепта, ваших слов в ней нет:\n{link}"),
            Html.Of($"🔗 This link opens the form of the recipe; none of your words are in it:\n{link}"));

    public static Html LinkLater(Language l) => l.Pick(
        Html.Of($"Ссылка появится через минуту, откройте этот экран снова."),
        Html.Of($"The link will be here in a minute; open this screen again."));

    public static string CopyLink(Language l) => l.Pick("📋 Скопировать ссылку", "📋 Copy the link");

    public static Html Closed(Language l, string title) => l.Pick(
        Html.Of($"🚫 <b>{title}</b>\n\nДоступ закрыт: по ссылке рецепт больше не открыть."),
        Html.Of($"🚫 <b>{title}</b>\n\nNo longer shared: the link opens it no more."));

    public static Html AskDrop(Language l, string title) => l.Pick(
        Html.Of($"<b>{title}</b>\n\nУдалить рецепт? Ссылка на него перестанет открываться, готовые работы останутся."),
        Html.Of($"<b>{title}</b>\n\nDelete the recipe? Its link stops working; what was made with it stays."));

    public static string Dropped(Language l) => l.Pick("Рецепт удалён.", "The recipe is deleted.");

    /// <summary>The house's titles have a sign of their own.</summary>
    private static string Signed(string title) => char.IsLetterOrDigit(title.FirstOrDefault()) ? $"📖 {title}" : title;
}
