using System.CommandLine;
using Trt.Application.BackOffice.Admins;
using Trt.Domain.BackOffice;
using Trt.Domain.Shared;

namespace Trt.Api.Cli;

/// <summary><c>admins list | add | limit | remove</c></summary>
internal static class AdminsCommand
{
    private static readonly Argument<long> Id = new("id") { Description = "The person's Telegram id; they must have written to the bot." };

    public static Command Create() =>
        new("admins", "Who may stand behind the counter. Owners are named in ADMIN_IDS.") { List(), Add(), Limit(), Remove() };

    private static Command List()
    {
        var command = new Command("list", "List owners and admins with their limits.");
        command.SetAction((_, token) => CliScope.Run(
            async (scope, stop) =>
            {
                var team = await scope.AsOwner(new ListAdmins(new Actor.AtConsole(Environment.UserName)), stop);
                foreach (var owner in team.Owners)
                {
                    Console.WriteLine($"{owner,-12} owner (ADMIN_IDS)");
                }

                foreach (var admin in team.Admins)
                {
                    Console.WriteLine(
                        $"{admin.UserId,-12} {admin.Name}: may credit {admin.DailyLimit} a day, {admin.SpentToday} today; appointed {admin.AppointedAt:u} by {admin.AppointedBy}");
                }

                Console.WriteLine($"{team.Owners.Count} owner(s), {team.Admins.Count} admin(s).");
                return 0;
            },
            token));
        return command;
    }

    private static Command Add()
    {
        var limit = new Option<string?>("--limit") { Description = "Rubles a day they may credit; 100 when left out." };
        var command = new Command("add", "Make somebody an admin.") { Id, limit, Operator.Name };
        command.SetAction(
            (input, token) => Appoint(input.GetRequiredValue(Id), input.GetValue(limit), input.GetRequiredValue(Operator.Name), token));
        return command;
    }

    private static Command Limit()
    {
        var rubles = new Argument<string>("rubles") { Description = "Rubles a day they may credit; 0 is none." };
        var command = new Command("limit", "Change an admin's limit.") { Id, rubles, Operator.Name };
        command.SetAction(
            (input, token) =>
                Appoint(input.GetRequiredValue(Id), input.GetRequiredValue(rubles), input.GetRequiredValue(Operator.Name), token));
        return command;
    }

    private static Command Remove()
    {
        var command = new Command("remove", "Take the rights of an admin; it holds from their next press on.") { Id, Operator.Name };
        command.SetAction((input, token) => CliScope.Run(
            async (scope, stop) =>
            {
                var request = new DismissAdmin(
                    new Actor.AtConsole(input.GetRequiredValue(Operator.Name)), new UserId(input.GetRequiredValue(Id)));
                var done = await scope.AsOwner(request, stop);
                (done ? Console.Out : Console.Error).WriteLine(
                    done ? "No admin any more." : "This is no admin (owners are named in ADMIN_IDS).");
                return done ? 0 : 1;
            },
            token));
        return command;
    }

    private static Task<int> Appoint(long id, string? rubles, string actor, CancellationToken token)
    {
        var kopecks = 0L;
        if (rubles is not null && (AdjustmentAmount.Read(rubles, out kopecks) is { } problem and not AdjustmentProblem.Zero || kopecks < 0))
        {
            Console.Error.WriteLine("The limit must be rubles from 0 to 1000000, for example 500.");
            return Task.FromResult(2);
        }

        var request = new AppointAdmin(new Actor.AtConsole(actor), new UserId(id), rubles is null ? null : new Money(kopecks));
        return CliScope.Run(
            async (scope, stop) =>
            {
                var (text, code) = await scope.AsOwner(request, stop) switch
                {
                    AppointResult.Appointed done => ($"{id} is an admin and may credit {done.DailyLimit} a day.", 0),
                    AppointResult.LimitChanged done => ($"{id} may credit {done.DailyLimit} a day (before: {done.Before}).", 0),
                    AppointResult.IsOwner => ("This is an owner, who needs no limit.", 1),
                    AppointResult.UnknownPerson => ("This person has never written to the bot; check the id.", 1),
                    AppointResult.IsBlocked => ("This customer is blocked; unblock them first.", 1),
                    var other => throw new InvalidOperationException($"No words for {other.GetType().Name}"),
                };
                (code == 0 ? Console.Out : Console.Error).WriteLine(text);
                return code;
            },
            token);
    }
}
