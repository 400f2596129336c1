using Trt.Domain.Catalog;

namespace Trt.Domain.Drafts;

/// <summary>What a customer called their own work: the title they gave it, or what they asked for in words.</summary>
public static class Described
{
    private const string TitleField = "title";

    /// <summary>Null where nothing was written.</summary>
    public static string? Words(ModelCard? card, IReadOnlyDictionary<string, InputValue> inputs)
    {
        var described = card is null ? null : WizardPlan.Description(card);
        return Text(described is null ? null : inputs.GetValueOrDefault(described.Name)) ?? Text(inputs.GetValueOrDefault("prompt"));
    }

    /// <summary>The shortest that says which one it is.</summary>
    public static string? Title(ModelCard? card, IReadOnlyDictionary<string, InputValue> inputs) =>
        Text(inputs.GetValueOrDefault(TitleField)) ?? Words(card, inputs);

    private static string? Text(InputValue? value) => value switch
    {
        TextValue { Text: { Length: > 0 } text } => text,
        TextListValue { Items: [var first, ..] } => first,
        DialogueValue { Lines: [var first, ..] } => first.Text,
        _ => null,
    };
}
