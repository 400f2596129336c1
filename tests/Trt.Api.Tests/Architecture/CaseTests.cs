using System.Globalization;
using System.Text.RegularExpressions;
using Trt.Testing;

namespace Trt.Api.Tests.Architecture;

/// <summary>docs/cases.md: each of the hundred cases has a test that names its number, or a reason why there is none.</summary>
public sealed partial class CaseTests
{
    private static readonly IReadOnlyList<(int Number, string HeldBy)> Rows =
    [
        .. Row().Matches(Repository.Read("docs/cases.md")).Select(row => (int.Parse(row.Groups["number"].Value, CultureInfo.InvariantCulture), row.Groups["by"].Value)),
    ];

    [Test]
    public void The_table_has_all_hundred_each_once() => Rows.Select(row => row.Number).ShouldBe(Enumerable.Range(1, 100));

    [Test]
    public void Every_test_that_is_named_exists_and_names_its_case_in_turn()
    {
        var named = Tests().ToHashSet();
        Rows.Where(row => row.HeldBy[0] == '`').Where(row => !named.Contains((row.Number, row.HeldBy.Trim('`')))).ShouldBeEmpty();
        named.Select(test => test.Number).ShouldBe(Rows.Where(row => row.HeldBy[0] == '`').Select(row => row.Number), ignoreOrder: true);
    }

    [Test]
    public void What_has_no_test_has_a_reason() => Rows.Where(row => row.HeldBy[0] != '`').ShouldAllBe(row => row.HeldBy.Length > 40);

    /// <summary>Read from the sources: the projects of the tests do not know one another.</summary>
    private static IEnumerable<(int Number, string Test)> Tests() =>
        from path in Directory.EnumerateFiles(Repository.Path("tests"), "*.cs", SearchOption.AllDirectories)
        let source = File.ReadAllText(path)
        from found in Mark().Matches(source)
        select (int.Parse(found.Groups["number"].Value, CultureInfo.InvariantCulture), $"{Type().Match(source).Groups["name"].Value}.{found.Groups["test"].Value}");

    [GeneratedRegex(@"^\| (?<number>\d+) \| [^|]+ \| (?<by>[^|]+) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"\[Property\(""Case"", (?<number>\d+)\)\](?:\s*\[[^\n]*)*\s*public (?:async )?(?:Task|void) (?<test>\w+)\(")]
    private static partial Regex Mark();

    [GeneratedRegex(@"^(?:public|internal) (?:sealed |partial )*class (?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex Type();
}
