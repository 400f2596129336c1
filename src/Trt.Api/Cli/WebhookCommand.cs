using System.CommandLine;
using System.Globalization;
using System.Net;
using Trt.Api.Bot;
using Trt.Api.Bot.Updates;
using Trt.Api.Options;
using Trt.Infrastructure.Telegram;

namespace Trt.Api.Cli;

/// <summary><c>webhook set | info | delete | diagnose</c>: how Telegram reaches the shop.</summary>
internal static class WebhookCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static Command Create() =>
        new("webhook", "How Telegram reaches the shop: look, set, take away, find out why nothing comes.") { Set(), Info(), Delete(), Diagnose() };

    private static Command Set()
    {
        var command = new Command("set", "Tell Telegram the address of WEBHOOK_BASE_URL, and the commands. What is right already stays.")
        {
            Answer.AsJson,
        };
        command.SetAction((input, token) => AtTelegram(input, async (reception, settings) =>
        {
            if (settings.Bot.WebhookBase is null)
            {
                return input.Refuse("WEBHOOK_BASE_URL is missing: this shop asks for its updates and needs no webhook.");
            }

            await reception.Prepare(token);
            return Tell(input, await reception.Look(token));
        }));
        return command;
    }

    private static Command Info()
    {
        var command = new Command("info", "What Telegram knows; changes nothing. Ends with 1 when updates do not come as they should.")
        {
            Answer.AsJson,
        };
        command.SetAction((input, token) => AtTelegram(input, async (reception, _) => Tell(input, await reception.Look(token))));
        return command;
    }

    private static Command Delete()
    {
        var command = new Command("delete", "Take the webhook away. Updates wait at Telegram, for a day, until the shop asks or starts again.")
        {
            Answer.AsJson,
        };
        command.SetAction((input, token) => AtTelegram(input, async (reception, _) =>
        {
            await reception.Leave(token);
            return input.Tell("Telegram brings nothing any more. Tell it again with: webhook set, or start the shop.");
        }));
        return command;
    }

    private static Command Diagnose()
    {
        var command = new Command("diagnose", "Walk the way of an update step by step and say where it ends.") { Answer.AsJson };
        command.SetAction((input, token) => AtTelegram(input, async (reception, settings) =>
        {
            List<CheckLine> lines = [.. await Steps(reception, settings, token)];
            return CheckCommand.Report(input, lines, isDetailed: true);
        }));
        return command;
    }

    private static async Task<IEnumerable<CheckLine>> Steps(Reception reception, TrtOptions settings, CancellationToken token)
    {
        var view = await reception.Look(token);
        var known = CheckLine.Of(
            "Telegram", view.Problem is null, $"@{view.Bot}: {view.Problem ?? "updates come as they should"}", "./trt webhook set");
        var trouble = view.LastError is { } error
            ? CheckLine.Wrong(
                "Its trouble", string.Create(CultureInfo.InvariantCulture, $"{view.LastErrorAt:u}: {error}; {view.Waiting} wait"), Advice(error))
            : CheckLine.Well("Its trouble", $"none; {view.Waiting} wait");
        return settings.Bot.WebhookBase is { } home
            ? [known, await Door(home, token), await Guard(home, token), trouble]
            : [known, CheckLine.NotLookedAt("Address", "updates are asked for, nobody has to reach us"), trouble];
    }

    /// <summary>From here it may look otherwise than from Telegram, which the line says.</summary>
    private static async Task<CheckLine> Door(Uri home, CancellationToken token)
    {
        var (status, problem) = await Ask(new HttpRequestMessage(HttpMethod.Get, new Uri(home, "health/ready")), token);
        return CheckLine.Of(
            "Address",
            status == HttpStatusCode.OK,
            status is { } code ? $"{home.Host} answers {(int)code}, seen from here" : $"{home.Host} does not answer: {problem}",
            "Does the name lead to this machine, is the certificate valid, does the proxy lead to the shop's port?");
    }

    /// <summary>Without the secret nobody is let in: so answers our shop, and no other program at this address.</summary>
    private static async Task<CheckLine> Guard(Uri home, CancellationToken token)
    {
        using var content = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
        var (status, problem) = await Ask(
            new HttpRequestMessage(HttpMethod.Post, new Uri(home, Reception.WebhookPath)) { Content = content }, token);
        return CheckLine.Of(
            "Secret",
            status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden,
            status is { } code ? $"a stranger without it is answered {(int)code}" : $"nobody answers: {problem}",
            "Something else than the shop answers at this address.");
    }

    private static async Task<(HttpStatusCode? Status, string? Problem)> Ask(HttpRequestMessage request, CancellationToken token)
    {
        using var http = new HttpClient { Timeout = Patience };
        try
        {
            using var answer = await http.SendAsync(request, token);
            return (answer.StatusCode, null);
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException && !token.IsCancellationRequested)
        {
            return (null, exception is TaskCanceledException ? $"no answer within {Patience.TotalSeconds:0} s" : exception.Message);
        }
        finally
        {
            request.Dispose();
        }
    }

    private static string Advice(string error) => error switch
    {
        _ when error.Contains("certificate", StringComparison.OrdinalIgnoreCase)
            || error.Contains("SSL", StringComparison.OrdinalIgnoreCase) =>
            "The certificate is not one that Telegram trusts.",
        _ when error.Contains("401", StringComparison.Ordinal) || error.Contains("403", StringComparison.Ordinal) =>
            "Telegram has another secret than the shop: ./trt webhook set",
        _ when error.Contains("50", StringComparison.Ordinal) => "The shop was not ready, or its proxy did not find it: ./trt check",
        _ => "It may be over: when the moment above is long ago, nothing has to be done.",
    };

    internal static int Tell(ParseResult input, ReceptionView view) => input.Give(
        view,
        [
            $"@{view.Bot}: {view.Problem ?? "updates come as they should"}; {view.Waiting} wait.",
            view.Address is { } address ? $"Telegram brings them to {address}" : "Telegram waits to be asked.",
            view.KnowsCommands ? "The commands are known." : "The commands are not known as they are now.",
            .. view.LastError is { } error
                ? [string.Create(CultureInfo.InvariantCulture, $"Its last trouble with us, at {view.LastErrorAt:u}: {error}")]
                : Array.Empty<string>(),
        ],
        view.Problem is null && view.KnowsCommands ? 0 : 1);

    internal static async Task<int> AtTelegram(ParseResult input, Func<Reception, TrtOptions, Task<int>> act)
    {
        if (CliOptions.Read() is not { } settings)
        {
            return CliOptions.BadOptions;
        }

        using var api = new BotApi(
            new BotApiOptions { Token = settings.Bot.Token, ApiBase = settings.Bot.ApiBase }, TimeProvider.System);
        return await act(new Reception(api, settings.Bot, new BotIdentity()), settings);
    }
}
