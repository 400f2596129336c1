using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;

namespace Trt.Api.Cli;

/// <summary>What was typed and is no command: what was not understood, what is nearest, where help is.</summary>
internal static partial class Misunderstanding
{
    private const string Everything = $"{TrtCommands.Name} help lists every verb.";

    /// <summary>Verbs that the script knows beside ours, separated by blanks; there are none where the program is deployed.</summary>
    private static string[] VerbsOfTheScript =>
        Environment.GetEnvironmentVariable("TRT_VERBS")?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];

    public static string Of(ParseResult wish)
    {
        var (command, path) = (wish.CommandResult.Command, PathOf(wish.CommandResult));
        var help = command is RootCommand ? Everything : $"{path} --help tells more.";
        if (wish.UnmatchedTokens is [var word, ..])
        {
            return Lines(Unknown(command, path, word), Nearest(command, path, word), help);
        }

        return command.Subcommands.Count > 0 && command.Action is null
            ? Lines($"{path} needs one more word.", $"It may be: {Names(command)}.", help)
            : Lines(string.Join('\n', wish.Errors.Select(Words).Distinct()), null, help);
    }

    private static string Lines(params string?[] lines) => string.Join('\n', lines.Where(line => line is not null));

    private static string Unknown(Command command, string path, string word) => word.StartsWith('-')
        ? $"{path} has no option \"{word}\"."
        : command is RootCommand ? $"There is no verb \"{word}\"."
        : command.Subcommands.Count > 0 ? $"{path} has no verb \"{word}\"."
        : $"{path} does not take \"{word}\".";

    private static string? Nearest(Command command, string path, string word)
    {
        var known = word.StartsWith('-')
            ? command.Options.Where(option => !option.Hidden).Select(option => option.Name)
            : command.Subcommands.Select(verb => verb.Name).Concat(command is RootCommand ? VerbsOfTheScript : []);
        var nearest = known.Select(name => (Name: name, Distance: Distance(word, name)))
            .OrderBy(found => found.Distance).ThenBy(found => found.Name, StringComparer.Ordinal)
            .FirstOrDefault();
        return nearest.Name is null ? null
            : nearest.Distance <= Math.Max(2, word.Length / 2) ? $"Did you mean: {path} {nearest.Name}"
            : command is RootCommand ? $"Often wanted: {path} check"
            : $"It may be: {(word.StartsWith('-') ? string.Join(", ", known) : Names(command))}.";
    }

    private static string Names(Command command) => string.Join(", ", command.Subcommands.Select(verb => verb.Name));

    /// <summary>The parser names types of the code; people are told which word does not fit where.</summary>
    private static string Words(ParseError error) => (NotOfItsType().Match(error.Message), error.SymbolResult) switch
    {
        ({ Success: true } match, ArgumentResult { Parent: OptionResult option }) => Unfit(match, option.Option.Name, option.Option),
        ({ Success: true } match, ArgumentResult place) => Unfit(match, $"<{place.Argument.Name}>", place.Argument),
        ({ Success: true } match, OptionResult option) => Unfit(match, option.Option.Name, option.Option),
        _ => error.Message,
    };

    private static string Unfit(Match match, string name, Symbol place) => $"\"{match.Groups["word"].Value}\" does not fit {name}: {place.Description}";

    private static string PathOf(CommandResult result) => result.Parent is CommandResult above
        ? $"{PathOf(above)} {result.Command.Name}"
        : TrtCommands.Name;

    /// <summary>How many letters have to be changed, added or left out.</summary>
    private static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var cost = diagonal + (char.ToLowerInvariant(from[i - 1]) == char.ToLowerInvariant(to[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(cost, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[to.Length];
    }

    [GeneratedRegex("^Cannot parse argument '(?<word>.*)' for (?:option|argument|command) '[^']*' as expected type", RegexOptions.Singleline)]
    private static partial Regex NotOfItsType();
}
