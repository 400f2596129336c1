using System.Text.RegularExpressions;
using Trt.Api.Options;
using Trt.Testing;

namespace Trt.Api.Tests.Deployment;

/// <summary>The handbook has two editions: whoever reads one of them misses nothing.</summary>
public sealed partial class HandbookTests
{
    private static readonly string English = Repository.Read("docs/operations.md");
    private static readonly string Russian = Repository.Read("docs/operations.ru.md");

    [Test]
    public void Both_have_the_same_chapters_in_the_same_order()
    {
        var (chapters, their) = (Heading().Matches(English), Heading().Matches(Russian));
        their.Select(heading => heading.Groups["level"].Value).ShouldBe(chapters.Select(heading => heading.Groups["level"].Value));
        their.Count.ShouldBeGreaterThan(10);
        their.ShouldAllBe(heading => Cyrillic().IsMatch(heading.Groups["words"].Value));
    }

    [Test]
    public void Both_have_the_same_settings_with_the_same_defaults()
    {
        Settings(Russian).ShouldBe(Settings(English));
        Settings(English).Select(row => row.Split(' ')[0]).ShouldBe(Variables.Groups.SelectMany(group => group.Variables).Select(variable => variable.Name));
    }

    /// <summary>Chapter by chapter the same commands, verbs, addresses and numbers: what is typed is typed in both.</summary>
    [Test]
    public void Both_show_the_same_commands()
    {
        var (theirs, ours) = (Blocks(Russian), Blocks(English));
        theirs.ShouldBe(ours);
        ours.Count.ShouldBeGreaterThan(10);
        Incidents(Russian).ShouldBe(Incidents(English));
    }

    [Test]
    public void A_stranger_s_first_ten_minutes_come_first() =>
        Heading().Matches(English)[1].Groups["words"].Value.ShouldBe("On your own server in ten minutes");

    private static List<string> Settings(string text) => [.. Row().Matches(text).Select(row =>
        $"{row.Groups["name"].Value} {(Literal().IsMatch(row.Groups["default"].Value) ? row.Groups["default"].Value : "")}")];

    /// <summary>Diagrams and remarks of the shell are words, and each edition has its own.</summary>
    private static List<string> Blocks(string text) => [.. Fence().Matches(text).Where(block => block.Groups["language"].Value != "mermaid").Select(block =>
        string.Join('\n', block.Groups["code"].Value.Split('\n').Select(line => Remark().Replace(line, "").TrimEnd())))];

    private static int Incidents(string text) => Incident().Count(text);

    [GeneratedRegex(@"^(?<level>#+) (?<words>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex("[А-Яа-я]")]
    private static partial Regex Cyrillic();

    [GeneratedRegex(@"^\| `(?<name>[A-Z][A-Z_0-9]+)` \| .* \| (?<default>[^|]+) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("^```(?<language>\\w*)\n(?<code>.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"\s+#.*$|^#.*$")]
    private static partial Regex Remark();

    [GeneratedRegex("^`[^`]+`$")]
    private static partial Regex Literal();

    [GeneratedRegex(@"^\*\*.+?\*\*", RegexOptions.Multiline)]
    private static partial Regex Incident();
}
