using Trt.Domain.Recipes;

namespace Trt.Domain.Tests.Recipes;

public sealed class WordsTemplateTests
{
    [TestCase("a {cat} on a {roof}", new[] { "cat", "roof" })]
    [TestCase("{a}{b}{a}", new[] { "a", "b" })]
    [TestCase("{ spaced } out", new[] { "spaced" })]
    [TestCase("no holes {} {  } {{not one}}", new string[0])]
    [TestCase("an open { brace and a line {two\nlines}", new string[0])]
    [TestCase("{a {b}", new[] { "b" })]
    public void Holes_are_what_stands_in_braces(string template, string[] holes) => WordsTemplate.Holes(template).ShouldBe(holes);

    [Test]
    public void Every_hole_of_one_name_gets_the_same_answer_and_answers_are_no_templates() =>
        WordsTemplate.Fill("{a} and {a}, {b}", new Dictionary<string, string> { ["a"] = "{b}", ["b"] = "x" }).ShouldBe("{b} and {b}, x");

    [TestCase("{\"json\": {\"a\": 1}}")]
    [TestCase("}{ {{ }} {hole} {")]
    [TestCase("plain")]
    public void Literal_words_come_back_as_they_were(string words)
    {
        var template = WordsTemplate.Literal(words);
        WordsTemplate.Holes(template).ShouldBeEmpty();
        WordsTemplate.Fill(template, new Dictionary<string, string>()).ShouldBe(words);
        WordsTemplate.Show(template).ShouldBe(words);
    }

    [Test]
    public void So_many_holes_are_enough()
    {
        static string Of(int holes) => string.Concat(Enumerable.Range(1, holes).Select(number => $"{{{number}}}"));
        WordsTemplate.ProblemOf(Of(WordsTemplate.HolesMax), 1000).ShouldBeNull();
        WordsTemplate.ProblemOf(Of(WordsTemplate.HolesMax + 1), 1000).ShouldBe(TemplateProblem.TooManyHoles);
    }
}
