using System.CommandLine;
using System.Globalization;
using Trt.Application.BackOffice.Work;
using Trt.Application.Ports;
using Trt.Domain.BackOffice;
using Trt.Infrastructure.Outbox;

namespace Trt.Api.Cli;

/// <summary><c>outbox list | replay | park</c>: work that waits, and work that was put aside.</summary>
internal static class OutboxCommand
{
    public static Command Create()
    {
        var command = new Command("outbox", "The shop's work: what was put aside after failing too often, and what waits.")
        {
            Answer.AsJson, List(), Replay(), Park(),
        };
        command.SetAction((input, token) => CliScope.Run((scope, stop) => ListParked(input, scope, stop), token));
        return command;
    }

    private static Command List()
    {
        var waiting = new Option<bool>("--waiting") { Description = "What waits for its time, the next to come first." };
        var command = new Command("list", "List the work that was put aside.") { waiting, Answer.AsJson };
        command.SetAction((input, token) => CliScope.Run(
            (scope, stop) => input.GetValue(waiting) ? ListWaiting(input, scope, stop) : ListParked(input, scope, stop), token));
        return command;
    }

    private static Command Replay()
    {
        var id = new Argument<Guid?>("id") { Description = "One row; all of them when left out.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("replay", "Start it again; a running shop takes it up within a second.")
        {
            id, Operator.Name, Answer.AsJson,
        };
        command.SetAction((input, token) => CliScope.Run(async (scope, stop) =>
        {
            var started = await scope.AsOwner(
                new ReplayOutbox(new Actor.AtConsole(input.GetRequiredValue(Operator.Name)), input.GetValue(id)), stop);
            return started == 0 && input.GetValue(id) is not null
                ? input.Refuse("There is nothing of this number put aside. outbox list shows what is.")
                : input.Give(new { Started = started }, $"{started} started again.");
        }, token));
        return command;
    }

    private static Command Park()
    {
        var id = new Argument<Guid>("id") { Description = "The row, as outbox list --waiting shows it." };
        var command = new Command("park", "Put one aside until it is started again. The deadline of an order goes on: its money comes back.")
        {
            id, Operator.Reason, Operator.Name, Answer.AsJson,
        };
        command.SetAction((input, token) => CliScope.Run(async (scope, stop) =>
        {
            var request = new ParkWork(
                new Actor.AtConsole(input.GetRequiredValue(Operator.Name)),
                input.GetRequiredValue(id),
                input.GetRequiredValue(Operator.Reason));
            return await scope.AsOwner(request, stop)
                ? input.Tell("Put aside. Start it again with: outbox replay")
                : input.Refuse("No work of this number waits. outbox list --waiting shows what does.");
        }, token));
        return command;
    }

    private static async Task<int> ListParked(ParseResult input, CliScope scope, CancellationToken token)
    {
        var rows = await scope.Service<ParkedRows>().List(token);
        return input.Give(rows, rows.SelectMany(Lines).Append(
            rows.Count == 0 ? "Nothing is put aside." : $"{rows.Count} put aside. Start again with: outbox replay"));
    }

    private static async Task<int> ListWaiting(ParseResult input, CliScope scope, CancellationToken token)
    {
        var rows = await scope.Service<ParkedRows>().Waiting(token);
        return input.Give(rows, rows.Select(Line).DefaultIfEmpty("Nothing waits."));
    }

    private static IEnumerable<string> Lines(ParkedRow row) =>
    [
        string.Create(CultureInfo.InvariantCulture, $"{row.ParkedAt:u} {row.Id} {row.Name} {row.Key} cid {row.Cid}"),
        $"  {row.Error.Split('\n')[0]}",
    ];

    private static string Line(WaitingRow row) => string.Create(
        CultureInfo.InvariantCulture,
        $"{row.DueAt:u} {row.Id} {row.Name} {row.Key} cid {row.Cid}{(row.Attempts > 0 ? $", failed {row.Attempts} times: {row.Error?.Split('\n')[0]}" : "")}");
}
