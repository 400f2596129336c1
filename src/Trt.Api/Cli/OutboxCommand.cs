using System.CommandLine;
using Trt.Infrastructure.Outbox;

namespace Trt.Api.Cli;

/// <summary><c>outbox</c>, <c>outbox replay</c>: work that was put aside.</summary>
internal static class OutboxCommand
{
    public static Command Create()
    {
        var command = new Command("outbox", "List the work that was put aside after failing too often.") { Replay() };
        command.SetAction((_, token) => CliScope.Run(List, token));
        return command;
    }

    private static Command Replay()
    {
        var id = new Argument<Guid?>("id") { Description = "One row; all of them when left out.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("replay", "Start it again; a running shop takes it up within a second.") { id };
        command.SetAction((input, token) => CliScope.Run(async (scope, stop) =>
        {
            Console.WriteLine($"{await scope.Service<ParkedRows>().Replay(input.GetValue(id), stop)} started again.");
            return 0;
        }, token));
        return command;
    }

    private static async Task<int> List(CliScope scope, CancellationToken token)
    {
        var rows = await scope.Service<ParkedRows>().List(token);
        foreach (var row in rows)
        {
            Console.WriteLine($"{row.ParkedAt:u} {row.Id} {row.Name} {row.Key} cid {row.Cid}");
            Console.WriteLine($"  {row.Error.Split('\n')[0]}");
        }

        Console.WriteLine(rows.Count == 0 ? "Nothing is put aside." : $"{rows.Count} put aside. Start again with: outbox replay");
        return 0;
    }
}
