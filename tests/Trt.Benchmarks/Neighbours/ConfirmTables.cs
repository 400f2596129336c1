namespace Trt.Benchmarks.Neighbours;
internal static class ConfirmTables
{
    public static Guid DraftOf(long person) => new((int)0x01900000, 0, 0x7000, 0x80, 0, (byte)(person >> 40), (byte)(person >> 32), (byte)(person >> 24), (byte)(person >> 16), (byte)(person >> 8), (byte)person);
}
