using System.Net;

namespace Trt.Sandbox.Tests.Kie;

internal sealed class UploadTests : KieTests
{
    private static readonly byte[] Bytes = [0x89, 0x50, 0x4E, 0x47, 1, 2, 3];

    [Test]
    public async Task A_streamed_file_is_served_back_byte_for_byte()
    {
        var address = await Kie.Upload(Bytes, "cat picture.png", "image/png");

        using var response = await Kie.Client.GetAsync(address);

        response.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
        (await response.Content.ReadAsByteArrayAsync()).ShouldBe(Bytes);
    }

    [TestCase("data:image/png;base64,")]
    [TestCase("")]
    public async Task A_base64_file_is_served_back(string prefix)
    {
        var reply = await Kie.Post("/kie/api/file-base64-upload", $$"""{"base64Data":"{{prefix}}{{Convert.ToBase64String(Bytes)}}","uploadPath":"trt","fileName":"a.png"}""");

        reply["success"]!.GetValue<bool>().ShouldBeTrue();
        (await Kie.Client.GetByteArrayAsync(reply["data"]!["downloadUrl"]!.GetValue<string>())).ShouldBe(Bytes);
    }

    [Test]
    public async Task A_file_is_fetched_from_an_address()
    {
        var source = await Kie.Upload(Bytes, "a.png", "image/png");

        var reply = await Kie.Post("/kie/api/file-url-upload", $$"""{"fileUrl":"{{source}}","uploadPath":"copies"}""");

        (await Kie.Client.GetByteArrayAsync(reply["data"]!["downloadUrl"]!.GetValue<string>())).ShouldBe(Bytes);
    }

    [Test]
    public async Task An_upload_is_gone_after_a_day_and_no_order_can_use_it()
    {
        var address = await Kie.Upload(Bytes, "a.png", "image/png");
        Kie.Clock.Advance(TimeSpan.FromHours(25));

        (await Kie.Client.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await Kie.Create("nano-banana-pro", $$"""{"prompt":"x","image_input":["{{address}}"]}"""))["code"]!.GetValue<int>().ShouldBe(451);
    }

    [TestCase("""{"base64Data":"AAAA"}""", "uploadPath")]
    [TestCase("""{"base64Data":"***","uploadPath":"trt"}""", "base64")]
    [TestCase("""{"uploadPath":"trt"}""", "base64Data")]
    [TestCase("""{"base64Data":"AAAA","uploadPath":"../etc"}""", "uploadPath")]
    public async Task A_faulty_upload_is_refused(string body, string named)
    {
        var reply = await Kie.Post("/kie/api/file-base64-upload", body);

        reply["code"]!.GetValue<int>().ShouldBe(400);
        reply["msg"]!.GetValue<string>().ShouldContain(named);
    }
}
