using System.Collections.Frozen;
using Trt.Application.Generations;
using Trt.Application.Operations;
using Trt.Application.Payments;

namespace Trt.Application.Later;

/// <summary>The stored names of all commands. A name stays for ever; a class may move.</summary>
public static class LaterCommands
{
    private static readonly FrozenDictionary<string, Type> ByName = new Dictionary<string, Type>
    {
        ["generation.submit.v1"] = typeof(SubmitGeneration),
        ["generation.check.v1"] = typeof(CheckGeneration),
        ["generation.progress.v1"] = typeof(ShowProgress),
        ["generation.deliver.v1"] = typeof(DeliverResult),
        ["generation.failure.v1"] = typeof(TellFailure),
        ["payment.received.v1"] = typeof(TellMoneyReceived),
        ["operator.alert.v1"] = typeof(AlertOperator),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<Type, string> ByType = ByName.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);

    public static IReadOnlyCollection<Type> All => ByType.Keys;

    public static string NameOf(ILaterCommand command) => ByType[command.GetType()];

    public static Type? Find(string name) => ByName.GetValueOrDefault(name);
}
