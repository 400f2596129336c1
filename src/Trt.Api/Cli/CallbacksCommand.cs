using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Trt.Application.BackOffice.Work;
using Trt.Application.Ports;
using Trt.Domain.BackOffice;

namespace Trt.Api.Cli;

/// <summary><c>callbacks orphans | replay</c>: calls of the provider whose task no order knew.</summary>
internal static class CallbacksCommand
{
    private const int ListedMax = 50;

    public static Command Create()
    {
        var command = new Command("callbacks", "The provider's callbacks about tasks that no order knows.")
        {
            Answer.AsJson, Orphans(), Replay(),
        };
        command.SetAction((input, token) => CliScope.Run((scope, stop) => List(input, scope, stop), token));
        return command;
    }

    private static Command Orphans()
    {
        var command = new Command("orphans", "List them, newest first.") { Answer.AsJson };
        command.SetAction((input, token) => CliScope.Run((scope, stop) => List(input, scope, stop), token));
        return command;
    }

    private static Command Replay()
    {
        var command = new Command(
            "replay", "Look for their orders once more; what is found is looked at by a running shop within a second.")
        {
            Operator.Name, Answer.AsJson,
        };
        command.SetAction((input, token) => CliScope.Run(async (scope, stop) =>
        {
            var found = await scope.AsOwner(new ReplayCallbacks(new Actor.AtConsole(input.GetRequiredValue(Operator.Name))), stop);
            var waiting = await Count(scope, stop);
            return input.Give(new { Found = found, Waiting = waiting }, $"{found} found their order, {waiting} wait.");
        }, token));
        return command;
    }

    private static async Task<int> List(ParseResult input, CliScope scope, CancellationToken token)
    {
        var orphans = await All(scope).OrderByDescending(callback => callback.At).Take(ListedMax)
            .Select(callback => new { callback.At, callback.TaskId })
            .ToListAsync(token);
        var count = await Count(scope, token);
        return input.Give(
            new { Waiting = count, Orphans = orphans },
            orphans.Select(orphan => string.Create(CultureInfo.InvariantCulture, $"{orphan.At:u} task {orphan.TaskId}")).Append(
                orphans.Count == 0 ? "Every callback has found its order." : $"{count} wait. Look once more: callbacks replay"));
    }

    private static Task<int> Count(CliScope scope, CancellationToken token) => All(scope).CountAsync(token);

    private static IQueryable<ProviderCallback> All(CliScope scope) =>
        scope.Service<ITrtDb>().ProviderCallbacks.AsNoTracking().Where(callback => callback.GenerationId == null);
}
