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

    public static void Print(IReadOnlyList<Figure> figures, Plan plan)
    {
        Console.WriteLine();
        Console.WriteLine($"{"",-4}{"Figure",-46}{"Shop",12}{"Reference",12}  {"Unit",-6}{"Judged",9}  {"min – max",-17}{"Floor",-9}");
        foreach (var figure in figures)
        {
            var verdict = figure.Bound is null ? "" : !plan.IsJudged ? "not judged" : figure.IsMissed ? "MISSED" : "holds";
            var spread = $"{Number(figure.Judged.Min)} – {Number(figure.Judged.Max)}";
            Console.WriteLine(
                $"{figure.Id,-4}{figure.Name,-46}{Number(figure.Ours.Median),12}{(figure.Reference is { } reference ? Number(reference.Median) : ""),12}"
                + $"  {figure.Unit,-6}{Number(figure.Judged.Median),9}  {spread,-17}{figure.Bound?.ToString() ?? "",-9}{verdict}");
            foreach (var (name, value) in figure.Notes)
            {
                Console.WriteLine($"{"",-6}{name}: {Number(value)}");
            }
        }

        Console.WriteLine();
        Console.WriteLine(plan.IsJudged
            ? $"Medians of {plan.Rounds} rounds, both sides in turns."
            : $"A quick look: {plan.Rounds} round(s) say too little, the floors are judged from {Plan.RoundsToJudge} rounds on.");
    }

    public static void Save(IReadOnlyList<Figure> figures, Plan plan, TimeProvider time)
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
            },
            Figures = figures,
        };
        File.WriteAllText(file, JsonSerializer.Serialize(results, Json));
        Console.WriteLine($"Written to {Path.GetRelativePath(Environment.CurrentDirectory, file)}.");
    }

    private static string Number(double value) => Math.Abs(value) switch
    {
        >= 1000 => value.ToString("#,0", CultureInfo.InvariantCulture),
        >= 100 => value.ToString("0", CultureInfo.InvariantCulture),
        >= 10 => value.ToString("0.0", CultureInfo.InvariantCulture),
        _ => value.ToString("0.###", CultureInfo.InvariantCulture),
    };
}
