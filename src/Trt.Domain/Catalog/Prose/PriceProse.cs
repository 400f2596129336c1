using System.Collections.Frozen;

namespace Trt.Domain.Catalog.Prose;

/// <summary>
/// Reads the provider's text about the price of one model. A text is a row of conditions and prices in an order that is the same
/// throughout; every word of it is understood, or nothing is.
/// </summary>
public static class PriceProse
{
    /// <summary>Longer than any text of prices; what is longer is not read at all.</summary>
    public const int LengthMax = 8_000;

    private const int LeftOverMax = 5;
    private const int LeftOverLengthMax = 80;

    public static ProseReading Read(string text, ProseWords words)
    {
        if (text.Length > LengthMax)
        {
            return new ProseReading.NotUnderstood($"the text has {text.Length} characters, more than any text of prices");
        }

        var reader = new Reader(text, words);
        reader.ReadAll();
        return reader.LeftOver.Count > 0
            ? new ProseReading.NotUnderstood($"left over: {string.Join("; ", reader.LeftOver)}")
            : TierAssembly.Of(reader.Items, reader.HeadUnit, reader.Offers);
    }

    private sealed class Reader
    {
        private static readonly FrozenSet<string> Between =
            new[] { ",", ";", "|", "/", "•", ".", "-", ":", "and", "or", "·" }.ToFrozenSet(StringComparer.Ordinal);

        private static readonly FrozenSet<string> Before =
            new[] { "for", "at", "in", "a", "an", "costs", "cost", "is", "flat", "now", "just", "only" }
                .ToFrozenSet(StringComparer.Ordinal);

        private static readonly FrozenSet<string> Generic =
            new[] { "api", "kie", "ai", "model", "the", ".", "-", "'", "_" }.ToFrozenSet(StringComparer.Ordinal);

        private static readonly (Phrase Written, TierUnit Unit)[] Heads =
        [
            ("generating 1 second of video costs", TierUnit.Second), ("1 second of video costs", TierUnit.Second),
            ("each image costs", TierUnit.Image), ("each video costs", TierUnit.Video), ("each second costs", TierUnit.Second),
            ("each task costs", TierUnit.Order), ("each request costs", TierUnit.Order), ("each generation costs", TierUnit.Order),
        ];

        private readonly string _text;
        private readonly ProseWords _words;
        private readonly ProseCursor _cursor;
        private readonly TagReader _tags;
        private readonly CreditReader _prices;
        private readonly Sentences _sentences;

        public Reader(string text, ProseWords words)
        {
            (_text, _words, _cursor) = (text, words, new ProseCursor(ProseTokens.Of(text)));
            _tags = new TagReader(_cursor, words);
            _prices = new CreditReader(_cursor, _tags);
            _sentences = new Sentences(_cursor, _tags, words);
        }

        public List<ProseItem> Items { get; } = [];

        public List<(IReadOnlyList<IReadOnlyDictionary<TierAxis, string>> Whose, DateTimeOffset Until)> Offers { get; } = [];

        public List<string> LeftOver { get; } = [];

        public TierUnit? HeadUnit { get; private set; }

        public void ReadAll()
        {
            while (!_cursor.IsAtEnd && LeftOver.Count < LeftOverMax)
            {
                if (_cursor.TakeAny(Between) || TryPassLine() || TryPassSentence() || TryTakeHead() || TryTakeItem() || TryPassName()
                    || _cursor.TakeAny(Before))
                {
                    continue;
                }

                LeaveOver();
            }
        }

        private bool TryPassLine()
        {
            if (!_cursor.Is(TokenKind.LineEnd))
            {
                return false;
            }

            _cursor.At++;
            return true;
        }

        private bool TryPassSentence()
        {
            if (_sentences.TryTakeOffer(_text) is { } offer)
            {
                Offers.Add(offer);
                return true;
            }

            return _sentences.TryPass();
        }

        private bool TryTakeHead()
        {
            foreach (var (written, unit) in Heads)
            {
                if (written.TryTake(_cursor))
                {
                    if (HeadUnit is not null && HeadUnit != unit)
                    {
                        LeftOver.Add($"a price per {HeadUnit} and another per {unit}");
                    }

                    HeadUnit = unit;
                    return true;
                }
            }

            return false;
        }

        private bool TryTakeItem()
        {
            if (_prices.TryTake() is { } price)
            {
                Items.Add(new ProseItem.Price(price));
                return true;
            }

            if (_tags.TakeAll() is { Count: > 0 } tags)
            {
                Items.Add(new ProseItem.Tags(tags));
                return true;
            }

            return TryTakeBehindItsCondition();
        }

        /// <summary>"12 credits per second for 720p (~$0.06)": the brackets belong to the price before the condition.</summary>
        private bool TryTakeBehindItsCondition()
        {
            if (Items is not [.., ProseItem.Price { Written: { } price }, ProseItem.Tags] || _prices.TryTakeBeside(price) is not { } whole)
            {
                return false;
            }

            Items[^2] = new ProseItem.Price(whole);
            return true;
        }

        /// <summary>"For Nano Banana 2:" — the model's own name may stand at the beginning, followed by what is said of it.</summary>
        private bool TryPassName()
        {
            if (Items.Count > 0)
            {
                return false;
            }

            var mark = _cursor.At;
            _cursor.Take("for");
            var named = 0;
            while (_cursor.Current is { } token && (_words.IsName(token) || IsOfNames(token)))
            {
                named += _words.IsName(token) ? 1 : 0;
                _cursor.At++;
            }

            if (named > 0 && ((Phrase)"is free").TryTake(_cursor))
            {
                Items.Add(new ProseItem.Price(new WrittenPrice(0, TierUnit.Order, null, [], null)));
                return true;
            }

            if (named > 0 && _cursor.Current is { } next
                && (next.Is("costs") || next.Is("cost") || next.Is(":") || next.Is(",") || next.Is("-") && !next.IsGlued))
            {
                _cursor.At++;
                return true;
            }

            _cursor.At = mark;
            return false;
        }

        private static bool IsOfNames(ProseToken token) =>
            Generic.Contains(token.Text) && (token.IsGlued || token.Kind == TokenKind.Word);

        /// <summary>The rest of the sentence: for a person it is more telling than a single word.</summary>
        private void LeaveOver()
        {
            var start = _cursor.Current!.Value.Start;
            var end = start;
            while (_cursor.Current is { } token && !(token.Kind == TokenKind.LineEnd || token.Is(".") && !IsInside(token)))
            {
                end = token.End;
                _cursor.At++;
            }

            _cursor.At++;
            var words = _text[start..Math.Max(end, start + 1)].Trim();
            LeftOver.Add($"\"{(words.Length > LeftOverLengthMax ? words[..LeftOverLengthMax] + "…" : words)}\"");
        }

        private bool IsInside(ProseToken dot) => dot.IsGlued && _cursor.Ahead(1) is { IsGlued: true };
    }
}
