using System.CommandLine;
using System.Globalization;
using Trt.Application.BackOffice.Tokens;
using Trt.Domain.BackOffice;

namespace Trt.Api.Cli;

/// <summary><c>tokens list | add | revoke</c>: which programs come in at the door for machines.</summary>
internal static class TokensCommand
{
    private const int DaysUsually = 90;

    private static readonly Argument<string> Name =
        new("name") { Description = "Small letters, digits and hyphens, for example night-report. It stands in the audit trail." };

    public static Command Create() =>
        new("tokens", "Which programs may come in at /api/v1, and what they may there.") { List(), Add(), Revoke() };

    private static Command List()
    {
        var command = new Command("list", "All tokens, newest first, with their last use.") { Answer.AsJson };
        command.SetAction((input, token) => CliScope.Run(
            async (scope, stop) =>
            {
                var tokens = await scope.AsOwner(new ListTokens(new Actor.AtConsole(Environment.UserName)), stop);
                var now = scope.Service<TimeProvider>().GetUtcNow();
                var lines = tokens.Select(each => Line(each, now)).DefaultIfEmpty("There are none: tokens add.");
                return input.Give(tokens.Select(each => Facts(each, now)), lines);
            },
            token));
        return command;
    }

    private static Command Add()
    {
        var names = string.Join(", ", TokenScopes.All.Select(scope => scope.Name()));
        var scopes = new Option<string[]>("--scope")
        {
            Description = $"What it may: {names}. Several are possible.",
            Required = true,
            AllowMultipleArgumentsPerToken = true,
        };
        scopes.Validators.Add(result =>
        {
            foreach (var wrong in result.Tokens.Select(each => each.Value).Where(name => TokenScopes.Read(name) is null))
            {
                result.AddError($"There is no scope \"{wrong}\". There are: {names}.");
            }
        });
        var days = new Option<int>("--days") { Description = "How long it lasts.", DefaultValueFactory = _ => DaysUsually };
        var command = new Command("add", "Make a token. It is shown once.") { Name, scopes, days, Operator.Name, Answer.AsJson };
        command.SetAction((input, token) => CliScope.Run(
            async (scope, stop) => await scope.AsOwner(
                new IssueToken(
                    new Actor.AtConsole(input.GetRequiredValue(Operator.Name)),
                    input.GetRequiredValue(Name),
                    [.. input.GetRequiredValue(scopes).Select(name => TokenScopes.Read(name)!.Value)],
                    input.GetValue(days)),
                stop) is IssueTokenResult.Issued issued
                    ? Show(input, issued)
                    : input.Refuse("A token of this name exists or has existed: choose another."),
            token));
        return command;
    }

    private static Command Revoke()
    {
        var command = new Command("revoke", "Let a program in no more, from its next request on.") { Name, Operator.Name, Answer.AsJson };
        command.SetAction((input, token) => CliScope.Run(
            async (scope, stop) =>
            {
                var request = new RevokeToken(new Actor.AtConsole(input.GetRequiredValue(Operator.Name)), input.GetRequiredValue(Name));
                return await scope.AsOwner(request, stop) switch
                {
                    RevokeOutcome.Revoked => input.Tell("Revoked."),
                    RevokeOutcome.RevokedBefore => input.Refuse("It was revoked before."),
                    RevokeOutcome.NotFound => input.Refuse("No token has this name; tokens list shows them."),
                    var other => throw new InvalidOperationException($"No words for {other}"),
                };
            },
            token));
        return command;
    }

    /// <summary>The token alone on the output, so that a script can take it; the rest is talk.</summary>
    private static int Show(ParseResult input, IssueTokenResult.Issued issued)
    {
        input.InvocationConfiguration.Error.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"It lasts until {issued.ExpiresAt:u}. Keep it now: nobody can show it again."));
        return input.Give(new { token = issued.Secret, issued.ExpiresAt }, issued.Secret);
    }

    private static object Facts(MachineToken token, DateTimeOffset now) => new
    {
        token.Name,
        Scopes = token.ScopeNames,
        token.CreatedAt,
        token.CreatedBy,
        token.ExpiresAt,
        token.RevokedAt,
        token.LastUsedAt,
        IsGood = token.IsGood(now),
    };

    private static string Line(MachineToken token, DateTimeOffset now)
    {
        var state = token.RevokedAt is { } revoked ? $"revoked {revoked:u}"
            : token.IsGood(now) ? $"until {token.ExpiresAt:u}"
            : $"expired {token.ExpiresAt:u}";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{token.Name,-24} {token.ScopeNames}; {state}; made {token.CreatedAt:u} by {token.CreatedBy}; {(token.LastUsedAt is { } used ? $"last used {used:u}" : "never used")}");
    }
}
