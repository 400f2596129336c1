using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Trt.Testing;

namespace Trt.Api.Tests.Architecture;

/// <summary>THIRD-PARTY-NOTICES.md names every package with the version that is used.</summary>
public sealed partial class NoticesTests
{
    private static readonly ILookup<string, (string Name, string Version)> Tables = ReadTables();

    [Test]
    public void The_product_s_packages_are_noted() =>
        Tables["In the product"].ShouldBe(Central(label => label == "Product"), ignoreOrder: true);

    [Test]
    public void Packages_and_tools_for_building_and_testing_are_noted() =>
        Tables["For building and testing only"].ShouldBe(Central(label => label != "Product").Concat(Tools()), ignoreOrder: true);

    /// <summary>The lock file of the program lists all that it ships, and the analyzers that it does not.</summary>
    [Test]
    public void What_comes_with_them_is_noted()
    {
        var locked = JsonDocument.Parse(Repository.Read("src/Trt.Api/packages.lock.json")).RootElement.GetProperty("dependencies").EnumerateObject()
            .SelectMany(framework => framework.Value.EnumerateObject())
            .Where(package => package.Value.GetProperty("type").GetString() == "Transitive" && !package.Name.EndsWith("Analyzers", StringComparison.Ordinal))
            .Select(package => (package.Name, package.Value.GetProperty("resolved").GetString()!))
            .Distinct();
        Tables["Comes with them"].ShouldBe(locked, ignoreOrder: true);
    }

    /// <summary>Whatever ships was looked up in the version that ships; a package that changes is looked up anew.</summary>
    [Test]
    public void What_ships_was_looked_up_for_known_vulnerabilities() =>
        Reviewed().Matches(Repository.Read("docs/vulnerabilities.md")).Select(row => (row.Groups["name"].Value, row.Groups["version"].Value))
            .ShouldBe(Tables["In the product"].Concat(Tables["Comes with them"]), ignoreOrder: true);

    /// <summary>The program's own folder is the proof: no library in it that nobody has noted.</summary>
    [Test]
    public void Every_library_that_ships_belongs_to_a_package_that_is_noted()
    {
        var noted = Tables["In the product"].Concat(Tables["Comes with them"]).Select(package => package.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var program = JsonDocument.Parse(File.ReadAllText(Path.ChangeExtension(typeof(TrtApp).Assembly.Location, ".deps.json")));
        program.RootElement.GetProperty("libraries").EnumerateObject()
            .Where(library => library.Value.GetProperty("type").GetString() == "package")
            .Select(library => library.Name.Split('/')[0])
            .Where(name => !name.EndsWith("Analyzers", StringComparison.Ordinal))
            .Except(noted, StringComparer.OrdinalIgnoreCase)
            .ShouldBeEmpty();
    }

    private static IEnumerable<(string Name, string Version)> Central(Func<string, bool> isWanted) =>
        XDocument.Parse(Repository.Read("Directory.Packages.props")).Descendants("ItemGroup")
            .Where(group => isWanted((string?)group.Attribute("Label") ?? ""))
            .Elements("PackageVersion")
            .Select(package => ((string)package.Attribute("Include")!, (string)package.Attribute("Version")!));

    private static IEnumerable<(string Name, string Version)> Tools() =>
        JsonDocument.Parse(Repository.Read("dotnet-tools.json")).RootElement.GetProperty("tools").EnumerateObject()
            .Select(tool => (tool.Name, tool.Value.GetProperty("version").GetString()!));

    /// <summary>Rows of five filled cells by the heading above them.</summary>
    private static ILookup<string, (string Name, string Version)> ReadTables() =>
        Repository.Read("THIRD-PARTY-NOTICES.md").Split("\n## ").Skip(1)
            .SelectMany(section => Row().Matches(section).Select(row => (
                Heading: section[..section.IndexOf('\n', StringComparison.Ordinal)],
                Package: (row.Groups["name"].Value, row.Groups["version"].Value))))
            .ToLookup(row => row.Heading, row => row.Package);

    [GeneratedRegex(@"^\| (?<name>[\w.-]+) \| (?<version>\d[\w.-]*) \| \d{4}-\d\d-\d\d \| [^|]+ \| [^|]*\|$", RegexOptions.Multiline)]
    private static partial Regex Reviewed();

    [GeneratedRegex(@"^\| (?<name>[\w.-]+) \| (?<version>\d[\w.-]*) \| [\w.-]+ \| https://\S+ \| [^|\s][^|]* \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
