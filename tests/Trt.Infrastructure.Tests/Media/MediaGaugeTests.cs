using System.Buffers.Binary;
using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Infrastructure.Media;
using Trt.Testing;

namespace Trt.Infrastructure.Tests.Media;

internal sealed class MediaGaugeTests
{
    private const int ReadsMax = 32;

    [Test]
    public void A_picture_tells_its_sides()
    {
        Measure(Pictures.Png(320, 200)).ShouldBe(new MediaMeasure(MediaKind.Image, "image/png", Pictures.Png(320, 200).Length, 320, 200, null));
        Sides([0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xC2, 0, 17, 8, 0, 100, 1, 44, 3]).ShouldBe((300, 100));
        Sides([.. "GIF89a"u8, 64, 1, 200, 0]).ShouldBe((320, 200));
        Sides([.. "RIFF"u8, 0, 0, 0, 0, .. "WEBPVP8X"u8, 10, 0, 0, 0, 0, 0, 0, 0, 0x3F, 1, 0, 0xC7, 0, 0]).ShouldBe((320, 200));
        Sides([.. "RIFF"u8, 0, 0, 0, 0, .. "WEBPVP8 "u8, 0, 0, 0, 0, 0, 0, 0, 0x9D, 1, 0x2A, 0x40, 1, 0xC8, 0]).ShouldBe((320, 200));
    }

    [Test]
    public void A_wave_is_as_long_as_the_samples_that_are_really_there()
    {
        var honest = Sounds.Wav(seconds: 3);
        Seconds(honest).ShouldBe(3);
        BinaryPrimitives.WriteUInt32LittleEndian(honest.AsSpan(40), uint.MaxValue);
        Seconds(honest).ShouldBe(3);
        Seconds(honest[..(44 + 8000)]).ShouldBe(0.5m);
    }

    [TestCase(new byte[] { 0xFF, 0xFB, 0x90, 0x64 }, 417, 100, 2.612)]
    [TestCase(new byte[] { 0xFF, 0xF3, 0x44, 0xC4 }, 96, 100, 2.4)]
    public void An_mp3_is_the_sum_of_its_frames(byte[] header, int frameBytes, int frames, double seconds) =>
        Seconds([.. "ID3"u8, 3, 0, 0, 0, 0, 0, 2, 7, 7, .. Enumerable.Repeat(Padded(header, frameBytes), frames).SelectMany(frame => frame)]).ShouldBe((decimal)seconds);

    [Test]
    public void The_table_of_contents_of_an_mp3_is_silent()
    {
        var table = Padded([0xFF, 0xFB, 0x90, 0x64], 417);
        "Xing"u8.CopyTo(table.AsSpan(36));
        Seconds([.. table, .. Enumerable.Repeat(Padded([0xFF, 0xFB, 0x90, 0x64], 417), 100).SelectMany(frame => frame)]).ShouldBe(2.612m);
    }

    [Test]
    public void A_voice_message_counts_in_48_kilohertz_less_what_is_skipped() =>
        Seconds([.. OggPage(0, [.. "OpusHead"u8, 1, 1, 0x38, 1, 0x80, 0xBB, 0, 0, 0, 0, 0]), .. OggPage((48_000 * 7) + 312, new byte[200])]).ShouldBe(7);

    [Test]
    public void A_film_tells_length_and_sides() => Check(Film(seconds: 12, sampleSeconds: 12), MediaKind.Video, "video/mp4", 12, 640, 360);

    [Test]
    public void A_film_that_lies_in_its_header_is_as_long_as_its_samples() => Seconds(Film(seconds: 1, sampleSeconds: 600)).ShouldBe(600);

    [Test]
    public void An_mp4_without_pictures_is_a_sound() => Check(Film(5, 5, handler: "soun"), MediaKind.Audio, "audio/mp4", 5, null, null);

    [Test]
    public void A_webm_tells_its_length_and_one_without_says_nothing()
    {
        Seconds(WebM(durationTicks: 4200)).ShouldBe(4.2m);
        Seconds(WebM(durationTicks: null)).ShouldBeNull();
    }

    [TestCase("<!doctype html><html>")]
    [TestCase("%PDF-1.7")]
    [TestCase("")]
    public void What_is_no_media_is_not_measured(string content) => Measure(System.Text.Encoding.Latin1.GetBytes(content)).ShouldBeNull();

    [Test]
    public void More_than_a_bot_can_fetch_is_not_measured()
    {
        using var endless = new MemoryStream(new byte[25 * 1024 * 1024]);
        new MediaGauge().Measure(endless, CancellationToken.None).Result.ShouldBeNull();
    }

    /// <summary>A length that lies may send the reader anywhere, but not round and round.</summary>
    [Test]
    public void Hostile_bytes_never_throw_and_are_not_read_again_and_again()
    {
        byte[][] seeds =
        [
            Pictures.Png(20, 20), Sounds.Wav(1), Film(2, 2), WebM(4200), OggPage(48_000, [.. "OpusHead"u8, 1, 1, 0, 0]),
            [.. Enumerable.Repeat(Padded([0xFF, 0xFB, 0x90, 0x64], 417), 5).SelectMany(frame => frame)],
            [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xC2, 0, 17, 8, 0, 100, 1, 44, 3],
            [.. "RIFF"u8, 0, 0, 0, 0, .. "WEBPVP8X"u8, 10, 0, 0, 0, 0, 0, 0, 0, 0x3F, 1, 0, 0xC7, 0, 0],
            Padded([.. "fLaC"u8], 60), Padded([0xFF, 0xF1, 0x50, 0x80, 0x02, 0x1F, 0xFC], 80),
        ];
        var (random, most) = (new Random(20261121), 0);
        for (var round = 0; round < 20_000; round++)
        {
            var bytes = (byte[])seeds[round % seeds.Length].Clone();
            for (var change = random.Next(1, 12); change > 0; change--)
            {
                bytes[random.Next(4, bytes.Length)] = (byte)(random.Next(4) == 0 ? 0xFF : random.Next(256));
            }

            using var file = new CountedStream(bytes[..random.Next(bytes.Length / 2, bytes.Length + 1)]);
            MediaGauge.Measure(file);
            most = Math.Max(most, file.Reads);
        }

        TestContext.Out.WriteLine($"at most {most} reads");
        most.ShouldBeLessThan(ReadsMax);
    }

    private sealed class CountedStream(byte[] content) : MemoryStream(content)
    {
        public int Reads { get; private set; }

        public override int Read(Span<byte> buffer)
        {
            Reads++;
            return base.Read(buffer);
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            Reads++;
            return base.Read(buffer, offset, count);
        }
    }

    private static void Check(byte[] file, MediaKind kind, string mime, decimal seconds, int? width, int? height) =>
        Measure(file).ShouldBe(new MediaMeasure(kind, mime, file.Length, width, height, seconds));

    private static MediaMeasure? Measure(byte[] file) => MediaGauge.Measure(new MemoryStream(file));

    private static decimal? Seconds(byte[] file) => Measure(file)!.DurationSeconds;

    private static (int?, int?) Sides(byte[] file) => (Measure(file)!.Width, Measure(file)!.Height);

    private static byte[] Padded(byte[] start, int length) => [.. start, .. new byte[length - start.Length]];

    private static byte[] OggPage(long position, byte[] content)
    {
        byte[] page = [.. "OggS"u8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, (byte)content.Length, .. content];
        BinaryPrimitives.WriteInt64LittleEndian(page.AsSpan(6), position);
        return page;
    }

    private static byte[] Film(uint seconds, uint sampleSeconds, string handler = "vide") =>
    [
        .. Box("ftyp", [.. "isom"u8, 0, 0, 0, 0]),
        .. Box("moov",
        [
            .. Box("mvhd", [0, 0, 0, 0, .. Words(0, 0, 1000, seconds * 1000)]),
            .. Box("trak",
            [
                .. Box("tkhd", [.. new byte[76], .. Words(640 << 16, 360 << 16)]),
                .. Box("mdia",
                [
                    .. Box("mdhd", [0, 0, 0, 0, .. Words(0, 0, 90_000, seconds * 90_000)]),
                    .. Box("hdlr", [.. new byte[8], .. System.Text.Encoding.ASCII.GetBytes(handler)]),
                    .. Box("minf", Box("stbl", Box("stts", [0, 0, 0, 0, .. Words(1, sampleSeconds * 25, 3600)]))),
                ]),
            ]),
        ]),
    ];

    private static byte[] Box(string name, byte[] content) => [.. Words((uint)content.Length + 8), .. System.Text.Encoding.ASCII.GetBytes(name), .. content];

    private static byte[] Words(params uint[] words)
    {
        var bytes = new byte[words.Length * 4];
        for (var index = 0; index < words.Length; index++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(index * 4), words[index]);
        }

        return bytes;
    }

    private static byte[] WebM(float? durationTicks)
    {
        byte[] info = [0x2A, 0xD7, 0xB1, 0x83, 0x0F, 0x42, 0x40, .. durationTicks is { } ticks ? [0x44, 0x89, 0x84, .. Words(BitConverter.SingleToUInt32Bits(ticks))] : Array.Empty<byte>()];
        byte[] body = [0x15, 0x49, 0xA9, 0x66, (byte)(0x80 | info.Length), .. info, 0x16, 0x54, 0xAE, 0x6B, 0x85, 0xAE, 0x83, 0x83, 0x81, 0x01];
        return [0x1A, 0x45, 0xDF, 0xA3, 0x87, 0x42, 0x82, 0x84, .. "webm"u8, 0x18, 0x53, 0x80, 0x67, 0x01, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, .. body];
    }
}
