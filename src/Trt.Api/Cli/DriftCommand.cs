using System.CommandLine;
using Trt.Application.Contracts;
using Trt.Application.Ports;
using Trt.Domain.Shared;

namespace Trt.Api.Cli;

/// <summary><c>catalog drift [accept]</c>: where the provider's live schemas differ from the cards.</summary>
internal static class DriftCommand
{
    public static Command Create()
    {
        var command = new Command("drift", "Where the provider's live schemas differ from the cards, in Markdown. Exit code 1 if a model is off sale for it.")
        {
            Accept(), Answer.AsJson,
        };
        command.SetAction((input, token) => CliScope.Run(async (scope, stop) =>
        {
            var contracts = await scope.Mediator.Send(new ListContracts(), stop);
            return input.Give(contracts, Sheet(contracts), contracts.Any(contract => contract.OffSale is not null) ? 1 : 0);
        }, token));
        return command;
    }

    private static Command Accept()
    {
        var model = new Argument<string>("id") { Description = "The model's id, as catalog list shows it." };
        var command = new Command("accept", "Sell the model as the provider has it now.") { model, Operator.Reason, Operator.Name, Answer.AsJson };
        command.SetAction((input, token) => CliScope.Run(async (scope, stop) =>
        {
            await scope.OpenCatalog(stop);
            var cards = scope.Service<ICards>().Current;
            var id = new ModelId(input.GetRequiredValue(model));
            var request = new AcceptContract(id, Operator.Of(input), input.GetRequiredValue(Operator.Reason));
            switch (await scope.Mediator.Send(request, stop))
            {
                case AcceptContractOutcome.Accepted:
                    return input.Tell($"{id} is sold as the provider has it now.");
                default:
                    return input.Refuse(cards.Find(id) is null ? $"There is no model \"{id}\"; catalog list shows them all." : $"The provider has changed nothing of {id} that waits for a word.");
            }
        }, token));
        return command;
    }

    private static string Sheet(IReadOnlyList<ContractView> contracts)
    {
        var open = contracts.Where(contract => contract.IsWorthALook);
        return string.Join('\n', open.SelectMany(Lines).Prepend($"# Live schemas against the cards\n\n{contracts.Count} models looked at.\n"));
    }

    private static IEnumerable<string> Lines(ContractView contract) =>
    [
        $"## {contract.Model}\n",
        .. contract.OffSale is { } why ? [$"- **not sold**: {why}"] : Array.Empty<string>(),
        .. contract.Unsafe.Select(line => $"- unsafe: {line}"),
        .. contract.Safe.Select(line => $"- safe: {line}"),
        .. contract.Trouble is { } trouble ? [$"- not read: {trouble}"] : Array.Empty<string>(),
        "",
    ];
}
