using static Trt.Domain.Finding.Sense;

namespace Trt.Domain.Finding;

/// <summary>Which job a sentence names. The rules stand in the order of how little they can be mistaken for another.</summary>
internal static class JobReader
{
    /// <summary>Null when the words tell what is to be seen or heard and not what is to be done.</summary>
    public static Job? Read(Sentence phrase, FilesGiven files, WishOptions options)
    {
        var told = new Told(phrase, files, options);
        return IsPlainDrawing(told) ? Job.DrawImage
            : SoundJobs(told) ?? FaceJobs(told) ?? PictureTools(told) ?? FilmsOfSomething(told) ?? Made(told) ?? Pictures(told)
                ?? Films(told);
    }

    /// <summary>"Нарисуй …": whatever follows is in the picture.</summary>
    private static bool IsPlainDrawing(Told it) =>
        it.Begins(Draw) && !it.IsImageGiven && !it.Has(Me) && (it.Head is null or Image || !it.IsHeadNear(Draw));

    private static Job? SoundJobs(Told it)
    {
        var isSeen = it.Head is Image || (it.Files.Images > 0 && !it.Has(Song, Voice, Record));
        if (isSeen)
        {
            return null;
        }

        var isSong = it.Has(Song) || it.Files.Sounds > 0;
        return
            it.Head is Lyrics && !it.Has(Speak) ? Job.WriteLyrics
            : it.Has(Transcribe) && (it.Has(Record, Voice, Text, Film, Song, Sound) || it.Files.Any || !it.HasContent)
                ? Job.TranscribeSpeech
            : it.Head is Text && it.IsVoiceGiven && !it.Has(Speak) ? Job.TranscribeSpeech
            : it.Has(Song) && (it.Files.Sounds > 0 || it.Said.Given(Song)) && it.Has(Edit, Turn, Restyle, Style) && it.Head is not Film
                ? Job.CoverSong
            : it.Has(Noise) && it.Has(Remove, Clean, Without) ? Job.CleanVoice
            : it.Has(Clean) && it.Has(Voice) && it.Has(Background) ? Job.CleanVoice
            : it.Has(Split) && it.Has(Vocals, Backing, Song) ? Job.SplitSong
            : it.Has(Remove) && it.Has(Vocals) ? Job.SplitSong
            : it.Has(Backing) && (it.Said.Given(Song) || it.Files.Sounds > 0) && !it.Has(Add) ? Job.SplitSong
            : it.Has(Clean, Enhance, Remove) && it.Has(Voice, Record, Sound) && !it.Has(Film, Image) ? Job.CleanVoice
            : it.Has(Cover) && isSong && it.Head is not (Film or Image) ? Job.CoverSong
            : it.Has(Extend) && isSong && it.Head is not Film && it.Files.Films == 0 ? Job.ExtendSong
            : it.Has(Add) && it.Has(Song) && (it.Said.Given(Voice) || it.Said.Given(Vocals)) ? Job.AddMusic
            : it.Has(Add) && (it.Comes(Song, before: Voice) || it.Comes(Backing, before: Voice)) ? Job.AddMusic
            : it.Has(Sing) && it.Files.Sounds > 0 && it.Has(Song, Backing) && it.Has(For) ? Job.AddVocals
            : it.Has(Add) && it.Has(Vocals, Voice) && isSong && it.Head is not Film ? Job.AddVocals
            : it.Has(Add) && it.Has(Song, Backing) && it.Files.Sounds > 0 ? Job.AddMusic
            : null;
    }

    private static Job? FaceJobs(Told it) =>
        it.Has(Lips) && (it.IsFilmGiven || it.Has(Film, Record, Voice, Sound) || it.Files.Any || !it.HasContent)
            ? it.Files.Images > 0 && !it.Has(Film) ? Job.TalkingAvatar : Job.SyncLips
        : it.Has(Avatar) && (it.Has(Voice, Talking, Speak, Record, Film) || it.Files.Sounds > 0) ? Job.TalkingAvatar
        : it.Has(Talking, Speak) && it.IsImageGiven && !it.Has(Edit) ? Job.TalkingAvatar
        : it.Has(Talking) && it.Has(Image) && it.Head is not Film && !it.Has(Draw) ? Job.TalkingAvatar
        : null;

    private static Job? PictureTools(Told it)
    {
        var isCut = it.Has(Background) && !it.Has(Draw) && !it.IsAboutFilm
            && ((it.Has(Remove) && !it.Has(Edit) && !it.IsPlace(Background)) || (it.Has(Without) && (it.IsImageGiven || !it.HasContent)));
        return it.Has(Watermark) && it.Has(Remove, Without) ? it.IsImageGiven && !it.IsFilmGiven ? Job.EditImage : Job.RemoveWatermark
            : isCut ? Job.RemoveBackground
            : IsEnlarging(it) ? it.IsAboutFilm ? Job.UpscaleFilm : Job.UpscaleImage
            : it.Has(Study) && (it.IsImageGiven || it.Has(Image, People)) && !it.Has(Draw) ? Job.StudyImage
            : null;
    }

    private static bool IsEnlarging(Told it)
    {
        if (it.Has(Draw, Animate, Song, Voice))
        {
            return false;
        }

        var isSeen = it.IsImageGiven || it.IsFilmGiven || it.Has(Image, Film);
        return (it.Has(Enhance) && (isSeen || it.Has(Quality) || it.Options.Resolution is not null || !it.HasContent))
            || (it.Has(Sharper) && !it.Has(Background) && (it.Has(Make, Enhance, Remove, Edit) || it.IsImageGiven || !it.HasContent))
            || (it.Has(Quality) && it.Begins(Edit, Make) && (it.IsGiven || it.Begins(Edit)) && isSeen && !it.HasContent)
            || (it.IsGiven && (it.Options.Resolution is not null || it.Options.Times is not null || it.Has(Quality))
                && !it.Has(Edit, Remove, Restyle, Style) && it.Head is not Film && !it.HasContent);
    }

    private static Job? FilmsOfSomething(Told it) =>
        it.Has(Extend) && (it.Has(Film) || it.Files.Films > 0) ? Job.ExtendFilm
        : it.Has(Transfer) && it.Has(Moves) ? Job.TransferMoves
        : it.Has(Moves) && it.IsFilmGiven && (it.IsImageGiven || it.Has(Image, Me, Character)) ? Job.TransferMoves
        : it.Has(First) && it.Has(Last) && it.Has(Frame, Image) && !it.Has(Draw) ? Job.FilmBetweenFrames
        : it.Has(Transition) && it.Has(Frame, Image) ? Job.FilmBetweenFrames
        : it.Has(Transition) && it.Files.Images > 1 ? Job.FilmBetweenFrames
        : it.Files.Images == 2 && it.Head is Film && !it.Has(Sample) ? Job.FilmBetweenFrames
        : it.Has(Sample) && it.Has(Film) ? Job.FilmFromSamples
        : it.Files is { Images: > 0, Films: > 0 } && it.Has(Move, Moves, Transfer) ? Job.TransferMoves
        : it.Has(Character) && it.IsFilmGiven && it.Has(Make) && !it.Has(Edit) ? Job.MakeCharacter
        : it.Has(Animate) && !it.IsAboutFilm ? Job.AnimateImage
        : it.Head is Film && (it.IsImageGiven || it.Said.Given(Image)) ? Job.AnimateImage
        : it.Said.Becomes(Film) && (it.Has(Image) || it.Files.Images > 0) ? Job.AnimateImage
        : it.Has(Move) && it.IsImageGiven && !it.Has(Edit, Remove) ? Job.AnimateImage
        : it.Files.Films > 0 || (it.IsFilmGiven && it.Has(Edit, Remove, Restyle, Style, Turn, Add)) ? Job.EditFilm
        : it.Has(Edit, Remove, Restyle) && it.Has(Film) && !it.Has(Make) && it.Head is Film ? Job.EditFilm
        : null;

    /// <summary>What is made from words alone: the first thing named is what comes out.</summary>
    private static Job? Made(Told it) => it.Head switch
    {
        Film when !it.SpeaksFirst => Job.FilmFromText,
        Song when !it.SpeaksFirst => Job.MakeSong,
        Sound when !it.SpeaksFirst => Job.MakeSound,
        Record when it.HasContent && !it.Files.Any => Job.SpeakText,
        Image when !it.SpeaksFirst => null,
        _ when it.Has(Dialogue) && it.Has(Voice, Speak, Record) => Job.SpeakText,
        _ when it.Has(Sing) => Job.MakeSong,
        _ when it.Has(Speak) || it.Head is Voice => Job.SpeakText,
        _ => null,
    };

    private static Job? Pictures(Told it)
    {
        var isMe = it.Has(Me) && (it.Head is null || it.Has(Edit, Restyle, Style, Turn));
        var isGiven = it.IsImageGiven || isMe || (it.Has(Turn) && it.Has(Image));
        if (!isGiven && !(it.Has(Edit, Remove) && it.Has(Image, Background, Clothes, Part, Old, Layers)
            && !it.Begins(Make, Draw)) && !(it.Has(Restyle) && it.Has(Image) && it.Options.Count is null)
                && !(it.Begins(Edit) && !it.Begins(Make)))
        {
            return it.Head is Image ? Job.DrawImage : null;
        }

        var isRestyled = it.Has(Style) && !it.Has(Remove, Add, Clothes, Background, Part);
        return it.Has(Edit, Remove, Add) && !it.Begins(Restyle) && !isRestyled ? Job.EditImage
            : it.Has(Restyle, Style, Turn) ? Job.RestyleImage
            : it.Said.Given(Image) && it.Has(Make, Draw) ? Job.RestyleImage
            : isGiven && (it.Files.Images > 0 || it.Has(Make, Draw)) ? Job.EditImage
            : it.Head is Image ? Job.DrawImage
            : null;
    }

    private static Job? Films(Told it) =>
        it.Has(Shoot, Camera) || it.Options.Seconds is not null ? Job.FilmFromText
        : it.Files.Sounds > 0 ? Job.TranscribeSpeech
        : it.Files.Images > 0 ? Job.EditImage
        : it.Has(Draw) ? Job.DrawImage
        : null;

    /// <summary>A sentence with what came along.</summary>
    private sealed class Told(Sentence phrase, FilesGiven files, WishOptions options)
    {
        private static readonly Sense[] Acts =
        [
            Draw, Shoot, Make, Write, Animate, Edit, Remove, Enhance, Restyle, Speak, Transcribe,
            Sing, Extend, Turn, Add, Transfer, Study, Split,
        ];

        private readonly (Sense Sense, int At)? _head = phrase.Head();

        public Sentence Said => phrase;

        public FilesGiven Files => files;

        public WishOptions Options => options;

        public Sense? Head => _head?.Sense;

        public bool IsImageGiven => files.Images > 0 || phrase.Given(Image);

        public bool IsFilmGiven => files.Films > 0 || phrase.Given(Film);

        public bool IsVoiceGiven => files.Sounds > 0 || phrase.Given(Voice) || phrase.Given(Vocals) || phrase.Given(Record);

        public bool IsGiven => IsImageGiven || IsFilmGiven;

        public bool IsAboutFilm => files.Films > 0 || (phrase.Has(Film) && Head is not Image && files.Images == 0);

        /// <summary>Something is said that is neither a command nor a thing the shop knows.</summary>
        public bool HasContent { get; } = Enumerable.Range(0, phrase.Words.Count)
            .Any(at => phrase.IsUnknown(at) && !OptionReader.Speaks(phrase.Words, at));

        /// <summary>"Прочитай стихи": the act is what counts, and what follows is only read.</summary>
        public bool SpeaksFirst => phrase.First(Speak) is >= 0 and var speaks && (_head is not { } head || speaks < head.At);

        public bool Comes(Sense first, Sense before) => phrase.First(first) is >= 0 and var one
            && phrase.First(before) is >= 0 and var other && one < other;

        /// <summary>"На заднем плане", "in the background": where something is, and not what is meant.</summary>
        public bool IsPlace(Sense sense) => phrase.First(sense) is > 0 and var at
            && (phrase.Words[at - 1].Text is "на" || (at > 1 && phrase.Words[at - 1].Text is "the" && phrase.Words[at - 2].Text is "in"));

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
