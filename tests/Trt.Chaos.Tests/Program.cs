using System.CommandLine;
using Trt.Chaos.Tests.Crashes;
using Trt.Chaos.Tests.Deployments;
using Trt.Chaos.Tests.Storms;

if (args is [CrashingShop.Verb])
{
    return await CrashingShop.Run();
}

if (args is [GlassShop.Verb])
{
    return await GlassShop.Run();
}

if (args is [StormShop.Verb])
{
    return await StormShop.Run();
}

var minutes = new Option<double>("--minutes") { Description = "How long the storm lasts.", DefaultValueFactory = _ => 5 };
var seed = new Option<int>("--seed") { Description = "What strikes whom and when.", DefaultValueFactory = _ => 1 };
var people = new Option<int>("--people") { Description = "How many press.", DefaultValueFactory = _ => 6 };
var plant = new Option<bool>("--plant") { Description = "Every other result and word of a failure is lost in the database: the judge has to find it." };
var command = new RootCommand("Two real shops in a storm of kills and faults, judged afterwards. Ends with 1 when a promise was broken.")
{
    minutes, seed, people, plant,
};
command.SetAction((wish, _) => Storm.Run(wish.GetValue(minutes), wish.GetValue(seed), wish.GetValue(people), wish.GetValue(plant)));
var parsed = command.Parse(args);
var status = await parsed.InvokeAsync();
return parsed.Errors.Count == 0 ? status : 2;
