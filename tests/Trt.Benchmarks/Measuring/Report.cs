using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Trt.Benchmarks.Measuring;

/// <summary>The figures as a table for people and as JSON for machines.</summary>
internal static class Report
{
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static void Print(IReadOnlyList<Figure> figures, Plan plan, Noise noise)
    {
        Console.WriteLine();
        Console.WriteLine(
            $"{"",-5}{"Figure",-58}{"Shop",10}{"Reference",11}  {"Unit",-8}{"Judged",9}  {"min – max",-17}{"Spread",7}"
            + $"  {"Floor",-10}{"Goal",-10}");
        foreach (var figure in figures)
        {
            var spread = $"{Number(figure.Judged.Min)} – {Number(figure.Judged.Max)}";
            var reference = figure.Reference is { } other ? Number(other.Median) : "";
            Console.WriteLine(
                $"{figure.Id,-5}{figure.Name,-58}{Number(figure.Ours.Median),10}{reference,11}"
                + $"  {figure.Unit,-8}{Number(figure.Judged.Median),9}  {spread,-17}{Percent(figure.Judged),7}"
                + $"  {figure.Bound?.FloorText ?? "",-10}{figure.Bound?.GoalText ?? "",-10}{Verdict(figure, plan)}");
            foreach (var (name, value) in figure.Notes)
            {
                Console.WriteLine($"{"",-6}{name}: {Number(value)}");
            }
        }

        Console.WriteLine();
        Console.WriteLine(plan.IsJudged
            ? $"Medians of {plan.Rounds} rounds, both sides in turns."
            : $"A quick look: {plan.Rounds} round(s) say too little, the floors are judged from {Plan.RoundsToJudge} rounds on.");
        Console.WriteLine(
            $"Load average of the machine: {Number(noise.LoadBefore)} before, {Number(noise.LoadAfter)} after, on {Environment.ProcessorCount} cores.");
    }

    public static void Save(IReadOnlyList<Figure> figures, Plan plan, Noise noise, TimeProvider time)
    {
        Directory.CreateDirectory(plan.OutputFolder);
        var file = Path.Combine(plan.OutputFolder, "results.json");
        var results = new
        {
            At = time.GetUtcNow(),
            plan.Rounds,
            WindowSeconds = plan.Window.TotalSeconds,
            plan.IsJudged,
            Machine = new
            {
                System = RuntimeInformation.OSDescription,
                Runtime = RuntimeInformation.FrameworkDescription,
                Cores = Environment.ProcessorCount,
                noise.LoadBefore,
                noise.LoadAfter,
            },
            Figures = figures,
        };
        File.WriteAllText(file, JsonSerializer.Serialize(results, Json));
        Console.WriteLine($"Written to {Path.GetRelativePath(Environment.CurrentDirectory, file)}.");
    }

    private static string Verdict(Figure figure, Plan plan) =>
        figure.Bound is not { } bound ? ""
        : !plan.IsJudged ? "not judged"
        : figure.IsMissed ? "MISSED"
        : figure.IsAtItsGoal ? "goal"
        : bound.Floor is null ? "goal missed"
        : "holds";

    /// <summary>How far the rounds lie apart, of the middle one.</summary>
    private static string Percent(Spread spread) =>
        spread.Median == 0 ? "" : ((spread.Max - spread.Min) / Math.Abs(spread.Median)).ToString("0 %", CultureInfo.InvariantCulture);

    private static string Number(double value) => Math.Abs(value) switch
    {
        >= 1000 => value.ToString("#,0", CultureInfo.InvariantCulture),
        >= 100 => value.ToString("0", CultureInfo.InvariantCulture),
        >= 10 => value.ToString("0.0", CultureInfo.InvariantCulture),
        _ => value.ToString("0.###", CultureInfo.InvariantCulture),
    };
}
