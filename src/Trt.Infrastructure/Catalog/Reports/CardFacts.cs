using Trt.Domain.Catalog;
using Trt.Infrastructure.Catalog.Provider;
using Trt.Infrastructure.Kie;

namespace Trt.Infrastructure.Catalog.Reports;

/// <summary>A card as facts with the names of <see cref="ContractFacts"/>, so that it can be held against a contract.</summary>
internal static class CardFacts
{
    private const decimal BytesPerMegabyte = 1024 * 1024;

    public static SortedDictionary<string, string> Of(ModelCard card, ProviderContract contract)
    {
        var facts = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            [ContractFacts.Output] = card.Output.Word(),
            [ContractFacts.Door] = Doors.OrdersOf(card) ?? ContractFacts.Nothing,
            [ContractFacts.SentAs] = card.SendAs ?? ContractFacts.Nothing,
            [ContractFacts.OnSale] = card.Status == ModelStatus.AbsentUpstream ? ContractFacts.No : ContractFacts.Yes,
        };
        foreach (var rule in card.Inputs.Rules.OfType<OneOfRequired>())
        {
            facts[ContractFacts.OneOf] = ContractFacts.Listed(rule.Fields);
        }

        var asked = contract.Asks.ToDictionary(input => input.Name, StringComparer.Ordinal);
        foreach (var field in card.Inputs.Fields)
        {
            Note(facts, field, asked);
        }

        if (card.Prices.Skus.Count > 0)
        {
            PriceFacts.Note(facts, card, contract.Price?.Lines ?? []);
        }

        return facts;
    }

    private static void Note(SortedDictionary<string, string> facts, Field field, Dictionary<string, AskedInput> asked)
    {
        foreach (var (name, type, choices) in Sent(field))
        {
            facts[name] = type;
            facts[$"{name}.required"] = Required(field, asked.GetValueOrDefault(name)) ? ContractFacts.Yes : ContractFacts.No;
            ContractFacts.Note(facts, $"{name}.choices", choices is { Count: > 0 } ? ContractFacts.Listed(choices) : null);
            ContractFacts.Note(facts, $"{name}.travels", field is ChoiceField { Wire: ChoiceWire.Number } ? ContractFacts.AsNumbers : null);
            ContractFacts.Note(facts, $"{name}.default", field.Default is { } given ? CardSheet.Word(given) : null);
            foreach (var (limit, value) in Limits(field, name, asked.GetValueOrDefault(name)))
            {
                ContractFacts.Limit(facts, name, limit, value);
            }
        }
    }

    /// <summary>What the provider gets of one answer: an earlier result and a dialogue may fill several inputs.</summary>
    private static IEnumerable<(string Name, string Type, IReadOnlyList<string>? Choices)> Sent(Field field) => field switch
    {
        EarlierField earlier => earlier.Sends.Select(name => name == earlier.ModelAs
            ? (name, InputTypes.Choice, [.. earlier.From.Select(model => model.Value)])
            : (name, InputTypes.Text, (IReadOnlyList<string>?)null)),
        ChoiceField choice => [(field.Name, InputTypes.Choice, [.. choice.Choices.Select(option => option.Value)])],
        DialogueField { SpeakersAs: { } speakers } scene =>
            [(speakers, InputTypes.Objects, [.. scene.Voices.Select(voice => voice.Value)]), (field.Name, InputTypes.Objects, null)],
        DialogueField dialogue => [(field.Name, InputTypes.Objects, [.. dialogue.Voices.Select(voice => voice.Value)])],
        TextField => [(field.Name, InputTypes.Text, null)],
        TextListField => [(field.Name, InputTypes.Texts, null)],
        NumberField number => [(field.Name, number.IsInteger ? InputTypes.Integer : InputTypes.Number, null)],
        FlagField => [(field.Name, InputTypes.Flag, null)],
        MediaField media => [(field.Name, media.Kind.ToString().ToLowerInvariant() + (media.IsList ? "s" : ""), null)],
        _ => throw new NotSupportedException($"{field.GetType().Name} has no word in a contract"),
    };

    /// <summary>
    /// What the provider demands may come from a default of ours; what it leaves open must not become a must with us.
    /// </summary>
    private static bool Required(Field field, AskedInput? input) => input?.IsRequired == true
        ? field.IsRequired || field.Default is not null
        : field is { IsRequired: true, Default: null };

    private static IEnumerable<(string Name, string Value)> OwnNames(AskedInput? input) =>
    [
        .. input?.Limits.Select(limit => (limit.Key, limit.Value)) ?? [],
        .. input?.Default is { } given ? [("default", given)] : Array.Empty<(string, string)>(),
    ];

    /// <summary>Of an earlier result the provider gets back its own names, which keep its own limits.</summary>
    private static IEnumerable<(string Name, string Value)> Limits(Field field, string input, AskedInput? asked) => field switch
    {
        EarlierField => OwnNames(asked),
        DialogueField { SpeakersAs: { } speakers, Accent: var accent } when input == speakers =>
            accent is null ? [] : [("accent", accent)],
        TextField text => [("min", Numbers.Text(text.LengthMin)), ("max", Numbers.Text(text.LengthMax))],
        TextListField list =>
            [("min", Numbers.Text(list.ItemsMin)), ("max", Numbers.Text(list.ItemsMax)), ("length", Numbers.Text(list.LengthMax))],
        DialogueField lines =>
            [("min", Numbers.Text(lines.ItemsMin)), ("max", Numbers.Text(lines.ItemsMax)), ("length", Numbers.Text(lines.LengthMax))],
        NumberField number =>
            [("min", Numbers.Text(number.Min)), ("max", Numbers.Text(number.Max)), .. Known(("step", number.Step))],
        MediaField media => OfMedia(media),
        _ => [],
    };

    private static IEnumerable<(string Name, string Value)> OfMedia(MediaField media) =>
    [
        ("min", Numbers.Text(media.ItemsMin)),
        ("max", Numbers.Text(media.ItemsMax)),
        ("megabytes", Numbers.Text(media.BytesMax / BytesPerMegabyte)),
        ("types", ContractFile.MediaTypes("", media.MimeTypes)),
        .. Known(
            ("secondsMin", media.DurationSecondsMin), ("secondsMax", media.DurationSecondsMax),
            ("secondsTotal", media.DurationSecondsTotalMax),
            ("sideMin", media.SideMin), ("sideMax", media.SideMax)),
    ];

    private static IEnumerable<(string Name, string Value)> Known(params IEnumerable<(string Name, decimal? Value)> limits) =>
        limits.Where(limit => limit.Value is not null).Select(limit => (limit.Name, Numbers.Text(limit.Value!.Value)));
}
