using Trt.Domain.Catalog;

namespace Trt.Domain.Drafts;

/// <summary>Which fields of a model are asked, in which order, and which wait behind "more settings".</summary>
public static class WizardPlan
{
    private static readonly IReadOnlyDictionary<string, InputValue> Nothing = new Dictionary<string, InputValue>();

    /// <summary>What is asked as long as nothing is answered; an answer may make more fields necessary.</summary>
    public static IReadOnlyList<Field> Steps(ModelCard card) => Steps(card, Nothing);

    /// <summary>
    /// What cannot be done without first: the files that are needed, what a text depends on, the texts. Then files that may be added, and
    /// the rest; inside a group as on the card.
    /// </summary>
    public static IReadOnlyList<Field> Steps(ModelCard card, IReadOnlyDictionary<string, InputValue> values)
    {
        var known = card.Inputs.Known(values);
        var asked = card.Inputs.Fields.Where(field => !field.IsHidden && IsAsked(card, field, known));
        return [.. asked.OrderBy(field => Rank(card, field, known))];
    }

    /// <summary>Files that may be added to what is described: they are asked for in one step, however many kinds there are.</summary>
    public static IReadOnlyList<MediaField> Extras(ModelCard card, IReadOnlyDictionary<string, InputValue> values)
    {
        var known = card.Inputs.Known(values);
        return [.. Steps(card, values).OfType<MediaField>().Where(field => IsExtra(card, field, known))];
    }

    public static IReadOnlyList<Field> MoreSettings(ModelCard card, IReadOnlyDictionary<string, InputValue> values)
    {
        var known = card.Inputs.Known(values);
        return [.. card.Inputs.Fields.Where(field =>
            !field.IsHidden && !IsAsked(card, field, known) && !card.Inputs.IsRuledOut(field, known))];
    }

    /// <summary>What is needed and has a usual value, at that value.</summary>
    public static Dictionary<string, InputValue> Usual(ModelCard card) => card.Inputs.Fields
        .Where(field => field is { IsHidden: false, IsRequired: true, Default: not null })
        .ToDictionary(field => field.Name, field => field.Default!, StringComparer.Ordinal);

    /// <summary>What words under a file mean: the long text of the model, however it is called. Null when it takes none.</summary>
    public static TextField? CaptionField(ModelCard card) =>
        card.Inputs.Fields.OfType<TextField>().FirstOrDefault(field => field is { IsHidden: false, IsLong: true });

    /// <summary>What a customer describes the work with: the long text, or whatever else is written. Null when nothing is.</summary>
    public static Field? Description(ModelCard card) =>
        CaptionField(card)
        ?? card.Inputs.Fields.FirstOrDefault(field => field is { IsHidden: false } and (DialogueField or TextListField or TextField));

    /// <summary>
    /// Asked: what is required, what changes the price, what a group of "at least one" needs, and files the model can use.
    /// </summary>
    private static bool IsAsked(ModelCard card, Field field, IReadOnlyDictionary<string, InputValue> known) =>
        (field.IsRequired
            || field is MediaField
            || IsOneOfRequired(card, field)
            || card.Prices.DependsOn(field.Name)
            || card.Inputs.IsDue(field, known))
        && !card.Inputs.IsRuledOut(field, known);

    private static bool IsOneOfRequired(ModelCard card, Field field) =>
        card.Inputs.Rules.OfType<OneOfRequired>().Any(rule => rule.Fields.Contains(field.Name));

    private static bool IsExtra(ModelCard card, MediaField field, IReadOnlyDictionary<string, InputValue> known) =>
        !field.IsRequired && !IsOneOfRequired(card, field) && !card.Inputs.IsDue(field, known);

    private static int Rank(ModelCard card, Field field, IReadOnlyDictionary<string, InputValue> known) => field switch
    {
        EarlierField => 0,
        MediaField media when IsExtra(card, media, known) => 4,
        MediaField { IsRequired: true } => 0,
        MediaField => 1,
        ChoiceField or FlagField when card.Inputs.Rules.Any(rule => DecidesAboutText(card, rule, field)) => 2,
        TextField or TextListField or DialogueField when field.IsRequired || card.Inputs.IsDue(field, known) => 3,
        _ => 5,
    };

    private static bool DecidesAboutText(ModelCard card, FieldRule rule, Field field) => rule switch
    {
        RequiredWhen due => due.When.ContainsKey(field.Name) && card.Inputs.Find(due.Field) is TextField or TextListField,
        LengthWhen length => length.When.ContainsKey(field.Name),
        _ => false,
    };
}
