using Trt.Application.Finding;
using Trt.Domain.Catalog;
using Trt.Domain.Finding;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Texts;

/// <summary>What is said about wishes and searches.</summary>
internal static class FindTexts
{
    public static Html Ask(Language l) => l.Pick(
        Html.Of($"<b>Что ищем?</b>\n\nНапишите название или задачу: «kling», «убрать фон», «песня», «дешевле 20», «бесплатно». А можно сразу описать идею или прислать фото."),
        Html.Of($"<b>What are you looking for?</b>\n\nWrite a name or what to do: “kling”, “remove background”, “song”, “under 20”, “free”. Or simply describe your idea or send a photo."));

    public static string All(Language l) => l.Pick("Все модели", "All models");

    public static string Again(Language l) => l.Pick("🔎 Другое слово", "🔎 Another word");

    public static string Support(Language l) => l.Pick("💬 Поддержка", "💬 Support");

    public static Html NothingFound(Language l, string sought) => l.Pick(
        Html.Of($"По запросу «{sought}» ничего нет. Попробуйте другое слово или просто опишите, что хотите получить."),
        Html.Of($"Nothing found for “{sought}”. Try another word, or simply describe what you want to get."));

    public static Html Found(Language l, string sought, int total)
    {
        var count = l.Count(total, ("модель", "модели", "моделей"), ("model", "models"));
        return l.Pick(
            Html.Of($"🔎 <b>{sought}</b> · {count}\n\nВыберите модель, чтобы увидеть цену и начать."),
            Html.Of($"🔎 <b>{sought}</b> · {count}\n\nChoose a model to see its price and begin."));
    }

    public static Html Said(Language l, Talk talk) => talk switch
    {
        Talk.Hello => l.Pick(
            Html.Of($"👋 Здравствуйте! Напишите, что создать, или пришлите фото, и я подберу, чем это сделать."),
            Html.Of($"👋 Hello! Write what to create or send a photo, and I will find the right model for it.")),
        Talk.Thanks => l.Pick(
            Html.Of($"🙌 Всегда рады. Захотите ещё, просто напишите идею."),
            Html.Of($"🙌 Always a pleasure. For the next one, just write your idea.")),
        Talk.HowTo => l.Pick(
            Html.Of($"Опишите идею словами или пришлите фото. Увидите варианты с ценой, выберете один и подтвердите. Результат придёт сюда."),
            Html.Of($"Describe an idea or send a photo. You see options with their prices, choose one and confirm. The result comes here.")),
        Talk.Balance => l.Pick(Html.Of($"Баланс и все движения денег здесь:"), Html.Of($"Your balance and every movement of money:")),
        Talk.TopUp => l.Pick(Html.Of($"Пополнить можно за минуту, любой удобной суммой:"), Html.Of($"Topping up takes a minute, with any amount you like:")),
        Talk.Money => l.Pick(
            Html.Of($"Деньги списываются только за готовый результат, за неудачу возвращаются сами. Каждое движение видно в балансе и чеках, остальное решит поддержка."),
            Html.Of($"You pay only for a finished result; a failure is refunded by itself. Your balance and receipts show every movement, and support solves the rest.")),
        Talk.Orders => l.Pick(Html.Of($"Ваши заказы и готовые работы здесь:"), Html.Of($"Your orders and finished work are here:")),
        Talk.Support => l.Pick(Html.Of($"Поможем. Как с нами связаться, написано здесь:"), Html.Of($"We are glad to help. Here is how to reach us:")),
        Talk.Promo => l.Pick(Html.Of($"Промокод вводится здесь:"), Html.Of($"Enter your promo code here:")),
        Talk.Invite => l.Pick(Html.Of($"Ваша ссылка для друзей здесь:"), Html.Of($"Your link for friends is here:")),
        Talk.Unclear => l.Pick(
            Html.Of($"Напишите, что создать, например «кот в космосе», или пришлите фото."),
            Html.Of($"Write what to create, for instance “a cat in space”, or send a photo.")),
    };

    public static Html TooLarge(Language l) => l.Pick(
        Html.Of($"Этот файл больше 20 МБ. Пришлите его покороче или в меньшем размере, и продолжим."),
        Html.Of($"This file is over 20 MB. Send a shorter or smaller one and we will go on."));

    public static Html Forgotten(Language l) => l.Pick(
        Html.Of($"Это было давно. Напишите или пришлите ещё раз, и я подберу заново."),
        Html.Of($"That was a while ago. Write or send it once more and I will choose anew."));

    public static Html NobodyDoes(Language l) => l.Pick(
        Html.Of($"Для этого сейчас нет модели. Остальное открыто в меню."),
        Html.Of($"There is no model for this at the moment. Everything else is in the menu."));

    public static Html WriteInstead(Language l) => l.Pick(
        Html.Of($"🎙 Голосовое получил. Напишите словами, что сделать: создать новое или обработать эту запись."),
        Html.Of($"🎙 I have your voice message. Write in words what to do: create something new, or work on this recording."));

    public static Html ListenFirst(Language l) => l.Pick(
        Html.Of($"🎙 Расшифруйте голосовое, и по его словам можно будет создать что угодно."),
        Html.Of($"🎙 Have your voice message written down, then anything can be created from its words."));

    public static string ByTheseWords(Language l) => l.Pick("✨ Создать по этим словам", "✨ Create from these words");

    public static Html ChooseJob(Language l) => l.Pick(Html.Of($"<b>Что с этим сделать?</b>"), Html.Of($"<b>What shall we do with it?</b>"));

    public static Html OrWrite(Language l) => l.Pick(
        Html.Of($"Или напишите, что изменить: файл уже у меня."),
        Html.Of($"Or write what to change: I already have your file."));

    public static Html Quoted(Language l, string words) => l.Pick(Html.Of($"«{words}»"), Html.Of($"“{words}”"));

    public static Html Line(string title, string benefit) => Html.Of($"• <b>{title}</b>: {benefit}");

    public static Html Settings(Language l, WishOptions options, FilesGiven files)
    {
        string?[] parts =
        [
            files.Any ? $"📎 {files.Images + files.Films + files.Sounds}" : null,
            options.Seconds is { } seconds ? l.Pick($"{seconds} с", $"{seconds} s") : null,
            options.Ratio,
            options.Resolution,
            options.Count is { } count ? $"× {count}" : null,
            options.Sound switch { true => l.Pick("со звуком", "with sound"), false => l.Pick("без звука", "no sound"), null => null },
            options.Instrumental is true ? l.Pick("без слов", "instrumental") : null,
        ];
        var told = string.Join(" · ", parts.OfType<string>());
        return told.Length == 0 ? Html.Empty : Html.Escape(told);
    }

    /// <summary>The choice in one line.</summary>
    public static Html Why(Language l, HeardView.Proposed view) => view switch
    {
        { Lean: Lean.Cheaper } => l.Pick(Html.Of($"Самые доступные для этой задачи."), Html.Of($"The most affordable of those that do this.")),
        { Lean: Lean.Better } => l.Pick(Html.Of($"Старшие модели: больше деталей и точности."), Html.Of($"The senior models: more detail and precision.")),
        { Wish.Named: [var named, ..] } when view.Proposals.Any(proposal => view.Wish.Named.Contains(proposal.Offer.Card)) => l.Pick(
            Html.Of($"Вы назвали {Family(named)}, всё уже заполнено."), Html.Of($"You named {Family(named)}; everything is filled in.")),
        { Wish.Named: [var gone, ..] } => l.Pick(
            Html.Of($"{Family(gone)} сейчас не для этой задачи, вот близкие по результату."),
            Html.Of($"{Family(gone)} does not do this at the moment; these come close.")),
        { Proposals: [{ Offer.IsFreeNow: true }, _, ..] } => l.Pick(
            Html.Of($"Первая бесплатно, остальные дают больше деталей."), Html.Of($"The first is free, the others give more detail.")),
        _ => l.Pick(Html.Of($"Всё уже заполнено, осталось выбрать."), Html.Of($"Everything is filled in; you only choose.")),
    };

    public static Html SendNow(Language l, MediaKind kind) => kind switch
    {
        MediaKind.Image => l.Pick(Html.Of($"📎 Пришлите фото, и останется только подтвердить."), Html.Of($"📎 Send the photo and only the confirm is left.")),
        MediaKind.Video => l.Pick(Html.Of($"📎 Пришлите видео, и останется только подтвердить."), Html.Of($"📎 Send the video and only the confirm is left.")),
        MediaKind.Audio => l.Pick(Html.Of($"📎 Пришлите запись, и останется только подтвердить."), Html.Of($"📎 Send the recording and only the confirm is left.")),
    };

    public static string Cheaper(Language l) => l.Pick("💰 Дешевле", "💰 Cheaper");

    public static string Better(Language l) => l.Pick("💎 Лучше", "💎 Better");

    public static string AllOfKind(Language l) => l.Pick("Все такие", "All of these");

    public static string Label(Language l, Job job) => job switch
    {
        Job.DrawImage => l.Pick("🎨 Картинка", "🎨 Image"),
        Job.EditImage => l.Pick("✏️ Правка фото", "✏️ Edit the photo"),
        Job.RestyleImage => l.Pick("🧩 Новый образ", "🧩 Restyle"),
        Job.UpscaleImage => l.Pick("🔍 Улучшить фото", "🔍 Enhance the photo"),
        Job.RemoveBackground => l.Pick("✂️ Убрать фон", "✂️ Remove the background"),
        Job.StudyImage => l.Pick("🔎 Разобрать фото", "🔎 Study the photo"),
        Job.FilmFromText => l.Pick("🎬 Видео", "🎬 Video"),
        Job.AnimateImage => l.Pick("🪄 Оживить фото", "🪄 Animate the photo"),
        Job.FilmBetweenFrames => l.Pick("🎬 Видео между кадрами", "🎬 Video between frames"),
        Job.FilmFromSamples => l.Pick("🎥 Видео по образцам", "🎥 Video from samples"),
        Job.EditFilm => l.Pick("🎞 Изменить видео", "🎞 Change the video"),
        Job.ExtendFilm => l.Pick("⏩ Продолжить видео", "⏩ Extend the video"),
        Job.TransferMoves => l.Pick("💃 Повторить движения", "💃 Repeat the moves"),
        Job.UpscaleFilm => l.Pick("📺 Улучшить видео", "📺 Enhance the video"),
        Job.RemoveWatermark => l.Pick("🧽 Убрать водяной знак", "🧽 Remove the watermark"),
        Job.TalkingAvatar => l.Pick("🗣 Говорящее фото", "🗣 Talking photo"),
        Job.SyncLips => l.Pick("👄 Губы под звук", "👄 Lips to the sound"),
        Job.MakeCharacter => l.Pick("🧑‍🎤 Свой герой", "🧑‍🎤 Your character"),
        Job.SpeakText => l.Pick("🔊 Озвучка", "🔊 Voice"),
        Job.TranscribeSpeech => l.Pick("📝 Расшифровать", "📝 Write down"),
        Job.MakeSound => l.Pick("💥 Звук", "💥 Sound"),
        Job.CleanVoice => l.Pick("🎚 Чистый голос", "🎚 Clean voice"),
        Job.MakeSong => l.Pick("🎵 Музыка", "🎵 Music"),
        Job.WriteLyrics => l.Pick("✍️ Текст песни", "✍️ Lyrics"),
        Job.CoverSong => l.Pick("🎤 Кавер", "🎤 Cover"),
        Job.ExtendSong => l.Pick("⏩ Продолжить трек", "⏩ Extend the track"),
        Job.AddVocals => l.Pick("🎤 Добавить вокал", "🎤 Add vocals"),
        Job.AddMusic => l.Pick("🎹 Добавить музыку", "🎹 Add music"),
        Job.SplitSong => l.Pick("✂️ Разделить трек", "✂️ Split the track"),
    };

    private static string Family(ModelCard card) => card.Title.En.Split(" · ")[0];
}
