using Trt.Domain.Catalog;

namespace Trt.Domain.Drafts;

/// <summary>
/// Words under a file are the next text. They are kept until that question comes, however many files are still to come before it; where
/// the text is there already they are offered instead of it.
/// </summary>
public sealed class Captions
{
    private readonly Wizard _wizard;

    internal Captions(Wizard wizard) => _wizard = wizard;

    /// <summary>The text that they are meant for; null when the model takes none.</summary>
    public TextField? Text => WizardPlan.CaptionField(_wizard.Card);

    /// <summary>Words that have not found their place yet.</summary>
    public string? Kept => _wizard.State.Caption;

    /// <summary>What is wrong with the words as a text; empty when they fit.</summary>
    public IReadOnlyList<InputProblem> Problems => Kept is { } words && Text is { } text ? Check(text, words).Problems : [];

    /// <summary>
    /// Notes the words, whatever becomes of their file. Words under several files belong together as far as the text takes them.
    /// </summary>
    public void Hear(string? caption)
    {
        if (Text is not { } text || string.IsNullOrWhiteSpace(caption))
        {
            return;
        }

        var words = caption.Trim();
        _wizard.State.Caption =
            Kept is { } earlier && earlier != words && earlier.Length + words.Length < text.LengthMax ? $"{earlier}\n{words}" : words;
    }

    /// <summary>Then the words would take its place.</summary>
    public bool IsTextWritten => Text is { } text && IsWritten(text);

    /// <summary>What is typed where no text is asked may be meant as a new one: it is offered. False when it would not do.</summary>
    public bool Offer(string typed)
    {
        if (Text is not { } text || (_wizard.Open is not null && !IsWritten(text)) || !Check(text, typed).IsValid)
        {
            return false;
        }

        _wizard.State.Caption = typed.Trim();
        return true;
    }

    /// <summary>The file has found its place: its words answer the text, if that is what comes next or is not asked at all.</summary>
    public void Place()
    {
        if (Kept is null || Text is not { } text || IsWritten(text))
        {
            return;
        }

        if (WizardPlan.Steps(_wizard.Card, _wizard.Draft.Values).All(step => step.Name != text.Name))
        {
            Put(text);
        }
        else if (TextAhead.Of(_wizard) is { } ahead && ahead.Text.Name == text.Name)
        {
            ahead.Passed.ForEach(_wizard.Leave);
        }
        else if (!_wizard.IsEditing && IsOpen(text))
        {
            _wizard.AskNext();
        }
    }

    /// <summary>The customer wants those words as the text. False when there are none any more.</summary>
    public bool Take()
    {
        if (Text is not { } text || !Put(text))
        {
            return false;
        }

        if (IsOpen(text))
        {
            _wizard.Leave(text);
        }

        return true;
    }

    /// <summary>What is written for the text is meant instead of the words.</summary>
    internal void GiveWay(Field written)
    {
        if (written.Name == Text?.Name)
        {
            _wizard.State.Caption = null;
        }
    }

    /// <summary>The open question is the one that the kept words answer; then it need not be asked.</summary>
    internal bool Answer()
    {
        if (Text is not { } text || !IsOpen(text) || IsWritten(text) || !Put(text))
        {
            return false;
        }

        _wizard.State.Trail = [.. _wizard.State.Trail, text.Name];
        return true;
    }

    private bool Put(TextField text)
    {
        if (Kept is not { } words || Check(text, words) is not { IsValid: true, Values: var values })
        {
            return false;
        }

        _wizard.Draft.Put(text.Name, values[text.Name]);
        _wizard.State.Caption = null;
        return true;
    }

    private InputCheck Check(TextField text, string words) => _wizard.Check(text, new TextValue(words));

    private bool IsOpen(TextField text) => _wizard.State.Asking == text.Name;

    private bool IsWritten(TextField text) => _wizard.Draft.Values.ContainsKey(text.Name);
}
