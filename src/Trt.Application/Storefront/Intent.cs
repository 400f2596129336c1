using Trt.Domain.Catalog;

namespace Trt.Application.Storefront;

/// <summary>What a person comes for, before they know how it is made: the first screen's words for several kinds each.</summary>
public enum Intent
{
    Image,
    Video,
    Voice,
    Music,
    Improve,
}

public static class Intents
{
    public static Intent Of(GenerationType type) => type switch
    {
        GenerationType.TextToImage or GenerationType.ImageToImage or GenerationType.ImageEdit => Intent.Image,
        GenerationType.TextToVideo or GenerationType.ImageToVideo or GenerationType.VideoToVideo or GenerationType.ReferenceToVideo
            or GenerationType.LipSync or GenerationType.SpeechToVideo or GenerationType.CharacterCreation => Intent.Video,
        GenerationType.TextToSpeech or GenerationType.SpeechToText or GenerationType.TextToSound or GenerationType.AudioToAudio
            => Intent.Voice,
        GenerationType.TextToMusic or GenerationType.TextToLyrics => Intent.Music,
        GenerationType.ImageUpscale or GenerationType.VideoUpscale or GenerationType.BackgroundRemoval
            or GenerationType.WatermarkRemoval or GenerationType.ImageAnalysis => Intent.Improve,
    };
}
