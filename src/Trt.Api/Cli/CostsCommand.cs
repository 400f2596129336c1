using System.CommandLine;
using System.Globalization;
using MediatR;
using Trt.Application.Costs;
using Trt.Domain.Catalog;
using Trt.Domain.Shared;

namespace Trt.Api.Cli;

/// <summary><c>catalog prices [list | accept | set | forget]</c> and <c>catalog sync --live</c>: what the provider takes.</summary>
internal static class CostsCommand
{
    private static readonly TimeSpan PatienceMax = TimeSpan.FromSeconds(30);

    private static readonly Argument<string> Model = new("id") { Description = "The model's id, as catalog list shows it." };

    public static Command Prices()
    {
        var text = new Option<bool>("--text") { Description = "Also the provider's own words." };
        var command = new Command("prices", "What the provider takes: where each price comes from, how old it is, and what waits for you.")
        {
            text, Answer.AsJson, Accept(), Set(), Forget(),
        };
        command.SetAction((input, token) => CliScope.Run(async (scope, stop) =>
        {
            await scope.OpenCatalog(stop);
            var costs = await scope.Mediator.Send(new ListCosts(), stop);
            return input.Give(costs, Sheet(costs, input.GetValue(text)));
        }, token));
        return command;
    }

    /// <summary>One look at the provider's list, now.</summary>
    public static Task<int> SyncLive(ParseResult input, bool isTrial, bool isForced, CancellationToken token) =>
        CliScope.Run(async (scope, stop) =>
        {
            if (!scope.CanAskProvider)
            {
                return input.Refuse("Set KIE_API_KEY: the provider shows its list to its customers only.");
            }

            await scope.OpenCatalog(stop);
            return await Sync(scope, new SyncCosts(isForced, isTrial), stop) switch
            {
                SyncResult.Done done => input.Give(
                    new
                    {
                        done.Report.Listed,
                        done.Report.Ours,
                        done.Report.Understood,
                        done.Report.Doubt,
                        News = done.Report.News.Select(news => $"{news}"),
                    },
                    Sheet(done.Report, isTrial), done.Report.Doubt is null || isForced ? 0 : 1),
                SyncResult.NotNow notNow => input.Refuse($"Nothing was taken: {notNow.Detail}"),
                var other => throw new InvalidOperationException($"No rule for {other}"),
            };
        }, token);

    /// <summary>The turns are shared with the running shop, so it may take a few seconds to have one.</summary>
    private static async Task<SyncResult> Sync(CliScope scope, SyncCosts request, CancellationToken token)
    {
        var time = scope.Service<TimeProvider>();
        var started = time.GetTimestamp();
        while (true)
        {
            var result = await scope.Mediator.Send(request, token);
            if (result is not SyncResult.NotNow { After: { } wait } || time.GetElapsedTime(started) + wait > PatienceMax)
            {
                return result;
            }

            await Task.Delay(wait, time, token);
        }
    }

    private static Command Accept()
    {
        var command = new Command(
            "accept", "Take the price that the provider shows, however far it has moved; sell again what was stopped.")
        {
            Model, Operator.Reason, Operator.Name, Answer.AsJson,
        };
        command.SetAction((input, token) => Change(
            input, id => new AcceptCosts(id, Operator.Of(input), input.GetRequiredValue(Operator.Reason)), token));
        return command;
    }

    private static Command Set()
    {
        var sku = new Argument<string>("sku") { Description = "The price line, as catalog show names it, for example resolution=4K." };
        var credits = new Argument<decimal>("credits") { Description = "What the provider takes for one unit." };
        var command = new Command("set", "Say yourself what a line costs; your word wins over the provider's text until it is forgotten.")
        {
            Model, sku, credits, Operator.Reason, Operator.Name, Answer.AsJson,
        };
        command.SetAction((input, token) => Change(
            input,
            id => new SetCost(
                new SkuId(id, input.GetRequiredValue(sku)), input.GetRequiredValue(credits), Operator.Of(input),
                input.GetRequiredValue(Operator.Reason)),
            token));
        return command;
    }

    private static Command Forget()
    {
        var command = new Command("forget", "Drop what was taken or set for a model; its card counts until the next list.")
        {
            Model, Operator.Reason, Operator.Name, Answer.AsJson,
        };
        command.SetAction((input, token) => Change(
            input, id => new ForgetCosts(id, Operator.Of(input), input.GetRequiredValue(Operator.Reason)), token));
        return command;
    }

    private static Task<int> Change(ParseResult input, Func<ModelId, IRequest<CostChange>> request, CancellationToken token) =>
        CliScope.Run(async (scope, stop) =>
        {
            await scope.OpenCatalog(stop);
            return await scope.Mediator.Send(request(new ModelId(input.GetRequiredValue(Model))), stop) switch
            {
                CostChange.Done done => input.Tell(done.What),
                CostChange.Refused refused => input.Refuse(refused.Explanation),
                var other => throw new InvalidOperationException($"No rule for {other}"),
            };
        }, token);

    private static string Sheet(SyncReport report, bool isTrial) => string.Join('\n', new[]
    {
        report.IsOvertaken ? "Somebody has read a newer list meanwhile; nothing was taken from this one."
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{report.Listed} models listed, {report.Ours} of them ours; the prices of {report.Understood} are understood."),
        report.Doubt is null ? "" : $"The list is not believed: {report.Doubt}. If it is right: --believe",
        report.News.Count == 0 ? "Nothing is new." : isTrial ? "It would be taken:" : "It is taken:",
    }.Concat(report.News.OrderBy(item => item.Event).Select(item => $"  {item}")).Where(line => line.Length > 0));

    private static string Sheet(CostOverview costs, bool withText) => string.Join('\n', new[]
    {
        costs.ListedAt is { } listed
            ? string.Create(
                CultureInfo.InvariantCulture, $"The provider's list was read last on {listed.UtcDateTime:yyyy-MM-dd HH:mm} UTC, {costs.Age!.Value.TotalMinutes:0} minutes ago.")
            : "The provider's list has never been read; the cards count.",
        costs.Opinion is { } opinion
            ? string.Create(
                CultureInfo.InvariantCulture, $"The public price page was read {opinion.Age.TotalMinutes:0} minutes ago: {opinion.Agree} models agree, {opinion.Differ} differ, {opinion.Unclear} cannot be compared. It is only an opinion.")
            : "The public price page has never been read.",
    }.Concat(costs.Models.Where(model => withText || IsWorthALine(model)).SelectMany(model => Lines(model, withText))));

    private static bool IsWorthALine(CostView model) => model.Standing != CostStanding.Well || model.Lines.Count > 0;

    private static IEnumerable<string> Lines(CostView model, bool withText)
    {
        yield return $"{model.Model}{(model.Objection is null ? "" : $"  OFF SALE: {model.Objection}")}";
        if (model.Trouble is not null)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture, $"    not taken, the price of {model.ReadAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC counts: {model.Trouble}");
        }

        foreach (var line in model.Lines)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"    {line.Sku} = {line.Credits:0.######} credits ({(line.OnTheCard is { } card ? $"card {card:0.######}" : "no such line on the card")}; {Answer.Word(line.Source)}, {line.Who}, seen {line.SeenAt.UtcDateTime:yyyy-MM-dd HH:mm}{(line.ValidUntil is { } until ? $", until {until.UtcDateTime:yyyy-MM-dd HH:mm}" : "")})");
        }

        if (model.Difference is not null)
        {
            yield return $"    the public price page differs: {model.Difference}";
        }

        if (withText && model.Text is not null)
        {
            yield return $"    “{model.Text.ReplaceLineEndings(" ")}”";
        }

        if (withText && model.Incomparable is not null)
        {
            yield return $"    no second opinion: {model.Incomparable}";
        }
    }
}
