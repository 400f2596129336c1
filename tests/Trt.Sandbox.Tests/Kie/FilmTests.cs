using System.Buffers.Binary;
using System.Text;

namespace Trt.Sandbox.Tests.Kie;

internal sealed class FilmTests : KieTests
{
    private static readonly string[] Containers = ["moov", "trak", "mdia", "minf", "stbl"];

    [TestCase("5")]
    [TestCase("10")]
    public async Task A_film_lasts_as_long_as_was_ordered_and_its_table_points_at_its_pictures(string seconds)
    {
        var film = await Film($$"""{"prompt":"маяк","sound":false,"duration":"{{seconds}}","aspect_ratio":"16:9"}""");
        var boxes = Boxes(film, 0, film.Length).ToDictionary(box => box.Name, box => box.Range);

        boxes.Keys.ShouldBe(["ftyp", "moov", "mvhd", "trak", "tkhd", "mdia", "mdhd", "hdlr", "minf", "vmhd", "dinf", "stbl", "stsd", "stts", "stss", "stsc", "stsz", "stco", "mdat"]);
        (Number(film, boxes["mvhd"], 16) / Number(film, boxes["mvhd"], 12)).ShouldBe(int.Parse(seconds, System.Globalization.CultureInfo.InvariantCulture));
        (Number(film, boxes["tkhd"], 76) >> 16, Number(film, boxes["tkhd"], 80) >> 16).ShouldBe((320, 192));
        Number(film, boxes["stco"], 8).ShouldBe(boxes["mdat"].Start.Value);
        SizesAddUp(film, boxes["stsz"], boxes["mdat"]).ShouldBeTrue();
    }

    [Test]
    public async Task A_film_may_be_shorter_than_ordered()
    {
        await Kie.Dial("""{"duration_ms": 0, "seconds": 3}""");
        var film = await Film("""{"prompt":"x","sound":false,"duration":"10"}""");
        var header = Boxes(film, 0, film.Length).Single(box => box.Name == "mvhd").Range;

        (Number(film, header, 16) / Number(film, header, 12)).ShouldBe(3);
    }

    [Test]
    public async Task The_first_picture_is_whole_and_no_start_code_hides_inside_a_picture()
    {
        var film = await Film("""{"prompt":"x","sound":false}""");
        var data = Boxes(film, 0, film.Length).Single(box => box.Name == "mdat").Range;
        List<byte> kinds = [];

        for (var at = data.Start.Value; at < data.End.Value;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(film.AsSpan(at));
            kinds.Add(film[at + 4]);
            film.AsSpan(at + 4, length).IndexOf((ReadOnlySpan<byte>)[0, 0, 1]).ShouldBe(-1);
            at += 4 + length;
        }

        kinds[0].ShouldBe((byte)0x65);
        kinds.Skip(1).Distinct().ShouldBe([(byte)0x41]);
        kinds.Count.ShouldBe(50);
    }

    [TestCase("9:16", 192, 320)]
    [TestCase("1:1", 256, 256)]
    public async Task A_film_has_the_shape_that_was_ordered(string shape, int width, int height)
    {
        var film = await Film($$"""{"prompt":"x","sound":false,"aspect_ratio":"{{shape}}"}""");
        var header = Boxes(film, 0, film.Length).Single(box => box.Name == "tkhd").Range;

        (Number(film, header, 76) >> 16, Number(film, header, 80) >> 16).ShouldBe((width, height));
    }

    private async Task<byte[]> Film(string input) => await Kie.Client.GetByteArrayAsync(await Kie.Result("kling-2.6/text-to-video", input));

    private static IEnumerable<(string Name, Range Range)> Boxes(byte[] film, int from, int to)
    {
        for (var at = from; at < to;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(film.AsSpan(at));
            var name = Encoding.ASCII.GetString(film, at + 4, 4);
            yield return (name, (at + 8)..(at + length));
            if (Containers.Contains(name))
            {
                foreach (var inner in Boxes(film, at + 8, at + length))
                {
                    yield return inner;
                }
            }

            at += length;
        }
    }

    private static int Number(byte[] film, Range box, int offset) => BinaryPrimitives.ReadInt32BigEndian(film.AsSpan(box.Start.Value + offset));

    private static bool SizesAddUp(byte[] film, Range sizes, Range data) =>
        Enumerable.Range(0, Number(film, sizes, 8)).Sum(sample => Number(film, sizes, 12 + sample * 4)) == data.End.Value - data.Start.Value;
}
