using Spectre.Console;

namespace Trt.Api.Cli;

/// <summary>What an operator reads: colours on a terminal only (NO_COLOR is heeded), and whole lines wherever else it goes.</summary>
internal sealed class Paper
{
    /// <summary>In a file or a pipe nothing is broken to fit a window.</summary>
    private const int WidthOfAFile = 500;

    private readonly IAnsiConsole _console;

    private Paper(IAnsiConsole console) => _console = console;

    public static Paper On(TextWriter output)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        if (!console.Profile.Out.IsTerminal)
        {
            console.Profile.Width = WidthOfAFile;
        }

        return new Paper(console);
    }

    public void Table(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var column in columns)
        {
            table.AddColumn(new TableColumn(new Text(column, new Style(decoration: Decoration.Bold))));
        }

        foreach (var row in rows)
        {
            table.AddRow(row.Select(cell => new Text(cell)));
        }

        _console.Write(table);
    }

    public void Line(CheckLine line, bool isDetailed)
    {
        var (mark, colour) = line.State switch
        {
            CheckState.Well => ("ok", Color.Green),
            CheckState.NotLookedAt => ("--", Color.Grey),
            CheckState.Wrong => ("!!", Color.Red),
        };
        _console.Write(new Text($"{mark}  ", new Style(colour)));
        _console.WriteLine($"{line.Name,-14}{line.Finding}");
        foreach (var detail in isDetailed ? line.Details : [])
        {
            _console.Write(new Text($"{"",18}{detail}\n", new Style(Color.Grey)));
        }
    }

    public void Verdict(string words, bool isWell) => _console.Write(new Text($"{words}\n", new Style(isWell ? Color.Green : Color.Red)));

    /// <summary>Long work, with a moving line on a terminal and nothing elsewhere; the answer itself goes another way.</summary>
    public static async Task<T> Busy<T>(string what, Func<Action, Task<T>> work)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        if (!console.Profile.Out.IsTerminal)
        {
            return await work(() => { });
        }

        var steps = 0;
        return await console.Status().StartAsync(
            what, status => work(() => status.Status($"{what}: {Interlocked.Increment(ref steps)}")));
    }
}
