using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;

namespace Trt.Api.Cli;

/// <summary><c>updates</c>: what could not be handled.</summary>
internal static class UpdatesCommand
{
    private const int ListedMax = 50;

    public static Command Create()
    {
        var command = new Command("updates", "List the updates that could not be handled, newest first, with their errors.")
        {
            Answer.AsJson,
        };
        command.SetAction((input, token) => CliScope.Run((scope, stop) => List(input, scope, stop), token));
        return command;
    }

    private static async Task<int> List(ParseResult input, CliScope scope, CancellationToken token)
    {
        var parked = await scope.Service<ITrtDb>().ParkedUpdates.AsNoTracking()
            .OrderByDescending(update => update.At)
            .Take(ListedMax)
            .Select(update => new { update.At, update.UpdateId, update.Cid, update.Error })
            .ToListAsync(token);
        return input.Give(
            parked,
            parked.Select(update => string.Create(
                CultureInfo.InvariantCulture, $"{update.At:u} update {update.UpdateId} cid {update.Cid}\n  {update.Error.Split('\n')[0]}"))
                .Append(parked.Count == 0 ? "Nothing is parked." : $"{parked.Count} parked."));
    }
}
