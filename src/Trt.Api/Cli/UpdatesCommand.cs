using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;

namespace Trt.Api.Cli;

/// <summary><c>updates</c>: what could not be handled.</summary>
internal static class UpdatesCommand
{
    public static Command Create()
    {
        var command = new Command("updates", "List the updates that could not be handled, newest first, with their errors.");
        command.SetAction((_, token) => CliScope.Run(List, token));
        return command;
    }

    private static async Task<int> List(CliScope scope, CancellationToken token)
    {
        var parked = await scope.Service<ITrtDb>().ParkedUpdates.AsNoTracking()
            .OrderByDescending(update => update.At)
            .Take(50)
            .ToListAsync(token);
        foreach (var update in parked)
        {
            Console.WriteLine($"{update.At:u} update {update.UpdateId} cid {update.Cid}");
            Console.WriteLine($"  {update.Error.Split('\n')[0]}");
        }

        Console.WriteLine(parked.Count == 0 ? "Nothing is parked." : $"{parked.Count} parked.");
        return 0;
    }
}
