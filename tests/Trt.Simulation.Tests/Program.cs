using System.CommandLine;
using Trt.Simulation.Tests;

var seeds = new Option<int>("--seeds") { Description = "How many seeds are played.", DefaultValueFactory = _ => 300 };
var seed = new Option<int>("--seed") { Description = "The first of them.", DefaultValueFactory = _ => 1 };
var workers = new Option<int>("--workers") { Description = "How many are played side by side.", DefaultValueFactory = _ => Environment.ProcessorCount };
var drop = new Option<string>("--drop") { Description = "Numbers of faults that do not strike, with commas.", DefaultValueFactory = _ => "" };
var plant = new Option<Plant>("--plant") { Description = "A mistake to be found.", DefaultValueFactory = _ => Plant.None };
var trace = new Option<bool>("--trace") { Description = "Print all that happens." };
seeds.Validators.Add(result =>
{
    if (result.GetValueOrDefault<int>() < 1)
    {
        result.AddError("--seeds takes a number from 1 on.");
    }
});

var command = new RootCommand("Plays orders on bad days: real handlers and a real database, everything else by the seed. Ends with 1 when something is not as promised.")
{
    seeds, seed, workers, drop, plant, trace,
};
command.SetAction(async (wish, _) => await Playing.ByHand(
    wish.GetValue(seed), wish.GetValue(seeds), wish.GetValue(workers), Playing.Numbers(wish.GetValue(drop)!), wish.GetValue(plant), wish.GetValue(trace)));
var parsed = command.Parse(args);
var status = await parsed.InvokeAsync();
return parsed.Errors.Count == 0 ? status : 2;
