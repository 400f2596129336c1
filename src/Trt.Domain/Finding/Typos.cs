namespace Trt.Domain.Finding;

/// <summary>How many slips of the finger lie between two words: a letter more, less, other, or two in the wrong order.</summary>
internal static class Typos
{
    /// <summary>Short words are too near to each other to be guessed.</summary>
    public const int LengthMin = 5;

    private const int LengthMax = 32;

    public static int Allowed(int length) => length switch
    {
        < LengthMin => 0,
        < 9 => 1,
        _ => 2,
    };

    /// <returns>The distance, or one more than <paramref name="most"/> as soon as it is larger.</returns>
    public static int Between(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int most)
    {
        if (Math.Abs(a.Length - b.Length) > most || a.Length > LengthMax || b.Length > LengthMax)
        {
            return most + 1;
        }

        Span<int> before = stackalloc int[LengthMax + 1];
        Span<int> last = stackalloc int[LengthMax + 1];
        Span<int> row = stackalloc int[LengthMax + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }

                least = Math.Min(least, row[j]);
            }

            if (least > most)
            {
                return most + 1;
            }

            var free = before;
            before = last;
            last = row;
            row = free;
        }

        return Math.Min(last[b.Length], most + 1);
    }
}
