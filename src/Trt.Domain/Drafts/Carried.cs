using Trt.Domain.Catalog;

namespace Trt.Domain.Drafts;

/// <summary>
/// What of the answers to one model another one takes: what is called alike, then the text and the files by what they are.
/// </summary>
internal static class Carried
{
    /// <param name="from">The card that the answers were given to; null when it has left the catalog.</param>
    public static Dictionary<string, InputValue> Over(ModelCard? from, ModelCard to, IReadOnlyDictionary<string, InputValue> values)
    {
        var taken = values.Where(pair => Fits(to, pair.Key, pair.Value)).ToDictionary(StringComparer.Ordinal);
        if (from is not null && WizardPlan.CaptionField(from) is { } said && WizardPlan.CaptionField(to) is { } text)
        {
            Put(taken, to, text.Name, values.GetValueOrDefault(said.Name));
        }

        foreach (var (_, files) in values.Where(pair => pair.Value is MediaValue && !taken.ContainsKey(pair.Key)))
        {
            var slot = to.Inputs.Fields.OfType<MediaField>()
                .OrderByDescending(field => field.IsRequired)
                .FirstOrDefault(field => !field.IsHidden && !taken.ContainsKey(field.Name) && Fits(to, field.Name, files));
            if (slot is not null)
            {
                Put(taken, to, slot.Name, files);
            }
        }

        return taken;
    }

    private static void Put(Dictionary<string, InputValue> taken, ModelCard to, string name, InputValue? value)
    {
        if (value is not null && !taken.ContainsKey(name) && Fits(to, name, value))
        {
            taken[name] = value;
        }
    }

    /// <summary>A result of one model is no result of another.</summary>
    private static bool Fits(ModelCard card, string name, InputValue value) =>
        value is not EarlierValue && card.Inputs.Find(name) is { } field && card.Inputs.CheckField(field, value).IsValid;
}
