using Trt.Domain.Catalog;

namespace Trt.Domain.Drafts;

/// <summary>
/// Words under a file are the next text. They are kept until that question comes, however many files are still to come before it; where
/// the text is there already they are offered instead of it.
/// </summary>
public sealed partial class Draft
{
    /// <summary>Notes the words, whatever becomes of their file. Words under several files belong together as far as the text takes them.</summary>
    public void Hear(ModelCard card, string? caption)
    {
        if (WizardPlan.CaptionField(card) is not { } field || string.IsNullOrWhiteSpace(caption))
        {
            return;
        }

        var words = caption.Trim();
        Caption = Caption is { } earlier && earlier != words && earlier.Length + words.Length < field.LengthMax ? $"{earlier}\n{words}" : words;
    }

    /// <summary>The file has found its place: its words answer the text, if that is what comes next or is not asked at all.</summary>
    public void PlaceCaption(ModelCard card)
    {
        if (Caption is null || WizardPlan.CaptionField(card) is not { } field || Values.ContainsKey(field.Name))
        {
            return;
        }

        if (WizardPlan.Steps(card, Values).All(step => step.Name != field.Name))
        {
            PutCaption(card, field);
        }
        else if (TextWithinReach(card) is { } reach && reach.Text.Name == field.Name)
        {
            reach.Passed.ForEach(media => Leave(card, media));
        }
        else if (!IsEditing && Asking == field.Name)
        {
            AskNext(card);
        }
    }

    /// <summary>The customer wants those words as the text. False when there are none any more.</summary>
    public bool TakeCaption(ModelCard card)
    {
        if (WizardPlan.CaptionField(card) is not { } field || !PutCaption(card, field))
        {
            return false;
        }

        if (Asking == field.Name)
        {
            Leave(card, field);
        }

        return true;
    }

    /// <summary>What is wrong with the words as a text; empty when they fit.</summary>
    public IReadOnlyList<InputProblem> CaptionProblems(ModelCard card) =>
        Caption is { } words && WizardPlan.CaptionField(card) is { } field
            ? card.Inputs.CheckField(Limited(card, field), new TextValue(words)).Problems
            : [];

    /// <summary>The open question is the one that the kept words answer; then it need not be asked.</summary>
    private bool CaptionAnswers(ModelCard card)
    {
        if (WizardPlan.CaptionField(card) is not { } field || Asking != field.Name || Values.ContainsKey(field.Name) || !PutCaption(card, field))
        {
            return false;
        }

        Trail = [.. Trail, field.Name];
        return true;
    }

    private bool PutCaption(ModelCard card, TextField field)
    {
        if (Caption is not { } words
            || card.Inputs.CheckField(Limited(card, field), new TextValue(words)) is not { IsValid: true, Values: var values })
        {
            return false;
        }

        Put(field.Name, values[field.Name]);
        Caption = null;
        Quote = null;
        return true;
    }
}
