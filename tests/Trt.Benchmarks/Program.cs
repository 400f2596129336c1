using System.CommandLine;
using Trt.Benchmarks;
using Trt.Benchmarks.Figures;
using Trt.Benchmarks.Measuring;

var which = new Argument<string>("figure") { Description = "Only this one; without it, all of them.", Arity = ArgumentArity.ZeroOrOne };
which.AcceptOnlyFromAmong([.. Everything.Ids]);
var rounds = new Option<int>("--rounds") { Description = "Rounds of both sides; floors are judged from 5 on.", DefaultValueFactory = _ => 7 };
rounds.Validators.Add(result => Check.Range(result, 1, 50));
var seconds = new Option<int>("--seconds") { Description = "How long one side is measured in one round.", DefaultValueFactory = _ => 6 };
seconds.Validators.Add(result => Check.Range(result, 1, 60));
var rows = new Option<double>("--rows") { Description = "Orders behind the largest shop of p10 and the one of p12, up to 1e7.", DefaultValueFactory = _ => 1e6 };
rows.Validators.Add(result => Check.Size(result, Growth.SmallRows, 1e7));

var command = new RootCommand(
    "Measures what the shop promises about its speed, each figure against a reference in the same run (docs/performance.md). "
    + "Ends with 1 when a floor is missed.")
{
    which, rounds, seconds, rows,
};
command.SetAction(async (wish, token) =>
{
    var plan = new Plan(
        wish.GetValue(rounds),
        TimeSpan.FromSeconds(wish.GetValue(seconds)),
        Path.Combine(Environment.CurrentDirectory, "artifacts", "bench"),
        (long)wish.GetValue(rows));
    var load = Noise.Now();
    var (figures, brokenOff) = await Everything.Measure(wish.GetValue(which), plan, token);
    var noise = Noise.Since(load);
    if (figures.Count > 0)
    {
        Report.Print(figures, plan, noise);
        Report.Save(figures, plan, noise, TimeProvider.System);
    }

    foreach (var why in brokenOff)
    {
        Console.Error.WriteLine(why);
    }

    return brokenOff.Count > 0 ? 3 : plan.IsJudged && figures.Any(figure => figure.IsMissed) ? 1 : 0;
});
var parsed = command.Parse(args);
var status = await parsed.InvokeAsync();
return parsed.Errors.Count == 0 ? status : 2;
