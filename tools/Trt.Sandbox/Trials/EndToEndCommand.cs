using System.CommandLine;
using System.Globalization;
using Trt.Api.Cli;
using Trt.Infrastructure.Telegram;

namespace Trt.Sandbox.Trials;

/// <summary><c>e2e --free [--runs 2] [--real]</c>: every free model through the whole pipeline.</summary>
internal static class EndToEndCommand
{
    private static readonly TimeSpan PatienceDry = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan PatienceReal = TimeSpan.FromMinutes(10);

    public static Command Create()
    {
        var free = new Option<bool>("--free") { Description = "Every free model; paid ones are never ordered by a trial." };
        var runs = new Option<int>("--runs") { Description = "How often each.", DefaultValueFactory = _ => 2 };
        var real = new Option<bool>("--real")
        {
            Description = "At the shop that is open on this database, with Telegram and the provider; into the chat of the first of ADMIN_IDS.",
        };
        runs.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 100)
            {
                result.AddError("--runs must be from 1 to 100.");
            }
        });
        var command = new Command("e2e", "Order every free model and watch each order to its delivery. Ends with 0 when all are stable.")
        {
            free, runs, real, Answer.AsJson,
        };
        command.Validators.Add(result =>
        {
            if (!result.GetValue(free))
            {
                result.AddError("Only free models are tried: e2e --free.");
            }
        });
        command.SetAction((input, token) => TrialCommand.Run(
            input, () => input.GetValue(real) ? Real(input, input.GetValue(runs), token) : Dry(input, input.GetValue(runs), token)));
        return command;
    }

    private static async Task<int> Dry(ParseResult input, int runs, CancellationToken token)
    {
        await using var shop = await TrialShop.Open(Environment.GetEnvironmentVariable("DATABASE_URL"), token);
        return Report(input, await Paper.Busy(
            "Ordering free models", step => new FreeModels(new DryWay(shop), PatienceDry).Run(runs, step, token)));
    }

    private static async Task<int> Real(ParseResult input, int runs, CancellationToken token)
    {
        if (CliOptions.Read() is not { } settings)
        {
            return CliOptions.BadOptions;
        }

        if (settings.Shop.Owners is not [var owner, ..])
        {
            return input.Refuse("ADMIN_IDS names nobody: the results have to go to somebody. Set it to your own Telegram id.");
        }

        await using var scope = await CliScope.Open(token);
        await scope.OpenCatalog(token);
        using var telegram = new BotApi(
            new BotApiOptions { Token = settings.Bot.Token, ApiBase = settings.Bot.ApiBase }, TimeProvider.System);
        var way = new RealWay(scope, telegram, owner, new Uri($"http://127.0.0.1:{settings.Port}"));
        return Report(input, await Paper.Busy("Ordering free models", step => new FreeModels(way, PatienceReal).Run(runs, step, token)));
    }

    private static int Report(ParseResult input, IReadOnlyList<FreeVerdict> verdicts)
    {
        var code = verdicts.Count > 0 && verdicts.All(verdict => verdict.IsStable) ? 0 : 1;
        if (input.GetValue(Answer.AsJson))
        {
            return input.Give(verdicts.Select(ForPrograms), "", code);
        }

        var paper = Paper.On(input.InvocationConfiguration.Output);
        paper.Table(
            ["Model", "Verdict", "To task id", "Total", "callback_4xx", "job_not_found", "Deliveries", ""],
            verdicts.Select(Row));
        paper.Verdict(
            code == 0 ? $"{verdicts.Count} free models, each STABLE in {verdicts[0].Runs.Count} runs."
            : $"{verdicts.Count(verdict => !verdict.IsStable)} of {verdicts.Count} free models are not stable.",
            code == 0);
        return code;
    }

    private static string[] Row(FreeVerdict verdict) =>
    [
        verdict.Model.Value, verdict.Word, Seconds(verdict.ToTask), Seconds(verdict.Total), Number(verdict.Callback4xx),
        Number(verdict.JobNotFound), Number(verdict.Deliveries), verdict.Trouble ?? "",
    ];

    private static object ForPrograms(FreeVerdict verdict) => new
    {
        verdict.Model,
        Verdict = verdict.Word,
        ToTaskSeconds = verdict.ToTask?.TotalSeconds,
        TotalSeconds = verdict.Total.TotalSeconds,
        verdict.Callback4xx,
        verdict.JobNotFound,
        verdict.Deliveries,
        Runs = verdict.Runs.Count,
        verdict.Trouble,
    };

    private static string Seconds(TimeSpan? time) =>
        time is { } known ? string.Create(CultureInfo.InvariantCulture, $"{known.TotalSeconds:0.00} s") : "never";

    private static string Number(int? count) => count?.ToString(CultureInfo.InvariantCulture) ?? "?";
}
