using Trt.Sandbox.Kie.Media;

namespace Trt.Sandbox.Tests.Kie;

internal sealed class PictureTests : KieTests
{
    [TestCase("z-image", """{"prompt":"маяк","aspect_ratio":"16:9"}""", 1024, 576)]
    [TestCase("z-image", """{"prompt":"a lighthouse","aspect_ratio":"9:16"}""", 576, 1024)]
    [TestCase("nano-banana-pro", """{"prompt":"x","resolution":"1K"}""", 1024, 1024)]
    [TestCase("nano-banana-pro", """{"prompt":"x","resolution":"2K"}""", 1536, 1536)]
    [TestCase("nano-banana-pro", """{"prompt":"x","resolution":"4K","aspect_ratio":"3:2"}""", 2048, 1364)]
    public async Task A_picture_has_the_shape_that_was_ordered(string model, string input, int width, int height)
    {
        var picture = Png.Read(await Kie.Client.GetByteArrayAsync(await Kie.Result(model, input)));

        picture.ShouldNotBeNull();
        (picture.Width, picture.Height).ShouldBe((width, height));
    }

    [Test]
    public async Task Another_prompt_gives_another_picture_and_the_same_prompt_the_same()
    {
        var first = await Picture("""{"prompt":"a lighthouse"}""");

        (await Picture("""{"prompt":"a lighthouse"}""")).ShouldBe(first);
        (await Picture("""{"prompt":"a harbour"}""")).ShouldNotBe(first);
    }

    [Test]
    public async Task A_reference_picture_is_shown_within_the_result()
    {
        var red = new Canvas(40, 40);
        red.Box(0, 0, 40, 40, new Colour(250, 0, 1));
        var reference = await Kie.Upload(Png.Write(red), "red.png", "image/png");

        var picture = Png.Read(await Kie.Client.GetByteArrayAsync(await Kie.Result("nano-banana-pro", $$"""{"prompt":"x","image_input":["{{reference}}"]}""")))!;

        var reds = Enumerable.Range(0, picture.Width * picture.Height).Count(at => picture[at % picture.Width, at / picture.Width] == new Colour(250, 0, 1));
        reds.ShouldBe(256 * 256);
    }

    [Test]
    public void Russian_and_English_can_be_written() =>
        "ABCXYZabcxyz0189АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюя.,!?—«»…"
            .Where(letter => !PixelFont.Has(letter)).ShouldBeEmpty();

    [TestCase(0)]
    [TestCase(20)]
    [TestCase(60)]
    public void A_broken_picture_is_no_picture(int length) => Png.Read(Png.Write(new Canvas(64, 64)).AsSpan(0, length)).ShouldBeNull();

    private async Task<byte[]> Picture(string input) => await Kie.Client.GetByteArrayAsync(await Kie.Result("z-image", input));
}
