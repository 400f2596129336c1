using System.CommandLine;
using System.Globalization;
using MediatR;
using Trt.Application.BackOffice;
using Trt.Application.BackOffice.People;
using Trt.Domain.BackOffice;
using Trt.Domain.Shared;

namespace Trt.Api.Cli;

/// <summary><c>users find | show | block | unblock</c></summary>
internal static class UsersCommand
{
    private static readonly Argument<long> Id = new("id") { Description = "The person's Telegram id." };

    public static Command Create() => new("users", "Look customers up, block and unblock them.") { Find(), Show(), Block(), Unblock() };

    private static Command Find()
    {
        var query = new Argument<string>("query")
        {
            Description = "An id, an @username or a part of the name; the newest customers when left out.",
            DefaultValueFactory = _ => "",
        };
        var page = new Option<int>("--page") { Description = "Which page.", DefaultValueFactory = _ => 1 };
        var command = new Command("find", "Find customers, newest first.") { query, page, Answer.AsJson };
        command.SetAction((input, token) => CliScope.Run(
            async (scope, stop) =>
                Print(input, await scope.AsOwner(new FindUsers(Me(), input.GetRequiredValue(query), input.GetValue(page)), stop)), token));
        return command;
    }

    private static Command Show()
    {
        var command = new Command("show", "Show one customer: money, orders, latest movements.") { Id, Answer.AsJson };
        command.SetAction((input, token) => CliScope.Run(
            async (scope, stop) =>
                Print(input, await scope.AsOwner(new ShowUser(Me(), new UserId(input.GetRequiredValue(Id))), stop)),
            token));
        return command;
    }

    private static Command Block()
    {
        var reason = new Option<string>("--reason") { Description = "Why; operators see it, the customer does not.", Required = true };
        var command = new Command(
            "block",
            "Take nothing new from a customer; work under way is finished, payments are credited. Running shops follow within seconds.")
        {
            Id, reason, Operator.Name, Answer.AsJson,
        };
        command.SetAction((input, token) => CliScope.Run(
            async (scope, stop) => Print(
                input,
                await scope.AsOwner(
                    new BlockUser(
                        new Actor.AtConsole(input.GetRequiredValue(Operator.Name)), new UserId(input.GetRequiredValue(Id)),
                        input.GetRequiredValue(reason)),
                    stop),
                "Blocked.", "Was blocked already."),
            token));
        return command;
    }

    private static Command Unblock()
    {
        var reason = new Option<string>("--reason") { Description = "Why.", DefaultValueFactory = _ => "" };
        var command = new Command("unblock", "Welcome a customer again.") { Id, reason, Operator.Name, Answer.AsJson };
        command.SetAction((input, token) => CliScope.Run(
            async (scope, stop) => Print(
                input,
                await scope.AsOwner(
                    new UnblockUser(
                        new Actor.AtConsole(input.GetRequiredValue(Operator.Name)), new UserId(input.GetRequiredValue(Id)),
                        input.GetRequiredValue(reason)),
                    stop),
                "Unblocked.", "Was not blocked."),
            token));
        return command;
    }

    private static int Print(ParseResult input, UserListing found) => input.Give(
        found.Found,
        found.Found.Items.Select(Line).Append(
            found.Found.Items.Count == 0 ? "Nobody was found."
            : found.Found.HasMore ? $"More: --page {found.Found.Number + 1}"
            : "That is all."),
        found.Found.Items.Count == 0 ? 1 : 0);

    private static string Line(UserSummary user) => string.Create(
        CultureInfo.InvariantCulture,
        $"{user.UserId,-12} {user.Since:yyyy-MM-dd} {(user.IsBlocked ? "blocked " : "")}{user.Name}{(user.Username is { } name ? $" @{name}" : "")}");

    private static int Print(ParseResult input, UserProfile? card) =>
        card is null ? input.Refuse("Nobody has this id.") : input.Give(ForPrograms(card), Lines(card));

    private static object ForPrograms(UserProfile card) => new
    {
        card.User.Id,
        card.User.Name,
        card.User.Username,
        card.User.Language,
        card.User.CreatedAt,
        card.User.SeenOn,
        card.User.HasLeft,
        card.User.BlockedAt,
        card.User.BlockReason,
        card.IsAdmin,
        card.Available,
        card.Reserved,
        card.FreeLeft,
        card.Generations,
        card.Payments,
        card.PaidIn,
        card.Source,
        card.InvitedBy,
        card.Latest,
    };

    private static IEnumerable<string> Lines(UserProfile card)
    {
        var user = card.User;
        yield return $"{user.Id} {user.Name}{(user.Username is { } name ? $" @{name}" : "")}";
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"since {user.CreatedAt:u}, seen on {user.SeenOn:yyyy-MM-dd}, speaks {user.Language}{(user.HasLeft ? ", has stopped the bot" : "")}{(card.IsAdmin ? ", an admin" : "")}");
        if (card.Source is not null || card.InvitedBy is not null)
        {
            yield return $"came by {card.Source ?? "an invitation"}{(card.InvitedBy is { } inviter ? $", invited by {inviter}" : "")}";
        }

        if (user.BlockedAt is { } since)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"BLOCKED since {since:u}: {user.BlockReason}");
        }

        yield return $"{card.Available} available, {card.Reserved} reserved, {card.FreeLeft} free left today";
        yield return $"{card.Generations} generations, {card.Payments} top-ups for {card.PaidIn}";
        foreach (var entry in card.Latest)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"  {entry.At:u} {Answer.Word(entry.Kind),-8} {new Money(entry.AvailableDelta)} / {new Money(entry.ReservedDelta)} by {entry.Actor}: {entry.Reason}");
        }
    }

    private static int Print(ParseResult input, BlockOutcome outcome, string done, string noChange)
    {
        var (text, code) = outcome switch
        {
            BlockOutcome.Done => (done, 0),
            BlockOutcome.NoChange => (noChange, 0),
            BlockOutcome.UnknownPerson => ("Nobody has this id.", 1),
            BlockOutcome.IsAdmin => ("This is an admin: dismiss them first.", 1),
        };
        return input.Tell(text, code);
    }

    private static Actor.AtConsole Me() => new(Environment.UserName);
}

internal static class OwnerRequests
{
    /// <summary>Whoever runs commands on this machine is an owner, so there is always an answer.</summary>
    public static async Task<T> AsOwner<T>(this CliScope scope, IAdminRequest<T> request, CancellationToken token) =>
        await scope.Mediator.Send((IRequest<Guarded<T>>)request, token) is Guarded<T>.Given given
            ? given.Value
            : throw new InvalidOperationException($"{request.GetType().Name} was refused at the console");
}
