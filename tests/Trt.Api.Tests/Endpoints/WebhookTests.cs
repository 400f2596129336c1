using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Trt.Api.Options;
using Trt.Testing;
using Trt.Testing.Shop;

namespace Trt.Api.Tests.Endpoints;

public sealed class WebhookTests
{
    private RunningShop _shop = null!;

    [SetUp]
    public async Task Open() => _shop = await Shop.Running;

    private string Secret => _shop.Sandbox.Shop.GetRequiredService<BotOptions>().WebhookSecret;

    [Test]
    [Property("Case", 81)]
    public async Task Without_the_secret_nothing_is_read()
    {
        (await Post("""{"update_id":1}""")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await Post("""{"update_id":1}""", "wrong")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await Post("""{"update_id":1}""", Secret, Secret)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Test]
    public async Task While_the_secret_is_changed_the_old_one_is_taken_too_and_no_other()
    {
        await using var shop = await RunningShop.Open(("WEBHOOK_SECRET_TOKEN", "the-new-secret,the-old-secret"));
        (await Post(shop, """{"update_id":1}""", "the-new-secret")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Post(shop, """{"update_id":2}""", "the-old-secret")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Post(shop, """{"update_id":3}""", "the-new-secret,the-old-secret")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await Post(shop, """{"update_id":4}""", Secret)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [TestCase("")]
    [TestCase("not json")]
    [TestCase("[]")]
    [TestCase("null")]
    [TestCase("{}")]
    [TestCase("""{"update_id":"x"}""")]
    [TestCase("""{"update_id":5,"message":{"chat":{}}}""")]
    [TestCase("""{"update_id":6,"callback_query":{}}""")]
    [TestCase("""{"update_id":7,"message":{"message_id":1,"date":1,"chat":{"id":-100,"type":"group"},"from":{"id":5,"first_name":"x"},"text":"/start"}}""")]
    public async Task What_cannot_be_read_or_does_not_concern_us_is_taken_and_dropped(string body) =>
        (await Post(body, Secret)).StatusCode.ShouldBe(HttpStatusCode.OK);

    [Test]
    public async Task Deep_nesting_is_dropped() =>
        (await Post(new string('[', 10_000), Secret)).StatusCode.ShouldBe(HttpStatusCode.OK);

    [Test]
    public async Task An_oversized_body_is_refused() =>
        (await Post(new string(' ', (1024 * 1024) + 1), Secret)).StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);

    [Test]
    public async Task A_press_is_answered_in_the_reply_itself()
    {
        var anna = _shop.NewCustomer();
        var reply = await Post(Press(anna.Id, 900_001, "main_menu"), Secret);
        (await reply.Content.ReadAsStringAsync()).ShouldContain("answerCallbackQuery");
    }

    [Test]
    public async Task Ids_beyond_32_bits_are_a_press_like_any_other_and_count_once()
    {
        var anna = _shop.NewCustomer();
        await anna.Say("/start");
        await anna.Reads("добро пожаловать");
        var updateId = 5_000_000_000 + anna.Id;
        var update = Press(anna.Id, updateId, "select_model:z-image", messageId: 5_000_000_000);

        (await (await Post(update, Secret)).Content.ReadAsStringAsync()).ShouldContain("answerCallbackQuery");
        await anna.Reads("Шаг 1/2");
        (await Post(update, Secret)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await _shop.Books.UpdatesDone(updateId)).ShouldBe(1);
    }

    [Test]
    public async Task A_message_of_a_kind_that_Telegram_adds_tomorrow_is_answered()
    {
        var anna = _shop.NewCustomer();
        await anna.Say("/start");
        await anna.Reads("добро пожаловать");
        await Post(Message(anna.Id, 900_003, "\"text\":\"/balance\",\"forward_origin\":{\"type\":\"quantum\"}"), Secret);
        await anna.Reads("Баланс");
    }

    [TestCase(600_000_001, "\"text\":{\"smell\":\"of tomorrow\"}")]
    [TestCase(600_000_002, "\"photo\":[null],\"caption\":\"of tomorrow\"")]
    public async Task What_has_an_id_and_cannot_be_read_is_kept_for_us_and_not_asked_for_again(long updateId, string content)
    {
        var unreadable = Message(5, updateId, content);

        (await Post(unreadable, Secret)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Post(unreadable, Secret)).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await _shop.Books.UpdatesPutAside(with: "of tomorrow", error: "could not be read", updateId)).ShouldBe(1);
    }

    [Test]
    public async Task The_same_update_twice_confirms_once()
    {
        var anna = _shop.NewCustomer();
        await anna.Say("/start");
        await anna.Reads("добро пожаловать");
        await anna.Click((await anna.FromBot())[^1].Id, "select_model:z-image");
        await anna.Reads("Шаг 1/2");
        await anna.Say("Маяк");
        await anna.Press("1:1");
        var (_, data) = await anna.Button("Создать бесплатно");
        var update = Press(anna.Id, 900_002, data);
        await Task.WhenAll(Post(update, Secret), Post(update, Secret), Post(update, Secret));
        await anna.Receives("photo");
        (await _shop.Books.FreeUsed(anna)).ShouldBe(1);
    }

    [TestCase("/callbacks/kie", "")]
    [TestCase("/callbacks/kie", "not json")]
    [TestCase("/callbacks/kie", "[]")]
    [TestCase("/callbacks/kie", """{"taskId":"unknown-task"}""")]
    [TestCase("/callbacks/kie", """{"data":"\u0000"}""")]
    [TestCase("/callbacks/kie/zzz/zzz", """{"taskId":"1"}""")]
    [TestCase("/callbacks/kie/0123456789abcdef0123456789abcdef/token", """{"taskId":"1"}""")]
    [Property("Case", 39)]
    public async Task The_provider_always_hears_yes(string path, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        var response = await _shop.Http.PostAsync(path, content);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.Content.ReadAsStringAsync()).ShouldBe("""{"ok":true}""");
    }

    [Test]
    public async Task A_huge_callback_is_cut_off_and_still_answered()
    {
        using var content = new StringContent(new string('x', 1024 * 1024), Encoding.UTF8, "application/json");
        (await _shop.Http.PostAsync("/callbacks/kie", content)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Test]
    public async Task What_no_person_can_be_called_or_type_puts_nothing_aside()
    {
        var (anna, first) = (_shop.NewCustomer(), 6_000_000_000);
        await anna.Say("/start");
        await anna.Reads("добро пожаловать");
        foreach (var user in new[] { 0, -7, long.MaxValue, anna.Id })
        {
            (await Post(
                Message(user, ++first, "\"text\":\"/start \\u0000ref_x\"").Replace("\"Anna\"", $"\"An\\u0000na\",\"username\":\"{new string('a', 100)}\"", StringComparison.Ordinal),
                Secret)).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        await anna.Sees("Что создаём");
        (await _shop.Books.UpdatesPutAsideFrom(6_000_000_000)).ShouldBe(0);
    }

    [Test]
    public async Task Health_and_metrics_are_there()
    {
        (await _shop.Http.GetStringAsync("/health")).ShouldContain("alive");
        (await _shop.Http.GetStringAsync("/health/ready")).ShouldContain("ready");
        await Eventually.Holds("the metrics page tells of requests", async () =>
            (await _shop.Http.GetStringAsync("/metrics")).Contains("trt_request_duration_seconds_count", StringComparison.Ordinal));
    }

    private static string Message(long user, long updateId, string content) =>
        $$$$"""
        {"update_id":{{{{updateId}}}},"message":{"message_id":1,"date":1,"from":{"id":{{{{user}}}},"is_bot":false,"first_name":"Anna","language_code":"ru"},
        "chat":{"id":{{{{user}}}},"type":"private","first_name":"Anna"},{{{{content}}}}}}
        """;

    private static string Press(long user, long updateId, string data, long messageId = 1) =>
        $$$$"""
        {"update_id":{{{{updateId}}}},"callback_query":{"id":"{{{{updateId}}}}","from":{"id":{{{{user}}}},"is_bot":false,"first_name":"Anna","language_code":"ru"},
        "chat_instance":"1","data":"{{{{data}}}}","message":{"message_id":{{{{messageId}}}},"date":1,"chat":{"id":{{{{user}}}},"type":"private","first_name":"Anna"},"text":"x"}}}
        """;

    private Task<HttpResponseMessage> Post(string body, params string[] secrets) => Post(_shop, body, secrets);

    private static async Task<HttpResponseMessage> Post(RunningShop shop, string body, params string[] secrets)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/telegram/webhook")
        {
            Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json")),
        };
        foreach (var secret in secrets)
        {
            request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", secret);
        }

        return await shop.Http.SendAsync(request);
    }
}
