namespace Trt.Sandbox.Kie.Media;

internal static class Crc32
{
    private static readonly uint[] Table =
    [
        .. Enumerable.Range(0, 256).Select(
            value => Enumerable.Range(0, 8).Aggregate((uint)value, (rest, _) => (rest & 1) == 1 ? 0xEDB88320 ^ (rest >> 1) : rest >> 1)),
    ];

    public static uint Of(ReadOnlySpan<byte> data)
    {
        var crc = uint.MaxValue;
        foreach (var one in data)
        {
            crc = Table[(crc ^ one) & 0xFF] ^ (crc >> 8);
        }

        return ~crc;
    }
}
