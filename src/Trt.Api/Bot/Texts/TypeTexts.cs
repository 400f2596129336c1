using Trt.Domain.Catalog;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Texts;

internal static class TypeTexts
{
    /// <summary>What the customer wants to make; also the label of the menu button.</summary>
    public static string Label(Language language, GenerationType type) => type switch
    {
        GenerationType.TextToImage => language.Pick("🎨 Картинка из текста", "🎨 Image from text"),
        GenerationType.ImageToImage => language.Pick("🧩 Ремикс картинки", "🧩 Remix an image"),
        GenerationType.ImageEdit => language.Pick("✏️ Правка фото", "✏️ Edit a photo"),
        GenerationType.TextToVideo => language.Pick("🎬 Видео из текста", "🎬 Video from text"),
        GenerationType.ImageToVideo => language.Pick("🪄 Оживить картинку", "🪄 Animate an image"),
        GenerationType.VideoToVideo => language.Pick("🎞 Видео из видео", "🎞 Video from video"),
        GenerationType.ReferenceToVideo => language.Pick("🎥 Видео по референсам", "🎥 Video from references"),
        GenerationType.LipSync => language.Pick("🗣 Говорящий аватар", "🗣 Talking avatar"),
        GenerationType.SpeechToVideo => language.Pick("🎙 Видео из речи", "🎙 Video from speech"),
        GenerationType.TextToSpeech => language.Pick("🔊 Озвучка текста", "🔊 Text to voice"),
        GenerationType.SpeechToText => language.Pick("📝 Речь в текст", "📝 Voice to text"),
        GenerationType.TextToSound => language.Pick("💥 Звуковые эффекты", "💥 Sound effects"),
        GenerationType.AudioToAudio => language.Pick("🎚 Обработка звука", "🎚 Audio tools"),
        GenerationType.TextToMusic => language.Pick("🎵 Музыка", "🎵 Music"),
        GenerationType.TextToLyrics => language.Pick("✍️ Текст песни", "✍️ Lyrics"),
        GenerationType.ImageUpscale => language.Pick("🔍 Качество фото", "🔍 Enhance a photo"),
        GenerationType.VideoUpscale => language.Pick("📺 Качество видео", "📺 Enhance a video"),
        GenerationType.BackgroundRemoval => language.Pick("✂️ Убрать фон", "✂️ Remove background"),
        GenerationType.WatermarkRemoval => language.Pick("🧽 Убрать водяной знак", "🧽 Remove watermark"),
        GenerationType.ImageAnalysis => language.Pick("🔎 Анализ фото", "🔎 Analyse a photo"),
        GenerationType.CharacterCreation => language.Pick("🧑‍🎤 Свой персонаж", "🧑‍🎤 Your character"),
    };

    public static string Output(Language language, OutputKind output) => output switch
    {
        OutputKind.Image => language.Pick("изображение", "an image"),
        OutputKind.Video => language.Pick("видео", "a video"),
        OutputKind.Audio => language.Pick("аудио", "audio"),
        OutputKind.Text => language.Pick("текст", "a text"),
    };

    /// <summary>Several for one price: said before the order.</summary>
    public static string Several(Language language, ModelCard card, int count)
    {
        var things = card switch
        {
            { Output: OutputKind.Image } => language.Count(count, ("картинку", "картинки", "картинок"), ("image", "images")),
            { Output: OutputKind.Video } => language.Count(count, ("видео", "видео", "видео"), ("video", "videos")),
            { Output: OutputKind.Audio, Makes: > 1 } => language.Count(count, ("песню", "песни", "песен"), ("song", "songs")),
            { Output: OutputKind.Audio } => language.Count(count, ("запись", "записи", "записей"), ("recording", "recordings")),
            { Output: OutputKind.Text } => language.Count(count, ("текст", "текста", "текстов"), ("text", "texts")),
        };
        return language.Pick($"{things} за эту цену", $"{things} for this price");
    }
}
