using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Trt.Sandbox.Tests.Telegram;

internal sealed class MediaTests : SandboxTest
{
    [SetUp]
    public Task Start() => Sandbox.AnnaHasStarted();

    [TestCase("png", 1600, 800, "90x45 320x160 800x400 1280x640 1600x800")]
    [TestCase("jpg", 500, 1000, "45x90 160x320 400x800 500x1000")]
    [TestCase("gif", 50, 60, "50x60")]
    [TestCase("png", 5000, 2500, "90x45 320x160 800x400 1280x640 2560x1280")]
    public async Task A_photo_comes_in_ascending_sizes_of_its_real_shape(string format, int width, int height, string sizes)
    {
        var picture = format switch { "jpg" => Pictures.Jpeg(width, height), "gif" => Pictures.Gif(width, height), _ => Pictures.Png(width, height) };

        var (_, answer) = await Upload("sendPhoto", "photo", picture, "picture." + format);

        var photo = answer.GetProperty("result").GetProperty("photo").EnumerateArray().ToList();
        string.Join(" ", photo.Select(size => $"{size.GetProperty("width")}x{size.GetProperty("height")}")).ShouldBe(sizes);
        photo.Select(size => size.GetProperty("file_id").GetString()).Distinct().Count().ShouldBe(photo.Count);
    }

    [Test]
    public async Task Photos_that_the_service_would_not_take_are_refused()
    {
        (await Problem("sendPhoto", "photo", "not a picture"u8.ToArray(), "a.png")).ShouldBe("Bad Request: IMAGE_PROCESS_FAILED");
        (await Problem("sendPhoto", "photo", Pictures.Png(9000, 1001), "a.png")).ShouldBe("Bad Request: PHOTO_INVALID_DIMENSIONS");
        (await Problem("sendPhoto", "photo", Pictures.Png(2100, 100), "a.png")).ShouldBe("Bad Request: PHOTO_INVALID_DIMENSIONS");
        (await Problem("sendPhoto", "photo", Pictures.WebP(10, 10), "a.webp"))
            .ShouldBe("Bad Request: photo has unsupported extension. Use one of .jpg, .jpeg, .gif, .png, .tif or .bmp");
        (await Problem("sendPhoto", "photo", [.. Pictures.Png(10, 10), .. new byte[10 * 1024 * 1024]], "a.png")).ShouldBe("Bad Request: PHOTO_SAVE_FILE_INVALID");
        (await Problem("sendPhoto", "photo", [], "a.png")).ShouldBe("Bad Request: file must be non-empty");
        (await Sandbox.Refusal("sendPhoto", new { chat_id = RunningSandbox.Anna })).ShouldBe("Bad Request: there is no photo in the request");
        (await Sandbox.Refusal("sendVoice", new { chat_id = RunningSandbox.Anna })).ShouldBe("Bad Request: there is no voice in the request");
    }

    [TestCase("Wrong!", "Wrong character in the string")]
    [TestCase("abcde", "Wrong string length")]
    [TestCase("abcdefgh", "can't unserialize it. Wrong last symbol")]
    public async Task A_garbled_file_id_is_named_as_what_it_is(string id, string detail) =>
        (await Sandbox.Refusal("sendPhoto", new { chat_id = RunningSandbox.Anna, photo = id }))
            .ShouldBe($"Bad Request: wrong remote file identifier specified: {detail}");

    [Test]
    public async Task A_file_id_belongs_to_its_bot_and_its_kind()
    {
        var (_, answer) = await Upload("sendDocument", "document", "text"u8.ToArray(), "a.txt");
        var id = answer.GetProperty("result").GetProperty("document").GetProperty("file_id").GetString();
        id!.ShouldNotContain(".");

        (await Sandbox.Call("sendDocument", new { chat_id = RunningSandbox.Anna, document = id })).GetProperty("document").GetProperty("file_id").GetString().ShouldBe(id);
        (await Sandbox.Refusal("sendPhoto", new { chat_id = RunningSandbox.Anna, photo = id })).ShouldBe("Bad Request: can't use file of type Document as Photo");
        await Sandbox.Control("text", new { token = "1000001:sandbox-shop-token", chat_id = RunningSandbox.Anna, text = "hi" });
        using var response = await Sandbox.Http.GetAsync($"/telegram/bot1000001:sandbox-shop-token/sendDocument?chat_id={RunningSandbox.Anna}&document={id}");
        (await response.Content.ReadAsStringAsync()).ShouldContain("wrong file identifier/HTTP URL specified");
    }

    [Test]
    public async Task A_download_has_all_bytes_a_part_of_them_or_only_the_length()
    {
        var content = Encoding.UTF8.GetBytes("0123456789");
        var (_, answer) = await Upload("sendDocument", "document", content, "a.txt");
        var file = await Sandbox.Call("getFile", new { file_id = answer.GetProperty("result").GetProperty("document").GetProperty("file_id").GetString() });
        var link = $"/telegram/file/bot{Sandbox.Token}/{file.GetProperty("file_path").GetString()}";

        (await Sandbox.Http.GetByteArrayAsync(link)).ShouldBe(content);
        using var head = await Sandbox.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, link));
        head.Content.Headers.ContentLength.ShouldBe(10);
        using var ranged = new HttpRequestMessage(HttpMethod.Get, link) { Headers = { Range = new RangeHeaderValue(2, 4) } };
        using var part = await Sandbox.Http.SendAsync(ranged);
        part.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        (await part.Content.ReadAsStringAsync()).ShouldBe("234");
        (await Sandbox.Http.GetAsync(link + "x")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Test]
    public async Task The_chat_page_gets_files_with_their_own_type()
    {
        await Sandbox.Control("photo", new { chat_id = RunningSandbox.Anna, base64 = Convert.ToBase64String(Pictures.Png(100, 100)), caption = "look /here" });
        var message = (await Sandbox.Messages())[^1];

        message.GetProperty("outgoing").GetBoolean().ShouldBeTrue();
        message.GetProperty("caption_entities")[0].GetProperty("type").GetString().ShouldBe("bot_command");
        using var response = await Sandbox.Http.GetAsync("/control/files/" + message.GetProperty("photo")[0].GetProperty("file_id").GetString());
        response.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
        response.Headers.AcceptRanges.ShouldContain("bytes");
    }

    [TestCase("document", "document", "application/pdf")]
    [TestCase("video", "video", "video/mp4")]
    [TestCase("audio", "audio", "audio/mpeg")]
    [TestCase("voice", "voice", "audio/ogg")]
    [TestCase("animation", "animation", "video/mp4")]
    public async Task A_person_sends_media_of_every_kind(string kind, string field, string mime)
    {
        await Sandbox.Control("media", new { chat_id = RunningSandbox.Anna, kind, base64 = "AAAA", file_name = "a.pdf", mime, duration = 5, caption = "c", media_group_id = "77" });

        var message = (await Sandbox.Updates())[0].GetProperty("message");
        message.GetProperty(field).GetProperty("mime_type").GetString().ShouldBe(mime);
        message.GetProperty("caption").GetString().ShouldBe("c");
        message.GetProperty("media_group_id").GetString().ShouldBe("77");
    }

    [Test]
    public async Task An_album_is_one_group_of_ten_at_most_and_all_or_nothing()
    {
        var (_, answer) = await Upload("sendPhoto", "photo", Pictures.Png(10, 10), "a.png");
        var photo = answer.GetProperty("result").GetProperty("photo")[0].GetProperty("file_id").GetString();
        var before = (await Sandbox.Messages()).Length;

        (await Sandbox.Refusal("sendMediaGroup", Album(Enumerable.Repeat(("photo", photo!), 11)))).ShouldBe("Bad Request: too many messages to send as an album");
        (await Sandbox.Refusal("sendMediaGroup", Album([]))).ShouldBe("Bad Request: there are no messages to send");
        (await Sandbox.Refusal("sendMediaGroup", Album([("photo", photo!), ("document", "http://127.0.0.1:9/x.pdf")])))
            .ShouldBe("Bad Request: document can't be mixed with other media types");
        (await Sandbox.Refusal("sendMediaGroup", Album([("photo", photo!), ("photo", "http://127.0.0.1:9/x.png")])))
            .ShouldBe("Bad Request: failed to send message #2 with the error message \"WEBPAGE_CURL_FAILED\"");
        (await Sandbox.Messages()).Length.ShouldBe(before);

        var single = await Sandbox.Call("sendMediaGroup", Album([("photo", photo!)]));
        single[0].TryGetProperty("media_group_id", out _).ShouldBeFalse();
        var pair = await Sandbox.Call("sendMediaGroup", Album([("photo", photo!), ("photo", photo!)]));
        pair[0].GetProperty("media_group_id").GetString().ShouldBe(pair[1].GetProperty("media_group_id").GetString());
        (await Sandbox.Refusal("editMessageMedia", new { chat_id = RunningSandbox.Anna, message_id = pair[0].GetProperty("message_id").GetInt64(), media = new { type = "audio", media = photo } }))
            .ShouldBe("Bad Request: can't change media type in the album");
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Message_ids_grow_within_a_chat_however_they_are_counted(bool perAccount)
    {
        await Sandbox.Control("settings", new { message_ids_per_account = perAccount });
        var (_, answer) = await Upload("sendPhoto", "photo", Pictures.Png(10, 10), "a.png");
        var photo = answer.GetProperty("result").GetProperty("photo")[0].GetProperty("file_id").GetString();
        await Sandbox.Call("sendMediaGroup", Album([("photo", photo!), ("photo", photo!)]));
        await Sandbox.Says("from another chat", chatId: 2);
        await Sandbox.Says("after");

        var ids = (await Sandbox.Messages()).Select(message => message.GetProperty("message_id").GetInt64()).ToList();
        ids.ShouldBe(ids.Distinct().Order());
        (ids[^1] - ids[^2]).ShouldBe(perAccount ? 2 : 1);
    }

    [Test]
    public async Task Media_by_url_are_really_fetched_and_checked()
    {
        await using var web = await PictureServer.Start();

        (await SendByUrl("sendPhoto", "photo", web.Url + "/picture.png")).GetProperty("result").GetProperty("photo")[1].GetProperty("width").GetInt32().ShouldBe(300);
        (await SendByUrl("sendPhoto", "photo", web.Url + "/moved?to=/picture.png")).GetProperty("ok").GetBoolean().ShouldBeTrue();
        (await SendByUrl("sendDocument", "document", web.Url + "/report.pdf"))
            .GetProperty("result").GetProperty("document").GetProperty("file_name").GetString().ShouldBe("годовой отчёт.pdf");
        (await Refusal("photo", web.Url + "/page.html")).ShouldBe("Bad Request: wrong type of the web page content");
        (await Refusal("photo", web.Url + "/none.png")).ShouldBe("Bad Request: failed to get HTTP URL content");
        (await Refusal("photo", web.Url + "/huge.png")).ShouldBe("Bad Request: failed to get HTTP URL content");
        (await Refusal("photo", "ftp.example")).ShouldBe("Bad Request: wrong HTTP URL specified");
        (await Refusal("document", web.Url + "/picture.png")).ShouldBe("Bad Request: wrong type of the web page content");
    }

    [Test]
    public async Task Only_loopback_is_fetched_from_unless_a_host_is_allowed()
    {
        await using var web = await PictureServer.Start();

        (await Refusal("photo", web.ForeignUrl + "/picture.png")).ShouldBe("Bad Request: failed to get HTTP URL content");
        (await Refusal("photo", $"{web.Url}/moved?to={web.ForeignUrl}/picture.png")).ShouldBe("Bad Request: failed to get HTTP URL content");
        web.Visits.ShouldBe(0);

        await Sandbox.Control("settings", new { fetch_hosts = new[] { Dns.GetHostName() } });
        (await SendByUrl("sendPhoto", "photo", web.ForeignUrl + "/picture.png")).GetProperty("ok").GetBoolean().ShouldBeTrue();
    }

    private async Task<JsonElement> SendByUrl(string method, string field, string url) =>
        (await Sandbox.Try(method, new Dictionary<string, object> { ["chat_id"] = RunningSandbox.Anna, [field] = url })).Answer;

    private async Task<string> Refusal(string field, string url) =>
        (await SendByUrl(field == "photo" ? "sendPhoto" : "sendDocument", field, url)).GetProperty("description").GetString()!;

    private static object Album(IEnumerable<(string Type, string Media)> items) =>
        new { chat_id = RunningSandbox.Anna, media = items.Select(item => new { type = item.Type, media = item.Media }).ToArray() };

    private async Task<string> Problem(string method, string field, byte[] content, string name) =>
        (await Upload(method, field, content, name)).Answer.GetProperty("description").GetString()!;

    private async Task<(HttpStatusCode Status, JsonElement Answer)> Upload(string method, string field, byte[] content, string name)
    {
        using var form = new MultipartFormDataContent { { new StringContent("7001"), "chat_id" }, { new ByteArrayContent(content), field, name } };
        using var response = await Sandbox.Http.PostAsync(Sandbox.Method(method), form);
        return (response.StatusCode, JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsByteArrayAsync()));
    }
}
