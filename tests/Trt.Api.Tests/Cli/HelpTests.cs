using System.CommandLine;
using System.Diagnostics;
using Trt.Api.Cli;
using Trt.Testing;

namespace Trt.Api.Tests.Cli;

/// <summary>The command line as somebody meets it who knows none of it.</summary>
public sealed class HelpTests
{
    /// <summary>A table for a spreadsheet is for programs as it is.</summary>
    private static readonly string[] NeverJson = ["export users", "export ledger", "export payments"];

    private static readonly string[] NamesOfTheCode = ["Trt.Api", "Exception", "Npgsql", "System.", "   at "];

    private static IEnumerable<(string Path, Command Command)> Verbs => Below("", TrtCommands.Root());

    [Test]
    public void Every_verb_that_prints_takes_json() =>
        Verbs.Where(verb => verb.Command.Action is not null && !verb.Command.Options.Contains(Answer.AsJson)).Select(verb => verb.Path)
            .ShouldBe(NeverJson, ignoreOrder: true);

    [Test]
    public async Task The_one_help_names_every_verb_and_no_other()
    {
        var (exitCode, help, _) = await Bash("trt", "help");
        exitCode.ShouldBe(0);
        var lines = help.Split('\n').Where(line => line.StartsWith("  ", StringComparison.Ordinal)).Select(line => line.Trim().Split(' ')).ToList();
        var told = lines.Select(words => words[0]).Distinct().ToList();
        var ofTheScript = (await Bash("-c", ". ./trt help >/dev/null; printf %s \"$TRT_VERBS\"")).Output.Split(' ');
        told.Where(word => char.IsAsciiLetterLower(word[0])).Except(ofTheScript).Except(["with"])
            .ShouldBe(TrtCommands.Root().Subcommands.Select(verb => verb.Name), ignoreOrder: true);
        ofTheScript.Except(told).ShouldBe(["help"]);
        foreach (var (path, command) in Verbs.Where(verb => verb.Path.Split(' ').Length == 2))
        {
            help.ShouldContain(command.Name, Case.Sensitive, path);
        }
    }

    [Test]
    public async Task Every_verb_is_told_as_people_type_it()
    {
        foreach (var (path, _) in Verbs)
        {
            var (exitCode, help, _) = await Here([.. path.Split(' '), "--help"]);
            exitCode.ShouldBe(0, path);
            help.ShouldContain($"./trt {path}");
            help.ShouldNotContain("Trt.Api");
        }
    }

    [TestCase("chekc", "There is no verb \"chekc\".", "Did you mean: ./trt check", "./trt help lists every verb.")]
    [TestCase("ordres show 87aed2e36a", "There is no verb \"ordres\".", "Did you mean: ./trt orders", "./trt help lists every verb.")]
    [TestCase("outbox prak", "./trt outbox has no verb \"prak\".", "Did you mean: ./trt outbox park", "./trt outbox --help tells more.")]
    [TestCase("users", "./trt users needs one more word.", "It may be: find, show, block, unblock.", "./trt users --help tells more.")]
    [TestCase("version --jsn", "./trt version has no option \"--jsn\".", "Did you mean: ./trt version --json", "./trt version --help tells more.")]
    public async Task What_is_not_understood_is_answered_in_three_lines(string words, params string[] lines)
    {
        var (exitCode, output, errors) = await Here(words.Split(' '));
        (exitCode, output).ShouldBe((2, ""));
        var said = errors.TrimEnd().Split('\n');
        said.Length.ShouldBe(3, errors);
        for (var at = 0; at < 3; at++)
        {
            lines[at].Split('|').ShouldContain(said[at]);
        }
    }

    [TestCase("users show anna", "\"anna\" does not fit <id>: The person's Telegram id.")]
    [TestCase("orders list --status eaten", "\"eaten\" does not fit --status: Only in this state: queued, ")]
    [TestCase("cid what-is-this", "\"what-is-this\" is no reference; one is ten characters, such as 87aed2e36a.")]
    public async Task A_word_that_does_not_fit_is_told_without_names_of_the_code(string words, string complaint)
    {
        var (exitCode, _, errors) = await Here(words.Split(' '));
        exitCode.ShouldBe(2, errors);
        errors.ShouldContain(complaint);
        NamesOfTheCode.ShouldAllBe(name => !errors.Contains(name, StringComparison.Ordinal), errors);
    }

    [TestCase("orders list")]
    [TestCase("check money")]
    [TestCase("users show 5")]
    public async Task A_database_that_is_away_is_said_in_a_sentence(string words)
    {
        var (exitCode, output, errors) = await Program(words.Split(' '), ("DATABASE_URL", "Host=127.0.0.1;Port=1;Username=trt;Password=hush-hush;Database=trt"));
        (exitCode, output).ShouldBe((1, ""));
        errors.ShouldStartWith("The database does not answer: ");
        errors.ShouldContain("is DATABASE_URL right?");
        NamesOfTheCode.Append("hush-hush").ShouldAllBe(name => !errors.Contains(name, StringComparison.Ordinal), errors);
    }

    [Test]
    public async Task The_version_is_told_to_people_and_to_programs()
    {
        var (exitCode, output, _) = await Program(["version"]);
        exitCode.ShouldBe(0);
        output.ShouldMatch(@"^TRT \d+\.\d+\.\d+, commit ([0-9a-f]{40}|not known), built on \d{4}-\d\d-\d\d\n$");
        (await Program(["version", "--json"])).Output.ShouldContain("\"version\": \"");
    }

    [Test]
    public async Task Nothing_is_coloured_where_nobody_sees_it() =>
        (await Program(["routes"])).Output.ShouldNotContain("\u001b");

    private static IEnumerable<(string Path, Command Command)> Below(string path, Command command) =>
        command.Subcommands.SelectMany(verb => Below($"{path} {verb.Name}".Trim(), verb).Prepend(($"{path} {verb.Name}".Trim(), verb)));

    private static async Task<(int ExitCode, string Output, string Errors)> Here(string[] words)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var (consoleOutput, consoleErrors) = (Console.Out, Console.Error);
        try
        {
            Console.SetOut(output);
            Console.SetError(errors);
            return (await TrtCommands.Run(words), output.ToString(), errors.ToString());
        }
        finally
        {
            Console.SetOut(consoleOutput);
            Console.SetError(consoleErrors);
        }
    }

    private static Task<(int ExitCode, string Output, string Errors)> Program(string[] words, params (string Name, string Value)[] environment) =>
        Run(new ProcessStartInfo("dotnet", [typeof(TrtApp).Assembly.Location, .. words]), environment);

    private static Task<(int ExitCode, string Output, string Errors)> Bash(params string[] words) =>
        Run(new ProcessStartInfo("bash", words) { WorkingDirectory = Repository.Root });

    private static async Task<(int ExitCode, string Output, string Errors)> Run(
        ProcessStartInfo start, params (string Name, string Value)[] environment)
    {
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await errors);
    }
}
