using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Generations;
using Trt.Application.Ports;

namespace Trt.Api.Cli;

/// <summary><c>callbacks</c>, <c>callbacks replay</c>: calls of the provider whose task no order knew.</summary>
internal static class CallbacksCommand
{
    private const int ListedMax = 50;

    public static Command Create()
    {
        var command = new Command("callbacks", "List the provider's callbacks about tasks that no order knows, newest first.") { Replay() };
        command.SetAction((_, token) => CliScope.Run(List, token));
        return command;
    }

    private static Command Replay()
    {
        var command = new Command(
            "replay", "Look for their orders once more; what is found is looked at by a running shop within a second.");
        command.SetAction((_, token) => CliScope.Run(async (scope, stop) =>
        {
            var before = await Count(scope, stop);
            await scope.Mediator.Send(new TendOrphans(), stop);
            Console.WriteLine($"{before - await Count(scope, stop)} found their order, {await Count(scope, stop)} wait.");
            return 0;
        }, token));
        return command;
    }

    private static async Task<int> List(CliScope scope, CancellationToken token)
    {
        var orphans = await Orphans(scope).OrderByDescending(callback => callback.At).Take(ListedMax).ToListAsync(token);
        foreach (var orphan in orphans)
        {
            Console.WriteLine($"{orphan.At:u} task {orphan.TaskId}");
        }

        Console.WriteLine(orphans.Count == 0
            ? "Every callback has found its order."
            : $"{await Count(scope, token)} wait. Look once more: callbacks replay");
        return 0;
    }

    private static Task<int> Count(CliScope scope, CancellationToken token) => Orphans(scope).CountAsync(token);

    private static IQueryable<ProviderCallback> Orphans(CliScope scope) =>
        scope.Service<ITrtDb>().ProviderCallbacks.AsNoTracking().Where(callback => callback.GenerationId == null);
}
