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
        var command = new Command("list", "List owners and admins with their limits.") { Answer.AsJson };
        command.SetAction((input, token) => CliScope.Run(
            async (scope, stop) =>
            {
                var team = await scope.AsOwner(new ListAdmins(new Actor.AtConsole(Environment.UserName)), stop);
                return input.Give(team, [
                    .. team.Owners.Select(owner => $"{owner,-12} owner (ADMIN_IDS)"),
                    .. team.Admins.Select(admin =>
                        $"{admin.UserId,-12} {admin.Name}: {Described(admin)}; appointed {admin.AppointedAt:u} by {admin.AppointedBy}"),
                    $"{team.Owners.Count} owner(s), {team.Admins.Count} admin(s).",
                ]);
            },
            token));
        return command;
    }

    private static Command Add()
    {
        var limit = new Option<string?>("--limit") { Description = "Rubles a day they may credit; 100 when left out." };
        var role = new Option<AdminRole?>("--role")
        {
            Description = "support, limited, admin or owner; limited when left out. Roles: docs/operations.md.",
        };
        role.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<AdminRole?>() == AdminRole.None)
            {
                result.AddError("none takes nobody on: admins remove.");
            }
        });
        var command = new Command("add", "Let somebody stand behind the counter, or give them another role.")
            { Id, limit, role, Operator.Name, Answer.AsJson };
        command.SetAction((input, token) => Appoint(input, input.GetValue(limit), token, input.GetValue(role)));
        return command;
    }

    private static Command Limit()
    {
        var rubles = new Argument<string>("rubles") { Description = "Rubles a day they may credit; 0 is none." };
        var command = new Command("limit", "Change an admin's limit.") { Id, rubles, Operator.Name, Answer.AsJson };
        command.SetAction((input, token) => Appoint(input, input.GetRequiredValue(rubles), token));
        return command;
    }

    private static Command Remove()
    {
        var command = new Command("remove", "Take the rights of an admin; it holds from their next press on.")
        {
            Id, Operator.Name, Answer.AsJson,
        };
        command.SetAction((input, token) => CliScope.Run(
            async (scope, stop) =>
            {
                var request = new DismissAdmin(
                    new Actor.AtConsole(input.GetRequiredValue(Operator.Name)), new UserId(input.GetRequiredValue(Id)));
                var done = await scope.AsOwner(request, stop);
                return done ? input.Tell("No admin any more.") : input.Refuse("This is no admin (owners are named in ADMIN_IDS).");
            },
            token));
        return command;
    }

    private static string Described(AdminSummary admin) => admin.Role == AdminRole.Limited
        ? $"may credit {admin.DailyLimit} a day, {admin.SpentToday} today"
        : Answer.Word(admin.Role);

    private static Task<int> Appoint(ParseResult input, string? rubles, CancellationToken token, AdminRole? role = null)
    {
        var (id, actor) = (input.GetRequiredValue(Id), input.GetRequiredValue(Operator.Name));
        var kopecks = 0L;
        if (rubles is not null && (AdjustmentAmount.Read(rubles, out kopecks) is { } problem and not AdjustmentProblem.Zero || kopecks < 0))
        {
            return Task.FromResult(input.Refuse("The limit must be rubles from 0 to 1000000, for example 500.", exitCode: 2));
        }

        var request = new AppointAdmin(new Actor.AtConsole(actor), new UserId(id), rubles is null ? null : new Money(kopecks), role);
        return CliScope.Run(
            async (scope, stop) =>
            {
                var (text, code) = await scope.AsOwner(request, stop) switch
                {
                    AppointResult.Appointed { Role: AdminRole.Limited } done => ($"{id} is an admin and may credit {done.DailyLimit} a day.", 0),
                    AppointResult.Appointed done => ($"{id} is {Answer.Word(done.Role)} from now on.", 0),
                    AppointResult.RoleChanged done => ($"{id} is {Answer.Word(done.Role)} from now on (before: {Answer.Word(done.Before)}).", 0),
                    AppointResult.LimitChanged done => ($"{id} may credit {done.DailyLimit} a day (before: {done.Before}).", 0),
                    AppointResult.IsOwner => ("This is an owner, who needs no limit.", 1),
                    AppointResult.UnknownPerson => ("This person has never written to the bot; check the id.", 1),
                    AppointResult.IsBlocked => ("This customer is blocked; unblock them first.", 1),
                    var other => throw new InvalidOperationException($"No words for {other.GetType().Name}"),
                };
                return input.Tell(text, code);
            },
            token);
    }
}
