namespace Trt.Infrastructure.Media.Gauges;

/// <summary>WebM: the length stands in the segment's info, unless a browser recorded it and never came back to write it.</summary>
internal static class WebMGauge
{
    private const uint Segment = 0x18538067;
    private const uint Info = 0x1549A966;
    private const uint TimestampScale = 0x2AD7B1;
    private const uint Duration = 0x4489;
    private const uint Tracks = 0x1654AE6B;
    private const uint TrackEntry = 0xAE;
    private const uint TrackType = 0x83;
    private const uint Video = 0xE0;
    private const uint PixelWidth = 0xB0;
    private const uint PixelHeight = 0xBA;
    private const int ElementsMax = 20_000;

    public static Gauged Read(FileBytes bytes)
    {
        var left = ElementsMax;
        foreach (var segment in Children(bytes, 0, bytes.Length, () => left-- > 0).Where(element => element.Id == Segment))
        {
            return ReadSegment(bytes, segment, () => left-- > 0);
        }

        return new Gauged();
    }

    private static Gauged ReadSegment(FileBytes bytes, Element segment, Func<bool> mayGoOn)
    {
        double? seconds = null;
        (int? Width, int? Height, bool? HasPicture) picture = default;
        foreach (var element in Children(bytes, segment.Start, segment.End, mayGoOn))
        {
            if (element.Id == Info)
            {
                seconds = Length(bytes, element, mayGoOn);
            }

            if (element.Id == Tracks)
            {
                picture = Picture(bytes, element, mayGoOn);
            }
        }

        return new Gauged(picture.Width, picture.Height, seconds, picture.HasPicture);
    }

    private static double? Length(FileBytes bytes, Element info, Func<bool> mayGoOn)
    {
        var (scale, ticks) = (1_000_000d, (double?)null);
        foreach (var element in Children(bytes, info.Start, info.End, mayGoOn))
        {
            if (element.Id == TimestampScale)
            {
                scale = Number(bytes, element);
            }

            if (element.Id == Duration)
            {
                ticks = (element.End - element.Start) switch
                {
                    4 => bytes.Big32(element.Start) is { } single ? BitConverter.UInt32BitsToSingle(single) : null,
                    8 => bytes.Big64(element.Start) is { } whole ? BitConverter.UInt64BitsToDouble(whole) : null,
                    _ => null,
                };
            }
        }

        return ticks * scale / 1e9;
    }

    private static (int? Width, int? Height, bool? HasPicture) Picture(FileBytes bytes, Element tracks, Func<bool> mayGoOn)
    {
        bool? hasPicture = null;
        foreach (var track in Children(bytes, tracks.Start, tracks.End, mayGoOn).Where(element => element.Id == TrackEntry))
        {
            hasPicture ??= false;
            foreach (var element in Children(bytes, track.Start, track.End, mayGoOn))
            {
                hasPicture |= element.Id == TrackType && Number(bytes, element) == 1;
                if (element.Id == Video)
                {
                    var sides = Children(bytes, element.Start, element.End, mayGoOn).Where(side => side.Id is PixelWidth or PixelHeight)
                        .GroupBy(side => side.Id).ToDictionary(side => side.Key, side => Number(bytes, side.First()));
                    var size = Gauged.Picture((long)sides.GetValueOrDefault(PixelWidth), (long)sides.GetValueOrDefault(PixelHeight));
                    return (size.Width, size.Height, true);
                }
            }
        }

        return (null, null, hasPicture);
    }

    private static double Number(FileBytes bytes, Element element)
    {
        var value = 0d;
        for (var at = element.Start; at < Math.Min(element.End, element.Start + 8); at++)
        {
            value = (value * 256) + (bytes.Byte(at) ?? 0);
        }

        return value;
    }

    private static IEnumerable<Element> Children(FileBytes bytes, long start, long end, Func<bool> mayGoOn)
    {
        for (var at = start; at < end && mayGoOn();)
        {
            if (Variable(bytes, at, keepsMark: true) is not { } id || Variable(bytes, at + id.Bytes, keepsMark: false) is not { } size)
            {
                yield break;
            }

            var content = at + id.Bytes + size.Bytes;
            var length = size.IsUnknown ? end - content : (long)size.Value;
            if (length < 0 || length > end - content)
            {
                length = end - content;
            }

            if (length < 0)
            {
                yield break;
            }

            yield return new Element((uint)id.Value, content, content + length);
            at = content + length;
        }
    }

    /// <summary>As many zero bits in front as bytes follow.</summary>
    private static (ulong Value, int Bytes, bool IsUnknown)? Variable(FileBytes bytes, long at, bool keepsMark)
    {
        if (bytes.Byte(at) is not (> 0 and var first))
        {
            return null;
        }

        var count = System.Numerics.BitOperations.LeadingZeroCount((uint)first) - 23;
        if (keepsMark && count > 4)
        {
            return null;
        }

        var value = (ulong)(keepsMark ? first : first & (0xFF >> count));
        for (var index = 1; index < count; index++)
        {
            if (bytes.Byte(at + index) is not { } next)
            {
                return null;
            }

            value = (value << 8) | (uint)next;
        }

        return (value, count, !keepsMark && value == (1UL << (7 * count)) - 1);
    }

    private readonly record struct Element(uint Id, long Start, long End);
}
