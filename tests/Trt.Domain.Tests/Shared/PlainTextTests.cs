using Trt.Domain.Shared;

namespace Trt.Domain.Tests.Shared;

public sealed class PlainTextTests
{
    [TestCase("balance", "balance")]
    [TestCase("Привет, 世界 👍", "Привет, 世界 👍")]
    [TestCase("a\r\nb\u001b[31m", "a··b·[31m", Description = "lines and terminals")]
    [TestCase("a\u202Eb\u2066c\u200Fd", "a·b·c·d", Description = "the direction of writing")]
    [TestCase("a\u200Bb\uFEFFc\u00ADd", "a·b·c·d", Description = "hidden")]
    [TestCase("a\u2028b\u2029c", "a·b·c", Description = "other line breaks")]
    [TestCase("a\U000E0041b", "a·b", Description = "a tag")]
    [TestCase("a\uE000b\uFFFFc", "a·b·c", Description = "no character of anybody's")]
    public void What_is_not_seen_where_it_stands_is_replaced(string text, string shown) => PlainText.Of(text, 64, '·').ShouldBe(shown);

    [Test]
    public void Half_a_character_and_a_novel_do_not_get_through()
    {
        PlainText.Of($"a{(char)0xD83D}b", 64, '·').ShouldBe("a\uFFFDb");
        PlainText.Of(new string('x', 1000), 64, '·').Length.ShouldBe(64);
        PlainText.Of("ab👍", 3, '·').ShouldBe("ab");
    }
}
