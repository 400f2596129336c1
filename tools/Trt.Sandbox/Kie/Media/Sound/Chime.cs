using System.Buffers.Binary;

namespace Trt.Sandbox.Kie.Media.Sound;

/// <summary>Bells without compression, for those who order a WAV.</summary>
internal static class Chime
{
    private const int Rate = 24_000;
    private const int Strokes = 6;
    private const double SecondsPerStroke = 0.5;
    private const int HeaderBytes = 44;

    private static readonly double[] Scale = [261.63, 293.66, 329.63, 392.00, 440.00, 523.25];

    public static byte[] Make(Wish wish)
    {
        var random = Seed.Of(wish);
        var perStroke = (int)(Rate * SecondsPerStroke);
        var file = new byte[HeaderBytes + Strokes * perStroke * 2];
        Header(file);
        for (var stroke = 0; stroke < Strokes; stroke++)
        {
            var pitch = Scale[random.Next(Scale.Length)];
            for (var at = 0; at < perStroke; at++)
            {
                var seconds = at / (double)Rate;
                var loudness = 0.5 * Math.Exp(-6 * seconds) * Math.Min(1, at / 120.0);
                var sample = (short)(short.MaxValue * loudness * Math.Sin(2 * Math.PI * pitch * seconds));
                BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(HeaderBytes + (stroke * perStroke + at) * 2), sample);
            }
        }

        return file;
    }

    /// <summary>Plain samples of 16 bits, one channel.</summary>
    private static void Header(Span<byte> file)
    {
        "RIFF"u8.CopyTo(file);
        BinaryPrimitives.WriteInt32LittleEndian(file[4..], file.Length - 8);
        "WAVEfmt "u8.CopyTo(file[8..]);
        BinaryPrimitives.WriteInt32LittleEndian(file[16..], 16);
        BinaryPrimitives.WriteInt16LittleEndian(file[20..], 1);
        BinaryPrimitives.WriteInt16LittleEndian(file[22..], 1);
        BinaryPrimitives.WriteInt32LittleEndian(file[24..], Rate);
        BinaryPrimitives.WriteInt32LittleEndian(file[28..], Rate * 2);
        BinaryPrimitives.WriteInt16LittleEndian(file[32..], 2);
        BinaryPrimitives.WriteInt16LittleEndian(file[34..], 16);
        "data"u8.CopyTo(file[36..]);
        BinaryPrimitives.WriteInt32LittleEndian(file[40..], file.Length - HeaderBytes);
    }
}
