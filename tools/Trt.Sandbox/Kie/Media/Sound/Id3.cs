using System.Text;

namespace Trt.Sandbox.Kie.Media.Sound;

/// <summary>The label of a sound: what was said as its title, who made it as its artist.</summary>
internal static class Id3
{
    private const int TextMax = 200;
    private const byte Utf16 = 1;

    public static byte[] Tag(string title, string artist)
    {
        byte[] frames = [.. Frame("TIT2", title), .. Frame("TPE1", artist)];
        return [.. "ID3"u8, 3, 0, 0, .. SevenBits(frames.Length), .. frames];
    }

    private static byte[] Frame(string name, string text)
    {
        byte[] content = [Utf16, 0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text[..Math.Min(text.Length, TextMax)])];
        return [.. Encoding.ASCII.GetBytes(name), 0, 0, (byte)(content.Length >> 8), (byte)content.Length, 0, 0, .. content];
    }

    /// <summary>The length of the tag avoids bytes that would look like the start of a frame.</summary>
    private static byte[] SevenBits(int length) =>
        [(byte)(length >> 21 & 0x7F), (byte)(length >> 14 & 0x7F), (byte)(length >> 7 & 0x7F), (byte)(length & 0x7F)];
}
