using Trt.Domain.Catalog;

namespace Trt.Domain.Drafts;

/// <summary>The way through the questions: forward, around, back, and from the confirm screen to a single one.</summary>
public sealed partial class Draft
{
    /// <summary>Takes an answer to one field. A problem leaves everything as it was.</summary>
    public IReadOnlyList<InputProblem> Answer(ModelCard card, Field field, InputValue value)
    {
        var check = card.Inputs.CheckField(Limited(card, field), value);
        if (!check.IsValid)
        {
            return check.Problems;
        }

        Put(field.Name, check.Values[field.Name]);
        if (field.Name == WizardPlan.CaptionField(card)?.Name)
        {
            Caption = null;
        }

        Leave(card, field);
        return [];
    }

    /// <summary>Leaves an optional field at its default.</summary>
    public bool Skip(ModelCard card, Field field)
    {
        if (!CanSkip(card, field))
        {
            return false;
        }

        Drop(field.Name);
        Leave(card, field);
        return true;
    }

    /// <summary>Whether the order may go without it, as far as the other answers tell.</summary>
    public bool CanSkip(ModelCard card, Field field) =>
        field is not { IsRequired: true, Default: null }
        && !card.Inputs.IsDue(field, card.Inputs.Known(Values))
        && LastChance(card, field) is null;

    /// <summary>The field with the limits that the answers so far have set; what is still to be chosen sets none.</summary>
    public Field Limited(ModelCard card, Field field)
    {
        var known = card.Inputs.Known(Values);
        return card.Inputs.Limited(field, known.Where(pair => Values.ContainsKey(pair.Key) || Trail.Contains(pair.Key)).ToDictionary(StringComparer.Ordinal));
    }

    /// <summary>The group of "at least one of" that would stay empty if this field were left out too.</summary>
    public OneOfRequired? LastChance(ModelCard card, Field field) => LastChance(card, field, []);

    /// <summary>One step back: that answer is dropped and asked again. False on the first step.</summary>
    public bool Back(ModelCard card)
    {
        if (IsEditing)
        {
            IsEditing = false;
            Asking = null;
            return true;
        }

        if (Trail.Count == 0)
        {
            return false;
        }

        Asking = Trail[^1];
        Trail = [.. Trail.SkipLast(1)];
        Drop(Asking);
        Quote = null;
        return true;
    }

    public void Edit(Field field)
    {
        Asking = field.Name;
        IsEditing = true;
        Quote = null;
    }

    public void Clear(Field field)
    {
        Drop(field.Name);
        Quote = null;
    }

    private OneOfRequired? LastChance(ModelCard card, Field field, IReadOnlyList<MediaField> passed) =>
        card.Inputs.Rules.OfType<OneOfRequired>().FirstOrDefault(rule =>
            rule.Fields.Contains(field.Name)
            && rule.Fields.Where(name => name != field.Name).All(name =>
                Values.GetValueOrDefault(name) is not { IsEmpty: false } && (Trail.Contains(name) || passed.Any(left => left.Name == name))));

    private void Leave(ModelCard card, Field field)
    {
        Quote = null;
        if (!IsEditing)
        {
            Trail = [.. Trail, field.Name];
        }

        IsEditing = false;
        AskNext(card);
    }

    /// <summary>After an edit too: one answer may make another question necessary.</summary>
    private void AskNext(ModelCard card)
    {
        do
        {
            Asking = WizardPlan.Steps(card, Values).FirstOrDefault(step => !Trail.Contains(step.Name))?.Name;
        }
        while (CaptionAnswers(card));
    }
}
