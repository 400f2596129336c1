using Trt.Domain.Catalog;
using Trt.Domain.Shared;

namespace Trt.Domain.Drafts;

/// <summary>A model that is to make the same as the draft's own.</summary>
/// <param name="Quote">What it takes for that, once shown.</param>
public sealed record Rival(ModelId Model, DraftQuote? Quote = null);

/// <summary>What a model makes of an order that was filled in for another one.</summary>
/// <param name="Inputs">Checked, as they would be ordered.</param>
/// <param name="Lost">Settings that it does not know; it goes by its own.</param>
public sealed record Entrant(ModelCard Card, IReadOnlyDictionary<string, InputValue> Inputs, IReadOnlyList<Field> Lost)
{
    /// <summary>Null for a model that cannot take exactly what was said and sent: a duel with less would prove nothing.</summary>
    public static Entrant? Of(ModelCard from, IReadOnlyDictionary<string, InputValue> values, ModelCard card)
    {
        var taken = Carried.Over(from, card, values);
        if (!TakesWords(from, values, card, taken) || Files(taken) != Files(values) || values.Values.Any(value => value is EarlierValue))
        {
            return null;
        }

        var check = card.Inputs.Check(taken);
        return check.IsValid ? new Entrant(card, check.Values, NotTaken(from, values, taken)) : null;
    }

    private static bool TakesWords(
        ModelCard from, IReadOnlyDictionary<string, InputValue> values, ModelCard card, Dictionary<string, InputValue> taken) =>
        WizardPlan.Description(from) is not { } said || !values.TryGetValue(said.Name, out var words)
        || (WizardPlan.Description(card) is { } hears && words.Equals(taken.GetValueOrDefault(hears.Name)));

    private static int Files(IReadOnlyDictionary<string, InputValue> values) =>
        values.Values.OfType<MediaValue>().Sum(media => media.Items.Count);

    /// <summary>What the customer has chosen and not left as is usual.</summary>
    private static IReadOnlyList<Field> NotTaken(
        ModelCard from, IReadOnlyDictionary<string, InputValue> values, Dictionary<string, InputValue> taken) =>
    [
        .. from.Inputs.Fields.Where(field => field is not MediaField
            && field != WizardPlan.Description(from)
            && values.TryGetValue(field.Name, out var chosen)
            && !chosen.Equals(field.Default)
            && !chosen.Equals(taken.GetValueOrDefault(field.Name))),
    ];
}
