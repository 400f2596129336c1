using Trt.Domain.Catalog;

namespace Trt.Domain.Drafts;

/// <summary>A conversation grows line by line: first what is said, then who says it.</summary>
public sealed class DialogueAnswers
{
    private readonly Wizard _wizard;

    internal DialogueAnswers(Wizard wizard) => _wizard = wizard;

    /// <summary>What waits for its voice.</summary>
    public DialogueLine? Unvoiced(DialogueField field) => _wizard.Draft.LinesOf(field) is [.., { Voice: null } last] ? last : null;

    /// <summary>Adds what is said; several lines at once when each of them names its voice.</summary>
    public IReadOnlyList<InputProblem> Say(DialogueField field, string text)
    {
        var said = field.Typed(text) ?? [new DialogueLine(text.Trim(), null)];
        IReadOnlyList<DialogueLine> lines = [.. _wizard.Draft.LinesOf(field), .. said];

        // The voice is chosen next: any will do for measuring the rest.
        var measured = new DialogueValue([.. lines.Select(line => line with { Voice = line.Voice ?? field.Voices[0].Value })]);
        var check = _wizard.Card.Inputs.CheckField(field with { ItemsMin = 1 }, measured);
        if (check.IsValid)
        {
            Put(field, lines);
        }

        return check.Problems;
    }

    /// <summary>Who says the last line. False when no line waits for a voice.</summary>
    public bool GiveVoice(DialogueField field, Choice voice)
    {
        if (Unvoiced(field) is not { } line)
        {
            return false;
        }

        Put(field, [.. _wizard.Draft.LinesOf(field).SkipLast(1), line with { Voice = voice.Value }]);
        return true;
    }

    private void Put(DialogueField field, IReadOnlyList<DialogueLine> lines)
    {
        _wizard.Draft.Put(field.Name, new DialogueValue(lines));
        if (lines.Count == field.ItemsMax && Unvoiced(field) is null)
        {
            _wizard.Leave(field);
        }
    }
}
