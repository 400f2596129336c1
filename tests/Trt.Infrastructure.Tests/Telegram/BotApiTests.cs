using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;
using Trt.Infrastructure.Telegram;

namespace Trt.Infrastructure.Tests.Telegram;

public sealed class BotApiTests
{
    private BotApiStub _telegram = null!;
    private BotApi _bot = null!;

    [SetUp]
    public async Task Start()
    {
        _telegram = await BotApiStub.Start();
        _bot = _telegram.Client();
    }

    [TearDown]
    public async Task Stop()
    {
        _bot.Dispose();
        await _telegram.DisposeAsync();
    }

    [Test]
    public async Task A_call_goes_out_as_json_without_the_parameters_that_are_not_set()
    {
        _telegram.AnswerWith(200, """{"ok":true,"result":{"message_id":7,"date":1,"chat":{"id":42,"type":"private"},"text":"Привет"}}""");

        var sent = await _bot.Call(
            new SendMessageRequest
            {
                ChatId = 42,
                Text = "Привет <b>",
                ParseMode = ParseMode.Html,
                ReplyMarkup = Button("Да", "yes"),
            },
            CancellationToken.None);

        sent.Id.ShouldBe(7);
        sent.Text.ShouldBe("Привет");
        _telegram.Last.Path.ShouldBe($"/bot{BotApiStub.Token}/sendMessage");
        _telegram.Last.ContentType.ShouldStartWith("application/json");
        _telegram.Last.Text.ShouldContain("Привет <b>", Case.Sensitive, "Cyrillic is not escaped");
        JsonNode.DeepEquals(
            JsonNode.Parse(_telegram.Last.Body),
            JsonNode.Parse(
                """
                {"chat_id":42,"text":"Привет <b>","parse_mode":"Html",
                 "reply_markup":{"inline_keyboard":[[{"text":"Да","callback_data":"yes"}]]}}
                """)).ShouldBeTrue(_telegram.Last.Text);
    }

    [Test]
    public async Task Files_that_Telegram_has_or_fetches_stay_in_the_json()
    {
        _telegram.AnswerWith(200, """{"ok":true,"result":{"message_id":1,"date":1,"chat":{"id":1}}}""");

        await _bot.Call(new SendPhotoRequest { ChatId = 1, Photo = BotFile.Known("AgAC") }, CancellationToken.None);
        _telegram.Last.Text.ShouldContain("\"photo\":\"AgAC\"");

        await _bot.Call(new SendPhotoRequest { ChatId = 1, Photo = BotFile.At(new Uri("https://a.b/c%20d.png?sign=a%2Bb%D0%AF")) }, CancellationToken.None);
        _telegram.Last.Text.ShouldContain("\"photo\":\"https://a.b/c%20d.png?sign=a%2Bb%D0%AF\"", Case.Sensitive, "an address keeps its escapes");
    }

    [Test]
    public async Task An_upload_travels_as_a_part_beside_the_other_parameters()
    {
        _telegram.AnswerWith(200, """{"ok":true,"result":{"message_id":1,"date":1,"chat":{"id":1}}}""");
        IFormCollection? form = null;
        Recording(f => form = f);

        await _bot.Call(
            new SendVideoRequest
            {
                ChatId = -100500,
                Video = Upload("film"u8, "кот 100% \"live\"\r\nX-Evil: 1.mp4"),
                Thumbnail = Upload("thumb"u8, "t.jpg"),
                Caption = "Кот",
                SupportsStreaming = true,
                ReplyMarkup = Button("Ещё", "more"),
            },
            CancellationToken.None);

        form.ShouldNotBeNull();
        form["chat_id"].ShouldBe(["-100500"]);
        form["caption"].ShouldBe(["Кот"]);
        bool.Parse(form["supports_streaming"].ToString()).ShouldBeTrue("Telegram reads a flag in any case");
        form["reply_markup"].ToString().ShouldContain("\"callback_data\":\"more\"");
        var video = form.Files.Single(file => $"attach://{file.Name}" == form["video"]);
        video.FileName.ShouldBe("кот 100%25 %22live%22__X-Evil: 1.mp4");
        Content(video).ShouldBe("film");
        Content(form.Files.Single(file => $"attach://{file.Name}" == form["thumbnail"])).ShouldBe("thumb");
    }

    [Test]
    public async Task The_files_of_an_album_each_keep_their_own_part()
    {
        _telegram.AnswerWith(200, """{"ok":true,"result":[{"message_id":1},{"message_id":2}]}""");
        IFormCollection? form = null;
        Recording(f => form = f);

        var sent = await _bot.Call(
            new SendMediaGroupRequest
            {
                ChatId = 1,
                Media =
                [
                    new InputMediaPhoto { Media = Upload("one"u8, "a.png"), Caption = "first" },
                    new InputMediaVideo { Media = Upload("two"u8, "a.png") },
                    new InputMediaPhoto { Media = BotFile.Known("AgAC") },
                ],
            },
            CancellationToken.None);

        sent.Select(message => message.Id).ShouldBe([1, 2]);
        using var media = JsonDocument.Parse(form!["media"].ToString());
        var items = media.RootElement.EnumerateArray().ToList();
        items.Select(item => item.GetProperty("type").GetString()).ShouldBe(["photo", "video", "photo"]);
        items[2].GetProperty("media").GetString().ShouldBe("AgAC");
        foreach (var (item, content) in items.Take(2).Zip(["one", "two"]))
        {
            Content(form.Files.Single(file => $"attach://{file.Name}" == item.GetProperty("media").GetString())).ShouldBe(content);
        }
    }

    [Test]
    public async Task A_big_upload_is_streamed_and_its_source_is_closed()
    {
        using var source = new Zeros(30 * 1024 * 1024);
        await _bot.Call(
            new SendDocumentRequest { ChatId = 1, Document = BotFile.Upload(source, "big.bin") },
            CancellationToken.None).ShouldThrowAsync<BotApiException>();

        _telegram.Last.Body.Length.ShouldBeGreaterThan(30 * 1024 * 1024);
        source.LargestRead.ShouldBeLessThan(1024 * 1024);
        source.Closed.ShouldBeTrue();
    }

    [Test]
    public async Task Flood_control_says_at_once_how_long_to_wait_and_nobody_waits_inside_the_call()
    {
        _telegram.AnswerWith(429, """{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 1","parameters":{"retry_after":1}}""");
        var refusal = await Refusal();
        _telegram.Requests.Count.ShouldBe(1, "the client would try again by itself, three times");
        refusal.Verdict.ShouldBe(BotVerdict.RetryAfter);
        refusal.RetryAfter.ShouldBe(TimeSpan.FromSeconds(1));
        refusal.MayHaveHappened.ShouldBeFalse();
    }

    [TestCase("")]
    [TestCase("/telegram")]
    [TestCase("/behind/a/proxy/")]
    public async Task An_address_with_a_path_keeps_it(string path)
    {
        using var bot = _telegram.Client(path: path);
        _telegram.AnswerWith(200, """{"ok":true,"result":{"id":1,"is_bot":true,"first_name":"b"}}""");
        await bot.Call(new GetMeRequest(), CancellationToken.None);
        _telegram.Last.Path.ShouldBe($"{path.TrimEnd('/')}/bot{BotApiStub.Token}/getMe");

        await using var file = await bot.Download("a/b", CancellationToken.None);
        _telegram.Last.Path.ShouldBe($"{path.TrimEnd('/')}/file/bot{BotApiStub.Token}/a/b");
    }

    [Test]
    public async Task Flood_control_of_a_proxy_is_read_from_the_header()
    {
        _telegram.Answer = context =>
        {
            context.Response.StatusCode = 429;
            context.Response.Headers.RetryAfter = "9";
            return context.Response.WriteAsync("<html>slow down</html>");
        };
        var refusal = await Refusal();
        refusal.Verdict.ShouldBe(BotVerdict.RetryAfter);
        refusal.RetryAfter.ShouldBe(TimeSpan.FromSeconds(9));
    }

    [Test]
    public async Task A_group_that_moved_says_where_to()
    {
        _telegram.AnswerWith(400, """{"ok":false,"error_code":400,"description":"Bad Request: group chat was upgraded to a supergroup chat","parameters":{"migrate_to_chat_id":-1001234567890}}""");
        (await Refusal()).MigrateToChatId.ShouldBe(-1001234567890);
    }

    [TestCase(502, BotVerdict.TryLater)]
    [TestCase(403, BotVerdict.TryLater)]
    [TestCase(302, BotVerdict.TryLater)]
    [TestCase(413, BotVerdict.TryOtherWay)]
    [TestCase(200, BotVerdict.Unknown)]
    public async Task A_page_from_a_proxy_is_not_taken_for_Telegram(int status, BotVerdict verdict)
    {
        _telegram.AnswerWithHtml(status, "<html><body>Sorry</body></html>");
        (await Refusal()).Verdict.ShouldBe(verdict);
    }

    [Test]
    public async Task A_redirect_is_not_followed_for_the_token_would_go_with_it()
    {
        _telegram.Answer = context =>
        {
            context.Response.Redirect("/elsewhere");
            return Task.CompletedTask;
        };
        (await Refusal()).Verdict.ShouldBe(BotVerdict.TryLater);
        _telegram.Requests.Count.ShouldBe(1);
    }

    [TestCase("null")]
    [TestCase("[]")]
    [TestCase("{}")]
    [TestCase("""{"ok":true}""")]
    [TestCase("""{"ok":true,"result":null}""")]
    [TestCase("""{"ok":true,"result":{"message_""")]
    public async Task An_answer_that_makes_no_sense_leaves_the_end_open(string body)
    {
        _telegram.AnswerWith(200, body);
        var refusal = await Refusal();
        refusal.Verdict.ShouldBe(BotVerdict.Unknown);
        refusal.MayHaveHappened.ShouldBeTrue();
    }

    [Test]
    public async Task A_connection_cut_after_sending_leaves_the_end_open_and_the_call_is_made_once()
    {
        _telegram.CutTheConnection();
        (await Refusal()).Verdict.ShouldBe(BotVerdict.Unknown);
        _telegram.Requests.Count.ShouldBe(1);
    }

    [Test]
    public async Task An_answer_that_never_comes_leaves_the_end_open()
    {
        _telegram.NeverAnswer();
        using var hurried = _telegram.Client(new HurriedTime());
        var refusal = await hurried.Call(new SendMessageRequest { ChatId = 1, Text = "x" }, CancellationToken.None).ShouldThrowAsync<BotApiException>();
        refusal.Verdict.ShouldBe(BotVerdict.Unknown);
    }

    [Test]
    public async Task Where_nobody_listens_nothing_was_sent()
    {
        await _telegram.DisposeAsync();
        var refusal = await Refusal();
        refusal.Verdict.ShouldBe(BotVerdict.TryLater);
        refusal.MayHaveHappened.ShouldBeFalse();
    }

    [Test]
    public async Task A_caller_who_gives_up_is_told_so_and_not_that_Telegram_failed()
    {
        _telegram.NeverAnswer();
        using var impatient = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        await _bot.Call(new GetMeRequest(), impatient.Token).ShouldThrowAsync<OperationCanceledException>();
    }

    [Test]
    public void A_long_poll_is_given_more_time_than_Telegram_takes() =>
        BotApi.AnswerWithin(new UpdatesRequest { Offset = 0, Timeout = 50, AllowedUpdates = [] }).ShouldBeGreaterThan(TimeSpan.FromSeconds(55));

    [Test]
    public void Media_are_given_more_time_than_words()
    {
        var words = BotApi.AnswerWithin(new SendMessageRequest { ChatId = 1, Text = "x" });
        BotApi.AnswerWithin(new SendPhotoRequest { ChatId = 1, Photo = BotFile.Known("a") }).ShouldBeGreaterThan(words);
        BotApi.AnswerWithin(new EditMessageTextRequest { ChatId = 1, MessageId = 1, Text = "x" }).ShouldBe(words);
    }

    private async Task<BotApiException> Refusal() =>
        await _bot.Call(new SendMessageRequest { ChatId = 1, Text = "x" }, CancellationToken.None).ShouldThrowAsync<BotApiException>();

    private void Recording(Action<IFormCollection> record)
    {
        var answer = _telegram.Answer;
        _telegram.Answer = async context =>
        {
            context.Request.Body = new MemoryStream(_telegram.Last.Body);
            record(await context.Request.ReadFormAsync());
            await answer(context);
        };
    }

    private static InlineKeyboardMarkup Button(string text, string data) =>
        new() { InlineKeyboard = [[new InlineKeyboardButton { Text = text, CallbackData = data }]] };

    private static InputFile Upload(ReadOnlySpan<byte> content, string name) => BotFile.Upload(new MemoryStream(content.ToArray()), name);

    private static string Content(IFormFile file)
    {
        using var reader = new StreamReader(file.OpenReadStream(), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>Zeros without end of memory: what reads them all at once is seen.</summary>
    private sealed class Zeros(long length) : MemoryStream
    {
        private long _left = length;

        public int LargestRead { get; private set; }

        public bool Closed { get; private set; }

        public override bool CanSeek => false;

        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) =>
            CopyByReading(destination, bufferSize, cancellationToken);

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            LargestRead = Math.Max(LargestRead, buffer.Length);
            var count = (int)Math.Min(buffer.Length, _left);
            _left -= count;
            buffer.Span[..count].Clear();
            return ValueTask.FromResult(count);
        }

        protected override void Dispose(bool disposing)
        {
            Closed = true;
            base.Dispose(disposing);
        }

        private async Task CopyByReading(Stream destination, int bufferSize, CancellationToken cancellationToken)
        {
            var buffer = new byte[bufferSize];
            while (await ReadAsync(buffer, cancellationToken) is > 0 and var count)
            {
                await destination.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
            }
        }
    }
}
