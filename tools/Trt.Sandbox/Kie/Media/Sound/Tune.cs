namespace Trt.Sandbox.Kie.Media.Sound;

/// <summary>
/// A melody out of ten recorded notes. MP3 frames that need nothing from their neighbours may be laid one after another in any
/// order, so no coder is needed here. The notes are sines made for this; recorded with LAME at 24 kHz, mono, 32 kbit/s, without
/// the bit reservoir.
/// </summary>
internal static class Tune
{
    private const int FrameBytes = 96;
    private const int FramesPerNote = 12;
    private const double SecondsPerNote = FramesPerNote * 576 / 24_000.0;
    private const double LettersPerSecond = 14;
    private const int SecondsMax = 20;
    private const int OrderedSecondsMax = 600;

    private static readonly byte[][] Notes = Load();

    public static byte[] Make(Wish wish)
    {
        var seconds = wish.SoundSeconds is { } ordered
            ? Math.Min(ordered, OrderedSecondsMax)
            : Math.Clamp(wish.Text.Length / LettersPerSecond, 2, SecondsMax);
        var count = Math.Max(1, (int)Math.Round(seconds / SecondsPerNote));
        return [.. Id3.Tag(wish.Text, wish.Model), .. Melody(Seed.Of(wish), count).SelectMany(note => Notes[note])];
    }

    /// <summary>Small steps up and down a scale of five tones, home at the end.</summary>
    private static IEnumerable<int> Melody(Random random, int count)
    {
        var note = random.Next(Notes.Length);
        for (var played = 1; played < count; played++)
        {
            yield return note;
            note = Math.Clamp(note + random.Next(-2, 3), 0, Notes.Length - 1);
        }

        yield return 0;
    }

    private static byte[][] Load()
    {
        using var file = typeof(Tune).Assembly.GetManifestResourceStream("kie-tones.mp3")
            ?? throw new InvalidOperationException("the notes of the simulated provider are not embedded");
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return [.. bytes.ToArray().Chunk(FrameBytes * FramesPerNote)];
    }
}
