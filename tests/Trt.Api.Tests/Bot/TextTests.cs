using System.Reflection;
using Trt.Api.Bot.Texts;
using Trt.Domain.Shared;

namespace Trt.Api.Tests.Bot;

public sealed class TextTests
{
    [Test]
    public void Whatever_is_put_into_a_text_stays_text()
    {
        const string Evil = "<b>&\"'</b>";
        Html.Of($"<i>{Evil}</i>").Value.ShouldBe("<i>&lt;b&gt;&amp;&quot;'&lt;/b&gt;</i>");
    }

    [TestCase(1, "1 модель")]
    [TestCase(2, "2 модели")]
    [TestCase(5, "5 моделей")]
    [TestCase(11, "11 моделей")]
    [TestCase(21, "21 модель")]
    [TestCase(102, "102 модели")]
    [TestCase(112, "112 моделей")]
    public void Russian_counts_as_Russians_do(int number, string text) =>
        Language.Russian.Count(number, ("модель", "модели", "моделей"), ("model", "models")).ShouldBe(text);

    [Test]
    public void A_shortened_text_keeps_its_emoji_whole() =>
        Words.Shorten("👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧", 2).ShouldBe("👩‍👩‍👧…");

    [Test]
    public void No_text_names_the_supplier_or_the_machinery()
    {
        string[] forbidden = ["KIE", "Kie", "callback", "webhook", "API", "COMING SOON", "Старт с 200", "перезапуск", "restarting"];
        foreach (var (text, name) in FixedTexts())
        {
            foreach (var word in forbidden)
            {
                text.ShouldNotContain(word, Case.Sensitive, name);
            }
        }
    }

    [Test]
    public void Every_fixed_text_says_something_different_in_each_language()
    {
        foreach (var method in Methods())
        {
            Say(method, Language.Russian).ShouldNotBe(Say(method, Language.English), method.Name);
        }
    }

    private static IEnumerable<(string Text, string Name)> FixedTexts() =>
        from method in Methods()
        from language in Enum.GetValues<Language>()
        select (Say(method, language), $"{method.DeclaringType!.Name}.{method.Name}");

    private static IEnumerable<MethodInfo> Methods() =>
        from type in typeof(MenuTexts).Assembly.GetTypes()
        where type.Name.EndsWith("Texts", StringComparison.Ordinal)
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
        where method.GetParameters() is [{ ParameterType: var only }] && only == typeof(Language)
        select method;

    private static string Say(MethodInfo method, Language language) => method.Invoke(null, [language])!.ToString()!;
}
