using System.CommandLine;
using Trt.Application.BackOffice.Settings;
using Trt.Application.Terms;
using Trt.Domain.Shared;

namespace Trt.Api.Cli;

/// <summary><c>models hide | show</c>: takes a model off the shelves and puts it back.</summary>
internal static class ModelsCommand
{
    private static readonly Argument<string> Model = new("id") { Description = "The model's id, as catalog list shows it." };

    public static Command Create() => new("models", "Take models off the shelves of a running shop and put them back.") { Hide(), Show() };

    private static Command Hide()
    {
        var command = new Command("hide", "No shelf shows it any more; its old buttons and open orders are offered other models.") { Model, Operator.Reason, Operator.Name, Answer.AsJson };
        command.SetAction((input, token) => CliScope.Run(async (scope, stop) =>
        {
            await scope.OpenCatalog(stop);
            return SettingsCommand.Tell(input, await scope.Mediator.Send(
                new ChangeSetting(NameIn(input), "yes", Operator.Of(input), input.GetRequiredValue(Operator.Reason)), stop));
        }, token));
        return command;
    }

    private static Command Show()
    {
        var command = new Command("show", "It is sold again.") { Model, Operator.Reason, Operator.Name, Answer.AsJson };
        command.SetAction((input, token) => CliScope.Run(async (scope, stop) =>
        {
            await scope.OpenCatalog(stop);
            return await scope.Mediator.Send(new FindSetting(NameIn(input)), stop) is null
                ? input.Refuse($"There is no model \"{input.GetRequiredValue(Model)}\"; catalog list shows them all.")
                : SettingsCommand.Tell(input, await scope.Mediator.Send(
                    new ResetSetting(NameIn(input), Operator.Of(input), input.GetRequiredValue(Operator.Reason)), stop));
        }, token));
        return command;
    }

    private static string NameIn(ParseResult input) => HiddenModels.NameFor(new ModelId(input.GetRequiredValue(Model)));
}
