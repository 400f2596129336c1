namespace Trt.Domain.Finding;

/// <summary>Which job a sentence names. The rules stand in the order of how little they can be mistaken for another.</summary>
internal static class JobReader
{
    /// <summary>Null when the words tell what is to be seen or heard and not what is to be done.</summary>
    public static Job? Read(Phrase phrase, FilesGiven files, WishOptions options)
    {
        var told = new Told(phrase, files, options);
        return IsPlainDrawing(told) ? Job.DrawImage
            : SoundJobs(told) ?? FaceJobs(told) ?? PictureTools(told) ?? FilmsOfSomething(told) ?? Made(told) ?? Pictures(told) ?? Films(told);
    }

    /// <summary>"Нарисуй …": whatever follows is in the picture.</summary>
    private static bool IsPlainDrawing(Told it) =>
        it.Begins(Sense.Draw) && !it.IsImageGiven && !it.Has(Sense.Me) && (it.Head is null or Sense.Image || !it.IsHeadNear(Sense.Draw));

    private static Job? SoundJobs(Told it)
    {
        var isSeen = it.Head is Sense.Image || (it.Files.Images > 0 && !it.Has(Sense.Song, Sense.Voice, Sense.Record));
        if (isSeen)
        {
            return null;
        }

        var isSong = it.Has(Sense.Song) || it.Files.Sounds > 0;
        return
            it.Head is Sense.Lyrics && !it.Has(Sense.Speak) ? Job.WriteLyrics
            : it.Has(Sense.Transcribe) && (it.Has(Sense.Record, Sense.Voice, Sense.Text, Sense.Film, Sense.Song, Sense.Sound) || it.Files.Any || !it.HasContent)
                ? Job.TranscribeSpeech
            : it.Head is Sense.Text && it.IsVoiceGiven && !it.Has(Sense.Speak) ? Job.TranscribeSpeech
            : it.Has(Sense.Noise) && it.Has(Sense.Remove, Sense.Clean, Sense.Without) ? Job.CleanVoice
            : it.Has(Sense.Split) && it.Has(Sense.Vocals, Sense.Backing, Sense.Song) ? Job.SplitSong
            : it.Has(Sense.Remove) && it.Has(Sense.Vocals) ? Job.SplitSong
            : it.Has(Sense.Backing) && (it.Phrase.Given(Sense.Song) || it.Files.Sounds > 0) && !it.Has(Sense.Add) ? Job.SplitSong
            : it.Has(Sense.Clean, Sense.Enhance, Sense.Remove) && it.Has(Sense.Voice, Sense.Record, Sense.Sound) && !it.Has(Sense.Film, Sense.Image) ? Job.CleanVoice
            : it.Has(Sense.Cover) && isSong && it.Head is not (Sense.Film or Sense.Image) ? Job.CoverSong
            : it.Has(Sense.Extend) && isSong && it.Head is not Sense.Film && it.Files.Films == 0 ? Job.ExtendSong
            : it.Has(Sense.Add, Sense.Make) && it.Has(Sense.Song) && (it.Phrase.Given(Sense.Voice) || it.Phrase.Given(Sense.Vocals)) ? Job.AddMusic
            : it.Has(Sense.Add) && it.Has(Sense.Vocals, Sense.Voice) && isSong && it.Head is not Sense.Film ? Job.AddVocals
            : it.Has(Sense.Add) && it.Has(Sense.Song, Sense.Backing) && it.Files.Sounds > 0 ? Job.AddMusic
            : null;
    }

    private static Job? FaceJobs(Told it) =>
        it.Has(Sense.Lips) && (it.IsFilmGiven || it.Has(Sense.Film, Sense.Record, Sense.Voice, Sense.Sound) || it.Files.Any || !it.HasContent)
            ? it.Files.Images > 0 && !it.Has(Sense.Film) ? Job.TalkingAvatar : Job.SyncLips
        : it.Has(Sense.Avatar) && (it.Has(Sense.Voice, Sense.Talk, Sense.Speak, Sense.Record, Sense.Film) || it.Files.Sounds > 0) ? Job.TalkingAvatar
        : it.Has(Sense.Talk, Sense.Speak) && it.IsImageGiven && !it.Has(Sense.Edit) ? Job.TalkingAvatar
        : it.Has(Sense.Talk) && it.Has(Sense.Image) && it.Head is not Sense.Film && !it.Has(Sense.Draw) ? Job.TalkingAvatar
        : null;

    private static Job? PictureTools(Told it)
    {
        var isCut = it.Has(Sense.Background) && !it.Has(Sense.Draw) && !it.IsAboutFilm
            && ((it.Has(Sense.Remove) && !it.Has(Sense.Edit)) || (it.Has(Sense.Without) && (it.IsImageGiven || !it.HasContent)));
        return it.Has(Sense.Watermark) && it.Has(Sense.Remove, Sense.Without) ? Job.RemoveWatermark
            : isCut ? Job.RemoveBackground
            : IsEnlarging(it) ? it.IsAboutFilm ? Job.UpscaleFilm : Job.UpscaleImage
            : it.Has(Sense.Study) && (it.IsImageGiven || it.Has(Sense.Image, Sense.People)) && !it.Has(Sense.Draw) ? Job.StudyImage
            : null;
    }

    private static bool IsEnlarging(Told it)
    {
        if (it.Has(Sense.Draw, Sense.Animate, Sense.Song, Sense.Voice))
        {
            return false;
        }

        var isSeen = it.IsImageGiven || it.IsFilmGiven || it.Has(Sense.Image, Sense.Film);
        return (it.Has(Sense.Enhance) && (isSeen || it.Has(Sense.Quality) || it.Options.Resolution is not null || !it.HasContent))
            || (it.Has(Sense.Sharper) && !it.Has(Sense.Background) && (it.Has(Sense.Make, Sense.Enhance, Sense.Remove, Sense.Edit) || it.IsImageGiven || !it.HasContent))
            || (it.IsGiven && (it.Options.Resolution is not null || it.Options.Times is not null || it.Has(Sense.Quality))
                && !it.Has(Sense.Edit, Sense.Remove, Sense.Restyle, Sense.Style) && it.Head is not Sense.Film && !it.HasContent);
    }

    private static Job? FilmsOfSomething(Told it) =>
        it.Has(Sense.Extend) && (it.Has(Sense.Film) || it.Files.Films > 0) ? Job.ExtendFilm
        : it.Has(Sense.Transfer) && it.Has(Sense.Moves) ? Job.TransferMoves
        : it.Has(Sense.Moves) && it.IsFilmGiven && (it.IsImageGiven || it.Has(Sense.Image, Sense.Me, Sense.Character)) ? Job.TransferMoves
        : it.Has(Sense.First) && it.Has(Sense.Last) && it.Has(Sense.Frame, Sense.Image) && !it.Has(Sense.Draw) ? Job.FilmBetweenFrames
        : it.Has(Sense.Transition) && it.Has(Sense.Frame, Sense.Image) ? Job.FilmBetweenFrames
        : it.Has(Sense.Transition) && it.Files.Images > 1 ? Job.FilmBetweenFrames
        : it.Files.Images == 2 && it.Head is Sense.Film && !it.Has(Sense.Sample) ? Job.FilmBetweenFrames
        : it.Has(Sense.Sample) && it.Has(Sense.Film) ? Job.FilmFromSamples
        : it.Has(Sense.Character) && it.IsFilmGiven && it.Has(Sense.Make) && !it.Has(Sense.Edit) ? Job.MakeCharacter
        : it.Has(Sense.Animate) && !it.IsAboutFilm ? Job.AnimateImage
        : it.Head is Sense.Film && (it.IsImageGiven || it.Phrase.Given(Sense.Image)) ? Job.AnimateImage
        : it.Phrase.Becomes(Sense.Film) && (it.Has(Sense.Image) || it.Files.Images > 0) ? Job.AnimateImage
        : it.Has(Sense.Move) && it.IsImageGiven && !it.Has(Sense.Edit, Sense.Remove) ? Job.AnimateImage
        : it.Files.Films > 0 || (it.IsFilmGiven && it.Has(Sense.Edit, Sense.Remove, Sense.Restyle, Sense.Style, Sense.Convert, Sense.Add)) ? Job.EditFilm
        : it.Has(Sense.Edit, Sense.Remove, Sense.Restyle) && it.Has(Sense.Film) && !it.Has(Sense.Make) && it.Head is Sense.Film ? Job.EditFilm
        : null;

    /// <summary>What is made from words alone: the first thing named is what comes out.</summary>
    private static Job? Made(Told it) => it.Head switch
    {
        Sense.Film when !it.SpeaksFirst => Job.FilmFromText,
        Sense.Song when !it.SpeaksFirst => Job.MakeSong,
        Sense.Sound when !it.SpeaksFirst => Job.MakeSound,
        Sense.Image when !it.SpeaksFirst => null,
        _ when it.Has(Sense.Sing) => Job.MakeSong,
        _ when it.Has(Sense.Speak) || it.Head is Sense.Voice => Job.SpeakText,
        _ => null,
    };

    private static Job? Pictures(Told it)
    {
        var isMe = it.Has(Sense.Me) && (it.Head is null || it.Has(Sense.Edit, Sense.Restyle, Sense.Style, Sense.Convert));
        var isGiven = it.IsImageGiven || isMe || (it.Has(Sense.Convert) && it.Has(Sense.Image));
        if (!isGiven && !(it.Has(Sense.Edit, Sense.Remove) && it.Has(Sense.Image, Sense.Background, Sense.Clothes, Sense.Part, Sense.Old, Sense.Layers)
            && !it.Begins(Sense.Make, Sense.Draw)) && !(it.Has(Sense.Restyle) && it.Has(Sense.Image)) && !(it.Begins(Sense.Edit) && !it.Begins(Sense.Make)))
        {
            return it.Head is Sense.Image ? Job.DrawImage : null;
        }

        return it.Has(Sense.Edit, Sense.Remove, Sense.Add) && !it.Begins(Sense.Restyle) ? Job.EditImage
            : it.Has(Sense.Restyle, Sense.Style, Sense.Convert) ? Job.RestyleImage
            : it.Phrase.Given(Sense.Image) && it.Has(Sense.Make, Sense.Draw) ? Job.RestyleImage
            : isGiven && (it.Files.Images > 0 || it.Has(Sense.Make, Sense.Draw)) ? Job.EditImage
            : it.Head is Sense.Image ? Job.DrawImage
            : null;
    }

    private static Job? Films(Told it) =>
        it.Has(Sense.Shoot, Sense.Camera) || it.Options.Seconds is not null ? Job.FilmFromText
        : it.Files.Sounds > 0 ? Job.TranscribeSpeech
        : it.Files.Images > 0 ? Job.EditImage
        : it.Has(Sense.Draw) ? Job.DrawImage
        : null;

    /// <summary>A sentence with what came along.</summary>
    private sealed class Told(Phrase phrase, FilesGiven files, WishOptions options)
    {
        private static readonly Sense[] Acts =
        [
            Sense.Draw, Sense.Shoot, Sense.Make, Sense.Write, Sense.Animate, Sense.Edit, Sense.Remove, Sense.Enhance, Sense.Restyle, Sense.Speak, Sense.Transcribe,
            Sense.Sing, Sense.Extend, Sense.Convert, Sense.Add, Sense.Transfer, Sense.Study, Sense.Split,
        ];

        private readonly (Sense Sense, int At)? _head = phrase.Head();

        public Phrase Phrase => phrase;

        public FilesGiven Files => files;

        public WishOptions Options => options;

        public Sense? Head => _head?.Sense;

        public bool IsImageGiven => files.Images > 0 || phrase.Given(Sense.Image);

        public bool IsFilmGiven => files.Films > 0 || phrase.Given(Sense.Film);

        public bool IsVoiceGiven => files.Sounds > 0 || phrase.Given(Sense.Voice) || phrase.Given(Sense.Vocals) || phrase.Given(Sense.Record);

        public bool IsGiven => IsImageGiven || IsFilmGiven;

        public bool IsAboutFilm => files.Films > 0 || (phrase.Has(Sense.Film) && Head is not Sense.Image && files.Images == 0);

        /// <summary>Something is said that is neither a command nor a thing the shop knows.</summary>
        public bool HasContent { get; } = Enumerable.Range(0, phrase.Words.Count).Any(at => phrase.IsUnknown(at) && !OptionReader.Speaks(phrase.Words, at));

        /// <summary>"Прочитай стихи": the act is what counts, and what follows is only read.</summary>
        public bool SpeaksFirst => phrase.First(Sense.Speak) is >= 0 and var speaks && (_head is not { } head || speaks < head.At);

        public bool Has(params ReadOnlySpan<Sense> any) => phrase.Has(any);

        /// <summary>What is named right after the act is what it is about.</summary>
        public bool IsHeadNear(Sense act) => _head is { } head && head.At - phrase.First(act) is > 0 and <= 3;

        /// <summary>Whether the first act is one of these.</summary>
        public bool Begins(params ReadOnlySpan<Sense> acts)
        {
            for (var at = 0; at < phrase.Words.Count; at++)
            {
                if (Acts.Any(act => phrase.At(at, act)))
                {
                    foreach (var act in acts)
                    {
                        if (phrase.At(at, act))
                        {
                            return true;
                        }
                    }

                    return false;
                }
            }

            return false;
        }
    }
}
