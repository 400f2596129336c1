using Trt.Domain.Catalog;
using static Trt.Domain.Finding.Sense;

namespace Trt.Domain.Finding;

/// <summary>What a message was understood as.</summary>
public abstract record Reading
{
    /// <summary>Something is to be made.</summary>
    public sealed record Wanted(Wish Wish) : Reading;

    /// <summary>Somebody looks for a model.</summary>
    public sealed record Search : Reading;

    /// <summary>Something is said to the shop.</summary>
    public sealed record Said(Talk Talk) : Reading;
}

/// <summary>Reads wishes by the words of the catalog and of the two languages. The same words always give the same reading.</summary>
public sealed class PhraseReader
{
    /// <summary>What belongs to a command and tells nothing about the thing that is wanted.</summary>
    private static readonly HashSet<Sense> Command =
    [
        Draw, Shoot, Make, Write, Animate, Sing, Speak, Filler, This, From, For, Into,
        And, Cheap, Best, Gratis, Model, Show, Hello, Mine, Price, Without, Quality,
    ];

    private static readonly Sense[] Looking = [Show, Model, Price, Cheap, Gratis, Best];

    private static readonly Job[] Described =
        [Job.DrawImage, Job.FilmFromText, Job.MakeSong, Job.WriteLyrics, Job.MakeSound, Job.SpeakText];

    /// <summary>So likely, nothing else need be offered beside.</summary>
    private const float Sure = 0.6f;

    private const float Possible = 0.12f;
    private const int Likely = 3;

    private readonly SpokenNames _names;

    public PhraseReader(ModelCatalog catalog) => _names = new SpokenNames(catalog.Cards);

    public Reading Read(string? text, FilesGiven files)
    {
        var heard = new Heard(text, files, _names);
        if (heard.Phrase.Words.Count == 0 && files.Any)
        {
            return new Reading.Wanted(new Wish(WithoutWords(files), IsSure: false));
        }

        var judged = Likeness.Taught.Judge(CluesOf(heard));
        return judged[0].Meaning switch
        {
            { Talk: { } talk } when !files.Any && heard.Named.Count == 0 => new Reading.Said(talk),
            { Job: null, Talk: null } when !files.Any && !heard.IsForNamed => new Reading.Search(),
            _ => new Reading.Wanted(Understand(heard, [.. JobsOf(judged)])),
        };
    }

    internal IReadOnlyCollection<string> CluesOf(string text, FilesGiven files) => CluesOf(new Heard(text, files, _names));

    private IReadOnlyCollection<string> CluesOf(Heard heard) => Clues.Of(
        heard.Phrase, heard.Files, Ruled(heard), heard.Named.Count > 0, heard.Named.Select(JobShelf.Of).FirstOrDefault());

    /// <summary>By the rules alone; null when they have no word for it.</summary>
    private Meaning? Ruled(Heard heard)
    {
        if (!heard.Files.Any)
        {
            if (heard.Named.Count == 0 && TalkReader.Read(heard.Phrase) is { } talk)
            {
                return new Meaning(null, talk);
            }

            if (IsSearch(heard.Phrase, heard.Named, heard.At))
            {
                return Meaning.Search;
            }
        }

        return JobReader.Read(heard.Phrase, heard.Files, heard.Options) is { } job ? new Meaning(job, null) : null;
    }

    private static IEnumerable<(Job Job, float Share)> JobsOf(IEnumerable<(Meaning Meaning, float Share)> judged)
    {
        foreach (var (meaning, share) in judged)
        {
            if (meaning.Job is { } job)
            {
                yield return (job, share);
            }
        }
    }

    /// <param name="likely">The likeliest job first.</param>
    private static Wish Understand(Heard heard, IReadOnlyList<(Job Job, float Share)> likely)
    {
        var (first, share) = likely[0];
        var named = heard.NamedFor(first);
        var job = named.Count == 0 ? first
            : likely.Take(Likely).Select(one => (Job?)one.Job).FirstOrDefault(one => IsDone(one!.Value, named))
                ?? OfNamed(named, heard.Files) ?? first;
        var isSure = share >= Sure || job != first;
        var others = likely.Skip(1).Take(Likely - 1).Where(one => one.Share >= Possible).Select(one => one.Job);
        return new Wish([job, .. isSure ? [] : others], isSure)
        {
            Options = heard.Options,
            Named = named,
            Description = Description(heard.Phrase, job, heard.At),
            Lean = heard.Phrase.Has(Cheap) ? Lean.Cheaper : heard.Phrase.Has(Best) ? Lean.Better : Lean.Fitting,
        };
    }

    private static bool IsDone(Job job, IReadOnlyList<ModelCard> by) => by.Any(card => JobShelf.Fit(job, card) is not null);

    /// <summary>A named model that cannot do what was read decides what is meant: the one of its kinds that the files fit.</summary>
    private static Job? OfNamed(IReadOnlyList<ModelCard> named, FilesGiven files) => named
        .Select(JobShelf.Of)
        .OfType<Job>()
        .OrderBy(job => Takes(job) == files ? 0 : 1)
        .Cast<Job?>()
        .FirstOrDefault();

    private static FilesGiven Takes(Job job) => job switch
    {
        Job.EditImage or Job.RestyleImage or Job.UpscaleImage or Job.RemoveBackground or Job.StudyImage or Job.AnimateImage =>
            new FilesGiven(1, 0, 0),
        Job.FilmBetweenFrames => new FilesGiven(2, 0, 0),
        Job.EditFilm or Job.UpscaleFilm or Job.ExtendFilm => new FilesGiven(0, 1, 0),
        Job.TalkingAvatar => new FilesGiven(1, 0, 1),
        Job.SyncLips => new FilesGiven(0, 1, 1),
        Job.TransferMoves => new FilesGiven(1, 1, 0),
        Job.TranscribeSpeech or Job.CleanVoice or Job.CoverSong or Job.ExtendSong or Job.AddVocals or Job.AddMusic =>
            new FilesGiven(0, 0, 1),
        _ => FilesGiven.None,
    };

    /// <summary>What such files mostly come for.</summary>
    private static IReadOnlyList<Job> WithoutWords(FilesGiven files) => files switch
    {
        { Images: > 0, Sounds: > 0 } => [Job.TalkingAvatar],
        { Films: > 0, Sounds: > 0 } => [Job.SyncLips],
        { Films: > 0, Images: > 0 } => [Job.TransferMoves],
        { Films: > 0 } => [Job.UpscaleFilm, Job.EditFilm],
        { Sounds: > 0 } => [Job.TranscribeSpeech, Job.CleanVoice, Job.CoverSong, Job.ExtendSong],
        { Images: 2 } => [Job.FilmBetweenFrames, Job.EditImage, Job.AnimateImage],
        { Images: > 2 } => [Job.EditImage, Job.FilmFromSamples],
        _ => [Job.AnimateImage, Job.UpscaleImage, Job.RemoveBackground, Job.EditImage],
    };

    /// <summary>A model, a kind or a price, and nothing that could be made of it.</summary>
    private bool IsSearch(Sentence phrase, IReadOnlyList<ModelCard> named, IReadOnlySet<int> at)
    {
        var rest = Enumerable.Range(0, phrase.Words.Count).Where(word => !at.Contains(word)).ToList();
        if (rest.Exists(word => phrase.IsUnknown(word) && !phrase.Words[word].HasDigit && !_names.IsMaker(phrase.Words[word].Text)))
        {
            return false;
        }

        var makes = phrase.Has(Draw, Shoot, Animate, Edit, Restyle, Enhance, Sing, Speak, Study,
            Transcribe);
        return ((named.Count > 0 || PriceLimit.In(phrase.Words) is not null) && !makes)
            || (!makes && rest.Exists(word => Looking.Any(sense => phrase.At(word, sense))) && !IsOrder(phrase))
            || (phrase.Words.Count == 1 && phrase.Head() is not null);
    }

    /// <summary>"Сделай бесплатно картинку" orders; "бесплатные картинки" looks.</summary>
    private static bool IsOrder(Sentence phrase) => phrase.Has(Make, Write)
        && (phrase.Head() is not null || phrase.Given(Image) || phrase.Given(Film))
        && !phrase.Has(Model, Show, Price);

    private static string? Description(Sentence phrase, Job job, IReadOnlySet<int> names)
    {
        var head = phrase.Head()?.Sense;
        var isCommand = Enumerable.Range(0, phrase.Words.Count).All(word =>
            names.Contains(word)
            || OptionReader.Speaks(phrase.Words, word)
            || phrase.IsOnly(word, sense => sense == head || Command.Contains(sense)));
        return isCommand && Described.Contains(job) ? null
            : job == Job.SpeakText ? Spoken(phrase, names)
            : phrase.Text.Trim() is { Length: > 0 } text ? text
            : null;
    }

    /// <summary>What is to be said, without the words that ask for it.</summary>
    private static string? Spoken(Sentence phrase, IReadOnlySet<int> names)
    {
        var colon = phrase.Text.IndexOf(':', StringComparison.Ordinal);
        var asked = phrase.Words.TakeWhile(word => word.End <= colon).Count();
        if (colon > 0 && Enumerable.Range(0, asked).Any(at => phrase.At(at, Speak) || phrase.At(at, Voice)))
        {
            return Trimmed(phrase.Text[(colon + 1)..]);
        }

        for (var at = 0; at < phrase.Words.Count; at++)
        {
            if (!names.Contains(at) && !OptionReader.Speaks(phrase.Words, at) && !phrase.IsOnly(at, IsOfRequest))
            {
                return Trimmed(phrase.Text[phrase.Words[at].Start..]);
            }
        }

        return null;

        static bool IsOfRequest(Sense sense) => Command.Contains(sense) || sense is Voice or Text or Record;
    }

    private static string? Trimmed(string text) => text.Trim(' ', '\n', '"', '«', '»', '“', '”', '-', '–', '—') is { Length: > 0 } said ? said : null;

    /// <summary>A message with all that can be seen of it at once.</summary>
    private sealed class Heard
    {
        private readonly IReadOnlyList<ModelCard> _perhaps;

        public Heard(string? text, FilesGiven files, SpokenNames names)
        {
            Phrase = new Sentence(text ?? "");
            Files = files;
            Options = OptionReader.Read(Phrase.Words);
            (Named, At) = names.Find(Phrase);
            _perhaps = Named.Count == 0 ? names.Perhaps(Phrase) : [];
        }

        public Sentence Phrase { get; }

        public FilesGiven Files { get; }

        public WishOptions Options { get; }

        public IReadOnlyList<ModelCard> Named { get; }

        public IReadOnlySet<int> At { get; }

        /// <summary>"Снег nano banana pro": what is not the name is what it is to make.</summary>
        public bool IsForNamed => Named.Count > 0 && !Phrase.Text.Contains('?', StringComparison.Ordinal)
            && Enumerable.Range(0, Phrase.Words.Count)
                .Any(word => !At.Contains(word) && Phrase.IsUnknown(word) && !Phrase.Words[word].HasDigit);

        /// <summary>A word of every day is a model's name where that model does the job.</summary>
        public IReadOnlyList<ModelCard> NamedFor(Job job) => Named.Count > 0 ? Named
            : [.. _perhaps.Where(card => JobShelf.Fit(job, card) is not null)];
    }
}
