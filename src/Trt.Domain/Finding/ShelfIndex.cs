using Trt.Domain.Catalog;
using Trt.Domain.Shared;
using static Trt.Domain.Finding.Sense;

namespace Trt.Domain.Finding;

/// <summary>Finds models by what people call them. Made once for a set of cards and kept in memory.</summary>
public sealed class ShelfIndex
{
    private const int TitleWeight = 8;
    private const int NameWeight = 6;
    private const int MakerWeight = 5;
    private const int JobWeight = 5;
    private const int BenefitWeight = 2;

    private readonly SpokenNames _names;
    private readonly IReadOnlyList<Entry> _entries;

    public ShelfIndex(ModelCatalog catalog)
    {
        var offered = catalog.Cards.Where(card => card.IsOffered).ToList();
        _names = new SpokenNames(catalog.Cards);
        _entries = [.. offered.Select(Entry.Of)];
    }

    /// <summary>The best first; empty when nothing is called so, does so or costs so.</summary>
    /// <param name="price">What an order of a model costs, where the words set a limit.</param>
    public IReadOnlyList<ModelCard> Find(string text, Func<ModelCard, Money?> price)
    {
        var phrase = new Sentence(text);
        var (named, at) = _names.Find(phrase);
        var limit = PriceLimit.In(phrase.Words);
        var isFree = phrase.Has(Gratis);
        var sought = Enumerable.Range(0, phrase.Words.Count).Where(word => !at.Contains(word) && IsSought(phrase, word, limit)).ToList();
        var job = JobReader.Read(phrase, FilesGiven.None, WishOptions.None);
        var found = _entries
            .Where(entry => (named.Count == 0 || named.Contains(entry.Card)) && (!isFree || entry.Card.IsFree))
            .Where(entry => limit is null || price(entry.Card) <= limit)
            .Select(entry => (entry.Card, Score: Score(entry, phrase, sought, job, named.Count > 0 || isFree || limit is not null)))
            .Where(pair => pair.Score > 0)
            .OrderByDescending(pair => pair.Score);
        var ordered = phrase.Has(Cheap) && limit is null
            ? found.OrderBy(pair => price(pair.Card) ?? new Money(long.MaxValue)).ThenByDescending(pair => pair.Score)
            : limit is not null ? found.ThenBy(pair => price(pair.Card)) : found.ThenBy(pair => Rank(named, pair.Card))
                .ThenBy(pair => pair.Card.Order);
        return [.. ordered.Select(pair => pair.Card)];
    }

    private static int Rank(IReadOnlyList<ModelCard> named, ModelCard card)
    {
        for (var at = 0; at < named.Count; at++)
        {
            if (named[at] == card)
            {
                return at;
            }
        }

        return named.Count;
    }

    private static bool IsSought(Sentence phrase, int word, Money? limit) =>
        !(limit is not null && phrase.Words[word].HasDigit)
        && (phrase.IsUnknown(word) || !phrase.IsOnly(word, sense => sense is Filler or Show or Model or Price or Cheap or Best
            or Gratis or Make or From or For or Into or This or And or Mine or How or Hello));

    /// <summary>Zero when a word that was looked for is nowhere in it and its job is another.</summary>
    private static int Score(Entry entry, Sentence phrase, List<int> sought, Job? job, bool isChosen)
    {
        var does = job is { } wanted && JobShelf.Fit(wanted, entry.Card) is { } fit ? Math.Max(1, JobWeight - (2 * fit)) : 0;
        if (sought.Count == 0)
        {
            return isChosen || does > 0 ? 1 + does : 0;
        }

        var score = does;
        foreach (var word in sought)
        {
            var hit = entry.Weigh(phrase.Words[word].Text);
            if (hit == 0 && (does == 0 || phrase.IsUnknown(word)))
            {
                return 0;
            }

            score += hit;
        }

        return score;
    }

    private sealed record Entry(ModelCard Card, IReadOnlyDictionary<string, int> Weights)
    {
        private const int StemLengthMin = 4;
        private const int SoundLengthMin = 3;

        public static Entry Of(ModelCard card)
        {
            var weights = new Dictionary<string, int>(StringComparer.Ordinal);
            Add($"{card.Title.Ru} {card.Title.En}", TitleWeight);
            Add($"{card.Id.Value} {card.SendAs}", NameWeight);
            Add(card.Maker, MakerWeight);
            Add($"{card.Benefit.Ru} {card.Benefit.En}", BenefitWeight);
            return new Entry(card, weights);

            void Add(string text, int weight)
            {
                foreach (var word in WordReader.Of(text))
                {
                    weights.TryAdd(word.Text, weight);
                    weights.TryAdd(Sounding.Of(word.Text), weight);
                }
            }
        }

        public int Weigh(string word)
        {
            if (Weights.TryGetValue(word, out var whole)
                || (word.Length >= SoundLengthMin && Weights.TryGetValue(Sounding.Of(word), out whole) && Sounding.Of(word)
                    .Length >= SoundLengthMin))
            {
                return whole;
            }

            var best = 0;
            foreach (var (known, weight) in Weights)
            {
                if (weight > best && IsForm(known, word))
                {
                    best = weight;
                }
            }

            return best;
        }

        /// <summary>Another form of the word, or a slip of the finger.</summary>
        private static bool IsForm(string known, string word)
        {
            var shorter = Math.Min(known.Length, word.Length);
            var stem = Math.Max(StemLengthMin, shorter - 2);
            return shorter >= StemLengthMin && known[0] == word[0]
                && ((known.Length - word.Length is >= -3 and <= 3 && known.AsSpan(0, stem).SequenceEqual(word.AsSpan(0, stem)))
                    || Typos.Between(known, word, Typos.Allowed(word.Length)) <= Typos.Allowed(word.Length));
        }
    }
}
