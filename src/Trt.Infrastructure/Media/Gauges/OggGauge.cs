namespace Trt.Infrastructure.Media.Gauges;

/// <summary>
/// Ogg with Opus or Vorbis, what voice messages are made of: each page says how many samples have been played at its end.
/// </summary>
internal static class OggGauge
{
    private const int StreamsMax = 64;
    private const ulong NoPosition = ulong.MaxValue;

    public static Gauged Read(FileBytes bytes)
    {
        var streams = new Dictionary<uint, Voice>();
        for (long at = 0; bytes.Has(at, "OggS"u8) && bytes.Byte(at + 26) is { } segments && bytes.Little32(at + 14) is { } serial;)
        {
            var content = at + 27 + segments;
            if (!streams.TryGetValue(serial, out var voice))
            {
                if (streams.Count == StreamsMax)
                {
                    return new Gauged();
                }

                voice = Begin(bytes, content);
            }

            if (bytes.Little64(at + 6) is { } position and not NoPosition && position <= long.MaxValue)
            {
                voice = voice with { End = Math.Max(voice.End, position) };
            }

            streams[serial] = voice;

            at = content;
            for (var segment = 0; segment < segments; segment++)
            {
                at += bytes.Byte(content - segments + segment) ?? 0;
            }
        }

        var seconds = streams.Values
            .Where(voice => voice.PerSecond > 0)
            .Sum(voice => Math.Max(0, voice.End - (double)voice.Skip) / voice.PerSecond);
        return Gauged.Sound(seconds > 0 ? seconds : null);
    }

    private static Voice Begin(FileBytes bytes, long at)
    {
        // Opus counts in 48 kHz whatever it was recorded in.
        if (bytes.Has(at, "OpusHead"u8))
        {
            return new Voice(48_000, bytes.Little16(at + 10) ?? 0, 0);
        }

        return bytes.Has(at, [1, .. "vorbis"u8]) ? new Voice(bytes.Little32(at + 12) ?? 0, 0, 0) : default;
    }

    private readonly record struct Voice(uint PerSecond, ushort Skip, ulong End);
}
