using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Trt.Sandbox.Tests.Telegram;

internal sealed class WireTests : SandboxTest
{
    [SetUp]
    public Task Start() => Sandbox.AnnaHasStarted();

    [TestCase("getMe")]
    [TestCase("GETME")]
    [TestCase("getme")]
    public async Task Methods_are_found_in_any_case(string method) =>
        (await Sandbox.Call(method)).GetProperty("can_join_groups").ValueKind.ShouldBe(JsonValueKind.True);

    [Test]
    public async Task A_token_may_come_with_its_colon_encoded()
    {
        using var response = await Sandbox.Http.GetAsync($"/telegram/bot{Sandbox.Token.Replace(":", "%3A")}/getMe");

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [TestCase("bot1:unknown/getMe", 401, "Unauthorized")]
    [TestCase("botnonsense/getMe", 401, "Unauthorized: invalid token specified")]
    [TestCase("nothing", 404, "Not Found")]
    [TestCase("file/bot1:unknown/photos/a.jpg", 401, "Unauthorized")]
    public async Task Whatever_is_wrong_the_answer_is_json_with_the_status_inside(string path, int status, string description)
    {
        using var response = await Sandbox.Http.GetAsync("/telegram/" + path);

        ((int)response.StatusCode).ShouldBe(status);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        (await response.Content.ReadAsStringAsync()).ShouldBe($$"""{"ok":false,"error_code":{{status}},"description":"{{description}}"}""");
    }

    [Test]
    public async Task An_unknown_method_is_not_found() =>
        (await Sandbox.Try("sendNothing")).Answer.GetRawText().ShouldBe("""{"ok":false,"error_code":404,"description":"Not Found: method not found"}""");

    [Test]
    public async Task Query_and_body_both_count_and_the_query_wins()
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["chat_id"] = "1", ["text"] = "из тела & more" });
        using var response = await Sandbox.Http.PostAsync(new Uri(Sandbox.Method("sendMessage") + "?chat_id=7001"), form);

        (await response.Content.ReadAsStringAsync()).ShouldContain("из тела & more");
    }

    [Test]
    public async Task A_post_without_any_body_takes_everything_from_the_query()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Sandbox.Method("sendMessage") + "?chat_id=7001&text=a%20b%2Bc"));
        using var response = await Sandbox.Http.SendAsync(request);

        (await response.Content.ReadAsStringAsync()).ShouldContain("\"text\":\"a b+c\"");
    }

    [Test]
    public async Task Numbers_and_flags_may_be_texts_and_keyboards_may_be_json_inside_a_text()
    {
        var sent = await Sandbox.Call("sendMessage", new
        {
            chat_id = "7001",
            text = "x",
            protect_content = "True",
            reply_markup = """{"inline_keyboard":[[{"text":"a","callback_data":"b"}]]}""",
        });

        sent.GetProperty("has_protected_content").GetBoolean().ShouldBeTrue();
        sent.GetProperty("reply_markup").GetProperty("inline_keyboard")[0][0].GetProperty("callback_data").GetString().ShouldBe("b");
    }

    // As grammY writes it: lower case, no blanks, the name bare and in raw UTF-8.
    [TestCase("content-disposition:form-data;name=\"document\";filename=мой файл.txt\r\ncontent-type:text/plain\r\n\r\n", "мой файл.txt")]
    // As Telegraf writes it: quoted, without a type.
    [TestCase("Content-Disposition: form-data; name=\"document\"; filename=\"мой файл.txt\"\r\n\r\n", "мой файл.txt")]
    [TestCase("Content-Disposition: form-data; filename=\"a\\\"b;c.txt\"; name=document\r\n\r\n", "a\"b;c.txt")]
    [TestCase("Content-Disposition: form-data; name=\"document\"; filename=\"a%20%D1%8F%22.txt\"\r\n\r\n", "a я\".txt")]
    [TestCase("Content-Disposition: form-data; name=\"document\"; filename*=UTF-8''%D1%8F.txt\r\n\r\n", "я.txt")]
    public async Task Uploads_are_read_however_the_client_writes_their_headers(string partHeaders, string fileName)
    {
        const string boundary = "----a.b";
        var body = $"--{boundary}\r\nContent-Disposition: form-data; name=\"chat_id\"\r\n\r\n7001\r\n--{boundary}\r\n{partHeaders}line 1\r\n--not the end\r\n--{boundary}--";
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=" + boundary);

        using var response = await Sandbox.Http.PostAsync(Sandbox.Method("sendDocument"), content);

        var answer = JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsByteArrayAsync());
        answer.GetProperty("ok").GetBoolean().ShouldBeTrue(answer.GetRawText());
        var document = answer.GetProperty("result").GetProperty("document");
        document.GetProperty("file_name").GetString().ShouldBe(fileName);
        document.GetProperty("mime_type").GetString().ShouldBe("text/plain");
        document.GetProperty("file_size").GetInt32().ShouldBe("line 1\r\n--not the end".Length);
    }

    [TestCase("multipart/form-data", "--x\r\n", "boundary not found")]
    [TestCase("multipart/form-data; boundary=x", "nothing of it", "boundary not found")]
    [TestCase("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\ncut off", "boundary not found at the end of the body")]
    [TestCase("multipart/form-data; boundary=x", "--x\r\nContent-Dispo", "can't find the end of the part's headers")]
    [TestCase("application/json", "{\"chat_id\":", "can't parse the request body as a JSON object")]
    [TestCase("application/json", "[1]", "JSON object expected as the request body")]
    public async Task Broken_bodies_are_refused(string contentType, string body, string refusal)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);

        using var response = await Sandbox.Http.PostAsync(Sandbox.Method("sendMessage"), content);

        ((int)response.StatusCode).ShouldBe(400);
        (await response.Content.ReadAsStringAsync()).ShouldContain(refusal);
    }

    [TestCase(51)]
    [TestCase(70)]
    public async Task More_than_50_megabytes_are_too_large(int megabytes)
    {
        using var form = new MultipartFormDataContent { { new StringContent("7001"), "chat_id" } };
        var file = new ByteArrayContent(new byte[megabytes * 1024 * 1024]);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/zip");
        form.Add(file, "document", "big.zip");

        using var request = new HttpRequestMessage(HttpMethod.Post, Sandbox.Method("sendDocument")) { Content = form };
        request.Headers.ExpectContinue = true;
        using var response = await Sandbox.Http.SendAsync(request);

        (await response.Content.ReadAsStringAsync()).ShouldBe("""{"ok":false,"error_code":413,"description":"Request Entity Too Large"}""");
        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Test]
    public async Task A_chunked_upload_of_49_megabytes_goes_through_and_only_20_come_back()
    {
        using var form = new MultipartFormDataContent { { new StringContent("7001"), "chat_id" } };
        form.Add(new ByteArrayContent(new byte[49 * 1024 * 1024]), "document", "big.zip");
        using var request = new HttpRequestMessage(HttpMethod.Post, Sandbox.Method("sendDocument")) { Content = form };
        request.Headers.TransferEncodingChunked = true;

        using var response = await Sandbox.Http.SendAsync(request);

        var document = JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsByteArrayAsync()).GetProperty("result").GetProperty("document");
        (await Sandbox.Refusal("getFile", new { file_id = document.GetProperty("file_id").GetString() })).ShouldBe("Bad Request: file is too big");
    }
}
