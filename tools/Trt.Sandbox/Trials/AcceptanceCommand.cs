using System.CommandLine;
using System.Globalization;
using Trt.Api.Cli;
using Trt.Api.Instance;

namespace Trt.Sandbox.Trials;

/// <summary><c>acceptance</c>: measures every criterion and writes the page.</summary>
internal static class AcceptanceCommand
{
    public static Command Create()
    {
        var page = new Option<string>("--out")
        {
            Description = "The page that is written.",
            DefaultValueFactory = _ => "docs/acceptance.md",
        };
        var command = new Command("acceptance", "Measure every criterion of acceptance and write the page. Ends with 0 when all are met.")
        {
            page, Answer.AsJson,
        };
        command.SetAction((input, token) => TrialCommand.Run(input, async () =>
        {
            await using var shop = await TrialShop.Open(Environment.GetEnvironmentVariable("DATABASE_URL"), token);
            var criteria = await Paper.Busy("Measuring", step => new Acceptance(shop).Run(step, token));
            await File.WriteAllTextAsync(input.GetRequiredValue(page), Page(criteria, TimeProvider.System.GetUtcNow()), token);
            return Report(input, criteria);
        }));
        return command;
    }

    internal static string Page(IReadOnlyList<Criterion> criteria, DateTimeOffset on) => string.Join('\n',
    [
        "# Acceptance",
        "",
        string.Create(
            CultureInfo.InvariantCulture,
            $"Written by `./trt acceptance` on {on:yyyy-MM-dd}: version {ShopBuild.Current}, {Environment.ProcessorCount} processors. {criteria.Count(criterion => criterion.IsMet)} of {criteria.Count} are met."),
        "",
        "Each figure was measured in that run, on a shop of its own beside the simulators. At the real neighbours: `./trt e2e --free --runs 2 --real`.",
        "",
        "| Criterion | Asked | Measured | Met | Shown by |",
        "|---|---|---|---|---|",
        .. criteria.Select(criterion =>
            $"| {criterion.Name} | {criterion.Asked} | {criterion.Measured} | {Met(criterion)} | `{criterion.Shown}` |"),
        "",
    ]);

    private static string Met(Criterion criterion) => criterion.IsMet ? "yes" : "**no**";

    private static int Report(ParseResult input, IReadOnlyList<Criterion> criteria)
    {
        var code = criteria.All(criterion => criterion.IsMet) ? 0 : 1;
        if (input.GetValue(Answer.AsJson))
        {
            return input.Give(criteria, "", code);
        }

        var paper = Paper.On(input.InvocationConfiguration.Output);
        paper.Table(
            ["Criterion", "Asked", "Measured", "Met"],
            criteria.Select(criterion => (string[])[criterion.Name, criterion.Asked, criterion.Measured, criterion.IsMet ? "yes" : "NO"]));
        paper.Verdict(
            code == 0
                ? $"All {criteria.Count} are met."
                : $"{criteria.Count(criterion => !criterion.IsMet)} of {criteria.Count} are not met.",
            code == 0);
        return code;
    }
}
