using System.Buffers.Binary;
using Trt.Sandbox.Kie.Files;
using Trt.Sandbox.Kie.Media.Sound;

namespace Trt.Sandbox.Kie.Media;

/// <summary>How long a recording is that somebody uploaded, so that what is made of it is as long.</summary>
internal static class RecordingLength
{
    private const int WavByteRateAt = 28;
    private const int WavHeaderBytes = 44;

    /// <summary>Speech in the thriftiest packing: a guess that is rather too long than too short.</summary>
    private const double ThriftyBytesPerSecond = 2000;

    /// <summary>Null for a picture.</summary>
    public static double? Of(StoredFile file)
    {
        var bytes = file.Content.Value.AsSpan();
        if (bytes.StartsWith("RIFF"u8) && bytes.Length > WavHeaderBytes)
        {
            return BinaryPrimitives.ReadInt32LittleEndian(bytes[WavByteRateAt..]) is var rate and > 0
                ? (bytes.Length - WavHeaderBytes) / (double)rate
                : null;
        }

        return OfMovie(bytes)
            ?? Mp3Length.Of(bytes)
            ?? (file.MimeType.StartsWith("audio/", StringComparison.Ordinal) ? bytes.Length / ThriftyBytesPerSecond : null);
    }

    /// <summary>The movie's own header: two dates, how many ticks make a second, how many ticks it has.</summary>
    private static double? OfMovie(ReadOnlySpan<byte> bytes)
    {
        var header = bytes.IndexOf("mvhd"u8);
        if (header < 0 || bytes.Length < header + 24 || bytes[header + 4] != 0)
        {
            return null;
        }

        var ticksPerSecond = BinaryPrimitives.ReadUInt32BigEndian(bytes[(header + 16)..]);
        return ticksPerSecond == 0 ? null : BinaryPrimitives.ReadUInt32BigEndian(bytes[(header + 20)..]) / (double)ticksPerSecond;
    }
}
