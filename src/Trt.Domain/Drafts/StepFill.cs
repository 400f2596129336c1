using Trt.Domain.Catalog;
using Trt.Domain.Recipes;

namespace Trt.Domain.Drafts;

/// <summary>What a step of a recipe answers of a model's questions; the rest stays as is usual or is asked.</summary>
public static class StepFill
{
    /// <summary>What is asked of the model; null where its customer writes all of it.</summary>
    public static string? Words(RecipeStep step, IReadOnlyDictionary<string, string> answers) =>
        step.Words is { } template ? WordsTemplate.Fill(template, answers) : null;

    public static IReadOnlyDictionary<string, InputValue> Of(
        ModelCard card, RecipeStep step, IReadOnlyDictionary<string, string> answers)
    {
        var values = WizardPlan.Usual(card);
        foreach (var (name, value) in step.Chosen().Concat(Described(card, Words(step, answers))))
        {
            if (card.Inputs.Find(name) is { IsHidden: false } field && card.Inputs.CheckField(field, value) is { IsValid: true } check)
            {
                values[name] = check.Values[name];
            }
        }

        return values;
    }

    private static IEnumerable<KeyValuePair<string, InputValue>> Described(ModelCard card, string? words) =>
        (words, WizardPlan.Description(card)) switch
        {
            ({ } text, TextField field) => [KeyValuePair.Create(field.Name, (InputValue)new TextValue(text))],
            ({ } text, DialogueField field) =>
                [KeyValuePair.Create(field.Name, (InputValue)new DialogueValue([new DialogueLine(text, field.Voices[0].Value)]))],
            _ => [],
        };
}
