namespace Trt.Infrastructure.Media.Gauges;

/// <summary>
/// MP4, MOV and M4A: boxes in boxes. The length is the longest of what the film, its tracks and its lists of samples say,
/// so that one small number in one header cannot make a long film cheap.
/// </summary>
internal sealed class Mp4Gauge
{
    private const int BoxesMax = 20_000;
    private const int EntriesMax = 200_000;

    private readonly FileBytes _bytes;
    private int _boxes;
    private double? _seconds;
    private int? _width;
    private int? _height;
    private bool _hasTracks;
    private bool _hasPicture;

    private Mp4Gauge(FileBytes bytes) => _bytes = bytes;

    public static Gauged Read(FileBytes bytes)
    {
        var gauge = new Mp4Gauge(bytes);
        gauge.ReadFilm();
        return new Gauged(gauge._width, gauge._height, gauge._seconds, gauge._hasTracks ? gauge._hasPicture : null);
    }

    private void ReadFilm()
    {
        foreach (var top in Boxes(0, _bytes.Length))
        {
            if (top.Name != Name("moov"u8))
            {
                continue;
            }

            foreach (var box in Boxes(top.Start, top.End))
            {
                if (box.Name == Name("mvhd"u8))
                {
                    Longer(Header(box));
                }
                else if (box.Name == Name("trak"u8))
                {
                    ReadTrack(box);
                }
                else if (box.Name == Name("mvex"u8))
                {
                    ReadFragments(box, top);
                }
            }

            return;
        }
    }

    private void ReadTrack(Box track)
    {
        (int? Width, int? Height) size = default;
        foreach (var box in Boxes(track.Start, track.End))
        {
            if (box.Name == Name("tkhd"u8))
            {
                var isLong = _bytes.Byte(box.Start) == 1;
                size = (Pixels(box.Start + (isLong ? 88 : 76)), Pixels(box.Start + (isLong ? 92 : 80)));
            }
            else if (box.Name == Name("mdia"u8))
            {
                ReadMedia(box, size);
            }
        }
    }

    private void ReadMedia(Box media, (int? Width, int? Height) size)
    {
        uint? scale = null;
        foreach (var box in Boxes(media.Start, media.End))
        {
            if (box.Name == Name("mdhd"u8))
            {
                scale = Scale(box);
                Longer(Header(box));
            }
            else if (box.Name == Name("hdlr"u8))
            {
                _hasTracks = true;
                if (_bytes.Has(box.Start + 8, "vide"u8))
                {
                    _hasPicture = true;
                    (_width, _height) = size is { Width: > 0, Height: > 0 } ? size : (_width, _height);
                }
            }
            else if (box.Name == Name("minf"u8) && scale is > 0)
            {
                Longer(Samples(box, scale.Value));
            }
        }
    }

    private double? Samples(Box info, uint scale)
    {
        foreach (var table in Boxes(info.Start, info.End).Where(box => box.Name == Name("stbl"u8)))
        {
            foreach (var times in Boxes(table.Start, table.End).Where(box => box.Name == Name("stts"u8)))
            {
                var count = Math.Min(_bytes.Big32(times.Start + 4) ?? 0, EntriesMax);
                var total = 0d;
                for (var entry = 0; entry < count && times.Start + 16 + (entry * 8L) <= times.End; entry++)
                {
                    var at = times.Start + 8 + (entry * 8L);
                    total += (double)(_bytes.Big32(at) ?? 0) * (_bytes.Big32(at + 4) ?? 0);
                }

                return total / scale;
            }
        }

        return null;
    }

    /// <summary>A film in fragments keeps its length aside.</summary>
    private void ReadFragments(Box extension, Box film)
    {
        var scale = Boxes(film.Start, film.End).Where(box => box.Name == Name("mvhd"u8)).Select(Scale).FirstOrDefault();
        foreach (var box in Boxes(extension.Start, extension.End).Where(box => box.Name == Name("mehd"u8)))
        {
            var length = _bytes.Byte(box.Start) == 1 ? _bytes.Big64(box.Start + 4) : _bytes.Big32(box.Start + 4);
            if (scale is > 0 && length is { } found)
            {
                Longer((double)found / scale.Value);
            }
        }
    }

    /// <summary>mvhd and mdhd begin alike.</summary>
    private double? Header(Box box)
    {
        var isLong = _bytes.Byte(box.Start) == 1;
        var length = isLong ? _bytes.Big64(box.Start + 24) : _bytes.Big32(box.Start + 16);
        var isUnknown = isLong ? length == ulong.MaxValue : length == uint.MaxValue;
        return Scale(box) is > 0 and var scale && !isUnknown ? length / (double)scale : null;
    }

    private uint? Scale(Box box) => _bytes.Big32(box.Start + (_bytes.Byte(box.Start) == 1 ? 20 : 12));

    /// <summary>Sides are kept as 16.16.</summary>
    private int? Pixels(long at) => _bytes.Big16(at);

    private void Longer(double? seconds)
    {
        if (seconds > 0 && !(seconds <= _seconds))
        {
            _seconds = seconds;
        }
    }

    private IEnumerable<Box> Boxes(long start, long end)
    {
        for (var at = start; at + 8 <= end && _boxes++ < BoxesMax;)
        {
            if (_bytes.Big32(at) is not { } size || _bytes.Big32(at + 4) is not { } name)
            {
                yield break;
            }

            var (header, length) = size switch
            {
                0 => (8, end - at),
                1 => (16, _bytes.Big64(at + 8) is { } large and <= long.MaxValue ? (long)large : 0),
                _ => (8, size),
            };
            if (length < header || length > end - at)
            {
                yield break;
            }

            yield return new Box(name, at + header, at + length);
            at += length;
        }
    }

    private static uint Name(ReadOnlySpan<byte> letters) => System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(letters);

    /// <param name="Start">Where its content begins.</param>
    private readonly record struct Box(uint Name, long Start, long End);
}
