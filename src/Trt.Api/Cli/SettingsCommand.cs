using System.CommandLine;
using System.Globalization;
using Trt.Application.BackOffice;
using Trt.Application.BackOffice.Settings;

namespace Trt.Api.Cli;

/// <summary><c>settings list | get | set | reset | history</c>: what the operator may change while the shop is open.</summary>
internal static class SettingsCommand
{
    private static readonly Argument<string> Name =
        new("name") { Description = "As settings list shows it, for example markup or price.override:nano-banana-pro:resolution=4K." };

    public static Command Create() =>
        new("settings", "Look at and change prices, limits and free models; a running shop follows within two seconds.")
    {
        List(), Get(), Set(), Reset(), History(),
    };

    private static Command List()
    {
        var command = new Command("list", "Every setting with its value, its default and what it may be.") { Answer.AsJson };
        command.SetAction((input, token) => CliScope.Run(async (scope, stop) =>
        {
            var settings = await scope.Mediator.Send(new ListSettings(), stop);
            return input.Give(settings.Select(ForPrograms), settings.Select(Line).Concat(ListSettings.Patterns.Select(Line)));
        }, token));
        return command;
    }

    private static Command Get()
    {
        var command = new Command("get", "One setting in full.") { Name, Answer.AsJson };
        command.SetAction((input, token) => CliScope.Run(async (scope, stop) =>
        {
            await scope.OpenCatalog(stop);
            var name = input.GetRequiredValue(Name);
            return await scope.Mediator.Send(new FindSetting(name), stop) is { } setting
                ? input.Give(ForPrograms(setting), Sheet(setting))
                : input.Refuse($"There is no setting \"{name}\"; settings list shows them.");
        }, token));
        return command;
    }

    private static Command Set()
    {
        var value = new Argument<string>("value") { Description = "As settings get describes it." };
        var command =
            new Command(
                "set", "Change one; it is checked together with all the others first.") { Name, value, Operator.Reason, Operator.Name, Answer.AsJson };
        command.SetAction((input, token) => CliScope.Run(async (scope, stop) =>
        {
            await scope.OpenCatalog(stop);
            return Tell(input, await scope.Mediator.Send(
                new ChangeSetting(
                    input.GetRequiredValue(Name), input.GetRequiredValue(value), Operator.Of(input),
                    input.GetRequiredValue(Operator.Reason)),
                stop));
        }, token));
        return command;
    }

    private static Command Reset()
    {
        var command = new Command("reset", "Back to what the environment or the cards say.")
        {
            Name, Operator.Reason, Operator.Name, Answer.AsJson,
        };
        command.SetAction((input, token) => CliScope.Run(async (scope, stop) => Tell(input, await scope.Mediator.Send(
            new ResetSetting(input.GetRequiredValue(Name), Operator.Of(input), input.GetRequiredValue(Operator.Reason)), stop)), token));
        return command;
    }

    private static Command History()
    {
        var name = new Argument<string?>("name")
        {
            Description = "One setting; all of them when left out.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var count = new Option<int>("--count") { Description = "How many changes.", DefaultValueFactory = _ => 50 };
        var command = new Command("history", "Who changed what, when and why; the newest first.") { name, count, Answer.AsJson };
        command.SetAction((input, token) => CliScope.Run(async (scope, stop) =>
        {
            var changes = await scope.Mediator.Send(new ListChanges(input.GetValue(name), input.GetValue(count)), stop);
            return input.Give(changes, changes.Select(Line).DefaultIfEmpty("Nothing has been changed."));
        }, token));
        return command;
    }

    internal static int Tell(ParseResult input, SettingResult result) => result switch
    {
        SettingResult.Changed changed =>
            input.Tell($"{changed.Name}: {changed.Before} → {changed.After}. A running shop follows within two seconds."),
        SettingResult.AsBefore same => input.Tell($"{same.Name} is {same.Value} already, nothing has changed."),
        SettingResult.Refused refused => input.Refuse(refused.Explanation),
        _ => throw new InvalidOperationException("A change is made, needless or refused"),
    };

    private static string Line(SettingView setting) =>
        $"{setting.Name} = {Value(setting)}{(setting.IsChanged ? $"  (default {Default(setting)}; {Who(setting)})" : "")}"
        + $"\n    {setting.Help}{(setting.Trouble is null ? "" : $"\n    ! {setting.Trouble}")}";

    /// <summary>What the shop was started with stands in its own environment, which this shell need not share.</summary>
    private static bool IsKnown(SettingView setting) => setting.IsChanged || setting.Variable is null;

    private static string Value(SettingView setting) => IsKnown(setting) ? setting.Value : Default(setting);

    private static string Default(SettingView setting) => setting.Variable is null
        ? setting.Default
        : $"as the shop was started with {setting.Variable}: unknown here (this shell says {setting.Default})";

    private static object ForPrograms(SettingView setting) => new
    {
        setting.Name,
        Value = IsKnown(setting) ? setting.Value : null,
        Default = setting.Variable is null ? setting.Default : null,
        DefaultOfThisShell = setting.Default,
        setting.Variable,
        setting.Bounds,
        setting.Help,
        setting.IsChanged,
        setting.ChangedAt,
        setting.ChangedBy,
        setting.Trouble,
    };

    private static string Line(SettingPattern setting) => $"{setting.Name}: {setting.Bounds}\n    {setting.Help}";

    private static string Sheet(SettingView setting) => string.Join('\n', new[]
    {
        $"{setting.Name} = {Value(setting)}",
        setting.Help,
        $"It must be {setting.Bounds}.",
        $"Default: {Default(setting)}",
        setting.IsChanged ? Who(setting) : "Never changed, or reset.",
        setting.Trouble is null ? "" : $"! {setting.Trouble}",
    }.Where(line => line.Length > 0));

    private static string Who(SettingView setting) =>
        string.Create(CultureInfo.InvariantCulture, $"changed {setting.ChangedAt:u} by {setting.ChangedBy}");

    private static string Line(AuditLine change) => string.Create(
        CultureInfo.InvariantCulture,
        $"{change.At:u} {change.Actor}: {change.Subject}: {change.Before} → {change.After} ({change.Reason})");
}
