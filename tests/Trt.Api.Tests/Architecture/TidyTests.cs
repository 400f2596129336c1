using System.Text.RegularExpressions;
using Trt.Testing;

namespace Trt.Api.Tests.Architecture;

/// <summary>What we agreed on once and do not want to talk about again. Each rule is shown to find what it is for.</summary>
public sealed partial class TidyTests
{
    private const int WidthMax = 140;
    private const int LinesMax = 320;

    /// <summary>From here on a text literal is a message, which reads better whole than broken.</summary>
    private const int MessageLengthMin = 40;

    private static readonly string[] UnfinishedWords = ["NotImplementedException", "TODO", "FIXME", "HACK", "XXX", "simplified for now", "purse"];

    /// <summary>What looks like a secret and was made up by us.</summary>
    private static readonly string[] InventedTokens = ["1000000001:AAbenchmarks-benchmarks-benchmarks-b"];

    private static readonly string[] BinaryEndings = [".png", ".jpg", ".mp3", ".mp4", ".ico", ".woff2", ".pdf", ".webp", ".ogg", ".gif"];

    [Test]
    public void Lines_are_as_wide_as_a_page() => Nothing(Code().SelectMany(Wide), $"is wider than {WidthMax} columns: break it");

    [Test]
    public void Files_do_one_job() =>
        Nothing(Code().Where(file => file.Lines.Length > LinesMax).Select(file => file.Path), $"has over {LinesMax} lines: which two jobs are these?");

    [Test]
    [Property("Case", 96)]
    public void Nothing_is_left_for_later() =>
        Nothing(Tracked("src", "tools", "docs", "scripts").SelectMany(Unfinished), $"holds one of {string.Join(", ", UnfinishedWords)}");

    [Test]
    public void Usings_stand_in_order() => Nothing(Code().Where(IsDisordered).Select(file => file.Path), "has usings out of order: ./trt format");

    [Test]
    public void Desks_stand_in_the_bot_only() => Nothing(
        Code().Where(file => !file.Path.StartsWith("src/Trt.Api/Bot/Desks/", StringComparison.Ordinal))
            .SelectMany(file => Declared(file).Where(name => name.EndsWith("Desk", StringComparison.Ordinal)).Select(name => $"{file.Path}: {name}")),
        "is no desk: see the glossary");

    [Test]
    public void A_type_of_the_product_has_a_name_of_its_own() => Nothing(
        Code().Where(file => file.Path.StartsWith("src/", StringComparison.Ordinal))
            .SelectMany(file => Declared(file).Select(name => (Name: name, Folder: Path.GetDirectoryName(file.Path)!)))
            .Distinct()
            .GroupBy(type => type.Name)
            .Where(group => group.Count() > 1 && group.Key != "DependencyInjection")
            .Select(group => $"{group.Key} ({string.Join(", ", group.Select(type => type.Folder))})"),
        "means two things");

    [Test]
    [Property("Case", 78)]
    public void No_secret_and_no_machine_is_named() =>
        Nothing(Tracked("src", "tools", "docs", "scripts", "tests").SelectMany(Given), "names a path of a machine or holds what looks like a secret");

    [Test]
    public void Links_of_the_documents_lead_somewhere() => Nothing(
        Documents().SelectMany(page => Link().Matches(page.Text).Select(link => link.Groups["to"].Value)
            .Where(to => !to.Contains("://", StringComparison.Ordinal) && !Path.Exists(Path.Combine(Path.GetDirectoryName(page.Path)!, to)))
            .Select(to => $"{Path.GetRelativePath(Repository.Root, page.Path)}: {to}")),
        "leads nowhere");

    [Test]
    public void Each_rule_finds_what_it_is_for()
    {
        Wide(Of(new string('x', 141))).ShouldHaveSingleItem();
        Wide(Of($"    throw new X(\"{new string('a', 200)}\");")).ShouldBeEmpty();
        Unfinished(Of("// TODO later")).ShouldHaveSingleItem();
        IsDisordered(Of("using B;\nusing A;\n")).ShouldBeTrue();
        IsDisordered(Of("using System;\nusing A;\nusing static A.B;\n")).ShouldBeFalse();
        Declared(Of("internal sealed class OrderDesk(int a)\n{")).ShouldBe(["OrderDesk"]);
        Given(Of($"see {"/ro"}ot/x")).ShouldHaveSingleItem();
        Given(Of($"token {new string('7', 9)}:{new string('q', 35)}")).ShouldHaveSingleItem();
        Given(Of($"a sandbox's sample: {new string('7', 9)}:sample{new string('q', 29)}")).ShouldHaveSingleItem();
    }

    private static void Nothing(IEnumerable<string> found, string what)
    {
        var all = found.ToList();
        all.ShouldBeEmpty($"{all.Count} × {what}:{Environment.NewLine}{string.Join(Environment.NewLine, all.Take(20))}");
    }

    private static IEnumerable<string> Wide(SourceFile file) => file.Path.StartsWith("src/Trt.Api/Bot/Texts/", StringComparison.Ordinal)
        ? []
        : Where(file, line => line.Length > WidthMax && !line.TrimStart().StartsWith("\"\"\"", StringComparison.Ordinal) && !Literal().Matches(line).Any(text => text.Length >= MessageLengthMin));

    private static IEnumerable<string> Unfinished(SourceFile file) =>
        Where(file, line => UnfinishedWords.Any(word => line.Contains(word, StringComparison.Ordinal)));

    private static IEnumerable<string> Given(SourceFile file) => Where(
        file, line => Machine().IsMatch(line) || Secret().IsMatch(InventedTokens.Aggregate(line, (rest, token) => rest.Replace(token, "", StringComparison.Ordinal))));

    private static bool IsDisordered(SourceFile file)
    {
        var usings = file.Lines.Where(line => Using().IsMatch(line)).Select(line => line["using ".Length..^1]).ToList();
        var ordered = usings.OrderBy(name => name.Contains('=', StringComparison.Ordinal) ? 3 : name.StartsWith("static ", StringComparison.Ordinal) ? 2
                : name == "System" || name.StartsWith("System.", StringComparison.Ordinal) ? 0 : 1)
            .ThenBy(name => name, StringComparer.OrdinalIgnoreCase);
        return !usings.SequenceEqual(ordered);
    }

    private static IEnumerable<string> Declared(SourceFile file) => file.Lines.Select(line => Declaration().Match(line)).Where(match => match.Success)
        .Select(match => match.Groups["name"].Value);

    private static IEnumerable<string> Where(SourceFile file, Func<string, bool> rule) =>
        file.Lines.Select((line, at) => (Line: line, Number: at + 1)).Where(each => rule(each.Line)).Select(each => $"{file.Path}:{each.Number}");

    private static IEnumerable<(string Path, string Text)> Documents() => Directory.EnumerateFiles(Repository.Root, "*.md")
        .Concat(new[] { "docs", "src" }.SelectMany(folder => Directory.EnumerateFiles(Repository.Path(folder), "*.md", SearchOption.AllDirectories)))
        .Select(path => (path, File.ReadAllText(path)));

    private static IEnumerable<SourceFile> Code() => Tracked("src", "tools")
        .Where(file => file.Path.EndsWith(".cs", StringComparison.Ordinal) && !file.Path.Contains("/Migrations/", StringComparison.Ordinal));

    private static IEnumerable<SourceFile> Tracked(params string[] folders) => folders
        .SelectMany(folder => Directory.EnumerateFiles(Repository.Path(folder), "*", SearchOption.AllDirectories))
        .Where(path => !BinaryEndings.Contains(Path.GetExtension(path)) && !path.Contains("/node_modules/", StringComparison.Ordinal)
            && !path.EndsWith("TidyTests.cs", StringComparison.Ordinal))
        .Select(path => new SourceFile(Path.GetRelativePath(Repository.Root, path), File.ReadAllText(path).Split('\n')));

    private static SourceFile Of(string text) => new("sample.cs", text.Split('\n'));

    [GeneratedRegex(@"\]\((?<to>[^)#\s]+)(?:#[^)]*)?\)")]
    private static partial Regex Link();

    [GeneratedRegex("""\$?@?"(?:[^"\\]|\\.)*(?:"|$)""")]
    private static partial Regex Literal();

    [GeneratedRegex(@"^using (?!var )[^()]+;$")]
    private static partial Regex Using();

    [GeneratedRegex(@"^(?:public|internal)(?: \w+)* (?:class|record struct|record|struct|enum|interface) (?<name>\w+)")]
    private static partial Regex Declaration();

    [GeneratedRegex(@"(?:^|[\s""'(=`])/(?:root|home/\w+|work)/|[A-Z]:\\Users\\")]
    private static partial Regex Machine();

    [GeneratedRegex(@"\b\d{8,10}:[A-Za-z0-9_-]{35}\b|\bAKIA[0-9A-Z]{16}\b|-----BEGIN (?:RSA |EC )?PRIVATE KEY-----|\bsk-[A-Za-z0-9]{32,}\b")]
    private static partial Regex Secret();

    private sealed record SourceFile(string Path, string[] Lines);
}
