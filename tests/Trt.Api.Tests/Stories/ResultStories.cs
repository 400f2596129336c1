using System.Text;
using System.Text.Json;
using Trt.Api.Tests.Stories.Filling;
using Trt.Domain.Wallets;
using Trt.Infrastructure.Covers;
using Trt.Testing;
using Trt.Testing.Shop;

namespace Trt.Api.Tests.Stories;

/// <summary>A result on its way into the chat, whatever the messenger and the place it is fetched from do.</summary>
[Parallelizable]
public sealed class ResultStories
{
    private const string UrlRefused = "Bad Request: failed to get HTTP URL content";
    private const string FileRefused = "Bad Request: can't use file of type Document as Photo";

    private CardFolder _cards = null!;
    private RunningShop _shop = null!;

    [OneTimeSetUp]
    public async Task Open()
    {
        _cards = CardFolder.Unblocking("elevenlabs/elevenlabs-speech-to-text.json");
        _shop = await RunningShop.Open(("CATALOG_DIR", _cards.Path));
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        await _shop.DisposeAsync();
        _cards.Dispose();
    }

    [SetUp]
    public Task Calm() => Provider(new { });

    [TestCase("sendPhoto", "photo")]
    [TestCase("sendVideo", "video")]
    public async Task What_the_messenger_cannot_fetch_is_uploaded(string method, string kind)
    {
        var anna = await _shop.Arrives();
        await Refuse(anna, method, UrlRefused);
        await Orders(anna, kind);
        await anna.Receives(kind);
        await anna.Reads("Списано");
        (await anna.Got("document")).ShouldBeEmpty();
    }

    [Test]
    public async Task What_sounds_comes_with_a_name_a_title_and_a_cover()
    {
        var anna = await _shop.Arrives();
        await Orders(anna, "audio");
        var audio = (await anna.Receives("audio")).Json.GetProperty("audio");
        audio.GetProperty("file_name").GetString()!.ShouldMatch(@"^[\w .-]+ \d{4}-\d\d-\d\d \d\d-\d\d\.mp3$");
        audio.GetProperty("title").GetString().ShouldNotBeNullOrEmpty();
        audio.GetProperty("performer").GetString().ShouldNotBeNullOrEmpty();
        var cover = audio.GetProperty("thumbnail");
        (cover.GetProperty("width").GetInt32(), cover.GetProperty("height").GetInt32()).ShouldBe((CoverArt.Side, CoverArt.Side));
    }

    [TestCase("sendPhoto", "photo", ".png")]
    [TestCase("sendVideo", "video", ".mp4")]
    [TestCase("sendAudio", "audio", ".mp3")]
    [Property("Case", 53)]
    public async Task What_it_does_not_show_comes_as_a_document_with_a_name(string method, string kind, string extension)
    {
        var anna = await _shop.Arrives();
        if (kind != "audio")
        {
            await Refuse(anna, method, UrlRefused);
        }

        await Refuse(anna, method, FileRefused);
        await Orders(anna, kind);
        var document = (await anna.Receives("document")).Json.GetProperty("document");
        document.GetProperty("file_name").GetString()!.ShouldMatch($@"^[\w .-]+ \d{{4}}-\d\d-\d\d \d\d-\d\d\{extension}$");
        (await anna.Got(kind)).ShouldBeEmpty();
    }

    [Test]
    public async Task What_it_does_not_take_at_all_is_a_link_that_works()
    {
        var anna = await _shop.Arrives();
        await Refuse(anna, "sendPhoto", UrlRefused);
        await Refuse(anna, "sendPhoto", FileRefused);
        await Refuse(anna, "sendDocument", "Bad Request: wrong file identifier/HTTP URL specified");
        await anna.OrdersPicture();
        var link = await anna.Reads("Чат не принимает этот файл");
        (await new HttpClient().GetAsync(AddressIn(link))).IsSuccessStatusCode.ShouldBeTrue();
        link.Buttons.ShouldNotBeEmpty();
    }

    [Test]
    public async Task What_is_too_large_is_a_link_that_says_so()
    {
        await Provider(new { result = new { huge = true } });
        var anna = await _shop.Arrives();
        await anna.OrdersPicture();
        await anna.Reads("Файл слишком велик для чата");
        await anna.Reads("Списано 14,14 ₽");
    }

    [TestCase("expired")]
    [TestCase("empty")]
    [TestCase("html")]
    public async Task What_dies_between_the_look_and_the_chat_is_given_back_and_never_a_dead_link(string fault)
    {
        await Provider(new { result = new Dictionary<string, object> { [fault] = true, ["after"] = 1 } });
        var anna = await _shop.Arrives();
        await anna.OrdersPicture();
        await anna.Reads("файл пропал");
        await anna.Reads("Вы ничего не платите: 14,14 ₽ снова на балансе, всего 300 ₽");
        (await anna.FromBot()).ShouldNotContain(message => message.Text.Contains("по ссылке"));
        (await _shop.Books.Entries(EntryKind.Commit, anna), await _shop.Books.Entries(EntryKind.Reimburse, anna)).ShouldBe((1, 1));
        (await _shop.Books.Available(anna), await _shop.Books.Reserved(anna)).ShouldBe((30_000, 0));
    }

    [Test]
    public async Task An_address_that_was_only_dead_for_a_moment_is_asked_for_once_more()
    {
        await Provider(new { result = new { expired = true, after = 1, times = 2 } });
        var anna = await _shop.Arrives();
        await anna.OrdersPicture();
        await anna.Receives("photo");
        await anna.Reads("Списано 14,14 ₽");
    }

    [TestCase(12, 10, 2)]
    [TestCase(11, 10, 1)]
    public async Task Many_pictures_come_as_albums_of_ten(int outputs, int first, int second)
    {
        await Provider(new { outputs });
        var anna = await _shop.Arrives();
        await anna.OrdersPicture();
        await anna.Button("Ещё раз");
        var photos = await anna.Got("photo");
        photos.Count.ShouldBe(outputs);
        photos.GroupBy(Album).Select(album => album.Count()).ShouldBe([first, second]);
        (await anna.FromBot()).Count(message => message.Buttons.Any(button => button.Label.Contains("Ещё раз"))).ShouldBe(1);
    }

    [Test]
    public async Task A_mixed_album_that_is_refused_goes_item_by_item_and_nothing_comes_twice()
    {
        await Provider(new { outputs = 4, mixed_outputs = true });
        var anna = await _shop.Arrives();
        await Refuse(anna, "sendMediaGroup", "Bad Request: failed to send message #2 with the error message \"WEBPAGE_MEDIA_EMPTY\"");
        await Refuse(anna, "sendVideo", UrlRefused);
        await Refuse(anna, "sendVideo", FileRefused);
        await anna.OrdersPicture();
        await anna.Button("Ещё раз");
        ((await anna.Got("photo")).Count, (await anna.Got("video")).Count, (await anna.Got("document")).Count).ShouldBe((2, 1, 1));
    }

    [Test]
    public async Task Of_an_album_the_lost_picture_is_given_back()
    {
        // Three looks, two pictures, and the third is gone.
        await Provider(new { outputs = 3, result = new { expired = true, after = 3 + 2 } });
        var anna = await _shop.Arrives();
        await Refuse(anna, "sendMediaGroup", "Bad Request: failed to send message #1 with the error message \"WEBPAGE_MEDIA_EMPTY\"");
        await anna.OrdersPicture();
        await anna.Reads("Не дошло: ");
        await anna.Reads("снова на балансе");
    }

    [Test]
    public async Task A_lost_answer_of_the_messenger_makes_no_second_picture_unless_the_customer_wants_it()
    {
        var anna = await _shop.Arrives();
        await _shop.Post("fail", new { method = "sendPhoto", when = "drop_after", times = 1, chat_id = anna.Id });
        await anna.OrdersPicture();
        await anna.Reads("Связь прервалась");
        await anna.Reads("Списано 14,14 ₽");
        (await anna.Got("photo")).Count.ShouldBe(1);

        var (message, data) = await anna.Button("Прислать снова");
        await anna.Click(message, data);
        await anna.Click(message, data);
        await Eventually.Holds("the picture comes again", async () => (await anna.Got("photo")).Count == 2);
        await NothingIsDue(anna);
        (await anna.Got("photo")).Count.ShouldBe(2);

        var stranger = await _shop.Arrives();
        await stranger.Click((await stranger.FromBot())[^1].Id, data);
        await stranger.PressesAreAnswered();
        (await stranger.Got("photo")).ShouldBeEmpty();
    }

    [Test]
    public async Task Trouble_at_the_messenger_is_outlasted()
    {
        var anna = await _shop.Arrives();
        await _shop.Post("fail", new { method = "sendPhoto", error_code = 500, times = 1, chat_id = anna.Id });
        await anna.OrdersPicture();
        await _shop.TimeFlies(() => anna.Receives("photo"));
        await anna.Reads("Списано 14,14 ₽");
        (await anna.Got("photo")).Count.ShouldBe(1);
    }

    [Test]
    public async Task Someone_who_stopped_the_bot_in_the_middle_of_an_album_gets_the_rest_on_return()
    {
        await Provider(new { outputs = 12 });
        var anna = await _shop.Arrives();
        await Refuse(anna, "sendMediaGroup", "Bad Request: failed to send message #1 with the error message \"WEBPAGE_MEDIA_EMPTY\"");
        await _shop.Post("fail", new { method = "sendMediaGroup", error_code = 403, description = "Forbidden: bot was blocked by the user", times = 1, chat_id = anna.Id });
        await anna.OrdersPicture();
        await Eventually.Holds("the rest waits", async () => await _shop.Books.Undeliverable(anna) == 1);
        (await anna.Got("photo")).Count.ShouldBe(10);

        await anna.Say("/start");
        await anna.Button("Ещё раз");
        (await anna.Got("photo")).Count.ShouldBe(12);
    }

    [TestCase("photo", ".png")]
    [TestCase("video", ".mp4")]
    [TestCase("audio", ".mp3")]
    public async Task The_original_comes_as_a_document_byte_for_byte_and_once_for_two_presses(string kind, string extension)
    {
        var anna = await _shop.Arrives();
        await Orders(anna, kind);
        await anna.Receives(kind);
        var (message, data) = await anna.Button("Оригинал файлом");
        await anna.Click(message, data);
        await anna.Click(message, data);
        var document = (await anna.Receives("document")).Json.GetProperty("document");
        document.GetProperty("file_name").GetString()!.ShouldEndWith(extension);
        (await Download(document)).ShouldBe(await new HttpClient().GetByteArrayAsync(await _shop.Books.ResultAddress(anna)));
        await NothingIsDue(anna);
        (await anna.Got("document")).Count.ShouldBe(1);
        (await _shop.Books.Entries(anna)).ShouldBe(3, "the welcome, the order, its price, and nothing for the original");

        var stranger = await _shop.Arrives();
        await stranger.Click((await stranger.FromBot())[^1].Id, data);
        await stranger.PressesAreAnswered();
        (await _shop.Books.Waiting("generation.original.v1", stranger)).ShouldBe(0);
    }

    [Test]
    public async Task The_original_of_an_album_is_a_document_for_each_picture_and_the_history_has_the_button_too()
    {
        await Provider(new { outputs = 3 });
        var anna = await _shop.Arrives();
        await anna.OrdersPicture();
        await anna.Button("Оригинал файлом");
        await anna.Say("/history");
        await anna.Press("✅ готово");
        await anna.Sees("готово");
        await anna.Press("Оригинал файлом");
        await Eventually.Holds("three documents", async () => (await anna.Got("document")).Count == 3);
        (await anna.Got("document")).Select(message => message.Json.GetProperty("document").GetProperty("file_name").GetString()!)
            .ShouldBeUnique();
    }

    [Test]
    public async Task An_original_comes_days_later_too_when_its_address_has_run_out()
    {
        await using var shop = await RunningShop.Open();
        var anna = await shop.Arrives();
        await anna.OrdersPicture();
        await anna.Receives("photo");
        await anna.Reads("Списано");
        await shop.Post("clock", new { advance_ms = (long)TimeSpan.FromDays(3).TotalMilliseconds });
        await anna.Press("Оригинал файлом");
        (await anna.Receives("document")).Json.GetProperty("document").GetProperty("file_name").GetString()!.ShouldEndWith(".png");
    }

    [Test]
    public async Task An_original_that_is_no_longer_kept_is_said_politely()
    {
        var anna = await _shop.Arrives();
        await anna.OrdersPicture();
        await anna.Receives("photo");
        await Provider(new { result = new { expired = true } });
        await anna.Press("Оригинал файлом");
        await anna.Reads("Исходный файл больше не хранится");
        (await anna.Got("document")).ShouldBeEmpty();
    }

    [Test]
    public async Task An_original_that_is_too_large_is_a_link()
    {
        var anna = await _shop.Arrives();
        await anna.OrdersPicture();
        await anna.Receives("photo");
        await Provider(new { result = new { huge = true } });
        await anna.Press("Оригинал файлом");
        await anna.Reads("Файл слишком велик для чата");
    }

    [Test]
    public async Task A_long_transcript_comes_as_a_text_file_with_a_readable_name()
    {
        await Provider(new { transcript_words = 2000 });
        var anna = _shop.NewCustomer();
        await OrdersTranscript(anna);
        var document = (await anna.Receives("document")).Json.GetProperty("document");
        document.GetProperty("file_name").GetString()!.ShouldMatch(@"^ElevenLabs Scribe \d{4}-\d\d-\d\d \d\d-\d\d\.txt$");
        document.GetProperty("mime_type").GetString().ShouldBe("text/plain");
        Encoding.UTF8.GetString(await Download(document)).ShouldContain("this text stands for what was said in it");
    }

    [Test]
    public async Task A_short_transcript_stands_in_the_message()
    {
        var anna = _shop.NewCustomer();
        await OrdersTranscript(anna);
        await anna.Reads("this text stands for what was said in it");
        (await anna.Got("document")).ShouldBeEmpty();
    }

    private async Task OrdersTranscript(Customer customer)
    {
        var filled = await new OrderForm(_shop, customer, _cards.Card("elevenlabs/speech-to-text")).Fill();
        await customer.Click(filled.ScreenId, filled.ConfirmData);
    }

    private static Task Orders(Customer customer, string kind) => kind switch
    {
        "photo" => customer.OrdersPicture(),
        "video" => customer.OrdersFilm(),
        _ => customer.OrdersVoice(),
    };

    private async Task Refuse(Customer customer, string method, string description) =>
        await _shop.Post("fail", new { method, error_code = 400, description, times = 1, chat_id = customer.Id });

    private Task Provider(object dial)
    {
        var all = dial.GetType().GetProperties().ToDictionary(property => property.Name, property => property.GetValue(dial));
        all.TryAdd("duration_ms", 20);
        all.TryAdd("rate_limit", false);
        return _shop.Provider(all);
    }

    private Task<byte[]> Download(JsonElement document) =>
        _shop.Control.GetByteArrayAsync(new Uri($"files/{document.GetProperty("file_id").GetString()}", UriKind.Relative));

    private Task NothingIsDue(Customer customer) =>
        Eventually.Holds($"no message is due for {customer.Id}", async () => await _shop.Books.MessagesDue(customer, _shop.Sandbox.Clock.GetUtcNow()) == 0);

    private static string Album(ChatMessage message) => message.Json.TryGetProperty("media_group_id", out var album) ? album.GetString()! : "";

    private static Uri AddressIn(ChatMessage message) => new(message.Json.GetProperty("entities").EnumerateArray()
        .First(entity => entity.GetProperty("type").GetString() == "text_link").GetProperty("url").GetString()!);
}
