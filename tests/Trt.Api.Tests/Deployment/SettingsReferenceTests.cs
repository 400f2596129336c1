using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Primitives;
using Trt.Api.Options;
using Trt.Testing;

namespace Trt.Api.Tests.Deployment;

/// <summary>
/// Each setting is declared once (<c>Variables.cs</c>). The reference in docs/operations.md and .env.example are written from there:
/// <c>WRITE_SETTINGS=1 ./trt test SettingsReference</c>.
/// </summary>
public sealed partial class SettingsReferenceTests
{
    private const string Begin = "<!-- settings: written by a test, see CONTRIBUTING.md -->";
    private const string End = "<!-- /settings -->";

    private static readonly bool IsWriting = Environment.GetEnvironmentVariable("WRITE_SETTINGS") is { Length: > 0 };

    private static readonly IReadOnlyList<Variable> All = [.. Variables.Groups.SelectMany(group => group.Variables)];

    [Test]
    public void The_reference_in_the_handbook_is_the_declared_one() =>
        Agrees("docs/operations.md", text => Between().Replace(text, _ => $"{Begin}\n{Table()}{End}"));

    [Test]
    public void The_example_of_an_environment_is_the_declared_one() => Agrees(".env.example", _ => Example());

    [Test]
    public void Each_has_one_name_and_a_meaning()
    {
        All.Select(variable => variable.Name).ShouldBeUnique();
        All.ShouldAllBe(variable => variable.Meaning.Length > 3 && (variable.Default != null || variable.Otherwise.Length > 0));
    }

    /// <summary>What nobody reads is not offered.</summary>
    [Test]
    public void A_start_of_the_shop_asks_for_each_of_them()
    {
        var asked = new Asking();
        OptionsReader.Read(asked);
        // The one that the private PostgreSQL looks for itself, and what is asked only beside another.
        All.Select(variable => variable.Name).Except(asked.Names)
            .ShouldBe(["TRT_POSTGRES_BIN", "YOOKASSA_API_BASE", "OTEL_EXPORTER_OTLP_PROTOCOL"], ignoreOrder: true);
    }

    [Test]
    public void What_is_not_declared_cannot_be_read()
    {
        Variables.Knows("PORT").ShouldBeTrue();
        Variables.Knows("PORTS").ShouldBeFalse();
    }

    /// <summary>To say the default is to say nothing.</summary>
    [TestCaseSource(nameof(WithDefault))]
    public void The_default_that_is_named_is_the_one_that_holds(string name, string value) =>
        Read((name, value)).ShouldBe(Read());

    private static IEnumerable<TestCaseData> WithDefault() =>
        All.Where(variable => variable.Default is not null).Select(variable => new TestCaseData(variable.Name, variable.Default));

    private static string Read(params (string Name, string Value)[] environment)
    {
        var (settings, problems) = OptionsReader.Read(new ConfigurationBuilder()
            .AddInMemoryCollection([
                new("TELEGRAM_BOT_TOKEN", "123456:AAcanary-token-AA"), new("KIE_API_KEY", "key"),
                .. environment.Select(entry => new KeyValuePair<string, string?>(entry.Name, entry.Value)),
            ])
            .Build());
        problems.ShouldBeEmpty();
        return JsonSerializer.Serialize(settings);
    }

    private static void Agrees(string file, Func<string, string> write)
    {
        var path = Repository.Path(file.Split('/'));
        var found = File.Exists(path) ? File.ReadAllText(path) : "";
        if (IsWriting)
        {
            File.WriteAllText(path, found = write(found));
        }

        found.ShouldBe(write(found), $"{file}: WRITE_SETTINGS=1 ./trt test SettingsReference writes it");
        found.ShouldNotBeEmpty();
    }

    private static string Table()
    {
        var text = new StringBuilder();
        foreach (var group in Variables.Groups)
        {
            text.Append($"\n**{group.Name}**\n\n| Name | Meaning | Default |\n|---|---|---|\n");
            foreach (var variable in group.Variables)
            {
                text.Append($"| `{variable.Name}` | {variable.Meaning} | {(variable.Default is { } value ? $"`{value}`" : variable.Otherwise)} |\n");
            }
        }

        return text.Append('\n').ToString();
    }

    private static string Example()
    {
        var text = new StringBuilder(
            """
            # The settings of the shop: copy this file to .env and take the # away from what you set. Nothing else is needed than the first two.
            # What each means at length: docs/operations.md. Written by a test from src/Trt.Api/Options/Variables.cs.

            # For compose.yaml alone: the public name of this server, and a password of letters and digits that you make up.
            DOMAIN=
            POSTGRES_PASSWORD=

            """);
        foreach (var group in Variables.Groups)
        {
            text.Append($"\n## {group.Name}\n");
            foreach (var variable in group.Variables)
            {
                var isRequired = variable.Otherwise == "required";
                text.Append($"\n# {Plain(variable.Meaning)}{(variable.Otherwise.Length > 0 && !isRequired ? $" (left out: {Plain(variable.Otherwise)})" : "")}\n");
                text.Append($"{(isRequired ? "" : "#")}{variable.Name}={variable.Default}\n");
            }
        }

        return text.ToString();
    }

    private static string Plain(string markdown) => Link().Replace(markdown, "${words}").Replace("`", "", StringComparison.Ordinal).Replace("*", "", StringComparison.Ordinal);

    [GeneratedRegex($"{Begin}.*{End}", RegexOptions.Singleline)]
    private static partial Regex Between();

    [GeneratedRegex(@"\[(?<words>[^\]]+)\]\([^)]+\)")]
    private static partial Regex Link();

    /// <summary>An environment in which nothing is set, and that remembers what it was asked for.</summary>
    private sealed class Asking : IConfiguration
    {
        public HashSet<string> Names { get; } = [];

        public string? this[string key]
        {
            get
            {
                Names.Add(key);
                return null;
            }

            set => throw new NotSupportedException();
        }

        public IEnumerable<IConfigurationSection> GetChildren() => [];

        public IChangeToken GetReloadToken() => throw new NotSupportedException();

        public IConfigurationSection GetSection(string key) => throw new NotSupportedException();
    }
}
