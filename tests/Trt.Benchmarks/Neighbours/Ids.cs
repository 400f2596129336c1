namespace Trt.Benchmarks.Neighbours;

/// <summary>Ids of orders as the scripts of the folder Sql make them, from a number that belongs to one order only.</summary>
internal static class Ids
{
    public static Guid Of(long number) => new(
        0x01900000, 0, 0x7000, 0x80, 0,
        (byte)(number >> 40), (byte)(number >> 32), (byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number);
}
