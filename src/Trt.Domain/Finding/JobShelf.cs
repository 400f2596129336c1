using Trt.Domain.Catalog;

namespace Trt.Domain.Finding;

/// <summary>Which models do a job: by their kind, by what they need, and where a kind holds several jobs by their title.</summary>
public static class JobShelf
{
    /// <summary>What is made for the job first, then what can do it too; as the shop lists them.</summary>
    public static IEnumerable<ModelCard> For(Job job, IEnumerable<ModelCard> cards) => cards
        .Where(card => card.IsOffered)
        .Select(card => (Card: card, Fit: Fit(job, card)))
        .Where(pair => pair.Fit is not null)
        .OrderBy(pair => pair.Fit)
        .ThenBy(pair => pair.Card.Order)
        .Select(pair => pair.Card);

    /// <summary>The job that a model is for, if nothing else is said.</summary>
    public static Job? Of(ModelCard card) => Enum.GetValues<Job>().Cast<Job?>().FirstOrDefault(job => Fit(job!.Value, card) == 0);

    /// <summary>0 for what is made for it, 1 for what can do it; null for what cannot.</summary>
    public static int? Fit(Job job, ModelCard card) => job switch
    {
        Job.DrawImage => At(0, card.Type == GenerationType.TextToImage),
        Job.EditImage => At(0, card.Type == GenerationType.ImageEdit && !NeedsMore(card)) ?? At(1, TakesImage(card)),
        Job.RestyleImage => At(0, card.Type == GenerationType.ImageToImage && !NeedsMore(card))
            ?? At(1, card.Type == GenerationType.ImageEdit && !NeedsMore(card)) ?? At(2, TakesImage(card)),
        Job.UpscaleImage => At(0, card.Type == GenerationType.ImageUpscale),
        Job.RemoveBackground => At(0, card.Type == GenerationType.BackgroundRemoval),
        Job.StudyImage => At(0, card.Type == GenerationType.ImageAnalysis && Needed(card, MediaKind.Image) > 0),
        Job.FilmFromText => At(0, card.Type == GenerationType.TextToVideo
            && card.Inputs.Fields.Any(field => field is TextField { IsRequired: true })),
        Job.AnimateImage => At(0, card.Type == GenerationType.ImageToVideo && Needed(card, MediaKind.Image) < 2),
        Job.FilmBetweenFrames => At(0, card.Type == GenerationType.ImageToVideo && ImageFields(card) > 1)
            ?? At(1, card.Type == GenerationType.TextToVideo && HasFrames(card)),
        Job.FilmFromSamples => At(0, card.Type == GenerationType.ReferenceToVideo),
        Job.EditFilm => At(0, IsFilmToFilm(card) && Needed(card, MediaKind.Image) == 0 && !Titled(card, "Extend")),
        Job.ExtendFilm => At(0, IsFilmToFilm(card) && Titled(card, "Extend")),
        Job.TransferMoves => At(0, IsFilmToFilm(card) && Needed(card, MediaKind.Image) > 0),
        Job.UpscaleFilm => At(0, card.Type == GenerationType.VideoUpscale),
        Job.RemoveWatermark => At(0, card.Type == GenerationType.WatermarkRemoval),
        Job.TalkingAvatar => At(0, card.Type is GenerationType.LipSync or GenerationType.SpeechToVideo
            && Needed(card, MediaKind.Image) > 0),
        Job.SyncLips => At(0, card.Type == GenerationType.LipSync && Needed(card, MediaKind.Video) > 0),
        Job.MakeCharacter => At(0, card.Type == GenerationType.CharacterCreation),
        Job.SpeakText => At(0, card.Type == GenerationType.TextToSpeech),
        Job.TranscribeSpeech => At(0, card.Type == GenerationType.SpeechToText),
        Job.MakeSound => At(0, card.Type == GenerationType.TextToSound),
        Job.MakeSong => At(0, card.Type == GenerationType.TextToMusic),
        Job.WriteLyrics => At(0, card.Type == GenerationType.TextToLyrics),
        Job.CleanVoice => At(0, IsSoundToSound(card) && Titled(card, "Clean")),
        Job.CoverSong => At(0, IsSoundToSound(card) && Titled(card, "Cover")),
        Job.ExtendSong => At(0, IsSoundToSound(card) && Titled(card, "Extend")),
        Job.AddVocals => At(0, IsSoundToSound(card) && Titled(card, "Vocals")),
        Job.AddMusic => At(0, IsSoundToSound(card) && Titled(card, "Add Music")),
        Job.SplitSong => At(0, IsSoundToSound(card) && Titled(card, "Split")),
    };

    private static int? At(int place, bool fits) => fits ? place : null;

    private static bool IsFilmToFilm(ModelCard card) => card.Type == GenerationType.VideoToVideo;

    private static bool IsSoundToSound(ModelCard card) => card.Type == GenerationType.AudioToAudio;

    /// <summary>A mask, a second photo or an earlier result: more than people bring with a sentence.</summary>
    private static bool NeedsMore(ModelCard card) =>
        Needed(card, MediaKind.Image) > 1 || card.Inputs.Fields.Any(field => field is EarlierField { IsRequired: true });

    private static bool TakesImage(ModelCard card) => card.Type == GenerationType.TextToImage && ImageFields(card) > 0;

    private static int Needed(ModelCard card, MediaKind kind) =>
        card.Inputs.Fields.OfType<MediaField>().Count(field => field.IsRequired && field.Kind == kind);

    private static int ImageFields(ModelCard card) =>
        card.Inputs.Fields.OfType<MediaField>().Where(field => field is { Kind: MediaKind.Image, IsHidden: false })
            .Sum(field => Math.Min(field.ItemsMax, 2));

    private static bool HasFrames(ModelCard card) =>
        card.Inputs.Fields.OfType<MediaField>().Count(field => field is { Kind: MediaKind.Image, IsList: false }) > 1;

    private static bool Titled(ModelCard card, string word) => card.Title.En.Contains(word, StringComparison.OrdinalIgnoreCase);
}
