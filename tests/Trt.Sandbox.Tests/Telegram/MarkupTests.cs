using System.Text.Json;

namespace Trt.Sandbox.Tests.Telegram;

internal sealed class MarkupTests : SandboxTest
{
    [SetUp]
    public Task Start() => Sandbox.AnnaHasStarted();

    [TestCase("plain & simple > nothing", "plain & simple > nothing", "")]
    [TestCase("<b>a</b>", "a", "bold 0+1")]
    [TestCase("😀<b>я</b>", "😀я", "bold 2+1")]
    [TestCase("<B>a<I>b</I></B>", "ab", "bold 0+2, italic 1+1")]
    [TestCase("<b><i>x</i></b>", "x", "bold 0+1, italic 0+1")]
    [TestCase("<b></b>x", "x", "")]
    [TestCase("<u>a</u><s>b</s><tg-spoiler>c</tg-spoiler><span class=\"tg-spoiler\">d</span>", "abcd", "underline 0+1, strikethrough 1+1, spoiler 2+1, spoiler 3+1")]
    [TestCase("<b>x</>", "x", "bold 0+1")]
    [TestCase("&lt;b&gt; &amp; &quot; &#1071; &#x42F; &copy;", "<b> & \" Я Я &copy;", "")]
    [TestCase("<pre><code class=\"language-cs\">var x;</code></pre>", "var x;", "pre 0+6 cs")]
    [TestCase("<code class=\"language-cs\">x</code>", "x", "code 0+1")]
    [TestCase("<b>a<code>b</code>c</b>", "abc", "bold 0+1, code 1+1, bold 2+1")]
    [TestCase("<blockquote expandable>q</blockquote>", "q", "expandable_blockquote 0+1")]
    [TestCase("<a href=\"https://example.com\">x</a>", "x", "text_link 0+1 https://example.com/")]
    [TestCase("<a href='http://127.0.0.1:8080/a?b=1&amp;c=2'>x</a>", "x", "text_link 0+1 http://127.0.0.1:8080/a?b=1&c=2")]
    [TestCase("<a href=\"not a link\">x</a>", "x", "")]
    [TestCase("<a href=\"tg://user?id=7001\">you</a>", "you", "text_mention 0+3")]
    [TestCase("  <b> a </b>  ", "a", "bold 0+1")]
    [TestCase("/start @someone #tag https://example.com/x. mail@example.com", "/start @someone #tag https://example.com/x. mail@example.com",
        "bot_command 0+6, mention 7+8, hashtag 16+4, url 21+21, email 44+16")]
    [TestCase("<code>/start</code>", "/start", "code 0+6")]
    [TestCase("a/b 10/20 x@y", "a/b 10/20 x@y", "")]
    public async Task Markup_becomes_text_and_entities(string html, string text, string entities)
    {
        var sent = await Sandbox.Call("sendMessage", new { chat_id = RunningSandbox.Anna, text = html, parse_mode = "html" });

        sent.GetProperty("text").GetString().ShouldBe(text);
        Describe(sent).ShouldBe(entities);
    }

    [TestCase("<x>", "Unsupported start tag \"x\" at byte offset 0")]
    [TestCase("я<", "Unclosed start tag at byte offset 2")]
    [TestCase("a < b", "Unsupported start tag \"\" at byte offset 2")]
    [TestCase("<b", "Unclosed start tag at byte offset 0")]
    [TestCase("<a href", "Unclosed start tag \"a\" at byte offset 0")]
    [TestCase("<a href=", "Unclosed start tag \"a\" at byte offset 0")]
    [TestCase("<a href=\"x", "Unclosed start tag at byte offset 0")]
    [TestCase("<a =x>y</a>", "Empty attribute name in the tag \"a\" at byte offset 0")]
    [TestCase("<a href=x/y>z</a>", "Unexpected end of name token at byte offset 8")]
    [TestCase("<span>x</span>", "Tag \"span\" must have class \"tg-spoiler\" at byte offset 0")]
    [TestCase("x</b>", "Unexpected end tag at byte offset 1")]
    [TestCase("<b>x</b", "Unclosed end tag at byte offset 4")]
    [TestCase("<b>x</i>", "Unmatched end tag at byte offset 4, expected \"</b>\", found \"</i>\"")]
    [TestCase("<b><i>x</i>", "Can't find end tag corresponding to start tag \"b\"")]
    public async Task Broken_markup_is_refused_with_the_place_in_bytes(string html, string detail) =>
        (await Sandbox.Refusal("sendMessage", new { chat_id = RunningSandbox.Anna, text = html, parse_mode = "HTML" }))
            .ShouldBe($"Bad Request: can't parse entities: {detail}");

    [TestCase("MarkdownV2", "*a _b_* __c__ ~d~ ||e||", "a b c d e", "bold 0+3, italic 2+1, underline 4+1, strikethrough 6+1, spoiler 8+1")]
    [TestCase("MarkdownV2", "1\\.5 \\* x `a.b`", "1.5 * x a.b", "code 8+3")]
    [TestCase("MarkdownV2", "```cs\nvar x = 1;```", "var x = 1;", "pre 0+10 cs")]
    [TestCase("MarkdownV2", "[site](https://example.com/a\\)b)", "site", "text_link 0+4 https://example.com/a)b")]
    [TestCase("MarkdownV2", ">one\n>two\nthree", "one\ntwo\nthree", "blockquote 0+7")]
    [TestCase("Markdown", "*a* _b_ `c_d` [e](https://example.com) 1.5!", "a b c_d e 1.5!", "bold 0+1, italic 2+1, code 4+3, text_link 8+1 https://example.com/")]
    public async Task Markdown_becomes_text_and_entities(string mode, string markdown, string text, string entities)
    {
        var sent = await Sandbox.Call("sendMessage", new { chat_id = RunningSandbox.Anna, text = markdown, parse_mode = mode });

        sent.GetProperty("text").GetString().ShouldBe(text);
        Describe(sent).ShouldBe(entities);
    }

    [TestCase("MarkdownV2", "я *x", "can't parse entities: Can't find end of Bold entity at byte offset 3")]
    [TestCase("MarkdownV2", "1.5", "can't parse entities: Character '.' is reserved and must be escaped with the preceding '\\'")]
    [TestCase("Markdown", "я *x", "can't parse entities: Can't find end of the entity starting at byte offset 3")]
    [TestCase("Wiki", "x", "unsupported parse_mode")]
    public async Task Broken_markdown_is_refused(string mode, string markdown, string detail) =>
        (await Sandbox.Refusal("sendMessage", new { chat_id = RunningSandbox.Anna, text = markdown, parse_mode = mode })).ShouldBe($"Bad Request: {detail}");

    [Test]
    public async Task Entities_may_be_given_instead_of_markup()
    {
        var sent = await Sandbox.Call("sendMessage", new
        {
            chat_id = RunningSandbox.Anna,
            text = "see this",
            entities = new object[] { new { type = "bold", offset = 4, length = 400 }, new { type = "italic", offset = 99, length = 1 } },
        });

        Describe(sent).ShouldBe("bold 4+4");
    }

    [Test]
    public async Task Half_of_an_emoji_is_no_text()
    {
        using var body = new StringContent("{\"chat_id\":7001,\"text\":\"cut \\ud83d\"}", System.Text.Encoding.UTF8, "application/json");
        using var response = await Sandbox.Http.PostAsync(Sandbox.Method("sendMessage"), body);

        ((int)response.StatusCode).ShouldBe(400);
        (await response.Content.ReadAsStringAsync()).ShouldContain("strings must be encoded in UTF-8");
    }

    private static string Describe(JsonElement message) => !message.TryGetProperty("entities", out var entities)
        ? ""
        : string.Join(", ", entities.EnumerateArray().Select(entity =>
        {
            var more = entity.TryGetProperty("url", out var url) ? " " + url.GetString() : entity.TryGetProperty("language", out var language) ? " " + language.GetString() : "";
            return $"{entity.GetProperty("type").GetString()} {entity.GetProperty("offset")}+{entity.GetProperty("length")}{more}";
        }));
}
